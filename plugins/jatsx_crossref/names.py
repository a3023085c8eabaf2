"""People's names: the main one, and those in other languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jatsx import Element, el
from jatsx.documents.build import Inside, Lost, Pieces, at, wrapped
from jatsx_crossref.language import language_code, language_loss
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import PersonName


def full_names(names: Mapping[str, PersonName]) -> dict[str, PersonName]:
    """The names with a family name: ``surname`` is the one part that ``person_name`` needs."""
    return {tag: name for tag, name in names.items() if (name.family or "").strip()}


def given_text(name: PersonName) -> str:
    """What ``given_name`` holds: given names, then the patronymic, which has no element."""
    return " ".join(part for part in (name.given, name.patronymic) if part and part.strip())


def given_field(name: PersonName) -> str:
    """The field that ``given_name`` stands for."""
    return "given" if (name.given or "").strip() else "patronymic"


def given_name(name: PersonName, of: str) -> Element | None:
    """``given_name``."""
    return el("given_name", None, given_text(name), of=f"{of}.{given_field(name)}")


def surname(name: PersonName, of: str) -> Element | None:
    """``surname``."""
    return el("surname", None, name.family, of=f"{of}.family")


def suffix(name: PersonName, of: str) -> Element | None:
    """``suffix``."""
    return el("suffix", None, name.suffix, of=f"{of}.suffix")


def alt_names(names: Mapping[str, PersonName], main: str, of: str, version: Version) -> Pieces:
    """``alt-name``: one element around a ``name`` for each further language."""
    pieces = (
        alt_name(name, tag, at(of, tag), version)
        for tag, name in names.items()
        if name and tag != main
    )
    return wrapped("alt-name", None, pieces, of=of)


def alt_name(name: PersonName, tag: str, of: str, version: Version) -> Inside:
    """``name``: a name in a further language. Here the surname comes first."""
    if not version.has_alt_name:
        return Lost(of, f"person_name of {version.name} holds a name in one language")
    family, given = surname(name, of), given_name(name, of)
    if family is None and given is None:
        return Lost(of, "name needs a surname or a given name")
    attributes = {"language": language_code(tag)}
    fields = {"surname": "family", "given_name": given_field(name)}
    made = el("name", attributes, family, given, suffix(name, of), of=of, fields=fields)
    return made, language_loss(tag, of)
