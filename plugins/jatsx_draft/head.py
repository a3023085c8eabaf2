"""What the head of a block says: title, names, affiliations, e-mails."""

from __future__ import annotations

from dataclasses import dataclass, field

from jatsx_draft.contents import Entry
from jatsx_draft.dates import PrintedDate
from jatsx_draft.names import PrintedName
from jatsx_draft.printed import PrintedLine


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its line."""

    name: PrintedName
    line: PrintedLine


@dataclass(slots=True)
class PrintedAffiliation:
    """An affiliation: its lines, its marks, and after how many names it stands."""

    lines: list[PrintedLine]
    texts: list[str]
    marks: tuple[str, ...]
    after: int


@dataclass(frozen=True, slots=True)
class PrintedEmail:
    """An e-mail address, the marks before it, and after how many names it stands.

    ``is_sure``: whether it is certain where the address begins.
    """

    address: str
    marks: tuple[str, ...]
    line: PrintedLine
    after: int = 0
    is_sure: bool = True


@dataclass(slots=True)
class Head:
    """What the head of a block says. Lists are in the order of print.

    ``cut_dois``: DOIs that may go on in the next line. ``roles``: degrees and positions beside a
    name, with its position in ``names``. ``unread``: lines after the first name that are none of
    all this; ``above``: such lines above it.
    """

    title: list[PrintedLine] = field(default_factory=list)
    witness: Entry | None = None
    names: list[Named] = field(default_factory=list)
    affiliations: list[PrintedAffiliation] = field(default_factory=list)
    emails: list[PrintedEmail] = field(default_factory=list)
    orcids: list[tuple[str, PrintedLine, int]] = field(default_factory=list)
    codes: list[tuple[str, str, PrintedLine]] = field(default_factory=list)
    dois: list[tuple[str, PrintedLine]] = field(default_factory=list)
    cut_dois: list[tuple[str, PrintedLine]] = field(default_factory=list)
    dates: list[PrintedDate] = field(default_factory=list)
    roles: list[tuple[str, PrintedLine, int]] = field(default_factory=list)
    unread: list[PrintedLine] = field(default_factory=list)
    above: list[PrintedLine] = field(default_factory=list)
    is_sure_of_names: bool = True
    is_sure_of_title: bool = True

    @property
    def affiliations_after_last_name(self) -> bool:
        """Whether an affiliation follows the last name so far."""
        return bool(self.affiliations) and self.affiliations[-1].after == len(self.names)

    @property
    def names_first(self) -> bool | None:
        """Whether the names stand above the title; None if one of them was not found."""
        if not self.names or not self.title:
            return None
        first = self.names[0].line
        title = self.title[0]
        return (first.file, first.page or 0, first.line) < (title.file, title.page or 0, title.line)
