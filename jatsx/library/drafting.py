"""From a printed issue to an issue folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jatsx.library.arguments import WrongArgument
from jatsx.library.conversion import Conversion, convert
from jatsx.library.session import Session, default_session
from jatsx.model.journal import Issn
from jatsx.readers.issue_context import journal_files
from jatsx.readers.issue_folder import is_issue_folder
from jatsx.readers.journal_file import read_journal_file
from jatsx.readers.reader import Reader

LAYOUT: Final = "layout.yaml"
"""The name of the layout file in an issue folder that was drafted."""


def draft(
    files: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    like: str | Path | None = None,
    layout: str | Path | None = None,
    force: bool = False,
    session: Session | None = None,
) -> Conversion:
    """Writes a printed issue to an issue folder. What is in doubt is a finding, and noted there.

    Args:
        files: the files of one issue, in their order: text, Markdown, DOCX or PDF.
        out: the issue folder.
        like: the folder of another issue of the journal: its journal and its layout are used.
        layout: a layout file, instead of that of the other issue.
        force: whether files in the folder may be overwritten.
        session: the session; None for one with all installed plugins.

    Raises:
        WrongArgument: no installed plugin reads printed issues, or ``like`` is not an issue folder.
        FileExistsError: the folder is not empty, and ``force`` is not given.
        InputChanged: a file was changed while it was being read.
        OSError: something cannot be written, or the system fails.
    """
    session = session or default_session()
    reader = print_reader(session)
    if reader is None:
        raise WrongArgument("no installed plugin reads printed issues")
    first, *further = [Path(files)] if isinstance(files, (str, Path)) else map(Path, files)
    journal = None if like is None else _journal_of(Path(like))
    given = layout or (_layout_of(Path(like)) if like is not None else None)
    options = {
        "files": os.pathsep.join(map(str, further)),
        "layout": str(given or ""),
        "issns": "" if journal is None else _issns_of(journal),
    }
    return convert(
        first,
        out,
        settings={reader.name: {name: value for name, value in options.items() if value}},
        reader=reader.name,
        journal=journal,
        force=force,
        session=session,
    )


def print_reader(session: Session) -> Reader | None:
    """The reader of printed issues; None if no installed plugin has one."""
    readers = session.registry.readers.values()
    return next((reader for reader in readers if reader.reads_print), None)


def _journal_of(folder: Path) -> Path:
    """The journal file of an issue folder.

    Raises:
        WrongArgument: it is not an issue folder.
    """
    if not is_issue_folder(folder):
        raise WrongArgument(f"{folder} is not an issue folder")
    return journal_files(folder)[0]


def _issns_of(path: Path) -> str:
    """The ISSNs of a journal file, or ``-``."""
    journal = read_journal_file(path).journal
    issn = journal.issn if journal else Issn()
    return " ".join(filter(None, (issn.print, issn.electronic, issn.linking))) or "-"


def _layout_of(folder: Path) -> Path | None:
    """The layout file of an issue folder, if it has one."""
    path = folder / LAYOUT
    return path if path.is_file() else None
