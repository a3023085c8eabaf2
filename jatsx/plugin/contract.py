"""The version of the contract between jatsx and its plugins.

A plugin may say which one it was written for, in its module: ``JATSX_CONTRACT = 1``. One that says
nothing is taken for the first. ``docs/plugins/contract.md`` tells what the contract holds, and how
it may change.
"""

from __future__ import annotations

from typing import Final

CONTRACT: Final = 1
"""The version of the contract that this jatsx keeps."""

OLDEST: Final = 1
"""The oldest version that it keeps still."""

ATTRIBUTE: Final = "JATSX_CONTRACT"
"""What a plugin's module calls the version that it was written for."""


class ContractUnkept(Exception):
    """A plugin was written for a contract that this jatsx doesn't keep."""


def check_contract(plugin: object) -> None:
    """Nothing, where jatsx keeps the contract that a plugin's module was written for.

    Raises:
        ContractUnkept: it doesn't, or the module says no whole number.
    """
    version = getattr(plugin, ATTRIBUTE, 1)
    if type(version) is not int:
        raise ContractUnkept(f"{ATTRIBUTE} is {version!r}, and must be a whole number")
    if version > CONTRACT:
        raise ContractUnkept(
            f"it was written for version {version} of the plugin contract, and this jatsx keeps"
            f" version {CONTRACT}: update jatsx"
        )
    if version < OLDEST:
        raise ContractUnkept(
            f"it was written for version {version} of the plugin contract, and this jatsx keeps"
            f" version {OLDEST} and later: update the plugin"
        )
