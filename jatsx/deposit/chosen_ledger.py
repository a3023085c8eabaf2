"""Which ledger the deposits of an issue are written to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from jatsx.deposit.ledger import Ledger, default_path
from jatsx.model import Journal
from jatsx.readers.reader import Record

FIELD: Final = "issue.journal.ledger"


def chosen_ledger(given: Path | None, journal: Journal, record: Record) -> Path | None:
    """The ledger that is given, else that of the journal; None for that of this user.

    A relative path of the journal starts at the folder of the file that contains it, ``~`` is the
    home folder of this user.

    Args:
        given: the ledger of an option or an argument.
        journal: the journal.
        record: a record of an article of this journal.
    """
    if given is not None or not journal.ledger:
        return given
    place = record.locate(FIELD, "") if record.locate else None
    folder = Path(place.file).parent if place else Path()
    return folder / Path(journal.ledger).expanduser()


def ledgers_of(records: Iterable[Record]) -> Collection[Path | None]:
    """The ledgers of the journals of some articles, each once."""
    chosen = (
        chosen_ledger(None, one.article.issue.journal, one)
        for one in records
        if one.article is not None
    )
    return dict.fromkeys(chosen)


def existing_ledger(ledger: Path | None) -> Ledger | None:
    """A chosen ledger, opened; None if its file does not exist.

    Raises:
        LedgerFault: it cannot be opened; or it is that of this user, and platformdirs is not
            installed.
    """
    path = ledger or default_path()
    return Ledger(path) if path.exists() else None
