"""The values of an article that the record of an agency shows, in a form that can be compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.part import Part, PerLanguage
from jatsx.model.text import Prose, Text
from jatsx.plugin.agency import ShownField
from jatsx.standards.identifiers import doi_key, orcid_url, ror_url

FieldNames: TypeAlias = tuple[str, ...]
"""A field without languages and positions: ``("contributors", "name", "family")``."""


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value: how it is compared, and how it is shown."""

    compared: str
    shown: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class ShownParts:
    """Values by the names of fields."""

    named: tuple[tuple[str, Shown], ...]


@dataclass(frozen=True, slots=True)
class ShownLanguages:
    """Values by language. Records often do not say the language, so it is not compared."""

    values: tuple[Shown, ...]
    tags: tuple[str, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class ShownItems:
    """Values in a list."""

    values: tuple[Shown, ...]


Shown: TypeAlias = ShownValue | ShownParts | ShownLanguages | ShownItems

FORMS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "doi": doi_key,
    "orcid": orcid_url,
    "ror": ror_url,
    "print": lambda issn: issn.replace("-", ""),
    "electronic": lambda issn: issn.replace("-", ""),
}
"""The forms of identifiers, by the last name of their field, in which they are compared."""

AFFILIATIONS: Final = ("contributors", "affiliations")
"""The ids of the affiliations of a contributor. They are compared and shown by what they name."""


def shown_values(article: Article, fields: Sequence[ShownField]) -> Shown | None:
    """The values of some fields; None if the article has none of them."""
    return _ShownValues(article, fields).all()


def text_of(node: Shown) -> str:
    """All values, as they are shown in a message."""
    return ", ".join(_texts(node))


def _texts(node: Shown) -> Iterator[str]:
    match node:
        case ShownValue():
            yield node.shown
        case ShownParts():
            for _, inner in node.named:
                yield from _texts(inner)
        case ShownLanguages() | ShownItems():
            for inner in node.values:
                yield from _texts(inner)


class _ShownValues:
    """Takes those values of an article that a record shows."""

    def __init__(self, article: Article, fields: Sequence[ShownField]) -> None:
        self._article = article
        self._fields = {tuple(one.name.split(".")): one for one in fields}
        self._affiliations = {one.id: one for one in article.affiliations}

    def all(self) -> Shown | None:
        """The values of the article. Affiliations are those of contributors."""
        names = (name for name in _names(self._article) if name != AFFILIATIONS[1])
        return self._parts({name: getattr(self._article, name) for name in names}, ())

    def of(self, value: object, names: FieldNames) -> Shown | None:
        """The values inside a value of the model."""
        match value:
            case Part():
                return self._parts({name: getattr(value, name) for name in _names(value)}, names)
            case PerLanguage():
                return self._languages(value, names)
            case FrozenMap():
                return self._parts(value, names)
            case tuple():
                inner = tuple(node for one in value if (node := self.of(one, names)))
                return ShownItems(inner) if inner else None
            case Text() | Prose():
                return _value(value.plain, names)
            case str() if names == AFFILIATIONS:
                return self._affiliation(value)
            case str():
                return _value(value, names)
        return None

    def _parts(self, values: Mapping[str, object], names: FieldNames) -> Shown | None:
        inner = ((name, (*names, name)) for name in values)
        found = ((name, self.of(values[name], path)) for name, path in inner if self._shows(path))
        named = tuple((name, node) for name, node in found if node)
        return ShownParts(named) if named else None

    def _languages(self, values: Mapping[str, object], names: FieldNames) -> Shown | None:
        found = [(tag, node) for tag, one in values.items() if (node := self.of(one, names))]
        if self._has_one_language(names):
            found = found[:1]
        tags, nodes = tuple(tag for tag, _ in found), tuple(node for _, node in found)
        return ShownLanguages(nodes, tags) if found else None

    def _affiliation(self, id: str) -> Shown | None:
        """What the id of an affiliation stands for."""
        known = self._affiliations.get(id)
        node = self.of(known, AFFILIATIONS[1:]) if known else None
        return ShownValue(" ".join(_compared(node)), text_of(node)) if node else None

    def _shows(self, names: FieldNames) -> bool:
        """Whether a record shows a field, something in it, or what contains it."""
        return any(names[: len(one)] == one or one[: len(names)] == names for one in self._fields)

    def _has_one_language(self, names: FieldNames) -> bool:
        around = (names[:length] for length in range(1, len(names) + 1))
        inside = (one for path, one in self._fields.items() if path[: len(names)] == names)
        known = (*(self._fields[one] for one in around if one in self._fields), *inside)
        return any(one.has_one_language for one in known)


def _names(part: Part) -> Iterator[str]:
    return iter(type(part).model_fields)


def one_line(text: str) -> str:
    """A text on one line, in one form of its characters (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _value(text: str, names: FieldNames) -> ShownValue | None:
    shown = one_line(text)
    form = FORMS.get(names[-1])
    return ShownValue((form(shown) if form else None) or shown, shown) if shown else None


def _compared(node: Shown) -> Iterator[str]:
    match node:
        case ShownValue():
            yield node.compared
        case ShownParts():
            for _, inner in node.named:
                yield from _compared(inner)
        case ShownLanguages() | ShownItems():
            for inner in node.values:
                yield from _compared(inner)
