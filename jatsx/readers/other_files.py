"""Files of an issue folder that are not read, because their names have another ending."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jatsx.findings.finding import Finding, Level, Place
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.source_file import SUFFIXES

OF_DESKTOPS: Final = ("desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r")
"""Files that Windows and macOS make by themselves; others of theirs are hidden."""

PLAIN: Final = (".txt", ".text")
"""The endings that a text editor adds to a name."""


def unread_files(folder: Path) -> list[Path]:
    """The files of a folder that look like its files and are not read.

    These are all files in ``articles/``, and files named like journal.yaml or issue.yaml. Hidden
    files, lock files of word processors and files of desktops are passed over.
    """
    found = [*_files(folder / "articles"), *filter(_is_like_ours, _files(folder))]
    return [path for path in found if path.suffix.lower() not in SUFFIXES]


def unread_journals(folder: Path) -> list[Path]:
    """The files of a folder that are named like journal.yaml and are not read."""
    found = (path for path in _files(folder) if _is_like_ours(path, ("journal",)))
    return [path for path in found if path.suffix.lower() not in SUFFIXES]


def unread_finding(path: Path) -> Finding:
    """The finding that a file is not read, and why."""
    place = Place(shown(str(path)))
    return Finding("file-ending-other", Level.WARNING, FrozenMap(unread_params(path)), place=place)


def unread_params(path: Path) -> dict[str, str]:
    """The name of a file that is not read and its ending, if it has one."""
    ending = {"ending": shown(path.suffix)} if path.suffix else {}
    return {"name": shown(path.name), **ending}


def _is_like_ours(path: Path, stems: tuple[str, ...] = ("journal", "issue")) -> bool:
    """Whether a name is journal.yaml or issue.yaml with another ending, or journal.txt."""
    name = path.name.lower()
    stem = name.partition(".")[0]
    is_named = stem in stems
    has_our_ending = any(suffix in SUFFIXES for suffix in Path(name).suffixes[:-1])
    return is_named and (has_our_ending or path.suffix.lower() in PLAIN)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    names = (path for path in folder.iterdir() if not _is_of_system(path.name))
    return sorted(path for path in names if path.is_file())


def _is_of_system(name: str) -> bool:
    """Whether a file is hidden, of a desktop, or the lock file of a word processor."""
    return name.startswith((".", "~$")) or name.lower() in OF_DESKTOPS
