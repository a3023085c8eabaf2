"""No secret enters the ledger: not in the file's bytes, and not in what it has compressed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from jatsx.deposit.ledger import ItemOutcome, Lease, Ledger
from jatsx.plugin.outcome import Outcome
from tests.deposit.ledger.ledgers import ISSUE, NOW, article, ledger_file, prepared

SECRET: Final = "пароль-s3cret"
PAGE: Final = f"<a href='https://example.org/bulk/1?api_key={SECRET}'>\udcff</a>"


def redacted(text: str) -> str:
    """A text without the secret."""
    return text.replace(SECRET, "…")


def test_a_secret_in_what_an_agency_says_is_hidden(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    with Ledger(path, redact=redacted) as ledger, ledger.lease(ISSUE) as lease:
        numbers = [prepared(ledger, lease, article(one)) for one in (1, 2, 3)]
        for number in numbers:
            lease.sending(number)
        said = ItemOutcome(Outcome.REFUSED, f"No such key: {SECRET}")
        page = PAGE.encode("utf-8", "surrogateescape")
        lease.answered(numbers[0], {"10.5555/caa.1": said}, page, message=SECRET)
        lease.unknown(numbers[1], page, message=f"?api_key={SECRET}")
        lease.accepted(numbers[2])
        lease.give_up(numbers[2], message=SECRET)
        assert ledger.answer(numbers[0]) == page.replace(SECRET.encode(), "…".encode())
        (item,) = ledger.items_of(numbers[0])
        assert item.message == "No such key: …"
    assert secrets_in(path) == 0


@pytest.mark.parametrize("where", ["document", "file name", "remote id"])
def test_a_secret_where_nothing_can_be_hidden_is_refused(tmp_path: Path, where: str) -> None:
    path = ledger_file(tmp_path)
    with Ledger(path, redact=redacted) as ledger, ledger.lease(ISSUE) as lease:
        with pytest.raises(ValueError, match="secret") as caught:
            _write(lease, where)
        assert SECRET not in str(caught.value)
    assert secrets_in(path) == 0


def _write(lease: Lease, where: str) -> None:
    """Writes a submission with the secret in one place."""
    values = {"document": "<a/>", "file name": "caa.xml", "remote id": "1"}
    values[where] += SECRET
    number = lease.prepare(values["file name"], values["document"].encode(), NOW, [article(1)])
    lease.sending(number)
    lease.accepted(number, values["remote id"])


def secrets_in(path: Path) -> int:
    """How often the secret is in the file and in its documents and answers, unpacked."""
    with Ledger(path) as ledger, closing(sqlite3.connect(path)) as connection:
        numbers = [number for (number,) in connection.execute("SELECT submission FROM content")]
        texts = [path.read_bytes(), "\n".join(connection.iterdump()).encode()]
        texts += [ledger.document(number) for number in numbers]
        texts += [ledger.answer(number) or b"" for number in numbers]
    return sum(text.count(SECRET.encode()) for text in texts)


def test_the_search_finds_a_secret(tmp_path: Path) -> None:
    path = ledger_file(tmp_path)
    with Ledger(path) as ledger, ledger.lease(ISSUE) as lease:
        lease.prepare("caa.xml", SECRET.encode() * 100, NOW, [article(1)])
    assert secrets_in(path) == 100
