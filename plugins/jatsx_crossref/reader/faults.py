"""The error of a file that cannot be read."""

from __future__ import annotations

from jatsx import Finding, FrozenMap, Place


class UnreadableDeposit(Exception):
    """A file that cannot be read further: the code, the params and the line of the finding."""

    def __init__(self, code: str, line: int | None = None, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.params = params

    def finding(self, file: str) -> Finding:
        return Finding(self.code, params=FrozenMap(self.params), place=Place(file, self.line))
