"""``jatsx deposit``: what is shown, what is asked, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from jatsx.cli import deposit as module
from tests.cli.commands import run
from tests.cli.deposit.conftest import Command
from tests.deposit.conftest import CREDENTIALS
from tests.deposit.shelf_server import PASSWORD, USER, Said, ShelfServer
from tests.servers.script import on, status

TO = ("--to", "shelf")


def test_what_is_registered_is_counted(jatsx: Command, server: ShelfServer) -> None:
    ran = jatsx("deposit", *TO, "--yes")
    assert (ran.exit_code, ran.stdout) == (0, "Shelf: 11 articles\n  registered: 11\n")
    assert len(server.registered) == 11
    ran = jatsx("deposit", *TO, "--yes")
    assert ran.stdout == "Shelf: 11 articles\n  already registered: 11\n"


def test_a_refusal_is_shown_at_its_line(jatsx: Command, server: ShelfServer) -> None:
    server.verdicts["10.29228/05"] = Said("refused", "The title On the shelf 05 is too dull")
    ran = jatsx("deposit", *TO, "--yes")
    assert ran.exit_code == 1
    assert "05.yaml:5:13: error" in ran.stdout
    assert "The title “On the shelf 05” is dull.  [shelf-title-dull]" in ran.stdout
    assert "  refused by the agency: 1 (05)\n" in ran.stdout
    assert "Correct the errors, then run: jatsx deposit " in ran.stdout


def test_warnings_of_the_check_are_counted(jatsx: Command, issue: Path) -> None:
    path = issue / "articles" / "05.yaml"
    path.write_text(path.read_text("utf-8") + "references: [{text: {en: Ibid. P. 5.}}]\n", "utf-8")
    ran = jatsx("deposit", *TO, "--yes")
    assert ran.stdout.startswith("Warnings of the check: ")
    assert "05.yaml" not in ran.stdout


def test_quiet_shows_only_what_is_not_registered(jatsx: Command, server: ShelfServer) -> None:
    assert jatsx("deposit", *TO, "--yes", "--quiet").stdout == ""
    server.verdicts["10.29228/05"] = Said("refused", "No.")
    ran = jatsx("deposit", *TO, "--yes", "--quiet", "--again")
    assert "05.yaml" in ran.stdout
    assert "  registered:" not in ran.stdout


def test_nothing_is_sent_without_an_answer(jatsx: Command, server: ShelfServer) -> None:
    ran = jatsx("deposit", *TO)
    assert (ran.exit_code, server.registered) == (2, {})
    assert "11 articles will be sent to Shelf." in ran.stderr
    assert "--yes" in ran.stderr


@pytest.mark.parametrize(("answer", "number"), [(True, 11), (False, 0)])
def test_a_person_is_asked(
    answer: bool, number: int, jatsx: Command, server: ShelfServer, monkeypatch: Any
) -> None:
    monkeypatch.setattr(module, "_confirmed", lambda _: answer)
    ran = jatsx("deposit", *TO)
    assert (ran.exit_code, len(server.registered)) == (0, number)
    assert ("Nothing was sent." in ran.stdout) is not answer


def test_a_dry_run_needs_no_password(
    jatsx: Command, server: ShelfServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JATSX_SHELF_PASSWORD")
    ran = jatsx("deposit", *TO, "--dry-run")
    assert (ran.exit_code, server.received) == (0, [])
    assert "not sent yet: 11" in ran.stdout


def test_a_test_is_not_asked_about_and_leads_on(jatsx: Command, server: ShelfServer) -> None:
    ran = jatsx("deposit", *TO, "--test")
    assert (ran.exit_code, len(server.registered)) == (0, 11)
    assert ran.stdout.startswith("Shelf (test system): 11 articles\n")
    assert "The test succeeded. To register, run: jatsx deposit" in ran.stdout


def test_a_missing_credential_is_named(
    jatsx: Command, monkeypatch: pytest.MonkeyPatch, server: ShelfServer
) -> None:
    monkeypatch.delenv("JATSX_SHELF_PASSWORD")
    ran = jatsx("deposit", *TO, "--yes")
    assert (ran.exit_code, server.received) == (2, [])
    assert "JATSX_SHELF_PASSWORD" in ran.stderr


def test_credentials_come_from_a_file_descriptor(
    jatsx: Command, monkeypatch: pytest.MonkeyPatch, server: ShelfServer
) -> None:
    for name in CREDENTIALS:
        monkeypatch.delenv(name)
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{name}={value}\n" for name, value in CREDENTIALS.items()).encode())
    os.close(writing)
    ran = jatsx("deposit", *TO, "--yes", "--secrets-fd", str(reading))
    assert (ran.exit_code, len(server.registered)) == (0, 11)


def test_a_wrong_password_is_said(
    jatsx: Command, monkeypatch: pytest.MonkeyPatch, server: ShelfServer
) -> None:
    monkeypatch.setenv("JATSX_SHELF_PASSWORD", "mistyped-s3cret")
    ran = jatsx("deposit", *TO, "--yes")
    assert (ran.exit_code, server.registered) == (2, {})
    assert "Shelf does not accept the user name and the password." in ran.stderr
    assert "mistyped-s3cret" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("address", [f"https://u:{PASSWORD}@127.0.0.1:1", "http://shelf.kz", "x"])
def test_an_unsafe_server_is_wrong_usage(jatsx: Command, server: ShelfServer, address: str) -> None:
    ran = jatsx("deposit", *TO, "--yes", "--server", address)
    assert (ran.exit_code, ran.stdout, server.received) == (2, "", [])
    assert PASSWORD not in ran.stderr


def test_a_refused_request_is_said_of_the_agency(jatsx: Command, server: ShelfServer) -> None:
    server.script = [on("/deposit", status(413))]
    lines = jatsx("deposit", *TO, "--yes").stdout.splitlines()
    assert (lines[0], "HTTP status 413" in lines[1]) == ("Shelf", True)
    assert "  not sent: 11 (01," in "\n".join(lines)


def test_an_unknown_agency_is_wrong_usage(jatsx: Command) -> None:
    ran = jatsx("deposit", "--to", "shelv", "--yes")
    assert ran.exit_code == 2
    assert "Agencies: shelf, shelf-small" in ran.stderr


@pytest.mark.usefixtures("jatsx")
def test_a_message_of_an_agency_is_explained() -> None:
    ran = run("explain", "shelf-title-dull")
    assert (ran.exit_code, "is dull." in ran.stdout) == (0, True)


def test_the_next_command_has_each_option_once(jatsx: Command, ledger: Path) -> None:
    (step,) = [one for one in jatsx("deposit", *TO, "--test").stdout.splitlines() if "run:" in one]
    assert [step.count(one) for one in ("--to shelf", "--ledger", "--server")] == [1, 1, 1]
    assert str(ledger) in step


def test_no_secret_is_in_any_output_or_file(
    jatsx: Command, server: ShelfServer, tmp_path: Path
) -> None:
    server.script = [on("/deposit", status(400))]
    ran = [jatsx("deposit", *TO, "--yes", "--debug"), jatsx("deposit", *TO, "--yes", "--debug")]
    ran.append(jatsx("status", "--update", "--debug"))
    assert [one.exit_code for one in ran] == [6, 0, 0]
    assert PASSWORD not in "".join(one.stdout + one.stderr for one in ran)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert [path for path in files if PASSWORD.encode() in path.read_bytes()] == []
    assert all(one.credentials in ((USER, PASSWORD), ("", "")) for one in server.received)
