"""Credentials: given, from the environment, from the keyring of the system, or typed in.

They are only in memory, never in files, arguments, messages or the ledger.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from jatsx.deposit.fault import DepositFault
from jatsx.findings.plugin_errors import PLUGIN_ERRORS
from jatsx.model.frozenmap import FrozenMap
from jatsx.plugin.agency import Agency, Credential

Prompt: TypeAlias = Callable[[Credential], str]
"""Asks a person for a credential. The value of a secret is not shown while it is typed."""

SERVICE: Final = "jatsx-{agency}"
"""The name of the service in the keyring; the name of the credential is the user name."""


@dataclass(frozen=True, slots=True)
class CredentialSources:
    """Where credentials come from, in this order.

    Args:
        given: values by the name of the variable, for example ``JATSX_SHELF_PASSWORD``.
        environment: the variables of the environment.
        prompt: asks a person; None if nobody can be asked.
    """

    given: Mapping[str, str] = FrozenMap()
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    prompt: Prompt | None = None


def credentials_of(agency: Agency, sources: CredentialSources) -> Mapping[str, str]:
    """The credentials for an agency, by name.

    Raises:
        DepositFault: one of them is not found (``deposit-credential-missing``).
    """
    return {one.name: _found(agency, one, sources) for one in agency.credentials}


def secrets_in(agency: Agency, credentials: Mapping[str, str]) -> list[str]:
    """The values that are never shown."""
    secret = [one.name for one in agency.credentials if one.is_secret]
    return [credentials[name] for name in secret if name in credentials]


def read_secrets(descriptor: int) -> Mapping[str, str]:
    """Reads lines ``NAME=VALUE`` from a file descriptor, and closes it.

    Raises:
        DepositFault: it cannot be read, or a line has another form.
    """
    try:
        with open(descriptor, encoding="utf-8") as file:
            lines = [line.rstrip("\r\n") for line in file]
    except (OSError, ValueError):
        raise DepositFault("deposit-secrets-unreadable", number=str(descriptor)) from None
    return dict(_pairs(lines))


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name, equals, value = line.partition("=")
        if not equals:
            raise DepositFault("deposit-secrets-form", line=str(number))
        yield name.strip(), value


def _found(agency: Agency, credential: Credential, sources: CredentialSources) -> str:
    """The value of a credential, from the first source that has it."""
    variable = credential.variable
    value = sources.given.get(variable) or sources.environment.get(variable)
    value = value or _from_keyring(agency, credential)
    if not value and sources.prompt is not None:
        value = sources.prompt(credential)
    if not value:
        service = SERVICE.format(agency=agency.name)
        params = {"agency": agency.title, "variable": variable}
        raise DepositFault(
            "deposit-credential-missing", **params, service=service, name=credential.name
        )
    return value


def _from_keyring(agency: Agency, credential: Credential) -> str | None:
    """The value in the keyring of the system; None if there is no keyring, or it has no value."""
    try:
        import keyring

        return keyring.get_password(SERVICE.format(agency=agency.name), credential.name)
    except PLUGIN_ERRORS:  # the keyrings of systems fail in many ways
        return None
