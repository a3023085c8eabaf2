"""All values of an article, an issue or a journal, collected in one walk.

Rules that check every text, language tag or empty value use it, so that the model is walked only
once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Part, PerLanguage
from jatsx.model.text import Prose, Text

Answer = TypeVar("Answer")

NESTED: Final[Mapping[str, tuple[str, ...]]] = {
    "Article": ("issue",),
    "Issue": ("journal",),
    "Journal": ("affiliations", "patterns"),
}
"""The fields of a part that are not entered, because they are walked separately. What a journal
shares is walked in the articles that use it."""

TAGGED: Final = frozenset({"language", "languages"})
"""The fields that contain language tags."""


@dataclass(frozen=True, eq=False, slots=True)
class WrittenValue:
    """A value as written: its path, its characters and its language, if the language is known.

    ``text`` is the tree of a value that may contain markup. The language is None, for example, for
    the title of a cited work.
    """

    path: Path
    plain: str
    language: str | None = None
    text: Text | Prose | None = None


@dataclass(slots=True)
class Texts:
    """The values of an article, an issue or a journal, in order.

    Args:
        owner: the article, the issue or the journal.
        values: all texts that are not blank.
        blank: the paths of all blank or empty values.
        tags: the language tags with the paths of their values.
        parts: the owner and all parts inside it that are not empty, outer parts first, with their
            paths.
    """

    owner: Part
    values: list[WrittenValue] = field(default_factory=list)
    blank: list[Path] = field(default_factory=list)
    tags: list[tuple[Path, str]] = field(default_factory=list)
    parts: list[tuple[Path, Part]] = field(default_factory=list)
    _answers: dict[Hashable, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, owner: Part) -> Texts:
        """The texts of an article without its issue, an issue without its journal, or a journal."""
        texts = cls(owner, parts=[((), owner)])
        texts._take_fields(owner, (), None, without=NESTED.get(type(owner).__name__, ()))
        return texts

    def once(self, compute: Callable[[Texts], Answer]) -> Answer:
        """The result of a function of these texts, which is called only once."""
        if compute not in self._answers:
            self._answers[compute] = compute(self)
        answer: Answer = self._answers[compute]
        return answer

    def _take_fields(
        self, part: Part, path: Path, language: str | None, without: Collection[str] = ()
    ) -> None:
        written = part.model_fields_set
        for name, value in vars(part).items():
            if name in written and name not in without:
                self._take(value, (*path, name), language)
                if name in TAGGED:
                    self._take_tags((*path, name), value)

    def _take_item(self, path: Path, item: object, language: str | None) -> None:
        if isinstance(item, (tuple, FrozenMap)) and not item:
            self.blank.append(path)
        else:
            self._take(item, path, language)

    def _take(self, value: object, path: Path, language: str | None) -> None:
        """Collects a value. A value without text, such as a boolean, is skipped."""
        if isinstance(value, str):
            self._take_characters(path, value, language)
        elif isinstance(value, (Text, Prose)):
            self._take_text(path, value, language)
        elif isinstance(value, PerLanguage):
            self._take_languages(path, value)
        elif isinstance(value, FrozenMap):
            self._take_map(path, value, language)
        elif isinstance(value, Part):
            self._take_part(path, value, language)
        elif isinstance(value, tuple):
            self._take_list(path, value, language)

    def _take_characters(self, path: Path, plain: str, language: str | None) -> None:
        if plain.strip():
            self.values.append(WrittenValue(path, plain, language))
        else:
            self.blank.append(path)

    def _take_text(self, path: Path, text: Text | Prose, language: str | None) -> None:
        if text:
            self.values.append(WrittenValue(path, text.plain, language, text))
        else:
            self.blank.append(path)

    def _take_languages(self, path: Path, values: PerLanguage[object]) -> None:
        for tag, item in values.items():
            inner = (*path, tag)
            self.tags.append((inner, tag))
            self._take_item(inner, item, tag)

    def _take_map(self, path: Path, values: FrozenMap[object], language: str | None) -> None:
        for key, item in values.items():
            self._take_item((*path, key), item, language)

    def _take_list(self, path: Path, values: tuple[object, ...], language: str | None) -> None:
        for position, item in enumerate(values):
            self._take_item((*path, position), item, language)

    def _take_part(self, path: Path, part: Part, language: str | None) -> None:
        if part:
            self.parts.append((path, part))
            self._take_fields(part, path, language)
        else:
            self.blank.append(path)

    def _take_tags(self, path: Path, value: object) -> None:
        if isinstance(value, str):
            self.tags.append((path, value))
        elif isinstance(value, tuple):
            self.tags += [((*path, position), tag) for position, tag in enumerate(value)]
