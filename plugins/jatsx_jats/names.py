"""Names of people and groups, of the article's contributors and of cited authors.

Source: JATS Publishing Tag Library, ``name``, ``name-alternatives``, ``collab``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from jatsx import el
from jatsx.documents.build import Inside, Lost, Pieces, apart, at, stated, wrapped
from jatsx.model import Contributor, PersonName
from jatsx.standards.languages import language_subtag
from jatsx_jats.said import said
from jatsx_jats.version import Version

LATIN: Final = "latn"
"""The subtag of the Latin script (ISO 15924), as in ``ru-Latn``."""


def contributor_names(contributor: Contributor, of: str, version: Version) -> Iterator[Inside]:
    """The names of a person, as each language writes it, and of a group."""
    names = stated(contributor.name)
    yield _alternatives(
        "name-alternatives",
        f"{of}.name",
        [
            _person(name, at(f"{of}.name", tag), tag, lang_variant(tag, names, version))
            for tag, name in names.items()
        ],
    )
    yield _alternatives(
        "collab-alternatives",
        f"{of}.group",
        [
            wrapped("collab", None, group, of=at(f"{of}.group", tag), lang=tag)
            for tag, group in stated(contributor.group).items()
        ],
    )


def name(
    family: str | None,
    given: str | None,
    of: str,
    *,
    suffix: str | None = None,
    lang: str | None = None,
    variant: str | None = None,
) -> Pieces:
    """A person's name. A mononym is a ``surname`` alone."""
    surname = el("surname", None, family, of=f"{of}.family")
    given_names = el("given-names", None, given, of=f"{of}.given")
    if surname is None and given_names is None:
        why = "a suffix follows a surname or given names"
        return (Lost(f"{of}.suffix", why),) if said(suffix) else ()
    return wrapped(
        "name",
        {"name-style": None if surname else "given-only", "lang-variant": variant},
        surname,
        given_names,
        el("suffix", None, suffix, of=f"{of}.suffix"),
        of=of,
        lang=lang,
        fields={"surname": "family", "given-names": "given"},
    )


def lang_variant(tag: str, tags: Collection[str], version: Version) -> str | None:
    """What ``@lang-variant`` says of a romanised twin: what is written in Latin letters beside the
    same language in its own. JATS 1.3 has no such attribute."""
    if not version.has_lang_variant or not _is_latin(tag):
        return None
    twins = (
        other
        for other in tags
        if language_subtag(other) == language_subtag(tag) and not _is_latin(other)
    )
    return "transliteration" if any(twins) else None


def _person(written: PersonName, of: str, lang: str, variant: str | None) -> Pieces:
    """A person's name; JATS has no patronymic, which stands at the tail of the given names."""
    given = " ".join(filter(None, (said(written.given), said(written.patronymic))))
    return name(written.family, given, of, suffix=written.suffix, lang=lang, variant=variant)


def _alternatives(tag: str, of: str, names: list[Pieces]) -> Inside:
    """One name, or several as alternatives of each other."""
    one_or_more, lost = apart(names)
    return names if len(one_or_more) < 2 else [el(tag, None, one_or_more, of=of), lost]


def _is_latin(tag: str) -> bool:
    return LATIN in tag.lower().split("-")[1:]
