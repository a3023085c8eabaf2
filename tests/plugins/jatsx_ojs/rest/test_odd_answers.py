"""Journals with many issues, and servers that answer otherwise than OJS."""

from __future__ import annotations

import time
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from jatsx import check
from jatsx.findings.exit_codes import ExitCode
from jatsx.http import HttpFault
from jatsx.library.result import Result
from jatsx.model import Article, Issue
from jatsx_ojs.article import article
from jatsx_ojs.rest.tree import article_element

from .answers import SUMMARY, answers_3_5, texts
from .serving import records, serve


def issue(n: int, **values: Any) -> dict[str, Any]:
    return {**SUMMARY, "id": n, "volume": n, "number": str(n), "year": 2000, **values}


def only_finding(journal: str, **options: str) -> Any:
    (record,) = records(journal, **options)
    assert not record.is_article
    (finding,) = record.findings
    return finding


def checked(journal: str, **options: str) -> Result:
    given = {name.replace("_", "-"): value for name, value in options.items()}
    return check(journal, to=["jats"], settings={"ojs-rest": given})


def test_ten_thousand_issues_are_paged(httpserver: HTTPServer) -> None:
    issues = [issue(n, number=f"{n % 4}/1") for n in range(10_000)]
    journal = serve(httpserver, answers_3_5(), issues)
    finding = only_finding(journal, number="7/1")
    assert finding.code == "ojs-issue-none"
    assert finding.params["issues"].startswith("issue-id=0 volume=0 number=0/1 year=2000 title=Су;")
    assert finding.params["issues"].endswith("; …")
    assert len(httpserver.log) == 100


def test_digits_are_left_to_the_server_and_the_number_is_compared_whole(
    httpserver: HTTPServer,
) -> None:
    issues = [issue(n, year=2024, number=number) for n, number in enumerate(["2", "2 (106)", "20"])]
    issues[1]["id"] = 12
    journal = serve(httpserver, answers_3_5(), issues)
    assert len(records(journal, number="2 (106)")) == 3
    assert only_finding(journal, number="3").code == "ojs-issue-none"


def test_several_issues_are_listed(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [issue(1), issue(2), issue(3, year=2001)])
    finding = only_finding(journal, year="2000")
    assert (finding.code, finding.params["count"], finding.params["asked"]) == (
        "ojs-issue-several",
        "2",
        "year=2000",
    )
    assert "issue-id=2 volume=2 number=2 year=2000 title=Су" in finding.params["issues"]
    assert only_finding(journal).params["count"] == "3"


def test_an_id_that_does_not_exist_lists_the_issues(httpserver: HTTPServer) -> None:
    answers = {**answers_3_5(), "issues/99": Response(status=404)}
    journal = serve(httpserver, answers, [issue(1), SUMMARY])
    finding = only_finding(journal, issue_id="99")
    assert (finding.code, finding.params["asked"]) == ("ojs-issue-none", "issue-id=99")
    assert "issue-id=12 volume=5 number=2 year=2024" in finding.params["issues"]


def test_an_id_of_another_volume_is_not_taken(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [SUMMARY])
    finding = only_finding(journal, issue_id="12", volume="9")
    assert (finding.code, finding.params["asked"]) == ("ojs-issue-none", "issue-id=12 volume=9")
    assert only_finding(f"{journal}/issue/view/12", year="2023").code == "ojs-issue-none"
    assert len(records(journal, issue_id="12", volume="5", year="2024")) == 3


def test_two_ids_are_wrong_usage(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [SUMMARY])
    finding = only_finding(f"{journal}/issue/view/11", issue_id="12")
    assert (finding.code, dict(finding.params)) == (
        "ojs-issue-ambiguous",
        {"page": "11", "id": "12"},
    )
    assert checked(f"{journal}/issue/view/11", issue_id="12").exit_code is ExitCode.USAGE
    assert httpserver.log == []
    assert len(records(f"{journal}/issue/view/12", issue_id="12")) == 3


def test_sections_with_the_same_abbreviation_stay_apart(httpserver: HTTPServer) -> None:
    answers = answers_3_5()
    for section in answers["issues/12"]["sections"]:
        section["abbrev"] = texts(en="ART")
    _, *found = records(serve(httpserver, answers, []), issue_id="12")
    articles = {one.article.id: one.article for one in found if one.article}
    assert {id: one.section for id, one in articles.items()} == {"su-1": "ART-3", "71": "ART-4"}
    sections = {one.id: one.title for one in articles["71"].issue.sections}
    assert {id: str(title["ru"]) for id, title in sections.items()} == {
        "ART-3": "Статьи",
        "ART-4": "Обзоры",
    }


def test_an_endless_list_ends(httpserver: HTTPServer) -> None:
    same = {"items": [SUMMARY], "itemsMax": 10**9}
    httpserver.expect_request("/su/api/v1/issues").respond_with_json(same)
    result = checked(httpserver.url_for("/su"), number="9")
    assert [one.code for one in result.findings] == ["ojs-answer-form"]
    assert len(httpserver.log) == 2


