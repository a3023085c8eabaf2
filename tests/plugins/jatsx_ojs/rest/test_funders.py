"""Funders with their grants, which the API of OJS 3.6 gives."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from jatsx.model import Award, FrozenMap, Funding
from jatsx.model.text import Text
from jatsx.readers.reader import Record

from .answers import answers_3_5, texts
from .serving import records, serve

FUNDERS: list[dict[str, Any]] = [
    {
        "id": 1,
        "submissionId": 70,
        "seq": 0,
        "ror": "https://ror.org/03q0vrn42",
        "rorObject": {"id": 1, "ror": "https://ror.org/03q0vrn42", "name": {"en": "Al-Farabi"}},
        "name": {"ru": "Комитет науки"},
        "grants": [
            {"grantNumber": "AP19679313", "grantDoi": "10.5555/g.1", "grantName": "Су сапасы"},
            {"grantNumber": "AP2", "grantDoi": None, "grantName": ""},
        ],
    },
    {"id": 2, "seq": 1, "ror": None, "name": texts(en="Water Fund"), "grants": None},
]


def read(server: HTTPServer, funders: Any, *, of_version: bool) -> Record:
    answers = answers_3_5()
    version = answers["submissions/70/publications/77"]
    submission = answers["issues/12"]["articles"][1]
    (version if of_version else submission)["funders"] = funders
    *_, record = records(serve(server, answers, []), issue_id="12")
    assert record.article is not None
    return record


@pytest.mark.parametrize("of_version", [True, False])
def test_funders_are_read_with_their_grants(httpserver: HTTPServer, of_version: bool) -> None:
    record = read(httpserver, FUNDERS, of_version=of_version)
    assert record.article is not None
    first, second, agency = record.article.funding
    assert first == Funding(
        funder=FrozenMap({"ru": "Комитет науки"}),
        funder_id="https://ror.org/03q0vrn42",
        awards=(
            Award(
                number="AP19679313",
                doi="10.5555/g.1",
                title=FrozenMap({"kk": Text(("Су сапасы",))}),
            ),
            Award(number="AP2"),
        ),
    )
    assert second == Funding(funder=FrozenMap({"en": "Water Fund"}))
    assert dict(agency.funder) == {"en": "Science Committee"}
    assert record.locate is not None
    place = record.locate("funding[0].awards[0].doi", "")
    assert str(place).endswith("unders[0].grants[0].grantDoi")
    unread = [one.params["name"] for one in record.findings if "funder" in str(one.params)]
    assert unread == []


def test_a_funder_without_a_name_has_that_of_ror(httpserver: HTTPServer) -> None:
    funder = {**FUNDERS[0], "name": None, "grants": []}
    record = read(httpserver, [funder], of_version=False)
    assert record.article is not None
    assert dict(record.article.funding[0].funder) == {"en": "Al-Farabi"}


@pytest.mark.parametrize(
    "funders", ["text", [3], {"a": 1}, [{"name": 3, "grants": [4], "ror": ["x"], "new": "y"}]]
)
def test_what_has_another_form_is_said(httpserver: HTTPServer, funders: Any) -> None:
    record = read(httpserver, funders, of_version=True)
    unread = [one for one in record.findings if one.code.startswith("ojs-value-un")]
    assert any("fund" in one.params["name"] for one in unread)
