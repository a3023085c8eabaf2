"""What is wrong, and where.

A finding holds no sentence: a code, and what the sentence needs. The sentence is made at the
edge (:mod:`jatsx.findings.messages`), so that it can be said in any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jatsx.model.frozenmap import FrozenMap


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """Blocks the document."""
    WARNING = "warning"
    """Worth a look; blocks nothing."""
    LOST = "lost"
    """A format has no place for it; the document is valid without."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file. Lines and columns count characters from 1; either may be unknown.

    ``end_column`` is the column after the last character at fault, as far as it stands on that
    line; None where that is unknown.
    """

    file: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence of a code, and what to do about it: format strings over a finding's params.

    Of several sentences the first is shown whose placeholders the finding has all params for. How
    a placeholder shows its param: :mod:`jatsx.findings.formatting`.
    """

    sentence: str | tuple[str, ...]
    hint: str | tuple[str, ...] = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence that may be shown."""
        return self.sentence if isinstance(self.sentence, tuple) else (self.sentence,)

    @property
    def hints(self) -> tuple[str, ...]:
        """Every hint that may be shown; none where it is empty."""
        if isinstance(self.hint, tuple):
            return self.hint
        return (self.hint,) if self.hint else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should know of an article, an issue, a file or a plugin.

    ``code`` is part-thing-fault (``contributor-orcid-checksum``). ``field`` is a path in the
    model, from the article (``issue.journal.issn.print``). ``article`` is the article's id, or
    None where the finding is of an issue, a file or a plugin. ``target`` is the format concerned,
    or None where every format is. ``excerpt`` is the characters at fault, where the value is longer
    than they are. ``own_message`` is the journal's own sentence by language, where the journal
    declares the rule.
    """

    code: str
    level: Level = Level.ERROR
    params: Mapping[str, str] = FrozenMap()
    field: str | None = None
    article: str | None = None
    target: str | None = None
    place: Place | None = None
    excerpt: str = ""
    own_message: Mapping[str, str] = FrozenMap()

    def blocks(self, target: str) -> bool:
        """Whether it keeps an article from the format ``target``."""
        return self.level is Level.ERROR and self.target in (None, target)
