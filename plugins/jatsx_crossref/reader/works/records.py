"""The works of a file, as the parts of a deposit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from jatsx import InputFile, UnreadableSource
from jatsx.model.fieldpath import Path as FieldPath
from jatsx_crossref.reader.tree import SourceNode
from jatsx_crossref.reader.works.article import journal_article
from jatsx_crossref.reader.works.elements import date, made, moved, moved_all, plain, text_of
from jatsx_crossref.reader.works.json_tree import Lines, documents, tree

ARTICLE: Final = "journal-article"
"""The ``type`` of articles of a journal. CSL JSON calls it ``article-journal``."""

ARTICLES: Final = (ARTICLE, "article-journal", None)


def parts(path: InputFile) -> Iterator[SourceNode]:
    """The parts of each work: a ``journal``, its metadata, its issue and the article.

    A work that is not an article of a journal is an element with the name of its type.

    Raises:
        OSError: the file cannot be opened or read.
        UnreadableSource: the file cannot be read further.
    """
    for value, lines in documents(path):
        for work in works(value, lines):
            kind = work.find("type")
            written = kind.whole_text if kind else None
            if written in ARTICLES:
                yield made("journal", work)
                yield journal_metadata(work)
                yield from journal_issue(work)
                yield journal_article(work)
            else:
                yield made(str(written), work, *map(_named, work.find_all("DOI", "title")))


def works(value: Any, lines: Lines, path: FieldPath = ()) -> Iterator[SourceNode]:
    """The works in an answer of the API: of one work, of a list; or without the envelope.

    Raises:
        UnreadableSource: it contains something else.
    """
    if isinstance(value, dict) and isinstance(value.get("message"), dict):
        yield from works(value["message"], lines, (*path, "message"))
    elif isinstance(value, dict) and isinstance(value.get("items"), list):
        yield from works(value["items"], lines, (*path, "items"))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from works(one, lines, (*path, n))
    elif isinstance(value, dict) and ("DOI" in value or "title" in value):
        yield tree(value, "work", path, lines)
    else:
        raise UnreadableSource("crossref-record-unreadable", lines.of(path))


def journal_metadata(work: SourceNode) -> SourceNode:
    """``journal_metadata``, with the publisher, which a deposit does not have."""
    issns = [_issn(one) for one in work.take_all("issn-type")]
    known = {one.text.strip() for one in issns}
    unknown = [one for one in work.find_all("ISSN") if one.whole_text not in known]
    return made(
        "journal_metadata",
        work,
        *moved_all(work, "container-title", "full_title"),
        *moved_all(work, "short-container-title", "abbrev_title"),
        *issns,
        *(made("issn", one, one.whole_text, attributes={"media_type": "-"}) for one in unknown),
        moved(work, "publisher", "publisher_name"),
        moved(work, "publisher-location", "publisher_place"),
    )


def journal_issue(work: SourceNode) -> Iterator[SourceNode]:
    """``journal_issue``, if the work has a volume, a number or a date of the issue."""
    described = work.take("journal-issue") or SourceNode("journal-issue", work.line)
    volume, number = moved(work, "volume", "volume"), moved(work, "issue", "issue")
    repeated = moved(described, "issue", "issue")
    media = ("print", "online")
    dates = [date(described, f"published-{one}", "publication_date", one) for one in media]
    content = (
        *dates,
        made("journal_volume", work, volume) if volume else None,
        number or repeated,
        moved(work, "special_numbering", "special_numbering"),
    )
    if any(content):
        yield made("journal_issue", described, *content)


def _issn(source: SourceNode) -> SourceNode:
    kind = text_of(source, "type")
    return made("issn", source, text_of(source, "value"), attributes={"media_type": kind})


def _named(value: SourceNode) -> SourceNode | None:
    return plain(value, value.name)
