"""What the folders and files of issues are called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from jatsx.model import Article, Issue

UNNAMED: Final = "issue"
"""The folder of an issue whose id is empty."""


def is_bare_name(name: str) -> bool:
    """Whether a name stays in its folder, on every system."""
    is_bare = PurePosixPath(name).name == name == PureWindowsPath(name).name
    return is_bare and name not in ("", ".", "..") and name.isprintable()


def folder_names(issues: Sequence[Issue]) -> list[str]:
    """A folder for each of several issues: its id, numbered where an issue before has it too."""
    names: list[str] = []
    for issue in issues:
        id = issue.id or UNNAMED
        taken = {name.lower() for name in names}
        candidates = (id if number == 1 else f"{id}-{number}" for number in count(1))
        names.append(next(name for name in candidates if name.lower() not in taken))
    return names


def article_names(articles: Sequence[Article]) -> list[str]:
    """A file for each article of an issue: its id, numbered where that keeps them apart, in order.

    A folder's articles are read in the order that the issue gives, the others by file name.
    """
    plain = [f"{article.id}.yaml" for article in articles]
    digits = max(2, len(str(len(articles))))
    numbered = [f"{number:0{digits}}-{name}" for number, name in enumerate(plain, 1)]
    are_apart = len({name.lower() for name in plain}) == len(plain)
    keep_order = _as_read(articles, plain) == _as_read(articles, numbered)
    return plain if are_apart and keep_order else numbered


def _as_read(articles: Sequence[Article], names: Sequence[str]) -> tuple[list[int], list[int]]:
    """The positions of the articles as a folder gives them, where case counts and where not."""
    order = articles[0].issue.articles
    rank = {id: position for position, id in enumerate(order)}
    positions = range(len(articles))
    ranks = [rank.get(article.id, len(rank)) for article in articles]
    return (
        sorted(positions, key=lambda n: (ranks[n], names[n])),
        sorted(positions, key=lambda n: (ranks[n], names[n].lower())),
    )
