"""The names of the folders and files of issues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from jatsx.model import Article, Issue
from jatsx.rules.common import is_file_name
from jatsx.standards.romanisation import romanised

UNNAMED: Final = "issue"
"""The name of the folder of an issue with an empty id."""
_LONGEST: Final = 60
"""The largest number of characters of an id that is made from a name."""


def id_from_name(name: str) -> str:
    """A valid id that is similar to a name: the name itself, if it is valid.

    >>> [id_from_name(name) for name in ("2024-2", "Выпуск 2 (106)", "№", "nul")]
    ['2024-2', 'vypusk-2-106', 'issue', 'issue-nul']
    """
    if is_file_name(name):
        return name
    latin = romanised(name).encode("ascii", "replace").decode()
    id = re.sub("[^a-z0-9._]+", "-", latin)[:_LONGEST].strip("-._")
    return id if is_file_name(id) else f"{UNNAMED}-{id}".strip("-")


def is_bare_name(name: str) -> bool:
    """Whether a name is a plain file name on every system, without a path."""
    is_bare = PurePosixPath(name).name == name == PureWindowsPath(name).name
    return is_bare and name not in ("", ".", "..") and name.isprintable()


def folder_names(issues: Sequence[Issue]) -> list[str]:
    """The folder name of each issue: its id, with a number if an earlier issue has the same id."""
    names: list[str] = []
    for issue in issues:
        id = issue.id or UNNAMED
        taken = {name.lower() for name in names}
        candidates = (id if number == 1 else f"{id}-{number}" for number in count(1))
        names.append(next(name for name in candidates if name.lower() not in taken))
    return names


def article_names(articles: Sequence[Article]) -> list[str]:
    """The file name of each article of an issue: its id.

    All names begin with a number if the ids are not unique, or if the articles would otherwise be
    read in a different order. The articles of a folder are read in the order of the issue's list
    ``articles``, the others in the order of their file names.
    """
    plain = [f"{article.id}.yaml" for article in articles]
    digits = max(2, len(str(len(articles))))
    numbered = [f"{number:0{digits}}-{name}" for number, name in enumerate(plain, 1)]
    are_apart = len({name.lower() for name in plain}) == len(plain)
    keep_order = _as_read(articles, plain) == _as_read(articles, numbered)
    return plain if are_apart and keep_order else numbered


def _as_read(articles: Sequence[Article], names: Sequence[str]) -> tuple[list[int], list[int]]:
    """The order in which a folder gives the articles, with and without case-sensitive names."""
    order = articles[0].issue.articles
    rank = {id: position for position, id in enumerate(order)}
    positions = range(len(articles))
    ranks = [rank.get(article.id, len(rank)) for article in articles]
    return (
        sorted(positions, key=lambda n: (ranks[n], names[n])),
        sorted(positions, key=lambda n: (ranks[n], names[n].lower())),
    )
