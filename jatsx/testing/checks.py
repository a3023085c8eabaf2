"""The checks of an exporter. Each check yields its failures."""

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
from jatsx.testing.awkward import Awkward, rich_article
from jatsx.testing.failures import Failure, excerpt
from jatsx.testing.subject import Subject, TestedRun, Variant, installed
from jatsx.validation.schema import PackageMissing

ENOUGH: Final = 0.5
"""The share of the articles that must be exported, so that the checks are meaningful."""


def validity_failures(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """Articles without a valid document that no rule with a message refuses."""
    for variant in subject.variants_of(awkward):
        article = awkward.article
        result = subject.result_of([article], variant)
        yield from _failures(subject, result, variant)
        if result.statuses[article.id] is Status.FAILED:
            _raise_again(subject, article, variant)


def joint_export_failures(subject: Subject) -> Iterator[Failure]:
    """Articles that are valid when exported one by one, but not when exported together."""
    variant, articles = subject.all_variants[0], _one_issue(subject)
    if not articles:
        return
    result = subject.result_of(articles, variant)
    yield from _failures(subject, result, variant)
    for id_, status in result.statuses.items():
        if status is not Status.VALID:
            todo = "An exporter receives several articles of an issue. Write all of them."
            yield Failure(
                f"the article {id_} is valid when exported alone, but {status} with others",
                todo,
            )


def too_many_refused(subject: Subject) -> Iterator[Failure]:
    """A failure if the rules refuse so many articles that the other checks are not meaningful.

    Most checks need the article with a value in every field.
    """
    variant = subject.all_variants[0]
    reasons: Counter[str] = Counter()
    number = blocked = 0
    for number, awkward in enumerate(subject.articles, 1):  # noqa: B007
        article = awkward.article
        if variant not in subject.exportable_variants(awkward):
            blocked += 1
            found = subject.result_of([article], variant).findings
            reasons.update({one.code: 1 for one in found if one.blocks(subject.name)})
    often = ", ".join(f"{code} ({times})" for code, times in reasons.most_common(4))
    todo = (
        "Set what the format requires in the test class: options = {…} for its options,"
        " needed = {…} for fields of every article."
    )
    if blocked > number * (1 - ENOUGH):
        what = f"the rules refuse {blocked} of {number} articles; most frequent: {often}"
        yield Failure(what, todo)
    elif subject.is_blocked(rich_article(), variant):
        yield Failure("the rules refuse the article with a value in every field", todo)


def changed_input(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """Changes of an article or of the context by the exporter."""
    for variant in subject.exportable_main_variants(awkward):
        article, before = awkward.article, awkward.article.model_dump()
        context = subject.context(article, variant)
        context_before = repr(context)
        list(subject.exporter.export([article], context))
        after = article.model_dump()
        todo = "Articles are shared between formats. Create new values, and do not change these."
        for field in before:
            if before[field] != after[field]:
                what = f"the exporter changed the article: {excerpt(str(after[field]))}"
                yield Failure(what, todo, variant, field)
        if repr(context) != context_before:
            yield Failure(
                f"the exporter changed the context: {excerpt(repr(context))}", todo, variant
            )


def duplicate_names(subject: Subject) -> Iterator[Failure]:
    """Document names that occur twice in a folder."""
    plain = next(one for one in subject.articles if one.name == "plain").article
    twins = [plain, plain.model_copy(update={"id": f"{plain.id}-2"})]
    exporter = subject.exporter
    for variant in subject.all_variants:
        if exporter.per == "article":
            runs = [subject.exported([one], variant) for one in twins]
            todo = 'Use the article id in the name: f"{article.id}.xml".'
        elif not exporter.whole:
            runs = [subject.exported([one], variant, n) for n, one in enumerate(twins, 1)]
            todo = "If context.run is not 0, an issue has several files. Use the run in the name."
        else:
            runs = [subject.exported(twins, variant)]
            todo = "Give each document of a run a different name."
        names = Counter(document.name.lower() for run in runs for document in run)
        for name, times in names.items():
            if times > 1:
                yield Failure(f"{times} documents have the name {name}", todo, variant)


def unrecognised_documents(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """Documents of the format for which ``recognises`` does not return their version."""
    recognises = subject.exporter.recognises
    for variant in subject.exportable_variants(awkward) if recognises else ():
        for document in subject.exported([awkward.article], variant):
            found = recognises(content_bytes(document)[:HEAD]) if recognises else None
            if found != variant.version:
                own = f"{document.name} of version {variant.version!r}"
                what = f"recognises returns {found!r} for {own}"
                todo = f"It receives the first {HEAD} bytes. Return a key of versions, or None."
                yield Failure(what, todo, variant)


def wrongly_recognised_documents(subject: Subject, article: Article) -> Iterator[Failure]:
    """Documents of other formats of jatsx for which ``recognises`` does not return None."""
    recognises = subject.exporter.recognises
    for other in installed() if recognises else ():
        if other.name == subject.name:
            continue
        for document in _documents(Subject(other), article):
            found = recognises(content_bytes(document)[:HEAD]) if recognises else None
            if found is not None:
                what = (
                    f"recognises returns {found!r} for {document.name} of the format {other.name}"
                )
                todo = "Check for a namespace, a root element or keys that no other format has."
                yield Failure(what, todo)


def _documents(subject: Subject, article: Article) -> Sequence[Document]:
    """The documents of an article; none if the format needs a package that is not installed."""
    try:
        return subject.exported([article], subject.all_variants[0])
    except PackageMissing:
        return ()


def _failures(subject: Subject, result: TestedRun, variant: Variant) -> Iterator[Failure]:
    """The failures in the result of a run. Errors of rules with a message are not failures."""
    for finding in result.findings:
        sentence = subject.sentences.sentence(finding)
        if finding.code.startswith("plugin-"):
            todo = "An exporter must not raise an exception for an article that no rule refuses."
            yield Failure(sentence, todo, variant)
        elif finding.code.startswith("document-"):
            todo = "Write a valid document, or add a rule that refuses the article."
            detail = finding.params.get("detail", "")
            yield Failure(f"invalid: {sentence} {detail}", todo, variant, finding.field or "")
        elif finding.blocks(subject.name) and not _has_message(sentence, finding):
            todo = "Add a message to the rule: a sentence that says what is wrong."
            yield Failure(
                f"refused by {finding.code}, which has no message",
                todo,
                variant,
                finding.field or "",
            )


def _has_message(sentence: str, finding: Finding) -> bool:
    return bool(sentence.strip()) and sentence != finding.code


def _raise_again(subject: Subject, article: Article, variant: Variant) -> None:
    """Raises the exception of the exporter again, so that pytest shows its traceback."""
    for document in subject.exported([article], variant):
        if isinstance(document, Document):
            content_bytes(document)


def _one_issue(subject: Subject) -> Sequence[Article]:
    """The exportable articles of the base issue, each with its own id."""
    variant, found = subject.all_variants[0], []
    issue = next(one for one in subject.articles if one.name == "plain").article.issue
    for awkward in subject.articles:
        article = awkward.article
        if article.issue == issue and variant in subject.exportable_variants(awkward):
            url, doi = f"https://example.org/{awkward.name}", f"10.5555/{awkward.name}"
            own = {"id": awkward.name, "doi": doi, "url": url, "links": (), "issue": issue}
            found.append(article.model_copy(update=own))
    return found
