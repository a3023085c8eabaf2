"""What the rules found in articles, kept for a check that is repeated after a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from jatsx.findings.finding import Finding
from jatsx.model import Article

Find: TypeAlias = Callable[[Article], Sequence[Finding]]


class NothingKept:
    """Keeps nothing: every article is checked."""

    def of(self, article: Article, find: Find) -> Sequence[Finding]:
        """What the rules find in an article."""
        return find(article)


class KeptFindings(NothingKept):
    """Keeps what was found in the articles of the last check.

    An article is the same only if it is the same object: its issue is then the same, too.
    """

    def __init__(self) -> None:
        self._former: dict[int, tuple[Article, Sequence[Finding]]] = {}
        self._current: dict[int, tuple[Article, Sequence[Finding]]] = {}

    def of(self, article: Article, find: Find) -> Sequence[Finding]:
        """What the rules find in an article, or found when it was last checked."""
        kept = self._former.get(id(article)) or (article, find(article))
        self._current[id(article)] = kept
        return kept[1]

    def begin(self) -> None:
        """Starts a check: articles that are not in it are forgotten afterwards."""
        self._former |= self._current
        self._current = {}

    def end(self) -> None:
        """Ends a check of all articles."""
        self._former, self._current = self._current, {}


NOTHING_KEPT = NothingKept()
