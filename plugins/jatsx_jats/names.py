"""Names of people and groups: contributors and cited authors.

Source: JATS Publishing Tag Library, ``name``, ``name-alternatives``, ``collab``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from jatsx import Built, Content, Loss, element, is_present, non_blank, partition, present
from jatsx.model import Contributor, PersonName
from jatsx.model.fieldpath import subpath
from jatsx.standards.languages import language_subtag
from jatsx_jats.version import Version

LATIN: Final = "latn"
"""The subtag of the Latin script (ISO 15924), as in ``ru-Latn``."""


def contributor_names(contributor: Contributor, field: str, version: Version) -> Iterator[Content]:
    """The names of a person and of a group in each language."""
    names = present(contributor.name)
    yield _alternatives(
        "name-alternatives",
        f"{field}.name",
        [
            _person(name, subpath(f"{field}.name", tag), tag, lang_variant(tag, names, version))
            for tag, name in names.items()
        ],
    )
    yield _alternatives(
        "collab-alternatives",
        f"{field}.group",
        [
            element("collab", None, group, field=subpath(f"{field}.group", tag), lang=tag)
            for tag, group in present(contributor.group).items()
        ],
    )


def name(
    family: str | None,
    given: str | None,
    field: str,
    *,
    suffix: str | None = None,
    lang: str | None = None,
    variant: str | None = None,
) -> Built:
    """A person's name. A single name is a ``surname``."""
    surname = element("surname", None, family, field=f"{field}.family")
    given_names = element("given-names", None, given, field=f"{field}.given")
    if not surname and not given_names:
        return (Loss(f"{field}.suffix", "suffix-only"),) if is_present(suffix) else ()
    return element(
        "name",
        {"name-style": None if surname else "given-only", "lang-variant": variant},
        surname,
        given_names,
        element("suffix", None, suffix, field=f"{field}.suffix"),
        field=field,
        lang=lang,
        fields={"surname": "family", "given-names": "given"},
    )


def lang_variant(tag: str, tags: Collection[str], version: Version) -> str | None:
    """The value of ``@lang-variant`` for a name or text in Latin letters, if there is an original
    in the same language. JATS 1.3 does not have the attribute."""
    if not version.has_lang_variant or not _is_latin(tag):
        return None
    twins = (
        other
        for other in tags
        if language_subtag(other) == language_subtag(tag) and not _is_latin(other)
    )
    return "transliteration" if any(twins) else None


def _person(written: PersonName, field: str, lang: str, variant: str | None) -> Built:
    """A person's name. JATS has no element for patronymics: they follow the given names."""
    given = " ".join(filter(None, (non_blank(written.given), non_blank(written.patronymic))))
    return name(written.family, given, field, suffix=written.suffix, lang=lang, variant=variant)


def _alternatives(tag: str, field: str, names: list[Built]) -> Content:
    """One name, or several names as alternatives."""
    one_or_more, lost = partition(names)
    return names if len(one_or_more) < 2 else [element(tag, None, one_or_more, field=field), lost]


def _is_latin(tag: str) -> bool:
    return LATIN in tag.lower().split("-")[1:]
