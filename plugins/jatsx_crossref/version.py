"""The differences between the versions of the deposit schema, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from jatsx import FrozenMap
from jatsx.standards.vocabularies import LICENSE_VERSIONS

ARCHIVES: Final = (
    "ADS",
    "BL",
    "Cariniana Network",
    "CLOCKSS",
    "DWT",
    "HathiTrust",
    "Internet Archive",
    "KB",
    "LOCKSS",
    "LOC",
    "NAA",
    "NARA",
    "NDPP",
    "NSK",
    "PKP PN",
    "Portico",
    "PSNC",
    "Scholars Portal",
    "TNA",
)
"""The archives that 5.5.0 and 5.4.0 list: ``archive/@name``."""

NAME_PATTERN: Final = re.compile(r"[^\d?]*[^? \t\r\n]+[^\d]*\Z")
"""The pattern of ``given_name`` and ``surname`` up to 5.4.0."""

FUNDING_IDS: Final = ("ror", "grant_doi")
"""The identifiers of funders and awards that came after 5.3.1: ``fr:assertion/@name``."""

LICENSE_USES: Final = (*LICENSE_VERSIONS, "stm-asf")
"""The values of ``license_ref/@applies_to`` since 5.4.0. Source: AccessIndicators.xsd."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of Crossref's deposit schema.

    Args:
        name: the version number.
        name_length: the maximum length of ``given_name`` and ``surname``.
        name_pattern: the pattern of ``given_name`` and ``surname``, if the version has one.
        has_alt_name: whether a person may have names in other languages (``alt-name``).
        has_roles: whether a person may have roles (``role``): CRediT roles, corresponding author.
        other_role: the value of ``contributor_role`` for roles that are not listed, if there is
            one.
        archives: the values of ``archive/@name``.
        has_citation_types: whether a citation may have a type (``citation/@type``).
        funding_ids: the identifiers besides ``funder_identifier`` that ``fr:assertion`` allows.
        license_uses: the values of ``license_ref/@applies_to``.
        languages_file: the file of the schema with the values of ``@language``.
        media_types_file: the file of the schema with the values of ``resource/@mime_type``.
    """

    name: str
    name_length: int
    name_pattern: re.Pattern[str] | None
    has_alt_name: bool
    has_roles: bool
    other_role: str | None
    archives: tuple[str, ...]
    has_citation_types: bool
    funding_ids: tuple[str, ...]
    license_uses: tuple[str, ...]
    languages_file: str
    media_types_file: str

    @property
    def namespace(self) -> str:
        """The namespace of the version's elements."""
        return f"http://www.crossref.org/schema/{self.name}"

    @property
    def schema_location(self) -> str:
        """The URL of the version's schema."""
        return f"https://www.crossref.org/schemas/crossref{self.name}.xsd"

    def takes_name(self, text: str) -> bool:
        """Whether a part of a person's name consists of allowed characters."""
        return self.name_pattern is None or self.name_pattern.match(text) is not None


VERSIONS: Final = FrozenMap(
    {
        version.name: version
        for version in (
            Version(
                name="5.5.0",
                name_length=200,
                name_pattern=None,
                has_alt_name=True,
                has_roles=True,
                other_role="other",
                archives=(*ARCHIVES, "CINES"),
                has_citation_types=True,
                funding_ids=FUNDING_IDS,
                license_uses=LICENSE_USES,
                languages_file="languages5.5.0.xsd",
                media_types_file="mediatypes5.5.0.xsd",
            ),
            Version(
                name="5.4.0",
                name_length=60,
                name_pattern=NAME_PATTERN,
                has_alt_name=False,
                has_roles=False,
                other_role=None,
                archives=ARCHIVES,
                has_citation_types=True,
                funding_ids=FUNDING_IDS,
                license_uses=LICENSE_USES,
                languages_file="languages5.4.0.xsd",
                media_types_file="mediatypes5.4.0.xsd",
            ),
            Version(
                name="5.3.1",
                name_length=60,
                name_pattern=NAME_PATTERN,
                has_alt_name=True,
                has_roles=False,
                other_role=None,
                archives=("CLOCKSS", "LOCKSS", "Portico", "KB", "Internet Archive", "DWT"),
                has_citation_types=False,
                funding_ids=(),
                license_uses=LICENSE_VERSIONS,
                languages_file="common5.3.1.xsd",
                media_types_file="common5.3.1.xsd",
            ),
        )
    }
)
"""The versions by number, the default one first."""


def version_named(name: str) -> Version:
    """The version with a number; the default version for an unknown number."""
    return VERSIONS.get(name) or next(iter(VERSIONS.values()))
