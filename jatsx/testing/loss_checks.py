"""Whether what an exporter says it loses is all that is lost, and is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Any

from jatsx.documents.content import content_bytes
from jatsx.documents.loss import Loss
from jatsx.model.fieldpath import parse_path
from jatsx.plugin.exporter import Exporter
from jatsx.rules.engine import Rulebook
from jatsx.testing.awkward import Awkward
from jatsx.testing.changes import Change, changes
from jatsx.testing.failures import Failure
from jatsx.testing.fields import field_of, fields
from jatsx.testing.loss_coverage import silences
from jatsx.testing.subject import Subject, Variant


def silent_changes(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The fields of an article that are neither in its documents nor among its losses.

    The article that says everything is asked in every way that makes a difference to it, the others
    in the first.
    """
    book = Rulebook(subject.registry.rules.values())
    for way in () if awkward.is_large else _different_ways(subject, awkward):
        article = awkward.article
        context = subject.context(article, way)
        tried = (one for one in changes(article) if awkward.is_rich or one.how == "changed")
        for silence in silences(subject.exporter, article, context, tried):
            if not awkward.is_rich and not _is_sound(silence.change, book):
                continue
            yield Failure(
                f"{silence.how}, it makes no difference to the documents, and no loss names it",
                f'Write it, or tell it: Loss("{silence.field}", "…").',
                way,
                silence.field,
            )


def untrue_losses(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The losses that no article had, or that say no reason."""
    for way in subject.open_main_ways(awkward):
        article = awkward.article
        said = article.model_dump()
        for document in subject.exported([article], way):
            for loss in document.all_losses:
                what = _untruth(subject.exporter, loss, said)
                if what:
                    todo = "A loss has a field that the article has, and a code with a sentence."
                    yield Failure(what, todo, way, loss.field)


def _different_ways(subject: Subject, awkward: Awkward) -> Iterator[Variant]:
    """The main ways that make other documents of an article than those before."""
    seen = set()
    for way in subject.open_main_ways(awkward):
        documents = subject.exported([awkward.article], way)
        losses = [loss for one in documents for loss in one.all_losses]
        mark = repr(([content_bytes(one) for one in documents], losses))
        if mark not in seen:
            seen.add(mark)
            yield way


def _is_sound(change: Change, book: Rulebook) -> bool:
    """Whether no rule finds anything, even odd, in the article that a change leaves."""
    article = change.article
    if article is None:
        return False
    return not any((*book.article_findings(article), *book.issue_findings(article.issue)))


def _untruth(exporter: Exporter, loss: Loss, said: Any) -> str:
    """What isn't true of a loss."""
    sentence = exporter.reasons.get(loss.code)
    if sentence is None:
        return f"the exporter's losses have no sentence for the code {loss.code!r}"
    lacking = [
        name for _, name, _, _ in Formatter().parse(sentence) if name not in {None, *loss.params}
    ]
    if lacking:
        return (
            f"the sentence of the loss {loss.code!r} asks for {lacking[0]!r}, which its params lack"
        )
    if not exporter.reason(loss).strip():
        return "the loss says no reason"
    path = _path(loss.field)
    if _general(loss.field) not in _known():
        return f"the loss is of {loss.field!r}, which is no field of the model"
    for step in path:
        said = _inside(said, step)
    return "" if said or said == 0 else "the loss is of a field of which the article says nothing"


@cache
def _known() -> frozenset[str]:
    """The fields of the model and the parts around them, without positions."""
    paths = (one.path.replace("[]", "").split(".") for one in fields())
    return frozenset(".".join(steps[:n]) for steps in paths for n in range(1, len(steps) + 1))


def _path(field: str) -> tuple[str | int, ...]:
    try:
        return parse_path(field)
    except ValueError:
        return ()


def _general(field: str) -> str:
    try:
        return field_of(field).replace("[]", "")
    except ValueError:
        return field


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, (list, tuple)) and isinstance(step, int):
        return data[step] if step < len(data) else None
    if isinstance(data, (list, tuple)):
        return next((one for one in (_inside(item, step) for item in data) if one), None)
    return data.get(step) if isinstance(data, dict) else None
