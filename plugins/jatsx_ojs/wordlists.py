"""Lists of words in the code."""

from __future__ import annotations


def wordlist(*lines: str) -> frozenset[str]:
    """The words of some lines."""
    return frozenset(" ".join(lines).split())
