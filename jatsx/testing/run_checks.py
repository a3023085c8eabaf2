"""Checks of a run of several articles: each is written, with its own losses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jatsx.documents.content import content_bytes
from jatsx.documents.document import Document
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.testing.awkward import RICH, Awkward
from jatsx.testing.changes import CHANGED, REMOVED, Change, changes
from jatsx.testing.exported import exported
from jatsx.testing.failures import Failure
from jatsx.testing.loss_coverage import INHERITED, exemption, is_within
from jatsx.testing.marks import MarkedValue, marked
from jatsx.testing.subject import Subject, Variant
from jatsx.testing.value_checks import absent_values

ARTICLES: Final = 3
"""The number of articles in the run."""

WRITE_ALL: Final = (
    "An exporter with per='issue' receives several articles. Write each one as if it were alone."
)


def run_failures(subject: Subject) -> Iterator[Failure]:
    """The articles of a run that are not written like single articles."""
    rich = Awkward(RICH.name)
    variants = subject.exportable_main_variants(rich)
    if subject.exporter.per != "issue" or not variants:
        return
    data = rich.article.model_dump(exclude_defaults=True)
    marked_articles = [marked(data, f"article {n}") for n in range(ARTICLES)]
    run = _run([one for one, _ in marked_articles])
    for variant in variants:
        documents = subject.exported(run, variant)
        for article, (_, marks) in zip(run, marked_articles, strict=True):
            own = [mark for mark in marks if mark.path[0] not in ("issue", "id")]
            found = exported(documents, article.id)
            yield from (
                Failure(
                    f"article {article.id} of {ARTICLES}: {one.what}", WRITE_ALL, variant, one.field
                )
                for one in absent_values(subject, found, own, variant)
            )
            yield from _other_losses(subject, article, documents, variant)
    yield from _silent_changes(subject, _run([data] * ARTICLES), variants[0])


def _run(described: Sequence[Mapping[str, Any]]) -> list[Article]:
    """Articles of one issue, each with its own id, DOI and URL."""
    return [_member(one, described[0], n) for n, one in enumerate(described, 1)]


def _member(data: Mapping[str, Any], first: Mapping[str, Any], number: int) -> Article:
    own = {"id": f"full-{number}", "issue": first["issue"]}
    for name in ("doi", "url"):
        own[name] = f"{data[name]}-{number}"
    return Article.model_validate({**data, **own})


def _other_losses(
    subject: Subject, article: Article, documents: Sequence[Document], variant: Variant
) -> Iterator[Failure]:
    """Losses of an article that are different in the run and alone."""
    alone = {*_own_losses(subject.exported([article], variant), article.id)}
    together = {*_own_losses(documents, article.id)}
    for wrong, losses in (("not reported", alone - together), ("reported", together - alone)):
        for loss in sorted(losses, key=lambda one: one.field):
            usual = "but it is" if wrong == "not reported" else "but it is not"
            yield Failure(
                f"the loss {loss.code!r} of article {article.id} of {ARTICLES} is {wrong} in the"
                f" run, {usual} if the article is exported alone",
                "Report the losses of each article by its id:"
                " losses={article.id: […] for article in articles}.",
                variant,
                loss.field,
            )


def _own_losses(documents: Sequence[Document], article_id: str) -> Iterator[Loss]:
    """The losses of an article, without those of its issue."""
    for document in documents:
        for loss in document.losses.get(article_id, ()):
            if not is_within(loss.field, "issue"):
                yield loss


def _silent_changes(
    subject: Subject, run: Sequence[Article], variant: Variant
) -> Iterator[Failure]:
    """Changes of one article of a run that neither the documents nor its losses show."""
    before = subject.exported(run, variant)
    contents = _contents(before)
    for number, change in _changes(subject, run):
        article = change.article
        if article is None:
            continue
        after = subject.exported([*run[:number], article, *run[number + 1 :]], variant)
        lost = [*_own_losses(before, article.id), *_own_losses(after, article.id)]
        is_lost = any(is_within(change.field, loss.field) for loss in lost)
        if not is_lost and _contents(after) == contents:
            yield Failure(
                f"the field of article {article.id} of {ARTICLES} was {change.how}, but the"
                " documents of the run are the same, and no loss of this article names it",
                WRITE_ALL,
                variant,
                change.field,
            )


def _changes(subject: Subject, run: Sequence[Article]) -> Iterator[tuple[int, Change]]:
    """Changed codes, dates and numbers of each article, and removals in the last one.

    The other values are marked.
    """
    for number, article in enumerate(run):
        is_marked = {mark.field for mark in _marks(article)}
        is_last = number == len(run) - 1
        for change in changes(article):
            is_tried = change.how == CHANGED and change.field not in is_marked
            if not is_tried and not (change.how == REMOVED and is_last):
                continue
            is_own = not is_within(change.field, "issue") and change.field not in INHERITED
            if is_own and exemption(subject.exporter, change.field) is None:
                yield number, change


def _marks(article: Article) -> list[MarkedValue]:
    return marked(article.model_dump(exclude_defaults=True))[1]


def _contents(documents: Sequence[Document]) -> list[bytes]:
    return [content_bytes(document) for document in documents]
