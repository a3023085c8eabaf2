"""Contributors and affiliations."""

from __future__ import annotations

from jatsx.model.part import Flag, Line, Part, PerLanguage, PlainText


class PersonName(Part):
    """A person's name in one language and script. A single name is written as the family name."""

    family: PlainText | None = None
    """Family name (surname)."""
    given: PlainText | None = None
    """Given names or initials."""
    patronymic: PlainText | None = None
    """Patronymic: Ренатович."""
    suffix: PlainText | None = None
    """Suffix after the name: Jr., III."""


class Contributor(Part):
    """A contributor to the article: a person or a group."""

    kind: Line = "author"
    """Kind of contributor: author, editor, translator …"""
    name: PerLanguage[PersonName] = PerLanguage()
    """Name of the person in each language and script."""
    group: PerLanguage[Line] = PerLanguage()
    """Name of the group in each language, instead of a person's name."""
    orcid: Line | None = None
    """ORCID iD: 0000-0002-1825-0097."""
    orcid_authenticated: Flag = False
    """Whether the person confirmed the ORCID iD by signing in to ORCID."""
    email: Line | None = None
    """E-mail address."""
    corresponding: Flag = False
    """Whether the contributor is a corresponding author."""
    equal_contribution: Flag = False
    """Whether the contributor contributed equally with the others that have this field."""
    credit_roles: tuple[Line, ...] = ()
    """CRediT roles (ANSI/NISO Z39.104): conceptualization, methodology …"""
    degree: PerLanguage[Line] = PerLanguage()
    """Academic degree in each language."""
    position: PerLanguage[Line] = PerLanguage()
    """Job title in each language."""
    affiliations: tuple[Line, ...] = ()
    """Ids of the contributor's affiliations, in order."""

    def __bool__(self) -> bool:
        """True for a contributor with a kind, because the kind has a default value."""
        return bool(self.kind) or super().__bool__()


class Affiliation(Part):
    """An institution where contributors work."""

    id: Line
    """Id with which contributors refer to the affiliation."""
    institution: PerLanguage[Line] = PerLanguage()
    """Name of the institution in each language."""
    department: PerLanguage[Line] = PerLanguage()
    """Name of the department in each language."""
    city: PerLanguage[Line] = PerLanguage()
    """City in each language."""
    country: Line | None = None
    """Country code (ISO 3166-1 alpha-2), for example KZ."""
    country_name: PerLanguage[Line] = PerLanguage()
    """Name of the country as printed, in each language."""
    ror: Line | None = None
    """ROR id of the institution: https://ror.org/…"""
