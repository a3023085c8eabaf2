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


class PluginFault(Exception):
    """What is wrong with a plugin: the code of a finding, its params, and the detail in English."""

    def __init__(self, code: str, detail: str, **params: str) -> None:
        super().__init__(detail)
        self.code = code
        self.params = params


def check_contract(plugin: object) -> None:
    """Checks that the contract version of a plugin's module is supported.

    Raises:
        PluginFault: it is not supported, or it is not a whole number.
    """
    version = getattr(plugin, ATTRIBUTE, 1)
    if type(version) is not int:
        raise PluginFault("plugin-broken", f"{ATTRIBUTE} must be a whole number, not {version!r}")
    if version > CONTRACT:
        raise PluginFault(
            "plugin-jatsx-old",
            f"it needs version {version} of the plugin contract, but this jatsx supports version"
            f" {CONTRACT}; update jatsx",
        )
    if version < OLDEST:
        raise PluginFault(
            "plugin-broken",
            f"it needs version {version} of the plugin contract, but this jatsx supports version"
            f" {OLDEST} and later; update the plugin",
        )
