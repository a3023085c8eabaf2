"""Where credentials come from, and what is said where there are none."""

from __future__ import annotations

import os
import sys
from types import ModuleType

import pytest

from jatsx.deposit.credentials import CredentialSources, credentials_of, read_secrets
from jatsx.deposit.fault import DepositFault
from jatsx.findings.sentences import Sentences
from jatsx.plugin.agency import Credential
from tests.deposit.shelf import shelf

SHELF = shelf("shelf", "shelf")
USER, PASSWORD = "JATSX_SHELF_USER", "JATSX_SHELF_PASSWORD"


class KeyringError(Exception):
    """As in the package keyring."""


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """The keyring of a system. An entry ``broken`` makes it fail."""
    kept: dict[tuple[str, str], str] = {}

    def get_password(service: str, name: str) -> str | None:
        if ("broken", "") in kept:
            raise KeyringError("No recommended backend was available.")
        return kept.get((service, name))

    module, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    module.get_password = get_password  # type: ignore[attr-defined]
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return kept


def descriptor(content: bytes) -> int:
    """A file descriptor with a content."""
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading


def test_what_is_given_comes_first(keyring: dict[tuple[str, str], str]) -> None:
    keyring["jatsx-shelf", "password"] = "kept"
    asked: list[str] = []

    def prompt(credential: Credential) -> str:
        asked.append(credential.name)
        return "typed"

    given, environment = {USER: "given"}, {USER: "variable", PASSWORD: "variable"}
    found = credentials_of(SHELF, CredentialSources(given, environment, prompt))
    assert found == {"user": "given", "password": "variable"}
    found = credentials_of(SHELF, CredentialSources(given, {}, prompt))
    assert (found["password"], asked) == ("kept", [])
    found = credentials_of(SHELF, CredentialSources({}, {}, prompt))
    assert (found, asked) == ({"user": "typed", "password": "kept"}, ["user"])


@pytest.mark.parametrize("is_broken", [True, False])
def test_without_a_keyring_the_variable_is_named(
    is_broken: bool, keyring: dict[tuple[str, str], str]
) -> None:
    if is_broken:
        keyring["broken", ""] = ""
    with pytest.raises(DepositFault) as raised:
        credentials_of(SHELF, CredentialSources({USER: "a"}, {}))
    finding = raised.value.finding()
    assert finding.code == "deposit-credential-missing"
    hint = Sentences().hint(finding)
    assert PASSWORD in hint
    assert "`keyring set jatsx-shelf password`" in hint


def test_an_absent_package_is_as_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(DepositFault, match="deposit-credential-missing"):
        credentials_of(SHELF, CredentialSources({}, {}))


def test_lines_of_a_file_descriptor_are_read() -> None:
    read = read_secrets(descriptor("A=1\n\nB = x=y \r\nĀ=ё".encode()))
    assert read == {"A": "1", "B": " x=y ", "Ā": "ё"}


def test_a_wrong_line_is_named_by_its_number_only() -> None:
    with pytest.raises(DepositFault, match="deposit-secrets-form") as raised:
        read_secrets(descriptor(b"A=1\nsecret-without-a-name\n"))
    assert raised.value.params == {"line": "2"}


@pytest.mark.parametrize("content", [b"A=\xff\n", None])
def test_an_unreadable_descriptor_is_said(content: bytes | None) -> None:
    number = 987 if content is None else descriptor(content)
    with pytest.raises(DepositFault, match="deposit-secrets-unreadable"):
        read_secrets(number)


def test_a_keyring_that_fails_is_as_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(service: str, name: str) -> str:
        raise OSError(service, name)

    monkeypatch.setattr("keyring.get_password", fail)
    with pytest.raises(DepositFault, match="deposit-credential-missing"):
        credentials_of(SHELF, CredentialSources({}, {}))
