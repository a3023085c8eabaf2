"""People and groups, and where they work."""

from __future__ import annotations

from jatsx.model.part import Flag, Line, Part, PerLanguage


class PersonName(Part):
    """A person's name in one language and script. A mononym is a family name alone."""

    family: Line | None = None
    """Family name (surname)."""
    given: Line | None = None
    """Given names or initials."""
    patronymic: Line | None = None
    """Patronymic: Ренатович."""
    suffix: Line | None = None
    """What follows the name: Jr., III."""


class Contributor(Part):
    """Someone who contributed to the article: a person or a group."""

    kind: Line = "author"
    """What they did: author, editor, translator …"""
    name: PerLanguage[PersonName] = PerLanguage()
    """A person's name, as each language and script writes it."""
    group: PerLanguage[Line] = PerLanguage()
    """A group's name in each language, instead of a person's."""
    orcid: Line | None = None
    """ORCID iD: 0000-0002-1825-0097."""
    orcid_authenticated: Flag = False
    """Whether the person confirmed the ORCID iD by signing in."""
    email: Line | None = None
    """E-mail address."""
    corresponding: Flag = False
    """Whether they are a corresponding author."""
    equal_contribution: Flag = False
    """Whether they contributed equally with others so marked."""
    credit_roles: tuple[Line, ...] = ()
    """Roles of the CRediT taxonomy (ANSI/NISO Z39.104): conceptualization, methodology …"""
    degree: PerLanguage[Line] = PerLanguage()
    """Academic degree in each language."""
    position: PerLanguage[Line] = PerLanguage()
    """Position in each language."""
    affiliations: tuple[Line, ...] = ()
    """The ids of their affiliations, in order."""

    def __bool__(self) -> bool:
        """Somebody, though nothing was written: the kind has a default."""
        return bool(self.kind) or super().__bool__()


class Affiliation(Part):
    """An institution at which contributors work."""

    id: Line
    """What contributors call it; used inside the input only."""
    institution: PerLanguage[Line] = PerLanguage()
    """The institution's name in each language."""
    department: PerLanguage[Line] = PerLanguage()
    """The department's name in each language."""
    city: PerLanguage[Line] = PerLanguage()
    """The city in each language."""
    country: Line | None = None
    """The country's code: KZ (ISO 3166-1 alpha-2)."""
    country_name: PerLanguage[Line] = PerLanguage()
    """The country's name as printed, in each language."""
    ror: Line | None = None
    """The institution's ROR id: https://ror.org/03xyz…"""
