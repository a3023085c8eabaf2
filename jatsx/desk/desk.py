"""The desk: a folder with an issue, or with several issues, in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from jatsx.desk.importing import Imported
from jatsx.desk.issue_desk import IssueDesk
from jatsx.library.session import Session
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.issue_folder import is_issue_folder


@dataclass(slots=True)
class Desk:
    """What one start of the desk holds.

    Args:
        folder: the folder of an issue, or the folder that contains the folders of issues.
        out: the folder to which exports are written.
        session: the plugins and rules.
        language: the language of the pages.
        to: the names of formats; empty for the default formats.
        ledger: the ledger of deposits; None for that of the journal, or else of this user.
        server: the address of another server that gets deposits.
        sending: further arguments of a deposit.
        stop: ends the desk.
        token: the random token of this start.
        entry: the random name of the address with which the browser is started. Other users of the
            computer may see it among its processes, so it leads to the desk only once.
    """

    folder: Path
    out: Path
    session: Session
    language: str
    to: Sequence[str] = ()
    ledger: Path | None = None
    server: str | None = None
    sending: Mapping[str, Any] = FrozenMap()
    stop: Callable[[], None] = lambda: None
    token: str = field(default_factory=lambda: token_urlsafe(24), repr=False)
    entry: str = field(default_factory=lambda: token_urlsafe(24), repr=False)
    imported: Imported | None = None
    """What became of the last import, until a page has shown it."""
    _issues: dict[Path, IssueDesk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder = self.folder.absolute()
        if ".." in self.folder.parts:
            self.folder = self.folder.resolve()

    @property
    def is_of_one_issue(self) -> bool:
        """Whether the folder is that of one issue."""
        return self.folder.is_dir() and _is_issue(self.folder)

    @property
    def issues(self) -> dict[str, IssueDesk]:
        """The issues by the names of their folders."""
        if not self.folder.is_dir():
            return {}
        below = (one for one in sorted(self.folder.iterdir()) if not one.name.startswith("."))
        folders = (
            [self.folder] if self.is_of_one_issue else [one for one in below if _is_issue(one)]
        )
        return {folder.name: self._opened(folder) for folder in folders}

    def _opened(self, folder: Path) -> IssueDesk:
        if folder not in self._issues:
            self._issues[folder] = IssueDesk(
                folder, self.folder, self.session, self.to, self.ledger
            )
        return self._issues[folder]


def _is_issue(folder: Path) -> bool:
    """Whether a folder is that of an issue, not one that only holds the journal of several."""
    has_issue = any((folder / f"issue{suffix}").is_file() for suffix in (".yaml", ".yml", ".json"))
    return has_issue or ((folder / "articles").is_dir() and is_issue_folder(folder))
