"""From plain data to the record of an article, for readers of tables and of other formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jatsx.findings.finding import Finding, Level, Place
from jatsx.model import Article
from jatsx.model.fieldpath import format_path, parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import shown
from jatsx.readers.parsing import parsed_part
from jatsx.readers.reader import Locate, Record
from jatsx.readers.short_forms import ModelForm, model_form
from jatsx.readers.source_file import MOST_FAULTS
from jatsx.readers.whole_article import inherited_language


def record_of(
    data: Mapping[str, Any],
    source: str,
    locate: Locate | None = None,
    findings: Iterable[Finding] = (),
) -> Record:
    """The record of an article, or the findings that say what is wrong with its data.

    Args:
        data: the fields of the article, with its issue and journal, as in an article file. All
            values are text. Reference lists may be in their short forms.
        source: the name of the file, as it is shown to users.
        locate: finds the place of a field in the file.
        findings: what the reader found itself. If one of them is an error, there is no article.
    """
    own = data.get("language")
    form = model_form(data, own if isinstance(own, str) else inherited_language(data))
    article, faults = parsed_part(Article, form.data)
    locate = _in_source(locate, form) if locate and form.written else locate
    found = [*findings, *_form_findings(form, locate)]
    for fault in faults[:MOST_FAULTS]:
        field = format_path(fault.path)
        found.append(fault.finding(locate(field, fault.excerpt) if locate else None))
    is_faulty = any(finding.level is Level.ERROR for finding in found)
    identifier = data.get("id")
    return Record(
        source,
        None if is_faulty else article,
        shown(identifier) if isinstance(identifier, str) else None,
        found,
        locate,
    )


def _in_source(locate: Locate, form: ModelForm) -> Locate:
    """Finds the place of a field of the model where it is written in a short form."""

    def locate_written(field: str, excerpt: str) -> Place | None:
        return locate(format_path(form.place_of(parse_path(field)).path), excerpt)

    return locate_written


def _form_findings(form: ModelForm, locate: Locate | None) -> Iterator[Finding]:
    """What is wrong in short forms."""
    for fault in form.faults[:MOST_FAULTS]:
        written, field = format_path(fault.written.path), format_path(fault.field)
        params, excerpt = FrozenMap(fault.params), " ".join(fault.written.lines)
        place = locate(written, excerpt) if locate else None
        yield Finding(fault.code, fault.level, params, shown(field), place=place, excerpt=excerpt)
