"""Another valid value for each field, so that a changed article is valid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from jatsx.model.fieldpath import Path
from jatsx.model.fields import KEY, LANGUAGE, field_of
from jatsx.standards.vocabularies import (
    ABSTRACT_TYPES,
    ARTICLE_TYPES,
    CONTRIBUTOR_KINDS,
    CREDIT_ROLES,
    LICENSE_VERSIONS,
    REFERENCE_TYPES,
    RELATIONS,
    UPDATES,
)

OTHER_VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "accepted": ("2024-05-02", "2024-05-03"),
    "accessed": ("2024-01-02", "2024-01-03"),
    "applies_to": ("vor", "am"),
    "archives": ("CLOCKSS", "Portico"),
    "code": ("11.25.15", "12.09.11"),
    "content_type": ("application/pdf", "text/html"),
    "country": ("KZ", "UZ"),
    "credit_roles": ("software", "validation"),
    "date": ("2024-05-04", "2024-05-05"),
    "doi": ("10.5555/one", "10.5555/two"),
    "electronic": ("2788-5909", "2618-1215"),
    "files.kind": ("full-text", "supplement"),
    "email": ("one@example.org", "two@example.org"),
    "funder_id": ("https://ror.org/05k56jn26", "https://ror.org/03q0vrn42"),
    "isbn": ("978-5-9535-0537-6", "978-0-306-40615-7"),
    "issn": ("2414-570X", "1563-0285"),
    "issn.print": ("2414-570X", "1563-0285"),
    "kind": ("author", "editor"),
    "language": ("ru", "en"),
    "linking": ("2414-570X", "1563-0285"),
    "online": ("2024-06-07", "2024-06-08"),
    "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700"),
    "other_abstracts.type": ("graphical", "teaser"),
    "path": ("pdf/one.pdf", "pdf/two.pdf"),
    "print": ("2024-06-05", "2024-06-06"),
    "received": ("2024-02-02", "2024-02-03"),
    "references.type": ("journal", "book"),
    "relations.type": ("has-translation", "translation-of"),
    "revised": ("2024-03-02", "2024-03-03"),
    "ror": ("https://ror.org/05k56jn26", "https://ror.org/03q0vrn42"),
    "start_date": ("2024-06-10", "2024-06-11"),
    "type": ("research-article", "editorial"),
    "url": ("https://example.org/one", "https://example.org/two"),
    "year": ("2023", "2024"),
}
"""Two valid values for each field that does not allow any text, by the end of its path."""

VOCABULARIES: Final[Mapping[str, tuple[str, ...]]] = {
    "licenses[].applies_to": LICENSE_VERSIONS,
    "contributors[].credit_roles[]": tuple(CREDIT_ROLES),
    "contributors[].kind": CONTRIBUTOR_KINDS,
    "other_abstracts[].type": ABSTRACT_TYPES,
    "references[].type": REFERENCE_TYPES,
    "relations[].type": (*RELATIONS, *UPDATES),
    "type": ARTICLE_TYPES,
}
"""The allowed values of fields with a vocabulary."""

DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

OTHER_LANGUAGES: Final = ("fr", "de")
"""Other languages for a value."""


def other_value(path: Path, value: Any) -> Any:
    """Another valid value for the field at a path."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    valid = _valid_values(path)
    if valid is None:
        return f"{value} more"
    one, other = valid
    return other if one in value or value in one else one


def similar_values(path: Path, value: str) -> Iterator[str]:
    """Values that differ in a part from a date, or all other values of its vocabulary."""
    date = DATE.fullmatch(value)
    if date:
        year, month, day = date.groups()
        yield f"{int(year) - 3}-{month}-{day}"
        yield f"{year}-{'05' if month != '05' else '07'}-{day}"
        yield f"{year}-{month}-{'21' if day != '21' else '22'}"
    for other in VOCABULARIES.get(field_of(path), ()):
        if other != value:
            yield other


def other_language(used: Mapping[str, Any]) -> str:
    """A language in which there is no value."""
    return next(tag for tag in (*OTHER_LANGUAGES, "und") if tag not in used)


def _valid_values(path: Path) -> tuple[str, str] | None:
    names = [name for name in re.findall(r"\w+", field_of(path)) if name not in (LANGUAGE, KEY)]
    ends = (".".join(names[-length:]) for length in (2, 1))
    return next((OTHER_VALUES[end] for end in ends if end in OTHER_VALUES), None)


def is_any_text(path: Path) -> bool:
    """Whether the field at a path allows any text."""
    return _valid_values(path) is None
