"""The sample files of ``jatsx init``, and the values that the rule ``sample-value`` reports."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jatsx.model import Article, Texts
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import format_path
from jatsx.readers.issue_folder import read_folder
from jatsx.rules import core_rules
from jatsx.rules.text.sample import sample_values
from tests.structure.modules import CORE

TEMPLATES: Final = CORE / "issue_folder" / "template"
"""A folder for each language of the comments."""

TEMPLATE: Final = TEMPLATES / "en"

OF_ANYBODY: Final = (
    "abstract.",
    "affiliations[0].city.",
    "affiliations[0].country",
    "affiliations[0].id",
    "contributors[0].affiliations",
    "contributors[0].name.",
    "dates.",
    "formats.",
    "id",
    "issue.",
    "keywords.",
    "language",
    "licenses",
    "pages.",
    "publisher.place.",
    "references[0].label",
    "references[0].type",
    "section",
    "subject_codes",
    "type",
)
"""Fields of the sample whose values others can have too, or whose other values are known."""


def article() -> Article:
    """The article of the template, with its issue and journal."""
    (record,) = (one for one in read_folder(TEMPLATE) if one.article)
    assert record.article is not None
    return record.article


def reported(texts: Texts) -> set[str]:
    """The fields in which the rule finds a sample value."""
    (rule,) = (one for one in core_rules() if one.code == "sample-value")
    return {fault.field for fault in rule.faults(texts)}


def test_each_value_that_belongs_to_nobody_is_reported() -> None:
    own = article()
    for part in (own, own.issue.journal):
        texts = Texts.of(part)
        fields = {format_path(value.path) for value in texts.values}
        left = fields - reported(texts)
        assert {field for field in left if not field.startswith(OF_ANYBODY)} == set()


def test_what_identifies_or_names_somebody_is_reported() -> None:
    own = article()
    assert reported(Texts.of(own)) >= {
        "doi",
        "url",
        "contributors[0].email",
        "contributors[0].name.kk.family",
        "contributors[0].name.en.family",
        "abstract.kk",
        "keywords.ru",
        "title.en",
    }
    assert reported(Texts.of(own.issue.journal)) >= {
        "doi_prefix",
        "issn.electronic",
        "url",
        "title.kk",
        "publisher.name.en",
        "formats.crossref.depositor_name",
        "formats.crossref.email_address",
        "formats.crossref.registrant",
    }


def test_each_known_value_is_in_the_template() -> None:
    text = " ".join(path.read_text("utf-8") for path in sorted(TEMPLATE.rglob("*.yaml")))
    known = sample_values()
    assert [one for one in (*known.values, *known.doi_prefixes) if one not in text] == []
    assert [one for one in known.keywords if f"[{', '.join(one)}]" not in text] == []
    assert "example.org" in known.hosts


def test_the_known_values_are_not_copied_into_a_new_folder() -> None:
    names = {path.name for path in TEMPLATES.rglob("*")}
    assert "sample_values.yaml" not in names
    assert Path(TEMPLATES.parent / "sample_values.yaml").is_file()


def test_no_path_of_the_list_is_superfluous() -> None:
    own = article()
    paths: list[FieldPath] = [
        value.path for part in (own, own.issue.journal) for value in Texts.of(part).values
    ]
    fields = [format_path(path) for path in paths]
    unused = [one for one in OF_ANYBODY if not any(field.startswith(one) for field in fields)]
    assert unused == ["issue."]
