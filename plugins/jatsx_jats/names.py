"""Names of people and groups: contributors and cited authors.

Source: JATS Publishing Tag Library, ``name``, ``name-alternatives``, ``collab``.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Built, Content, Loss, element, is_present, non_blank, partition, present
from jatsx.model import Contributor, PersonName
from jatsx.model.fieldpath import subpath
from jatsx_jats.languages import transliteration
from jatsx_jats.version import Version


def contributor_names(contributor: Contributor, field: str, version: Version) -> Iterator[Content]:
    """The names of a person and of a group in each language."""
    names = present(contributor.name)
    yield _alternatives(
        "name-alternatives",
        f"{field}.name",
        [
            _person(name, subpath(f"{field}.name", tag), tag, transliteration(tag, names, version))
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


def _person(written: PersonName, field: str, lang: str, variant: str | None) -> Built:
    """A person's name. JATS has no element for patronymics: they follow the given names."""
    given = " ".join(filter(None, (non_blank(written.given), non_blank(written.patronymic))))
    return name(written.family, given, field, suffix=written.suffix, lang=lang, variant=variant)


def _alternatives(tag: str, field: str, names: list[Built]) -> Content:
    """One name, or several names as alternatives."""
    one_or_more, lost = partition(names)
    return names if len(one_or_more) < 2 else [element(tag, None, one_or_more, field=field), lost]
