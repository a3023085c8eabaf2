"""Checks of losses: every lost value is reported, and every reported loss is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

from jatsx.documents.content import content_bytes
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.fieldpath import parse_path
from jatsx.model.fields import field_of, fields
from jatsx.plugin.exporter import Exporter
from jatsx.rules.engine import RuleFailed
from jatsx.rules.rulebook import Rulebook
from jatsx.testing.awkward import Awkward, rich_article
from jatsx.testing.changes import (
    CHANGED,
    MOVED,
    Change,
    changes,
    rearrangements,
    renamings,
    reshapings,
)
from jatsx.testing.failures import Failure
from jatsx.testing.loss_coverage import (
    INHERITED,
    SilentChange,
    inheriting,
    is_within,
    is_without_language,
    silent_changes,
)
from jatsx.testing.subject import Subject, Variant


def unreported_losses(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The fields of an article that are neither in its documents nor in its losses.

    The rich article is exported in every variant with different documents, other articles only in
    the first variant.
    """
    book = Rulebook(subject.registry.rules.values())
    for variant in () if awkward.is_large else _different_variants(subject, awkward):
        article = awkward.article
        context = subject.context(article, variant)
        usual = _codes(article, book)
        for source, tried_changes in _tried_changes(subject, awkward, variant):
            for silent in silent_changes(subject.exporter, source, context, tried_changes):
                if not awkward.is_rich and not _is_sound(silent.change, usual, book):
                    continue
                yield Failure(
                    f"the field was {silent.how}, but the documents are the same, and no loss"
                    " names it",
                    _todo(silent),
                    variant,
                    silent.field,
                )


def _tried_changes(
    subject: Subject, awkward: Awkward, variant: Variant
) -> Iterator[tuple[Article, Iterable[Change]]]:
    """Articles, and the changes of each that a document must show.

    Most changes are tried in the first variant only.
    """
    if not awkward.is_rich:
        article = awkward.article
        yield article, (one for one in changes(article) if one.how == CHANGED)
        return
    if not subject.kept:
        subject.kept.update(_rich_changes())
    rich: Article = subject.kept["article"]
    is_first = variant == subject.all_variants[0]
    yield rich, [one for one in subject.kept["changes"] if is_first or one.how == CHANGED]
    if is_first:
        yield from subject.kept["inherited"]
        yield (
            rich,
            (
                change
                for change in subject.kept["other changes"]
                if change.how != MOVED or not is_without_language(subject.exporter, change.field)
            ),
        )


def _rich_changes() -> Mapping[str, Any]:
    """The rich article with its changes, and the articles that inherit values with theirs."""
    article = rich_article()
    return {
        "article": article,
        "changes": list(changes(article)),
        "inherited": [
            (source, [one for one in changes(source) if _is_inherited(one.field)])
            for source in inheriting(article)
        ],
        "other changes": [
            *renamings(article),
            *reshapings(article),
            *rearrangements(article),
        ],
    }


def _is_inherited(field: str) -> bool:
    return any(is_within(field, one) for one in INHERITED)


def _todo(silent: SilentChange) -> str:
    if silent.how == MOVED:
        return (
            "Write the language of each value; or report a loss with extent=Extent.FORM; or name"
            " the field in without_language=… of the exporter, if the format has no place for its"
            " language."
        )
    return f'Write the field, or report a loss: Loss("{silent.field}", "…").'


def untrue_losses(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The losses of fields without a value, without a reason, or of fields that are written."""
    for variant in subject.exportable_main_variants(awkward):
        article = awkward.article
        values = article.model_dump()
        for document in subject.exported([article], variant):
            for loss in document.all_losses:
                what = _fault_of_loss(subject.exporter, loss, values)
                if what:
                    todo = (
                        "A loss requires a field that has a value, and a code that has a sentence."
                    )
                    yield Failure(what, todo, variant, loss.field)


def _different_variants(subject: Subject, awkward: Awkward) -> Iterator[Variant]:
    """The main variants whose documents are different from those of earlier variants."""
    seen = set()
    for variant in subject.exportable_main_variants(awkward):
        documents = subject.exported([awkward.article], variant)
        losses = [loss for one in documents for loss in one.all_losses]
        output = repr(([content_bytes(one) for one in documents], losses))
        if output not in seen:
            seen.add(output)
            yield variant


def _is_sound(change: Change, usual: frozenset[str], book: Rulebook) -> bool:
    """Whether no rule reports anything in the changed article that is not usual for the article."""
    return change.article is not None and _codes(change.article, book) <= usual


def _codes(article: Article, book: Rulebook) -> frozenset[str]:
    """The codes of the findings on an article and its issue."""
    found = (*book.article_findings(article), *book.issue_findings(article.issue))
    return frozenset(one.rule.code if isinstance(one, RuleFailed) else one.code for one in found)


def _fault_of_loss(exporter: Exporter, loss: Loss, values: Any) -> str:
    """What is wrong with a loss; empty if nothing is."""
    sentence = exporter.reasons.get(loss.code)
    if sentence is None:
        return f"the losses of the exporter have no sentence for the code {loss.code!r}"
    missing = [
        name for _, name, _, _ in Formatter().parse(sentence) if name not in {None, *loss.params}
    ]
    if missing:
        return f"the loss {loss.code!r} has no param {missing[0]!r}, which its sentence requires"
    if not exporter.reason(loss).strip():
        return "the loss has no reason"
    path = _path(loss.field)
    if _general(loss.field) not in _known_fields():
        return f"the loss names {loss.field!r}, which is not a field of the model"
    for step in path:
        values = _inside(values, step)
    return "" if values or values == 0 else "the loss names a field that has no value"


@cache
def _known_fields() -> frozenset[str]:
    """The fields of the model and the parts that contain them, without positions."""
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
