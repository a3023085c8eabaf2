"""People: names in several languages matched to one person, with what is printed about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jatsx_draft.articles import PrintedArticle
from jatsx_draft.author_data import AuthorData
from jatsx_draft.contents import Entry
from jatsx_draft.head import Named
from jatsx_draft.letters import is_cyrillic
from jatsx_draft.names import (
    PrintedName,
    begins_alike,
    ends_as_family,
    may_be_one,
    same_family,
    sound_alike,
    spells,
)


@dataclass(slots=True)
class Person:
    """An author, as printed in each place.

    Args:
        bylines: the name above or below the title, by language.
        data: what is printed after the article, by language.
        contents: the name in the contents, by language.
        by_order: the languages in which the name was found only by its position.
    """

    bylines: dict[str, Named] = field(default_factory=dict)
    data: dict[str, AuthorData] = field(default_factory=dict)
    contents: dict[str, tuple[PrintedName, Entry]] = field(default_factory=dict)
    by_order: set[str] = field(default_factory=set)

    @property
    def names(self) -> Iterator[PrintedName]:
        """All forms of the name."""
        yield from (named.name for named in self.bylines.values())
        yield from (one.name for one in self.data.values())
        yield from (name for name, _ in self.contents.values())

    @property
    def marks(self) -> frozenset[str]:
        """The numbers and stars beside the name, in any language."""
        return frozenset(mark for named in self.bylines.values() for mark in named.name.marks)

    def is_like(self, name: PrintedName) -> bool:
        """Whether a name may be the name of this person."""
        return any(
            may_be_one(name, own) or may_be_one(own, name) or sound_alike(name, own)
            for own in self.names
        )


def people(
    article: PrintedArticle,
    data: Sequence[AuthorData],
    entries: Sequence[tuple[str, Entry]],
) -> tuple[list[Person], list[AuthorData]]:
    """The people of an article, in the order of its first block, and data of nobody.

    Args:
        article: the article.
        data: what is printed about authors after the article.
        entries: its lines in the contents, with the language of the names.
    """
    found: list[Person] = []
    for block, head in zip(article.blocks, article.heads, strict=True):
        _match_bylines(found, block.language, head.names)
    left = _match_data(found, data)
    for language, entry in entries:
        _match_contents(found, language, entry)
    return found, left


def _match_bylines(found: list[Person], language: str, names: Sequence[Named]) -> None:
    """Matches the names of a block: by romanisation, else by their position."""
    if not found:
        found += [Person({language: named}) for named in names]
        return
    free = set(range(len(found)))
    waiting: list[int] = []
    for n, named in enumerate(names):
        options = [n, *sorted(free - {n})] if n in free else sorted(free)
        person = next((one for one in options if found[one].is_like(named.name)), None)
        if person is None:
            waiting.append(n)
        else:
            found[person].bylines[language] = named
            free.discard(person)
    for n in waiting:
        if n in free:
            found[n].bylines[language] = names[n]
            found[n].by_order.add(language)
            free.discard(n)
        else:
            found.append(Person({language: names[n]}, by_order={language}))


def _match_data(found: list[Person], data: Sequence[AuthorData]) -> list[AuthorData]:
    """Matches authors' data: by name, else by the position if there are as many as people."""
    left: list[AuthorData] = []
    for one in data:
        person = next(
            (own for own in found if own.is_like(one.name) and one.language not in own.data), None
        )
        if person:
            person.data[one.language] = one
        else:
            left.append(one)
    return [one for one in left if not _match_by_email(found, one)]


def _match_by_email(found: Sequence[Person], data: AuthorData) -> bool:
    """Matches an author's data to the person who has the same e-mail in another language."""
    for person in found:
        known = {one.email for one in person.data.values() if one.email}
        if data.email in known and data.language not in person.data:
            person.data[data.language] = data
            person.by_order.add(data.language)
            return True
    return False


def _match_contents(found: Sequence[Person], language: str, entry: Entry) -> None:
    for n, name in enumerate(entry.names):
        person = next(
            (one for one in found if one.is_like(name) and language not in one.contents), None
        )
        if person is None and len(entry.names) == len(found) and language not in found[n].contents:
            person = found[n]
        if person:
            person.contents[language] = (name, entry)


def ordered(name: PrintedName, others: Sequence[PrintedName], families_last: bool) -> PrintedName:
    """A name whose family name is the word that other forms of the name say it is."""
    if name.is_ordered:
        return name
    swapped = name.swapped()
    for other in others:
        if other.is_ordered and other is not name:
            if spells(name.family, other.family):
                return name
            if spells(swapped.family, other.family):
                return swapped
    if ends_as_family(swapped.family) and not ends_as_family(name.family):
        return swapped
    return name if families_last else swapped


def families_come_last(names: Sequence[PrintedName]) -> bool:
    """Whether most names of two words have the family name at the end."""
    pairs = [name for name in names if not name.is_ordered]
    last = sum(
        ends_as_family(name.family) and not ends_as_family(name.swapped().family) for name in pairs
    )
    first = sum(
        ends_as_family(name.swapped().family) and not ends_as_family(name.family) for name in pairs
    )
    return last >= first


def whole_name(byline: PrintedName, data: PrintedName | None, has_patronymic: bool) -> PrintedName:
    """The name of the byline, with the given names of an author's data in place of initials."""
    if data is None or not byline.has_initials or data.has_initials:
        return _with_split_initials(byline, has_patronymic)
    own = _oriented(data, byline)
    if not begins_alike(own.given, byline.given) or not _same_script(own, byline):
        return _with_split_initials(byline, has_patronymic)
    patronymic = own.patronymic or byline.given.partition(".")[2]
    return replace(byline, given=own.given, patronymic=patronymic)


def _oriented(data: PrintedName, byline: PrintedName) -> PrintedName:
    """An author's data with the same word as family name as the byline."""
    if data.is_ordered or same_family(data, byline):
        return data
    swapped = data.swapped()
    return swapped if same_family(swapped, byline) else data


def oriented(data: PrintedName, byline: PrintedName) -> PrintedName:
    """A name that is printed elsewhere, with the word as family name that the byline has."""
    return _oriented(data, byline)


def _same_script(name: PrintedName, other: PrintedName) -> bool:
    return is_cyrillic(name.given) == is_cyrillic(other.family)


def _with_split_initials(name: PrintedName, has_patronymic: bool) -> PrintedName:
    """Two initials divided into those of the given name and the patronymic, if there is one."""
    if not name.has_initials or name.patronymic or not has_patronymic:
        return name
    first, dot, rest = name.given.partition(".")
    return replace(name, given=first + dot, patronymic=rest) if rest else name
