"""Rules on the characters of identifiers: DOI, ROR ID, funder ID, URL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Texts, WrittenValue
from jatsx.model.fieldpath import Path
from jatsx.rules.common import code_points, fault, invisible_characters, odd_characters
from jatsx.rules.engine import Fault, mended, rule
from jatsx.rules.text.letters import is_compound, sights
from jatsx.standards.certain_identifiers import (
    certain_doi,
    certain_funder_id,
    certain_ror,
    visible_only,
)

IDENTIFIERS: Final = ("doi", "funder_id", "isbn", "issn", "orcid", "ror")
"""Fields of identifiers: rules on the letters of texts do not check them."""

CHECKED: Final = ("doi", "funder_id", "ror", "url")
"""The fields that ``identifier-letter-foreign`` checks."""

_RIGHT: Final[Mapping[str | int, Callable[[str], str | None]]] = {
    "doi": certain_doi,
    "funder_id": certain_funder_id,
    "ror": certain_ror,
}
"""The right form of each identifier."""

SETTINGS: Final = ("rules", "formats")


@rule(
    "identifier-letter-foreign",
    Level.ERROR,
    message="{written} contains characters that do not belong in it: {points:character}.",
    hint="Switch the keyboard to English, delete the whole value, and type it again.",
    mends=True,
)
def identifier(texts: Texts) -> Iterator[Fault]:
    """DOIs, ROR IDs, funder IDs and URLs contain no foreign letters and no invisible characters.

    A Cyrillic с looks like a Latin c, a dash like a hyphen, and a soft hyphen cannot be seen. With
    such a character, the identifier is a different one: a DOI is registered that nobody can type,
    and it cannot be deleted. Latin letters with accents are accepted. A URL may be in Cyrillic
    letters, but no word of it may mix two alphabets. If a DOI with such a letter is already
    registered, set the level of the rule to warning. Identifiers in the reference list, ISSNs and
    ORCID iDs are checked by other rules.

    Source: Crossref documentation, "Constructing your DOIs"; RFC 3986; Unicode Technical Standard
    39, "Confusable Detection".

    Good:

        doi: 10.5555/irilj.2024.106.2.c

    Bad:

        doi: 10.5555/irilj.2024.106.2.с
    """
    words = _words_in_two_alphabets(texts)
    for value in texts.values:
        if value.path[-1] not in CHECKED or (value.plain.isascii() and value.plain.isprintable()):
            continue
        if is_own_url(value.path):
            word = words.get(value.path, "")
            found = [*odd_characters(word), *invisible_characters(value.plain)]
        else:
            is_own = value.path[-1] != "url" and value.path[0] not in ("references", *SETTINGS)
            found = odd_characters(value.plain) if is_own else []
        if found:
            mends = mended(value.path, value.plain, _right(value))
            yield fault(value.path, written=value.plain, points=code_points(found)).with_mends(
                mends
            )


def _right(value: WrittenValue) -> str | None:
    """The identifier without invisible characters, if nothing else is wrong with it."""
    if value.path[-1] == "url":
        url = visible_only(value.plain)
        return url if url.isascii() and url.isprintable() and " " not in url else None
    return _RIGHT[value.path[-1]](value.plain)


def is_own_url(path: Path) -> bool:
    """Whether a field is a URL that does not belong to a cited work."""
    return path[-1] == "url" and path[0] not in ("references", *SETTINGS)


def _words_in_two_alphabets(texts: Texts) -> dict[Path, str]:
    """The first word of each URL that mixes two alphabets."""
    words: dict[Path, str] = {}
    for sight in sights(texts).get("mixed", ()):
        if is_own_url(sight.value.path) and not is_compound(sight.characters):
            words.setdefault(sight.value.path, sight.characters)
    return words
