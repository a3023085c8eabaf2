"""People's names: the main one, and those in other languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jatsx import Built, Content, Extent, Loss, element, is_present, non_blank
from jatsx.model.fieldpath import subpath
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import PersonName


def full_names(names: Mapping[str, PersonName]) -> dict[str, PersonName]:
    """The names with a family name: ``person_name`` requires ``surname``."""
    return {tag: name for tag, name in names.items() if is_present(name.family)}


def given_text(name: PersonName) -> str:
    """The text of ``given_name``: given names, then the patronymic, which has no own element."""
    return " ".join(filter(None, map(non_blank, (name.given, name.patronymic))))


def given_field(name: PersonName) -> str:
    """The field of ``given_name``."""
    return "given" if is_present(name.given) else "patronymic"


def given_name(name: PersonName, field: str) -> Built:
    """``given_name``."""
    return element("given_name", None, given_text(name), field=f"{field}.{given_field(name)}")


def surname(name: PersonName, field: str) -> Built:
    """``surname``."""
    return element("surname", None, name.family, field=f"{field}.family")


def suffix(name: PersonName, field: str) -> Built:
    """``suffix``."""
    return element("suffix", None, name.suffix, field=f"{field}.suffix")


def alt_names(names: Mapping[str, PersonName], main: str, field: str, version: Version) -> Built:
    """``alt-name``: one element around a ``name`` for each further language."""
    pieces = (
        alt_name(name, tag, subpath(field, tag), version)
        for tag, name in names.items()
        if name and tag != main
    )
    return element("alt-name", None, pieces, field=field)


def alt_name(name: PersonName, tag: str, field: str, version: Version) -> Content:
    """``name``: a name in a further language. Here the surname comes first."""
    if not version.has_alt_name:
        return Loss(field, "name-language", {"version": version.name}, Extent.LANGUAGE)
    family, given = surname(name, field), given_name(name, field)
    if not family and not given:
        return Loss(field, "alternative-name-empty")
    attributes = {"language": language_code(tag, version)}
    fields = {"surname": "family", "given_name": given_field(name)}
    made = element(
        "name", attributes, family, given, suffix(name, field), field=field, fields=fields
    )
    return made, language_loss(tag, field, version)
