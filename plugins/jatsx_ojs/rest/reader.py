"""The records of one issue of a journal, read from its REST API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from jatsx import (
    AnswerNotUnderstood,
    Finding,
    FrozenMap,
    HttpClient,
    Level,
    Locate,
    Place,
    Record,
    RequestRefused,
    WebAddress,
)
from jatsx.model.fieldpath import parse_path
from jatsx_ojs.article import article
from jatsx_ojs.context import article_id
from jatsx_ojs.issue import PATH, IssueDescription, whole_issue
from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.publications import current
from jatsx_ojs.rest.api import Answer, OjsApi, entries, publication_path
from jatsx_ojs.rest.choice import chosen_issue, is_as_chosen, no_issue
from jatsx_ojs.rest.options import TOKEN, IssueChoice, issue_choice, token
from jatsx_ojs.rest.tree import article_element, issue_element, section_names
from jatsx_ojs.survey import ArticleEntry, set_order
from jatsx_ojs.tree import XmlNode, ordinal

ACCEPT: Final = 2
"""The decision “accept”. Source: pkp-lib, ``Decision``."""


@dataclass(frozen=True, slots=True)
class _Fetched:
    """An article of the issue: its element and address, or why it could not be read."""

    id: str
    address: str
    element: XmlNode | None = None
    findings: tuple[Finding, ...] = ()


def read(source: WebAddress, options: Mapping[str, str]) -> Iterator[Record]:
    """A record of the issue, then a record of each of its articles, in the order of the answer.

    Raises:
        HttpFault: the server cannot be reached, or the issue cannot be read.
    """
    secret = token()
    choice = issue_choice(source.address, options)
    if choice.page_id is not None:
        ids = FrozenMap({"page": choice.page_id, "id": str(choice.id)})
        two = Finding("ojs-issue-ambiguous", params=ids, place=Place(choice.journal))
        yield _of_source(choice, two)
        return
    if secret is None:
        params = FrozenMap({"variable": TOKEN})
        absent = Finding("ojs-token-absent", params=params, place=Place(choice.journal))
        yield _of_source(choice, absent)
        return
    with _client(choice, secret, options) as client:
        try:
            yield from _issue_records(OjsApi(client), choice)
        except RequestRefused as refused:
            if refused.status not in (401, 403, 404):
                raise
            yield _of_source(choice, _refused(refused))


def _client(choice: IssueChoice, secret: str, options: Mapping[str, str]) -> HttpClient:
    if options.get("token-in") == "query":
        return HttpClient(choice.api, query={"apiToken": secret}, secrets=[secret])
    authorization = {"Authorization": f"Bearer {secret}"}
    return HttpClient(choice.api, headers=authorization, secrets=[secret])


def _refused(refused: RequestRefused) -> Finding:
    """That OJS refuses the token, or has no such journal or issue."""
    code = "ojs-journal-unknown" if refused.status == 404 else "ojs-token-refused"
    found = refused.finding()
    return replace(found, code=code, params=FrozenMap({**found.params, "variable": TOKEN}))


def _issue_records(api: OjsApi, choice: IssueChoice) -> Iterator[Record]:
    chosen = chosen_issue(api, choice)
    if isinstance(chosen, Finding):
        yield _of_source(choice, chosen)
        return
    issue = _issue(api, chosen)
    if issue is None or (choice.id is not None and not is_as_chosen(issue, choice)):
        yield _of_source(choice, no_issue(api, choice))
        return
    address = api.address(f"issues/{chosen}")
    sections = section_names(issue)
    frame = whole_issue(issue_element(issue, sections, address), address, f"issue-{chosen}")
    fetched = [
        _fetched(api, one, sections, f"{address}#articles[{n}]")
        for n, one in enumerate(entries(issue["articles"]) or ())
    ]
    found = [
        (one, one.element, _entry(one.element, n)) for n, one in enumerate(fetched) if one.element
    ]
    set_order(frame, [entry for _, _, entry in found])
    yield Record(address, findings=_of_issue(frame, address, bool(found)), is_article=False)
    for one in fetched:
        if one.element is None:
            yield Record(one.address, id=one.id, findings=one.findings)
    for one, element, entry in found:
        yield _record(one, element, entry, frame)


def _issue(api: OjsApi, id: str) -> Answer | None:
    """An issue; None if the journal does not have it.

    Raises:
        HttpFault: it cannot be read.
    """
    try:
        return api.issue(id)
    except RequestRefused as refused:
        if refused.status != 404:
            raise
    return None


def _fetched(
    api: OjsApi, submission: Answer, sections: Mapping[str, str], summary: str
) -> _Fetched:
    """An article with its version. A refused article does not cost the others.

    Raises:
        HttpFault: the server cannot be reached any more.
    """
    id, version = str(submission["id"]), str(submission.get("currentPublicationId"))
    address = api.address(publication_path(id, version))
    try:
        publication = api.publication(id, version)
    except (RequestRefused, AnswerNotUnderstood) as fault:
        return _Fetched(id, address, findings=(replace(fault.finding(), article=id),))
    element = article_element(submission, publication, sections, (summary, address))
    accepted, findings = _accepted(api, id)
    element.children += accepted
    return _Fetched(id, address, element, findings)


def _accepted(api: OjsApi, submission: str) -> tuple[list[XmlNode], tuple[Finding, ...]]:
    """The date of acceptance, if the editors accepted the article exactly once.

    Raises:
        HttpFault: the server cannot be reached any more.
    """
    address = api.address(f"submissions/{submission}/decisions")
    try:
        decisions = api.decisions(submission)
    except (RequestRefused, AnswerNotUnderstood) as fault:
        return [], (replace(fault.finding(Level.WARNING), field="dates.accepted"),)
    days = sorted({_day(one.get("dateDecided")) for one in decisions if _is_acceptance(one)})
    if len(days) == 1 and days[0]:
        return [XmlNode("dateAccepted", 0, pieces=days, address=f"{address}#dateDecided")], ()
    if len(days) > 1:
        params = FrozenMap({"dates": ", ".join(days)})
        several = Finding("ojs-accepted-several", Level.WARNING, params, "dates.accepted")
        return [], (replace(several, place=Place(address)),)
    return [], ()


def _is_acceptance(decision: Answer) -> bool:
    return str(decision.get("decision")) == str(ACCEPT)


def _day(written: Any) -> str:
    return written[:10] if isinstance(written, str) else ""


def _entry(element: XmlNode, n: int) -> ArticleEntry:
    publication = current(element)
    attributes = publication.attributes
    return ArticleEntry(
        article_id(element, publication, n),
        attributes.get("section_ref"),
        ordinal(attributes.get("seq")),
        Place(element.address),
    )


def _of_issue(frame: IssueDescription, address: str, has_articles: bool) -> list[Finding]:
    """The findings about the issue."""
    findings = [replace(one, issue=frame.issue.id) for one in frame.notes.findings]
    place = Place(address)
    if not has_articles:
        return [*findings, Finding("ojs-issue-empty", place=place)]
    absent = Finding("ojs-journal-absent", Level.WARNING, field="issue.journal", place=place)
    return [absent, *findings]


def _record(
    fetched: _Fetched, element: XmlNode, entry: ArticleEntry, frame: IssueDescription
) -> Record:
    section = frame.sections.get(entry.section, entry.section) if entry.section else None
    read, notes = article(element, entry.id, frame.issue, section, fetched.address)
    own = [replace(one, article=entry.id) for one in fetched.findings]
    return Record(fetched.address, read, entry.id, [*own, *notes.findings], _locate(notes, frame))


def _locate(notes: OjsNotes, frame: IssueDescription) -> Locate:
    def locate(field: str, excerpt: str) -> Place | None:  # noqa: ARG001
        path = parse_path(field)
        return frame.notes.place(path) if path[:1] == PATH else notes.place(path)

    return locate


def _of_source(choice: IssueChoice, finding: Finding) -> Record:
    return Record(choice.journal, findings=[finding], is_article=False)
