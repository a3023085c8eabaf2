"""JATS Journal Publishing 1.3 and 1.4 (ANSI/NISO Z39.96), metadata and references only.

One document for an article. What becomes of each part of the model:

journal
    titles: ``journal-title``, then ``trans-title-group``; abbreviated title:
    ``abbrev-journal-title``; ISSNs: ``issn``, ``issn-l``; DOI and ids at indexes: ``journal-id``;
    publisher: ``publisher-name`` and ``publisher-loc`` for each language; web site: ``self-uri``.
    Lost: archives. DOI prefix and promised languages are settings.
issue
    volume, number: ``volume``, ``issue``; DOI and whole number: ``issue-id``; titles:
    ``issue-title-group``; special: ``issue-part``; supplement: ``supplement``; its section and
    order: see the article. Lost: address; a year that isn't the year of its dates.
article
    DOI and other ids: ``article-id``; type: ``@article-type``; language: ``@xml:lang``, in 1.4
    ``content-language`` too; titles: ``title-group``; section and subject codes:
    ``article-categories``; abstracts: ``abstract``, ``trans-abstract``; keywords: ``kwd-group``;
    dates of the manuscript: ``history``; dates of publication: ``pub-date``; pages or article
    number: ``fpage``, ``lpage``, ``page-range`` or ``elocation-id``, never both; position in the
    issue: ``@seq``; landing page and full texts: ``self-uri``; relations: ``related-article``;
    copyright and licenses: ``permissions``; counts: ``counts``.
people
    names: ``name``, several ``name-alternatives``, the patronymic at the tail of ``given-names``;
    groups: ``collab``; ORCID: ``contrib-id``; degree: ``degrees``; position and CRediT: ``role``;
    e-mail: ``email``, a corresponding author's in ``corresp`` too; affiliations: ``aff``, several
    languages ``aff-alternatives``.
funding
    an ``award-group`` for each award with its funder; statements: ``funding-statement``. Lost in
    1.3: the project's title in further languages.
statements
    acknowledgement: ``ack``; conflict of interest: ``fn`` in ``author-notes``; contributions:
    ``fn`` in ``back``; data availability: ``sec`` in ``back``.
references
    ``ref``: ``element-citation`` where it is taken apart, ``mixed-citation`` as printed in each
    language, together ``citation-alternatives``.

Every text says its language. Markup that an element doesn't take is lost, the characters stay.
XML ids are made of positions: ``aff1``, ``c1``, ``ra1``, ``ref1``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from jatsx import Deposit, Document, Exporter, Rule, hookimpl
from jatsx_jats.version import VERSIONS

if TYPE_CHECKING:
    from jatsx import Article


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """The format ``jats``."""
    yield Exporter(
        name="jats",
        title="JATS Journal Publishing",
        export=_export,
        versions={number: version.schema for number, version in VERSIONS.items()},
        default=True,
        recognises=_recognised_version,
    )


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """What JATS asks of an article."""
    if "jats" not in formats:
        return ()
    from jatsx_jats.rules import RULES

    return RULES


def _recognised_version(head: bytes) -> str | None:
    from jatsx_jats.recognition import recognised_version

    return recognised_version(head)


def _export(articles: Sequence[Article], deposit: Deposit) -> Iterable[Document]:
    from jatsx_jats.export import documents

    return documents(articles, deposit)
