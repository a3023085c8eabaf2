"""Small deposits to send: XML for Crossref."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

TITLE: Final = "Вестник примеров"
ISSN: Final = "2434-561X"

BATCH: Final = """<?xml version="1.0" encoding="UTF-8"?>
<doi_batch version="5.4.0" xmlns="http://www.crossref.org/schema/5.4.0">
  <head>
    <doi_batch_id>{batch_id}</doi_batch_id>
    <timestamp>{timestamp}</timestamp>
    <depositor>
      <depositor_name>Example press</depositor_name>
      <email_address>deposit@example.org</email_address>
    </depositor>
    <registrant>Example press</registrant>
  </head>
  <body>
    <journal>
      <journal_metadata>
        <full_title>{title}</full_title>
        {issns}
        {journal_doi}
      </journal_metadata>
      <journal_issue>
        <publication_date><year>2024</year></publication_date>
        <issue>1</issue>
      </journal_issue>
      {articles}
    </journal>
  </body>
</doi_batch>
"""


def article(
    doi: str,
    *,
    title: str = "",
    orcids: Sequence[str] = (),
    citation: str = "",
    timestamp: str = "",
) -> str:
    """A ``<journal_article>``. Its title is the DOI, so that no two articles are the same."""
    people = "".join(
        '<person_name sequence="additional" contributor_role="author"><surname>Author</surname>'
        f"<ORCID>https://orcid.org/{orcid}</ORCID></person_name>"
        for orcid in orcids
    )
    return (
        f"<journal_article><titles><title>{title if title else f'About {doi}'}</title></titles>"
        + (f"<contributors>{people}</contributors>" if people else "")
        + "<publication_date><year>2024</year></publication_date>"
        + f"{_doi_data(doi, timestamp)}{citation}</journal_article>"
    )


def deposit(
    *articles: str,
    timestamp: str = "20240601120000000",
    title: str = TITLE,
    issns: Sequence[str] = (ISSN,),
    journal_doi: str = "",
    batch_id: str = "2024-1-20240601120000000",
) -> bytes:
    """A ``<doi_batch>`` of one issue."""
    return BATCH.format(
        batch_id=batch_id,
        timestamp=timestamp,
        title=escape(title),
        issns="".join(f"<issn>{one}</issn>" for one in issns),
        journal_doi=_doi_data(journal_doi) if journal_doi else "",
        articles="".join(articles),
    ).encode()


def _doi_data(doi: str, timestamp: str = "") -> str:
    stamp = f"<timestamp>{timestamp}</timestamp>" if timestamp else ""
    url = f"https://journal.example.org/{doi}"
    return f"<doi_data><doi>{doi}</doi>{stamp}<resource>{url}</resource></doi_data>"
