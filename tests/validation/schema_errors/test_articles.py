"""Articles that no rule kept back: what their documents are refused for, and the field it is in."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import reduce
from typing import Any

import pytest

from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from tests.plugins.jatsx_doaj.articles import RICH
from tests.validation.schema_errors.finding_errors import FORMATS, assert_reads, findings, table

DEPOSITOR = {
    "depositor_name": "Example press",
    "email_address": "deposit@example.org",
    "registrant": "Example press",
}


@pytest.mark.parametrize(
    "case", table("articles.yaml"), ids=lambda case: "-".join(map(str, case[:3]))
)
def test_a_bad_value_leads_to_its_field(case: list[Any]) -> None:
    path, said, name, kind, field = case
    found = findings(FORMATS[name], article_with(path, said))
    assert [(one.code, one.field) for one in found] == [(f"document-{kind}", field)]
    assert_reads(found[0])


def article_with(path: str, said: Any) -> Article:
    """The article that says everything, with something else in one field."""
    description: Any = deepcopy(dict(RICH))
    description["issue"]["journal"]["formats"]["crossref"] = dict(DEPOSITOR)
    *parents, last = parse_path(path)
    place = reduce(lambda part, step: part[step], parents, description)
    long = re.fullmatch(r"x (\d+)", said) if isinstance(said, str) else None
    place[last] = "x" * int(long[1]) if long else said
    return Article.model_validate(description)