@pytest.mark.parametrize(
    ("answer", "code", "exit_code"),
    [
        (Response("<html>Login</html>", content_type="text/html"), "server-answer-json", 2),
        (Response(status=302, headers={"Location": "/su/login"}), "server-request-refused", 2),
        (
            Response(status=302, headers={"Location": "https://example.org/login"}),
            "server-redirect-foreign",
            2,
        ),
        (Response(status=401), "ojs-token-refused", 2),
        (Response(status=403), "ojs-token-refused", 2),
        (Response(status=404), "ojs-journal-unknown", 2),
        (Response(status=429), "server-answer-overloaded", 6),
        (Response(status=500), "server-request-refused", 2),
        (Response(status=503), "server-answer-overloaded", 6),
        (Response("[]"), "ojs-answer-form", 2),
        (Response('{"items": 3}'), "ojs-answer-form", 2),
        (Response('{"items": [3]}'), "ojs-answer-form", 2),
        (Response("null"), "ojs-answer-form", 2),
    ],
)
def test_an_odd_answer_is_a_finding(
    httpserver: HTTPServer, answer: Response, code: str, exit_code: int
) -> None:
    httpserver.expect_request("/su/api/v1/issues").respond_with_response(answer)
    login = Response(status=500)
    httpserver.expect_request("/su/login").respond_with_response(login)
    result = checked(httpserver.url_for("/su"))
    assert [one.code for one in result.findings] == [code]
    assert result.exit_code == exit_code


def test_no_server_is_exit_code_6() -> None:
    result = checked("http://127.0.0.1:1/su")
    assert [one.code for one in result.findings] == ["server-connection-failed"]
    assert result.exit_code is ExitCode.AGENCY


def test_a_slow_server(httpserver: HTTPServer) -> None:
    def slow(_: Request) -> Response:
        time.sleep(0.5)
        return Response("{}")

    httpserver.expect_request("/su/api/v1/issues").respond_with_handler(slow)
    result = checked(httpserver.url_for("/su"))
    assert [one.code for one in result.findings] == ["server-answer-late"]
    assert result.exit_code is ExitCode.AGENCY


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Response(status=404), "server-request-refused"),
        (Response(status=500), "server-request-refused"),
        (Response("<html>"), "server-answer-json"),
        (Response("[]"), "ojs-answer-form"),
    ],
)
def test_an_article_that_cannot_be_read_does_not_cost_the_others(
    httpserver: HTTPServer, answer: Response, code: str
) -> None:
    answers = {**answers_3_5(), "submissions/71/publications/88": answer}
    _, failed, read = records(serve(httpserver, answers, []), issue_id="12")
    assert (failed.id, failed.article, [one.code for one in failed.findings]) == (
        "71",
        None,
        [code],
    )
    assert read.article is not None


def test_a_server_that_is_lost_meanwhile_is_an_error(httpserver: HTTPServer) -> None:
    answers = {**answers_3_5(), "submissions/71/publications/88": Response(status=502)}
    result = checked(serve(httpserver, answers, []), issue_id="12")
    assert result.exit_code is ExitCode.AGENCY
    with pytest.raises(HttpFault):
        records(serve(httpserver, answers, []), issue_id="12")


def test_decisions_that_cannot_be_read_are_said(httpserver: HTTPServer) -> None:
    answers = {**answers_3_5(), "submissions/70/decisions": Response(status=403)}
    *_, record = records(serve(httpserver, answers, []), issue_id="12")
    assert record.article is not None
    assert record.article.dates.accepted is None
    found = {(one.code, one.field) for one in record.findings}
    assert ("server-request-refused", "dates.accepted") in found


def test_two_dates_of_acceptance_are_not_guessed(httpserver: HTTPServer) -> None:
    decisions = [{"decision": 2, "dateDecided": f"2024-03-0{n} 10:00:00"} for n in (5, 7)]
    answers = {**answers_3_5(), "submissions/70/decisions": decisions}
    *_, record = records(serve(httpserver, answers, []), issue_id="12")
    assert record.article is not None
    assert record.article.dates.accepted is None
    several = next(one for one in record.findings if one.code == "ojs-accepted-several")
    assert dict(several.params) == {"dates": "2024-03-05, 2024-03-07"}


def test_without_a_token_nothing_is_sent(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JATSX_OJS_TOKEN")
    finding = only_finding(serve(httpserver, answers_3_5(), []))
    assert (finding.code, *finding.params.values()) == ("ojs-token-absent", "JATSX_OJS_TOKEN")
    assert httpserver.log == []


def test_the_token_in_the_query(httpserver: HTTPServer) -> None:
    journal = serve(httpserver, answers_3_5(), [SUMMARY], token_in="query")
    assert only_finding(journal).code == "ojs-token-refused"
    assert len(records(journal, token_in="query")) == 3


ODD: tuple[Any, ...] = (
    *(None, [], {}, "", "text", 0, 3.5, True, ["x"]),
    *({"ru": ["x"]}, [[]], {"0": {}}),
)


def read_publication(publication: dict[str, Any]) -> Article:
    submission = answers_3_5()["issues/12"]["articles"][1]
    element = article_element(submission, publication, {"3": "ART"}, ("https://a", "https://b"))
    return article(element, "1", Issue(id="i"), "ART", "https://b")[0]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_a_field_of_another_type_is_never_a_traceback(odd: Any) -> None:
    """Each field of a publication, and of its first author, with an odd value."""
    path = "submissions/70/publications/77"
    for name in answers_3_5()[path]:
        assert isinstance(read_publication({**answers_3_5()[path], name: odd}), Article), name
    for name in answers_3_5()[path]["authors"][0]:
        publication = answers_3_5()[path]
        publication["authors"][0][name] = odd
        assert isinstance(read_publication(publication), Article), name
