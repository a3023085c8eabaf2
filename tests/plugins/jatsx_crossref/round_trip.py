"""What of an article is read again from its deposit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.fields import field_of
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import bare_doi, funder_registry_doi, orcid_url, ror_url
from jatsx.testing.loss_coverage import EXEMPT, is_within

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

PROSES: Final = ("abstract", "other_abstracts", "statements")

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


def values_not_read(article: Article, read: Article, losses: list[Loss]) -> list[str]:
    """The values of an article that are neither lost nor read in their field."""
    found = Counter(named for _, named in _values(read))
    missing: list[str] = []
    for path, named in _values(article):
        if any(is_within(path, loss.field) for loss in losses):
            continue
        if found[named]:
            continue
        missing.append(f"{path}: {named[1][:80]}")
    return missing


def _values(article: Article) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each value with its path, and its field without positions and languages."""
    for path, value in _leaves(_joined(article)):
        plain, field = ".".join(step for step in path if isinstance(step, str)), _field(path)
        if _visible(value) and not any(is_within(plain, one) for one in NOT_READ):
            yield format_path(path), (field, _normal(plain, value))


def _joined(article: Article) -> dict[str, Any]:
    """The data of an article, with the parts joined that a deposit joins."""
    data = article.model_dump(mode="json", exclude_defaults=True)
    for person in data.get("contributors", ()):
        for name in person.get("name", {}).values():
            parts = (name.get("given"), name.pop("patronymic", None))
            name["given"] = " ".join(filter(None, parts))
    for reference in data.get("references", ()):
        for author in reference.get("work", {}).get("authors", ()):
            parts = (author.get("family"), author.pop("given", None))
            author["family"] = " ".join(filter(None, parts)) or author.pop("group", "")
    return data


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(inside, (*path, key))
    elif isinstance(value, list):
        for n, inside in enumerate(value):
            yield from _leaves(inside, (*path, n))
    elif value is not None:
        is_section = path[0] in PROSES and path[-1] in ("title", "text")
        whole = path[:-2] if is_section and isinstance(path[-2], int) else path
        yield from ((whole, paragraph) for paragraph in str(value).split("\n\n"))


def _field(path: Path) -> str:
    """The field, with the language if Crossref has a place for it."""
    field = ".".join(step for step in path if isinstance(step, str))
    is_without = any(is_within(field, one) or field.startswith(one) for one in WITHOUT_LANGUAGE)
    return field_of(format_path(path)) if is_without else field


def _visible(value: str) -> str:
    """A value without the space that a reader of XML does not keep."""
    return re.sub(r"(?:[ \t\r\n]|&#(?:9|10|13|32);)+", " ", value).strip(" ")


def _normal(field: str, value: str) -> str:
    """A value in the form in which it is read."""
    text = _visible(value)
    form = FORMS.get(field)
    if form is not None:
        return form(text) or text
    if field.endswith("doi"):
        return bare_doi(text)
    date = parse_date(text)
    return date.iso if date else text
