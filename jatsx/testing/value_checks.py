"""Checks that each value of an article is in its documents: whole, in order, at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any, Final

from jatsx.documents.loss import Extent
from jatsx.model import Article
from jatsx.model.fieldpath import Path
from jatsx.model.fields import field_of
from jatsx.model.text import TAGS
from jatsx.testing.awkward import Awkward
from jatsx.testing.changes import CHANGED, changes
from jatsx.testing.crowd import affiliation_of, crowded, is_copy
from jatsx.testing.document_text import PlacedText
from jatsx.testing.exported import Exported, exported
from jatsx.testing.failures import Failure, excerpt
from jatsx.testing.loss_coverage import INHERITED, exemption, is_within, is_without_language
from jatsx.testing.marks import MarkedValue, marked, marked_up
from jatsx.testing.opposites import is_grouped, opposite, other_language
from jatsx.testing.subject import Subject, Variant

INSIDE: Final = 40
"""The number of characters of a value that are shown."""


def value_failures(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The values of an article that its documents do not contain as they are.

    All values are replaced by marks: short ones, then long ones. Long lists are checked elsewhere.
    """
    data = awkward.article.model_dump(exclude_defaults=True)
    for variant in () if awkward.is_large else subject.exportable_main_variants(awkward):
        for is_long in (False, True):
            described, marks = marked(data, is_long=is_long)
            found = _exported(subject, described, variant)
            if found:
                yield from absent_values(subject, found, marks, variant)
                yield from _misplaced_values(subject, found, marks, variant)


