"""The differences between the versions of JATS Journal Publishing, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jatsx import ExportContext, FrozenMap, Schema
from jatsx_xsd import JATS


@dataclass(frozen=True, slots=True)
class Version:
    """A version of JATS Journal Publishing with MathML 3.

    Args:
        number: the value of ``article/@dtd-version``.
        published: the date in the DTD's public identifier.
        has_content_language: whether ``article-meta`` contains ``content-language``.
        has_language_groups: whether elements have the attributes ``lang-variant``, ``lang-group``
            and ``lang-focus``.
        repeats_permissions: whether ``article-meta`` allows ``permissions`` in each language.
        repeats_publisher: whether ``journal-meta`` allows a ``publisher`` in each language.
        repeats_award_name: whether an ``award-group`` allows an ``award-name`` in each language.
        statement_has_scripts: whether ``funding-statement`` allows ``sub`` and ``sup``.
        license_version: the attribute of ``ali:license_ref`` for the version to which a license
            applies.
    """

    number: str
    published: str
    has_content_language: bool
    has_language_groups: bool
    repeats_permissions: bool
    repeats_publisher: bool
    repeats_award_name: bool
    statement_has_scripts: bool
    license_version: str

    @property
    def system_id(self) -> str:
        """The name of the DTD's file."""
        return f"JATS-journalpublishing{self.number.replace('.', '-')}-mathml3.dtd"

    @property
    def doctype(self) -> str:
        """The document type declaration of an article."""
        public_id = (
            "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 "
            f"v{self.number} {self.published}//EN"
        )
        return f'<!DOCTYPE article PUBLIC "{public_id}" "{self.system_id}">'

    @property
    def schema(self) -> Schema:
        """The bundled DTD."""
        return Schema.dtd(JATS / self.number, self.system_id)


VERSIONS: Final[Mapping[str, Version]] = FrozenMap(
    {
        version.number: version
        for version in (
            Version(
                number="1.3",
                published="20210610",
                has_content_language=False,
                has_language_groups=False,
                repeats_permissions=False,
                repeats_publisher=False,
                repeats_award_name=False,
                statement_has_scripts=True,
                license_version="specific-use",
            ),
            Version(
                number="1.4",
                published="20241031",
                has_content_language=True,
                has_language_groups=True,
                repeats_permissions=True,
                repeats_publisher=True,
                repeats_award_name=True,
                statement_has_scripts=False,
                license_version="applies_to",
            ),
        )
    }
)
"""The versions by number, the default one first: 1.3 is ANSI/NISO Z39.96-2021, 1.4 is -2024."""


def version_of(context: ExportContext) -> Version:
    """The version of an export; the default version for an unknown number."""
    return VERSIONS.get(context.version) or next(iter(VERSIONS.values()))
