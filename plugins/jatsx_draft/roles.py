"""Degrees and positions in printed text."""

from __future__ import annotations

import re
from functools import lru_cache

from jatsx_draft.letters import spaced
from jatsx_draft.words.people import DEGREE_SHORT, DEGREES, POSITION_ENDS, POSITIONS

_DEGREE = re.compile(
    rf"(?:{'|'.join(map(re.escape, DEGREES))}|{DEGREE_SHORT}(?=\W|\Z))", re.IGNORECASE
)
_POSITION = re.compile(rf"(?:{'|'.join(map(re.escape, POSITIONS))})", re.IGNORECASE)
_DEGREE_INSIDE = re.compile(
    r"(?:ғылымдарының|ғылымының|ғылым)\s+(?:докторы|кандидаты|магистрі)"
    r"|^[^\W\d_]+\s+(?:кандидаты|магистрі)$"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=16384)
def is_degree(text: str) -> bool:
    """Whether a text begins as degrees do.

    >>> is_degree("к.э.н."), is_degree("доктор исторических наук"), is_degree("доцент")
    (True, True, False)
    """
    plain = spaced(text).lstrip("– -(")
    return bool(_DEGREE.match(plain) or _DEGREE_INSIDE.search(plain))


@lru_cache(maxsize=16384)
def is_position(text: str) -> bool:
    """Whether a text begins or ends as positions do."""
    plain = spaced(_IN_BRACKETS.sub(" ", text)).strip("– -(.,;")
    if is_degree(plain):
        return False
    return bool(_POSITION.match(f"{plain} ")) or plain.casefold().endswith(POSITION_ENDS)


def is_role(text: str) -> bool:
    """Whether a text begins as a degree or a position."""
    return is_degree(text) or is_position(text)
