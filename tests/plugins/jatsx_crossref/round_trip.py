"""What of an article is read again from its deposit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import bare_doi, funder_registry_doi, orcid_url, ror_url
from jatsx.testing.loss_coverage import EXEMPT
from tests.plugins.values import Reading

NOT_READ: Final = (
    *EXEMPT,  # ids, order and settings
    "affiliations.city",  # “City, Country”: the documents are compared
    "affiliations.country",
    "affiliations.country_name",
    "contributors.affiliations",  # ids
    "copyright.holder",  # joined: the documents are compared
    "issue.language",  # inherited: the article has it
    "issue.journal.licenses",
    "issue.licenses",
    "issue.published",  # inherited: the article has it
    "issue.special",  # the field depends on the word: the documents are compared
    "issue.supplement",
    "issue.year",
    "other_abstracts.type",  # abstracts of one type are one
    "references.label",  # technical keys are not labels
    "contributors.orcid_authenticated",  # a flag: false is not written
)
"""Fields that are compared in another way or that the docs name."""

WITHOUT_LANGUAGE: Final = (
    "title",
    "subtitle",
    "affiliations.",
    "copyright.",
    "funding.funder",
    "issue.title",
    "issue.journal.title",
    "references.text",
    "statements.",
)
"""Fields whose values are written without their language: see docs/reading/crossref.md."""


def _funder_id(id: str) -> str | None:
    return ror_url(id) or funder_registry_doi(id.rpartition("doi.org/")[2])


FORMS: Final = {
    "contributors.orcid": orcid_url,
    "affiliations.ror": ror_url,
    "funding.funder_id": _funder_id,
}
"""The one form of identifiers that are written as URLs."""

REPORTED: Final = ("dates.accepted", "dates.received", "dates.revised")
"""The dates that are not read, but reported, if they are not in the form of a date."""


def _form(field: str, value: str) -> str | None:
    """A value in the form in which it is read."""
    form = FORMS.get(field)
    if form is not None:
        return form(value) or value
    if field.endswith("doi"):
        return bare_doi(value)
    date = parse_date(value)
    return None if date is None and field in REPORTED else date.iso if date else value


def _join(data: dict[str, Any]) -> None:
    """Joins the parts that a deposit joins."""
    for person in data.get("contributors", ()):
        for name in person.get("name", {}).values():
            parts = (name.get("given"), name.pop("patronymic", None))
            name["given"] = " ".join(filter(None, parts))
    for reference in data.get("references", ()):
        for author in reference.get("work", {}).get("authors", ()):
            parts = (author.get("family"), author.pop("given", None))
            author["family"] = " ".join(filter(None, parts)) or author.pop("group", "")


READING: Final = Reading(NOT_READ, _form, _join, WITHOUT_LANGUAGE)


def values_not_read(article: Article, read: Article, losses: Iterable[Loss]) -> list[str]:
    """The values of an article that are neither lost nor read in their field."""
    return READING.values_not_read(article, read, losses)
