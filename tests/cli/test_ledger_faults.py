"""Faults of the ledger end a command with a sentence, a hint and an exit code."""

from __future__ import annotations

import pytest

from jatsx.cli.ending import ended_with_exit_code
from jatsx.deposit.fault import LedgerFault
from jatsx.findings.exit_codes import ExitCode
from jatsx.findings.messages import MESSAGES


def ended(fault: LedgerFault) -> int | str | None:
    """The exit code of a command that raises a fault."""
    with pytest.raises(SystemExit) as caught, ended_with_exit_code():
        raise fault
    return caught.value.code


@pytest.mark.parametrize("code", [one for one in MESSAGES if one.startswith("ledger-")])
def test_a_fault_of_the_ledger_is_one_of_the_surroundings(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    assert ended(LedgerFault(code, file="/data/ledger.sqlite")) == ExitCode.SURROUNDINGS
    sentence, hint = capsys.readouterr().err.splitlines()
    assert sentence.startswith("Error: ")
    assert hint


def test_the_file_of_the_ledger_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    ended(LedgerFault("ledger-disk-full", file="/data/ledger.sqlite", number="13"))
    assert capsys.readouterr().err.splitlines() == [
        "Error: The ledger /data/ledger.sqlite cannot be written: the disk is full.",
        "Free some space and run the command again.",
    ]


def test_an_outcome_that_is_not_known_is_that_of_the_agency(
    capsys: pytest.CaptureFixture[str],
) -> None:
    params = {"doi": "10.5555/caa.1", "file": "caa.xml", "sent": "2026-01-02T03:04:05.000Z"}
    assert ended(LedgerFault("deposit-outcome-open", **params)) == ExitCode.AGENCY
    assert "10.5555/caa.1 was sent before" in capsys.readouterr().err
