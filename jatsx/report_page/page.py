"""The page: one HTML file that needs no network and holds all its languages."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jatsx import __version__
from jatsx.findings.finding import Level
from jatsx.findings.translation import LANGUAGES, SOURCE_LANGUAGE
from jatsx.findings.visible import visible
from jatsx.pipeline.result import Status
from jatsx.report_page.labels import LABELS
from jatsx.report_page.losses import format_losses
from jatsx.report_page.overview import PageParts
from jatsx.report_page.phrases import NAMES, Phrases
from jatsx.report_page.private import without_addresses

if TYPE_CHECKING:
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.exporter import Exporter

MOST_NAMED: Final = 20
"""The largest number of articles with errors that the next step names."""


def report_page(result: RunResult, *, language: str, emails: bool = False, date: str = "") -> str:
    """The report of a result that has kept its articles, as the text of an HTML file.

    Args:
        result: the result.
        language: the language in which the page is shown first.
        emails: whether e-mail addresses are shown.
        date: the date of the report, as it is shown.
    """
    show = visible if emails else _public
    phrases = Phrases(language if language in LANGUAGES else SOURCE_LANGUAGE, show)
    environment = Environment(
        loader=PackageLoader("jatsx.report_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    parts = PageParts(result, phrases, show, emails)
    articles = [parts.article(n + 1, one) for n, one in enumerate(result.articles)]
    style, script = (_source(environment, name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html").render(
        articles=articles,
        date=date,
        emails=emails,
        first_errors=[one for one in articles if one.errors][:MOST_NAMED],
        issues=[show(one.id) for one in result.issues if one.id],
        label=_Labels(phrases),
        language=phrases.language,
        languages=NAMES,
        losses=format_losses(result, phrases),
        phrases=phrases,
        policy=_policy(style, script),
        script=Markup(script),
        shared=parts.findings(result.shared_findings),
        sending=dict(_sending(result, phrases)),
        steps=list(_steps(result)),
        style=Markup(style),
        targets=result.targets,
        titles={
            name: phrases.label(result.registry.exporters[name].title) for name in result.targets
        },
        version=__version__,
        was_exported=any(one.targets for one in result.articles),
    )


class _Labels:
    """The labels as HTML, by their names: ``label.articles`` in the templates."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def __getitem__(self, name: str) -> Any:
        return self._phrases.label(LABELS[name])


def _public(text: str) -> str:
    """The text in one line, without e-mail addresses."""
    return without_addresses(visible(text))


def _source(environment: Environment, name: str) -> str:
    """The text of a file of the templates."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _policy(style: str, script: str) -> str:
    """The content security policy: nothing but this style and this script, and no network."""
    return f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _sending(result: RunResult, phrases: Phrases) -> Iterator[tuple[str, Markup]]:
    """What to do with the files of each format, as its plugin says."""
    for target in result.targets:
        exporter = result.registry.exporters[target]
        if exporter.next_step and result.can_be_sent(target):
            files = result.written[target]
            are_zip = result.are_zip(target)
            yield target, phrases.said(partial(_sentences, exporter, files, are_zip))


def _sentences(exporter: Exporter, files: str, are_zip: bool) -> str:
    return " ".join(exporter.next_steps(files, are_zip=are_zip))


def _steps(result: RunResult) -> Iterator[str]:
    """The names of the labels that say what to do now, in order."""
    if not result.is_anything_read:
        yield "nothing_read"
    if any(one.level is Level.ERROR for one in result.shared_findings):
        yield "correct_shared"
    if any(one.level is Level.ERROR for article in result.articles for one in article.findings):
        yield "correct"
    if result.faults[Level.WARNING]:
        yield "review"
    is_exported = any(result.count(target, Status.VALID) for target in result.targets)
    if is_exported and not result.faults[Level.ERROR]:
        yield "send"
    elif not is_exported and result.is_anything_read and not result.faults[Level.ERROR]:
        yield "export"
