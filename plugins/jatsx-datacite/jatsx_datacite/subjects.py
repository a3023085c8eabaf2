"""Subjects: keywords and codes of classifications."""

from __future__ import annotations

from jatsx import (
    Article,
    JsonObject,
    Loss,
    Sourced,
    json_object,
    lost_markup,
    non_blank,
    present,
    stripped,
)
from jatsx.model import SubjectCode
from jatsx.model.fieldpath import subpath
from jatsx.standards.vocabularies import subject_scheme

from jatsx_datacite.parts import Parts, Values, plain
from jatsx_datacite.settings import Settings
from jatsx_datacite.texts import keywords
from jatsx_datacite.version import Version


def subjects(article: Article, settings: Settings) -> Parts:
    """``subjects``: the keywords, then the codes with their headings."""
    yield from keywords(article)
    for n, code in enumerate(article.subject_codes):
        if non_blank(code.code):
            yield from _coded(code, f"subject_codes[{n}]", settings.version)
        else:
            yield Loss(f"subject_codes[{n}]", "subject-code-missing")


def _coded(subject: SubjectCode, field: str, version: Version) -> Parts:
    """A code: a subject for its heading in each language, or only the code.

    Before version 4.4 a subject has no property for the code of a heading. The code is another
    subject of the same scheme.
    """
    headings = present(subject.heading)
    if not headings or not version.has_codes:
        yield _subject(subject, field, version, Sourced(stripped(subject.code), f"{field}.code"))
    for tag, heading in headings.items():
        place = subpath(field, "heading", tag)
        yield _subject(subject, field, version, Sourced(plain(heading), place), tag)
        yield from lost_markup(heading, place, "plain-text")


def _subject(
    subject: SubjectCode,
    field: str,
    version: Version,
    text: Sourced[str | None],
    tag: str | None = None,
) -> JsonObject | None:
    code = Sourced(stripped(subject.code), f"{field}.code") if version.has_codes else None
    scheme = Sourced(stripped(subject_scheme(subject.scheme)), f"{field}.scheme")
    described: Values = {"subject": text, "subjectScheme": scheme, "classificationCode": code}
    return json_object({**described, "lang": tag}, field=text.field)
