"""DataCite: metadata of a DOI in JSON, schema 4.5 or 4.3, as its REST API takes it.

What becomes of each part of the model, by property of version 4.5. "Lost" is reported for each
article, with the reason. Texts are plain; those that stand in each language say which (``lang``).
What stands in one language is in that of the option ``language``, else the article's, else English,
else the first; its other languages are lost.

**Article**

- doi: ``doi``. url: ``url``. identifiers: ``alternateIdentifiers``, by scheme.
- links: ``alternateIdentifiers`` of type URL, and the media types in ``formats``. Their languages
  are lost.
- type: ``types``, JournalArticle or DataPaper, with the type in words. language: ``language``.
- title, subtitle: ``titles``, in each language. The first title, the article's own, has no type,
  the others are TranslatedTitle; subtitles are Subtitle.
- abstract: ``descriptions`` of type Abstract, in each language. other_abstracts: Other, and
  TableOfContents for ``toc``; other kinds aren't told apart.
- keywords: ``subjects``, in each language. subject_codes: ``subjects`` with ``subjectScheme`` and
  ``classificationCode``, one for the heading in each language.
- contributors: see below. affiliations: ``affiliation``, one name (department, institution, city,
  country) in the language of the person's name, and the ROR id.
- funding: ``fundingReferences``, one for each award of its funder. Without a funder, an award is
  lost; statements are.
- dates: received is Submitted, accepted is Accepted, revised is Other, each with its precision;
  published in print is Issued, online Available (and Issued where there is no print), with the
  medium in words; ``publicationYear`` is that of the earliest.
- pages, elocation_id: in the journal's item. pages.other: lost.
- licenses: ``rightsList``, with the SPDX identifier of those of Creative Commons that are of no
  country. copyright: the statement in ``rightsList``, the year a date, the holder a contributor.
- references: ``relatedIdentifiers`` (Cites) by DOI, else by address; those that are taken apart and
  have a title in ``relatedItems`` too. The printed text is lost, and with it every reference that
  has neither identifier nor title.
- relations: ``relatedIdentifiers``; those with a title in ``relatedItems`` too. Translations are
  variant forms, corrections and retractions references: version 4.5 knows no better.
- counts: ``sizes``. section, statements: lost.

**Contributor**

- kind: authors are ``creators``, others ``contributors``: Editor or Other.
- name, else group: one name, in one language. orcid: ``nameIdentifiers``.
- corresponding: a contributor of type ContactPerson, besides.
- email, degree, position, roles, equal contribution, whether the ORCID iD was confirmed: lost.

**Issue and journal**

- ``relatedItems`` (IsPublishedIn): the journal, with titles in each language, the abbreviated one,
  year, volume, issue (number, supplement, special), pages. whole_number: lost beside a number.
- An issue that has a title is an item of its own (IsPartOf).
- ISSNs, DOIs and addresses of both: ``relatedIdentifiers``.
- publisher: ``publisher``, one name. Its place, archives, identifiers, sections: lost.

Version 4.3 has no ``relatedItems``: journal, volume, number and pages are in one description,
SeriesInformation. DOI, page and other names are in ``identifiers``. It knows no journal articles:
``types`` says Text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl

JATSX_CONTRACT = 1
"""The version of jatsx's plugin contract that this is written for."""


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """DataCite JSON."""
    from jatsx_datacite.exporter import EXPORTER

    return (EXPORTER,)


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """What DataCite asks beyond every format's rules."""
    if "datacite" not in formats:
        return ()
    from jatsx_datacite.rules import RULES

    return RULES
