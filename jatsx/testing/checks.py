"""What is asked of an exporter, one question for each: objections, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from jatsx.documents.content import content_bytes
from jatsx.documents.document import Document
from jatsx.findings.finding import Finding
from jatsx.model import Article
from jatsx.pipeline.open_input import HEAD
from jatsx.pipeline.result import Status
from jatsx.testing.awkward import Awkward
from jatsx.testing.failures import Failure, excerpt
from jatsx.testing.subject import Exported, Subject, Variant, installed

ENOUGH: Final = 0.5
"""The part of the articles that must go out, so that there is something to judge."""


def refusals(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """Where an article is neither exported validly nor refused by a rule that says why."""
    for way in subject.ways_of(awkward):
        article = awkward.article
        came = subject.came_of([article], way)
        yield from _faults(subject, came, way)
        if came.statuses[article.id] is Status.FAILED:
            _raise_again(subject, article, way)


def faults_of_a_run(subject: Subject) -> Iterator[Failure]:
    """Where articles of one issue that are fine alone aren't fine together."""
    way, articles = subject.ways[0], _one_issue(subject)
    if not articles:
        return
    came = subject.came_of(articles, way)
    yield from _faults(subject, came, way)
    for id_, status in came.statuses.items():
        if status is not Status.VALID:
            todo = "An exporter of issues is given all articles of an issue that no rule blocks."
            yield Failure(f"the article {id_} is {status} among others, and valid alone", todo)


def is_too_little(subject: Subject) -> Iterator[Failure]:
    """That the rules refuse so many articles that nothing is left to judge."""
    way = subject.ways[0]
    reasons: Counter[str] = Counter()
    number = blocked = 0
    for number, awkward in enumerate(subject.articles, 1):  # noqa: B007
        article = awkward.article
        if way not in subject.open_ways(awkward):
            blocked += 1
            found = subject.came_of([article], way).findings
            reasons.update({one.code: 1 for one in found if one.blocks(subject.name)})
    if blocked > number * (1 - ENOUGH):
        often = ", ".join(f"{code} ({times})" for code, times in reasons.most_common(4))
        yield Failure(
            f"its rules refuse {blocked} of {number} articles, most often by {often}",
            "Give the tests what the format can't do without: options = {…} for its settings,"
            " needed = {…} for fields of every article.",
        )


def mutations(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """What the exporter changes of an article or of the context it is given."""
    for way in subject.open_main_ways(awkward):
        article, before = awkward.article, awkward.article.model_dump()
        context = subject.context(article, way)
        told = repr(context)
        list(subject.exporter.export([article], context))
        after = article.model_dump()
        todo = "Articles are everybody's: make new values, and leave those given as they are."
        for field in before:
            if before[field] != after[field]:
                what = f"it changed the article: {excerpt(str(after[field]))}"
                yield Failure(what, todo, way, field)
        if repr(context) != told:
            yield Failure(f"it changed the context: {excerpt(repr(context))}", todo, way)


def misnomers(subject: Subject) -> Iterator[Failure]:
    """Where two documents would have one name in one folder."""
    plain = next(one for one in subject.articles if one.name == "plain").article
    twins = [plain, plain.model_copy(update={"id": f"{plain.id}-2"})]
    exporter = subject.exporter
    for way in subject.ways:
        if exporter.per == "article":
            runs = [subject.exported([one], way) for one in twins]
            todo = 'A file is named for its article: f"{article.id}.xml".'
        elif not exporter.whole:
            runs = [subject.exported([one], way, n) for n, one in enumerate(twins, 1)]
            todo = "Where context.run isn't 0 an issue is in several files: put it into the name."
        else:
            runs = [subject.exported(twins, way)]
            todo = "Give each document of a run a name of its own."
        names = Counter(document.name.lower() for run in runs for document in run)
        for name, times in names.items():
            if times > 1:
                yield Failure(f"{times} documents have the name {name}", todo, way)


def mistaken_own(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The documents of the format that it doesn't recognise; of none if it recognises nothing."""
    recognises = subject.exporter.recognises
    for way in subject.open_ways(awkward) if recognises else ():
        for document in subject.exported([awkward.article], way):
            found = recognises(content_bytes(document)[:HEAD]) if recognises else None
            if found != way.version:
                own = f"{document.name}, which is of version {way.version!r}"
                what = f"recognises says {found!r} of {own}"
                todo = f"It gets the first {HEAD} bytes, and returns a key of versions or None."
                yield Failure(what, todo, way)


def mistaken_others(subject: Subject, article: Article) -> Iterator[Failure]:
    """The documents of other formats, those that jatsx ships, that it takes for its own."""
    recognises = subject.exporter.recognises
    for other in installed() if recognises else ():
        if other.name == subject.name:
            continue
        theirs = Subject(other)
        for document in theirs.exported([article], theirs.ways[0]):
            found = recognises(content_bytes(document)[:HEAD]) if recognises else None
            if found is not None:
                what = f"recognises says {found!r} of {document.name} of the format {other.name}"
                todo = "Look for what stands in no other format: a namespace, a root element, keys."
                yield Failure(what, todo)


def _faults(subject: Subject, came: Exported, way: Variant) -> Iterator[Failure]:
    """What is wrong with what came of articles, but for what rules say of them."""
    for finding in came.findings:
        sentence = subject.sentences.sentence(finding)
        if finding.code.startswith("plugin-"):
            todo = "An exporter never raises on the values of an article that no rule blocks."
            yield Failure(sentence, todo, way)
        elif finding.code.startswith("document-"):
            todo = "Write it as the schema wants it, or add a rule that refuses the article."
            detail = finding.params.get("detail", "")
            yield Failure(f"invalid: {sentence} {detail}", todo, way, finding.field or "")
        elif finding.blocks(subject.name) and not _is_told(sentence, finding):
            todo = "Give the rule a message: what is wrong, in a sentence."
            yield Failure(
                f"refused by {finding.code}, which says nothing", todo, way, finding.field or ""
            )


def _is_told(sentence: str, finding: Finding) -> bool:
    return bool(sentence.strip()) and sentence != finding.code


def _raise_again(subject: Subject, article: Article, way: Variant) -> None:
    """Raises what the exporter raises, so that the place is seen."""
    for document in subject.exported([article], way):
        if isinstance(document, Document):
            content_bytes(document)


def _one_issue(subject: Subject) -> Sequence[Article]:
    """The articles of the base's issue that go out, each with an id of its own."""
    way, found = subject.ways[0], []
    issue = next(one for one in subject.articles if one.name == "plain").article.issue
    for awkward in subject.articles:
        article = awkward.article
        if article.issue == issue and way in subject.open_ways(awkward):
            url, doi = f"https://example.org/{awkward.name}", f"10.5555/{awkward.name}"
            own = {"id": awkward.name, "doi": doi, "url": url, "links": (), "issue": issue}
            found.append(article.model_copy(update=own))
    return found
