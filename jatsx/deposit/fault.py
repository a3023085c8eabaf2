"""Why nothing can be deposited. The command line turns it into a sentence by its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jatsx.findings.finding import Finding


class DepositFault(Exception):
    """Nothing can be deposited, or nothing more. Its text and its params contain no secret.

    Args:
        code: the code of the finding; its message is in :mod:`jatsx.findings.messages`.
        params: the params of the finding.
    """

    def __init__(self, code: str, **params: str) -> None:
        details = " ".join(f"{name}={value}" for name, value in params.items())
        super().__init__(f"{code}: {details}")
        self.code = code
        self.params = params

    def finding(self) -> Finding:
        """The finding about it."""
        from jatsx.findings.finding import Finding
        from jatsx.model.frozenmap import FrozenMap

        return Finding(self.code, params=FrozenMap(self.params))


class LedgerFault(DepositFault):
    """The ledger cannot be used, another process deposits, or something must be asked first."""
