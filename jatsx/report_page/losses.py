"""What each format leaves out, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from markupsafe import Markup as Html

from jatsx.documents.loss import Extent, Loss
from jatsx.pipeline.result import ArticleResult, RunResult
from jatsx.report_page.labels import LABELS
from jatsx.report_page.phrases import Phrases

_POSITION: Final = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class LossReason:
    """A reason, the fields that are left out for it, and the number of articles."""

    reason: Html
    extent: Html
    fields: list[str]
    articles: int


@dataclass(frozen=True, slots=True)
class FormatLosses:
    """The reasons of a format, in the order in which they were found."""

    format: str
    reasons: list[LossReason]


def lost_fields(article: ArticleResult) -> Iterator[tuple[str, list[str]]]:
    """The formats of an article that leave something out, each with its fields."""
    for format, made in article.targets.items():
        if made.losses:
            yield format, list(dict.fromkeys(_field(loss) for loss in made.losses))


def format_losses(result: RunResult, phrases: Phrases) -> list[FormatLosses]:
    """What the exported articles lost, by format and reason."""
    return [FormatLosses(name, list(_reasons(result, name, phrases))) for name in result.targets]


def _reasons(result: RunResult, format: str, phrases: Phrases) -> Iterator[LossReason]:
    found: dict[tuple[Extent, Html], tuple[dict[str, None], set[int]]] = {}
    said: dict[tuple[object, ...], Html] = {}
    exporter = result.registry.exporters[format]
    for number, article in enumerate(result.articles):
        made = article.targets.get(format)
        for loss in made.losses if made else ():
            key = (loss.code, *loss.params.items())
            if key not in said:
                said[key] = phrases.said(partial(exporter.reason, loss))
            fields, articles = found.setdefault((loss.extent, said[key]), ({}, set()))
            fields[_field(loss)] = None
            articles.add(number)
    for (extent, reason), (fields, articles) in found.items():
        label = LABELS["whole" if extent is Extent.WHOLE else "partly"]
        yield LossReason(reason, phrases.label(label), list(fields), len(articles))


def _field(loss: Loss) -> str:
    """The field of a loss without positions.

    >>> _field(Loss("contributors[2].degree.kk", "degree"))
    'contributors.degree.kk'
    """
    return _POSITION.sub("", loss.field)
