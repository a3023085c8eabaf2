"""Everything that was written in an article, an issue or a journal, walked once.

Rules that look at every text, language tag or empty value ask here, so that the model is walked
once, however many of them there are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from jatsx.model.fieldpath import Path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Part, PerLanguage
from jatsx.model.text import Prose, Text

Answer = TypeVar("Answer")

NESTED: Final = {"Article": "issue", "Issue": "journal"}
"""The field of a part that has texts of its own, and isn't entered."""

TAGGED: Final = frozenset({"language", "languages"})
"""The fields that hold language tags."""


@dataclass(frozen=True, eq=False, slots=True)
class WrittenValue:
    """A value as written: its path, its characters, and the language that it is given in.

    ``text`` is the tree, where the value may carry markup. In the title of a cited work, say, no
    language is given.
    """

    path: Path
    plain: str
    language: str | None = None
    text: Text | Prose | None = None


@dataclass(slots=True)
class Texts:
    """What was written in a part, in order, without the part that it belongs to.

    ``values`` are all texts that say something; ``blank`` leads to each that doesn't; ``tags`` are
    the language tags, with the paths of what they are the language of. ``parts`` are the part
    itself and those in it that say something, outside in, with their paths.
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
        texts._take_fields(owner, (), None, without=NESTED.get(type(owner).__name__))
        return texts

    def once(self, question: Callable[[Texts], Answer]) -> Answer:
        """What a question about these texts is answered, which is asked once of them."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: Answer = self._answers[question]
        return answer

    def _take_fields(
        self, part: Part, path: Path, language: str | None, without: str | None = None
    ) -> None:
        written = part.model_fields_set
        for name, value in vars(part).items():
            if name in written and name != without:
                self._take(value, (*path, name), language)
                if name in TAGGED:
                    self._take_tags((*path, name), value)

    def _take_item(self, path: Path, item: object, language: str | None) -> None:
        if isinstance(item, (tuple, FrozenMap)) and not item:
            self.blank.append(path)
        else:
            self._take(item, path, language)

    def _take(self, value: object, path: Path, language: str | None) -> None:
        """Takes a value. One that holds no text, such as a flag, is passed over."""
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