def misplaced_codes(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The dates and numbers that are at a place that is named after another field."""
    article = awkward.article
    tried = [one for one in changes(article) if one.how == CHANGED and is_grouped(one.field)]
    for variant in subject.exportable_main_variants(awkward) if awkward.is_rich else ():
        before = exported(subject.exported([article], variant), article.id).texts
        for change in tried:
            if change.article is None or exemption(subject.exporter, change.field):
                continue
            after = exported(subject.exported([change.article], variant), article.id).texts
            for text in Counter(after) - Counter(before):
                other = opposite(field_of(change.field), text.words)
                if other:
                    yield _misplaced(change.field, f"the field {other!r}", text, variant)


def list_failures(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The items of long lists that documents do not contain, or in another order."""
    for variant in subject.exportable_main_variants(awkward)[:1]:
        data, marks = marked(crowded(awkward.article.model_dump(exclude_defaults=True)))
        found = _exported(subject, data, variant)
        if found:
            yield from absent_values(subject, found, marks, variant)
            yield from _disorder(found, data, marks, variant)
            yield from _joined_items(found, marks, variant)


def markup_failures(subject: Subject, awkward: Awkward) -> Iterator[Failure]:
    """The texts whose markup is not in the documents."""
    for variant in subject.exportable_main_variants(awkward):
        data, marks = marked_up(awkward.article)
        found = _exported(subject, data, variant)
        for mark in marks if found else ():
            if not found or found.covers(mark.field) or _is_exempt(subject, mark):
                continue
            lost = lost_tags(found, mark)
            if lost:
                yield Failure(
                    f"the text contained the tags {', '.join(lost)}, but the documents do not",
                    f"Write the markup; or report its loss: lost_markup(…), or"
                    f' Loss("{mark.field}", "…", extent=Extent.FORM).',
                    variant,
                    mark.field,
                )


def lost_tags(found: Exported, mark: MarkedValue) -> list[str]:
    """The tags of a marked text that are nowhere in the documents, or not with their text."""
    tags = [tag for tag in (*TAGS, "math") for _ in range(2)]
    lost = [
        tag
        for tag, (one, following) in zip(tags, pairwise(mark.lines), strict=True)
        if found.whole.count(f"{one}{following}") == found.whole.count(one)
    ]
    written = [
        line in found.whole or escape(line, quote=False) in found.whole for line in mark.lines
    ]
    absent = [tags[max(n - 1, 0)] for n, is_written in enumerate(written) if not is_written]
    return [f"<{tag}>" for tag in dict.fromkeys((*lost, *absent))]


def absent_values(
    subject: Subject, found: Exported, marks: Sequence[MarkedValue], variant: Variant
) -> Iterator[Failure]:
    """The values that documents do not contain, and that no loss covers; and untrue losses."""
    for mark in marks:
        line = found.absent_line(mark)
        if line and not found.covers(mark.field) and not _is_exempt(subject, mark):
            yield Failure(
                f"the value was changed to {_shown(line)}, but the documents do not contain it"
                f"{_instead(found, line)}",
                "Write the whole value, with its own spaces and cases and without a limit; or"
                f' report a loss: Loss("{mark.field}", "…").',
                variant,
                mark.field,
            )
        elif (
            not line
            and found.covers(mark.field, Extent.WHOLE, Extent.LANGUAGE)
            and not subject.keeps_lost_values(variant)
        ):
            yield Failure(
                f"a loss says that the value is not included, but the documents contain it:"
                f" {_shown(mark.value)}",
                "Report a loss only for a value that is not written. If its markup, its language or"
                " another part of its form is lost, use extent=Extent.FORM.",
                variant,
                mark.field,
            )


def _exported(subject: Subject, data: Mapping[str, Any], variant: Variant) -> Exported | None:
    """The export of an article; None if it fails, and a rule refuses the article."""
    article = Article.model_validate(data)
    try:
        return exported(subject.exported([article], variant), article.id)
    except Exception:
        if subject.is_blocked(article, variant):
            return None
        raise


def _is_exempt(subject: Subject, mark: MarkedValue) -> bool:
    is_inherited = any(is_within(mark.field, one) for one in INHERITED if one.startswith("issue"))
    return is_inherited or exemption(subject.exporter, mark.field) is not None


def _misplaced_values(
    subject: Subject, found: Exported, marks: Sequence[MarkedValue], variant: Variant
) -> Iterator[Failure]:
    """The values at a place that is named after another field or another language."""
    for mark in marks:
        has_none = is_without_language(subject.exporter, mark.field)
        for text in found.texts_with(mark.lines[0]):
            other = opposite(field_of(mark.path), text.words)
            language = "" if has_none else other_language(mark.path, text.words)
            if other or language:
                kind = f"the field {other!r}" if other else f"the language {language!r}"
                yield _misplaced(mark.field, kind, text, variant)
                break


def _misplaced(field: str, kind: str, text: PlacedText, variant: Variant) -> Failure:
    place = " / ".join(text.place[-3:])
    what = f"the value is at a place of {kind}: {place}"
    return Failure(what, "Write each value at its own place.", variant, field)


def _disorder(
    found: Exported, data: Mapping[str, Any], marks: Sequence[MarkedValue], variant: Variant
) -> Iterator[Failure]:
    """The fields whose values are not in the order of the list."""
    columns: dict[tuple[str | int, ...], list[MarkedValue]] = {}
    for mark in marks:
        is_written = not found.absent_line(mark) and not found.covers(mark.field)
        if is_written and is_copy(mark.path, data):
            columns.setdefault(_column(mark.path), []).append(mark)
    for column in columns.values():
        places = [found.place(mark.lines[0]) for mark in column]
        by_author = sorted(range(len(column)), key=lambda n: places[n])
        expected = {tuple(range(len(column))), tuple(_by_contributor(column, data))}
        if tuple(by_author) not in expected:
            first = next(n for n, one in enumerate(by_author) if one != n)
            yield Failure(
                f"the values are not in the order of the list: {column[by_author[first]].field} is"
                f" number {first + 1} in the documents",
                "Write the items of a list in order, and the values of an item together.",
                variant,
                column[first].field,
            )


def _joined_items(
    found: Exported, marks: Sequence[MarkedValue], variant: Variant
) -> Iterator[Failure]:
    """The lists whose items are in one text, so that they cannot be told apart."""
    lists: dict[Path, list[MarkedValue]] = {}
    for mark in marks:
        if isinstance(mark.path[-1], int) and not found.covers(mark.field):
            lists.setdefault(mark.path[:-1], []).append(mark)
    for items in lists.values() if found.is_exact else ():
        for one, other in pairwise(items):
            if any(other.lines[0] in text.text for text in found.texts_with(one.lines[0])):
                yield Failure(
                    "the item is in one text with the item before it",
                    "Write each item of a list on its own; or report a loss with"
                    " extent=Extent.FORM.",
                    variant,
                    other.field,
                )
                break


def _column(path: Path) -> Path:
    """The path without positions in lists."""
    return tuple(step for step in path if not isinstance(step, int))


def _by_contributor(column: Sequence[MarkedValue], data: Mapping[str, Any]) -> list[int]:
    """The positions of values of affiliations, in the order of the contributors."""
    if column[0].path[0] != "affiliations":
        return []
    number = len(data["affiliations"])
    copies = [n for n, _ in enumerate(data["contributors"]) if is_copy(("contributors", n), data)]
    linked = [affiliation_of(n, number) for n in copies]
    by_affiliation = {mark.path[1]: n for n, mark in enumerate(column)}
    found = [by_affiliation[one] for one in linked if one in by_affiliation]
    return list(dict.fromkeys([*found, *range(len(column))]))


def _shown(value: str) -> str:
    return repr(value if len(value) <= INSIDE else f"{value[:INSIDE]}…")


def _instead(found: Exported, line: str) -> str:
    closest = found.closest(line)
    return f". They contain {excerpt(closest)!r}" if closest else ""
