"""Reading deposits and records, and exporting again what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jatsx.model import Article
from jatsx.readers.reader import Record
from jatsx_crossref.reader import batch
from jatsx_crossref.reader.works.records import parts

from .deposits import DEPOSITOR, Exported, exported

NAMESPACES = (
    'xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" xmlns:fr="http://www.crossref.org/fundref.xsd"'
    ' xmlns:ai="http://www.crossref.org/AccessIndicators.xsd"'
    ' xmlns:rel="http://www.crossref.org/relations.xsd"'
    ' xmlns:mml="http://www.w3.org/1998/Math/MathML"'
)
METADATA = "<journal_metadata language='ru'><full_title>Вестник</full_title></journal_metadata>"


def deposit(*inside: str, version: str = "5.5.0") -> str:
    """A deposit with journals in its body."""
    xmlns = f'xmlns="http://www.crossref.org/schema/{version}" {NAMESPACES}'
    return f'<doi_batch version="{version}" {xmlns}><body>{"".join(inside)}</body></doi_batch>'


def journal(*articles: str, issue: str = "") -> str:
    """A journal with an issue and articles."""
    return f"<journal>{METADATA}{issue}{''.join(articles)}</journal>"


def article(inside: str = "", doi: str = "10.5555/a1", language: str = "ru") -> str:
    """An article with a title, a DOI and what is given."""
    data = f"<doi_data><doi>{doi}</doi><resource>https://example.org/1</resource></doi_data>"
    titles = "" if "<titles>" in inside else "<titles><title>Название</title></titles>"
    return f'<journal_article language="{language}">{titles}{inside}{data}</journal_article>'


def records(content: str | bytes, folder: Path, name: str = "deposit.xml") -> list[Record]:
    """The records of a deposit; of a file that ends in ``.json`` or ``.jsonl``, those of works."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(batch.read(path) if path.suffix == ".xml" else batch.read(path, parts))


def article_record(inside: str, folder: Path, language: str = "ru") -> Record:
    """The record of an article with that inside."""
    return records(deposit(journal(article(inside, language=language))), folder)[1]


def read_article(inside: str, folder: Path, language: str = "ru") -> Article:
    """That article."""
    read = article_record(inside, folder, language).article
    assert read is not None
    return read


def codes(record: Record) -> list[str]:
    """The codes of the findings, each with its field and the name of what was found.

    Without what no deposit holds.
    """
    return [
        " ".join(filter(None, (one.code, one.field, one.params.get("name"))))
        for one in record.findings
        if one.code != "crossref-fields-absent"
    ]


def read_again(document: Exported, folder: Path) -> list[Article]:
    """The articles of an exported document."""
    _, *found = records(document.xml, folder)
    return [record.article for record in found if record.article is not None]


def exported_again(articles: Sequence[Article], version: str) -> Exported:
    """The document of articles that were read, with the options that were read."""
    options: Mapping[str, str] = articles[0].issue.journal.formats.get("crossref", {})
    return exported(articles, {**DEPOSITOR, **options}, version)
