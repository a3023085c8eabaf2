"""The error of a file that cannot be read."""

from __future__ import annotations

from jatsx import Finding, FrozenMap, Place


class UnreadableArticle(Exception):
    """A file that cannot be read: the code, the params and the position of the finding."""

    def __init__(
        self, code: str, line: int | None = None, column: int | None = None, **params: str
    ) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.column = column
        self.params = params

    def finding(self, file: str) -> Finding:
        """The finding about the file."""
        place = Place(file, self.line, self.column)
        return Finding(self.code, params=FrozenMap(self.params), place=place)
