"""The version of the contract between jatsx and its plugins.

A plugin's module may name the version that it was written for: ``JATSX_CONTRACT = 1``. The default
is 1. ``docs/plugins/contract.md`` describes the contract and how it may change.
"""

from __future__ import annotations

from typing import Final

CONTRACT: Final = 1
"""The current version of the contract."""

OLDEST: Final = 1
"""The oldest version that is still supported."""

ATTRIBUTE: Final = "JATSX_CONTRACT"
"""The name of the version in a plugin's module."""


class ContractUnkept(Exception):
    """A plugin was written for a version of the contract that is not supported."""


def check_contract(plugin: object) -> None:
    """Checks that the contract version of a plugin's module is supported.

    Raises:
        ContractUnkept: it is not supported, or it is not a whole number.
    """
    version = getattr(plugin, ATTRIBUTE, 1)
    if type(version) is not int:
        raise ContractUnkept(f"{ATTRIBUTE} must be a whole number, not {version!r}")
    if version > CONTRACT:
        raise ContractUnkept(
            f"it needs version {version} of the plugin contract, but this jatsx supports version"
            f" {CONTRACT}; update jatsx"
        )
    if version < OLDEST:
        raise ContractUnkept(
            f"it needs version {version} of the plugin contract, but this jatsx supports version"
            f" {OLDEST} and later; update the plugin"
        )
