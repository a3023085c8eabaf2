"""What of an article is read again from its JATS document."""

from __future__ import annotations

from typing import Any, Final

from jatsx import xml_lang
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import bare_doi, orcid_url, ror_url
from jatsx.standards.vocabularies import subject_scheme
from jatsx.testing.loss_coverage import EXEMPT
from tests.plugins.values import Reading, visible

NOT_READ: Final = (
    *EXEMPT,  # ids, order and settings
    "contributors.affiliations",  # ids
    "issue.journal.language",
    "issue.journal.licenses",
    "issue.language",  # inherited: the article has it
    "issue.licenses",
    "issue.published",
    "issue.year",
    "section",  # ids
    "language",  # inherited: the article has it
)
"""Fields that are compared in another way or that the docs name."""

REQUIRED: Final = {
    "links": ("url",),
    "other_abstracts": ("type", "text"),
    "subject_codes": ("code",),
}
"""The values without which a part is not written: no input has a part without them."""


def _form(field: str, value: str) -> str | None:
    """A value in the form in which it is read."""
    if field.endswith("doi"):
        return bare_doi(value)
    if field.endswith("orcid"):
        return orcid_url(value) or value
    if field == "subject_codes.scheme":
        return subject_scheme(value)
    if field.endswith("ror"):
        return ror_url(value) or value
    date = parse_date(value)
    return date.iso if date else value


def _change(data: dict[str, Any]) -> None:
    """Changes an article as its document does: see docs/reading/jats.md."""
    issue = data.get("issue", {})
    sections = issue.get("sections", [])
    issue["sections"] = [one for one in sections if one["id"] == data.get("section")]
    for field, names in REQUIRED.items():
        for part in data.get(field, ()):
            if not all(_is_written(part.get(name)) for name in names):
                part.clear()
    for identifiers in (data.get("identifiers", {}), issue.get("journal", {}).get("identifiers")):
        for scheme in [one for one in identifiers or () if not visible(one)]:
            del identifiers[scheme]
    for person in data.get("contributors", ()):
        for name in person.get("name", {}).values():
            parts = (name.get("given"), name.pop("patronymic", None))
            name["given"] = " ".join(filter(None, parts))
    first: dict[str, str] = next(filter(None, data.get("links", ())), {})
    if not visible(data.get("url") or "") and _is_plain(first):
        data["url"] = first.pop("url", None)


def _is_written(value: Any) -> bool:
    """Whether a value has characters."""
    if isinstance(value, dict):
        return any(_is_written(one) for one in value.values())
    if isinstance(value, list):
        return any(_is_written(one) for one in value)
    return bool(value and visible(value))


def _is_plain(link: dict[str, str]) -> bool:
    """Whether a link has neither a type nor a language: the first of these is the URL."""
    return not visible(link.get("content_type") or "") and xml_lang(link.get("language")) is None


READING: Final = Reading(NOT_READ, _form, _change)
