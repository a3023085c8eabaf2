"""Licenses: ``ai:program``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Content, Loss, element, inheritance
from jatsx.standards.dates import parse_date
from jatsx_crossref.identifiers import is_license_address
from jatsx_crossref.version import Version

if TYPE_CHECKING:
    from jatsx.model import Article, License


def license_program(article: Article, version: Version) -> Built:
    """``ai:program``: the article's licenses, else those of its issue or journal."""
    licenses = (
        license_ref(license.value, license.field, version)
        for license in inheritance.licenses(article)
    )
    return element("ai:program", {"name": "AccessIndicators"}, licenses)


def license_ref(license: License, field: str, version: Version) -> Iterator[Content]:
    """``ai:license_ref``: a URL, the version that it applies to, and the start date."""
    if not is_license_address(license.url):
        yield Loss(field, "url-form", {"element": "license_ref"})
        return
    date = parse_date(license.start_date)
    start_date = date.iso if date and date.is_full else None
    applies_to = license.applies_to if license.applies_to in version.license_uses else None
    attributes = {"applies_to": applies_to, "start_date": start_date}
    fields = {"@applies_to": "../applies_to", "@start_date": "../start_date"}
    yield element("ai:license_ref", attributes, license.url, field=f"{field}.url", fields=fields)
    if license.start_date and start_date is None:
        yield Loss(f"{field}.start_date", "start-date-form")
    if license.applies_to and applies_to is None:
        choices = ", ".join(version.license_uses)
        yield Loss(f"{field}.applies_to", "license-applies-to-not-listed", {"choices": choices})
