"""The people of an article, with the doubts about their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jatsx_draft.evidence import Drafted, Sure, at
from jatsx_draft.letters import folded, is_cyrillic
from jatsx_draft.names import PrintedName, consonants, is_patronymic, spells
from jatsx_draft.people import Person, ordered, oriented, whole_name
from jatsx_draft.printed import PrintedLine


def add_names(draft: Drafted, people: Sequence[Person], families_last: bool) -> None:
    """Adds the names of the people in each language."""
    for n, person in enumerate(people):
        for language, named in person.bylines.items():
            byline = ordered(named.name, list(person.names), families_last)
            data = person.data.get(language)
            name = whole_name(byline, data.name if data else None, _has_patronymic(person))
            path = ("contributors", n, "name", language)
            lines = [named.line, *(data.lines if data and name.given != byline.given else ())]
            draft.put((*path, "family"), name.family, [named.line])
            draft.put((*path, "given"), name.given, reversed(lines))
            draft.put((*path, "patronymic"), name.patronymic, reversed(lines))
            _compare(draft, path, byline, person, language, named.line)
            if language in person.by_order:
                draft.doubt("draft-name-order", path, [named.line], name=named.name.text)
        _compare_languages(draft, n, person)


def _has_patronymic(person: Person) -> bool:
    """Whether any form of the name has a patronymic."""
    return any(name.patronymic and is_patronymic(name.patronymic) for name in person.names)


def _compare(
    draft: Drafted,
    path: tuple[str | int, ...],
    byline: PrintedName,
    person: Person,
    language: str,
    line: PrintedLine,
) -> None:
    """Compares a name with the same name in authors' data and in the contents."""
    seen: set[str] = set()
    for other, lines in _others(person, language):
        own = oriented(other, byline)
        if is_cyrillic(own.family) != is_cyrillic(byline.family):
            continue
        differs = folded(own.family) != folded(byline.family) or _other_given(own, byline)
        if not differs:
            draft.confirm((*path, "family"))
            draft.confirm((*path, "given"))
        elif other.text not in seen:
            seen.add(other.text)
            field = "given" if folded(own.family) == folded(byline.family) else "family"
            draft.doubt(
                "draft-name-differs",
                (*path, field),
                [line],
                name=byline.text,
                other=other.text,
                where=at(lines[0]),
            )


def _others(person: Person, language: str) -> Iterable[tuple[PrintedName, Sequence[PrintedLine]]]:
    data = person.data.get(language)
    if data:
        yield data.name, data.lines
    contents = person.contents.get(language)
    if contents:
        yield contents[0], contents[1].lines


def _other_given(name: PrintedName, other: PrintedName) -> bool:
    """Whether two given names contradict each other; initials contradict only other letters."""
    first, second = folded(name.given), folded(other.given)
    if not first or not second:
        return False
    if name.has_initials or other.has_initials:
        return first[0] != second[0]
    words, others = name.given.split(), other.given.split()
    return folded(words[0]) != folded(others[0])


def _compare_languages(draft: Drafted, n: int, person: Person) -> None:
    """Compares the names of a person in the blocks: one must be a spelling of the other."""
    forms = [one for one in person.bylines.items() if one[0] not in person.by_order]
    for m, (language, named) in enumerate(forms):
        for part in ("family", "given"):
            own = _part(draft, n, language, part)
            for other_language, other_named in forms[:m]:
                other = _part(draft, n, other_language, part)
                if own and other and "." not in own + other and not _are_alike(own, other):
                    draft.doubt(
                        "draft-name-unlike",
                        ("contributors", n, "name", language, part),
                        [named.line],
                        name=own,
                        other=other,
                        where=at(other_named.line),
                    )
                    break


def _are_alike(one: str, two: str) -> bool:
    """Whether one name is a spelling of the other; in another script, by its sound."""
    if spells(one, two) or spells(two, one):
        return True
    first, second = one.split(), two.split()
    if len(first) != len(second):
        return _are_alike(first[0], second[0]) if len(first) * len(second) > 0 else True
    if len(first) > 1:
        return all(map(_are_alike, first, second))
    return is_cyrillic(one) != is_cyrillic(two) and consonants(one) == consonants(two)


def _part(draft: Drafted, n: int, language: str, part: str) -> str:
    names = draft.data["contributors"][n]["name"]
    return str(names.get(language, {}).get(part) or "")


def add_roles(draft: Drafted, people: Sequence[Person]) -> None:
    """Adds degrees and positions from authors' data, as far as the byline's block has none."""
    for n, person in enumerate(people):
        for language, data in person.data.items():
            draft.put(("contributors", n, "degree", language), data.degree, data.lines)
            path = ("contributors", n, "position", language)
            draft.put(path, data.position, data.lines)
            if data.position and not data.is_sure_of_position:
                draft.doubt("draft-position-unsure", path, data.lines)


def add_orcids(
    draft: Drafted, people: Sequence[Person], printed: Sequence[tuple[str, PrintedLine, int]]
) -> None:
    """Adds ORCID iDs: those of authors' data, and those in heads after a name."""
    for n, person in enumerate(people):
        for data in person.data.values():
            draft.put(("contributors", n, "orcid"), _orcid(data.orcid), data.lines)
    places = {after for _, _, after in printed}
    is_each = places == set(range(1, len(people) + 1))
    for orcid, line, after in printed:
        named = [
            n for n, one in enumerate(people) if any(x.line is line for x in one.bylines.values())
        ]
        owner = named[0] if len(named) == 1 else after - 1
        if not 0 <= owner < len(people):
            continue
        known = draft.data.get("contributors", [{}] * len(people))[owner].get("orcid")
        path = ("contributors", owner, "orcid")
        if known and known != _orcid(orcid):
            draft.doubt(
                "draft-value-differs", path, [line], value=known, other=orcid, where=at(line)
            )
        elif not known:
            is_sure = len(named) == 1 or len(people) == 1 or is_each
            draft.put(path, _orcid(orcid), [line], Sure.ONE)
            if not is_sure:
                draft.doubt("draft-orcid-owner", path, [line], value=orcid)


def _orcid(printed: str) -> str:
    """An ORCID iD with a Latin capital X."""
    return printed.replace("х", "X").replace("Х", "X").replace("x", "X")
