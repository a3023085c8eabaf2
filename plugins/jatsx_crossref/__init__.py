"""Crossref deposits: an issue's articles as one ``doi_batch``, schema 5.5.0 (5.4.0 by option).

What becomes of each part of the model. "Lost" is reported for each article, with the reason; what
only one language has room for is the option ``language``'s, else the article's, else English, else
the first written, and the other languages are lost by name.

**Journal** (``journal_metadata``)

- title: ``full_title``, those of the option ``journal_titles``, else the first, which is the
  registered one: they must be as in Crossref's own record. They have no language.
- abbreviated_title: ``abbrev_title``. issn: ``issn[@media_type]``; the linking one is lost.
- language: ``@language``. doi, url: ``doi_data``, where both are there.
- archives: ``archive_locations`` of each article, those that the schema lists.
- publisher: lost; the head's registrant is the option ``registrant``.
- identifiers: lost. doi_prefix, languages, rules, formats: settings, no metadata.

**Issue** (``journal_issue``; without any date it can't be written)

- published: ``publication_date[@media_type]``, else the year.
- volume, number: ``journal_volume``, ``issue``. supplement, else special: ``special_numbering``.
- title: one ``titles``. doi, url: ``doi_data``, where both are there.
- whole_number, sections: lost. articles: the order of the file is the run's.
- language, licenses: the articles' where they say nothing; else lost where they differ.

**Article** (``journal_article``)

- doi, url: ``doi_data``. links: a ``collection`` for each use of the option ``collections``, with
  ``@mime_type``; their language is lost.
- language: ``@language``, the primary subtag alone.
- title, subtitle: a ``titles`` for each language, the article's own first, at most 20, with face
  markup and formulas; the language of the others isn't said.
- abstract, other_abstracts: ``jats:abstract[@xml:lang][@abstract-type]``.
- contributors: see below. affiliations: ``institution`` inside the person: name, ROR id, city,
  department; the country is lost.
- funding: ``fr:program``, a fundgroup for each funder with its own awards; the funder's name where
  there is a ROR id, titles of projects and statements are lost.
- dates: published as the issue's, ``acceptance_date``; received and revised are ``assertion`` in
  ``crossmark``, without a policy lost. A date that doesn't exist is lost.
- pages, elocation_id: ``pages``, ``item_number``. identifiers: ``identifier[@id_type]`` of the
  schema's closed list; the others are lost.
- licenses: ``ai:program``; a start that isn't a full date is lost.
- references: ``citation`` with ``@type``, parts, DOI and one text (option ``references``), label as
  ``@key``; further authors, publisher, place, last page, address, day of access are lost.
- relations: ``rel:program``; corrections, retractions and the like: ``crossmark/updates``, which
  needs the option ``crossmark_policy``, a DOI and a full date.
- type, keywords, section, subject_codes, copyright, statements, counts: lost.

**Contributor** (``person_name``, ``organization``)

- kind: ``@contributor_role``; place in the list: ``@sequence``.
- name: the main one with ``@language``; the others ``alt-name/name`` (5.5.0; lost in 5.4.0). The
  patronymic ends the given name. Without a family name nobody can be named.
- group: ``organization``, which has a name and nothing else.
- orcid: ``ORCID[@authenticated]``. corresponding, credit_roles: ``role`` (5.5.0; lost in 5.4.0).
- email, degree, position, equal_contribution: lost.

With a Crossmark policy, funding and licenses stand inside ``crossmark/custom_metadata``, after the
assertions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """Crossref deposits."""
    from jatsx_crossref.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """What Crossref asks of an article."""
    if "crossref" not in formats:
        return ()
    from jatsx_crossref.rules import crossref_rules

    return crossref_rules()
