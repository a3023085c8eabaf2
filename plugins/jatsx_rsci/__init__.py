"""The XML of a journal issue that eLIBRARY.RU takes for RSCI (РИНЦ): one file for an issue.

The schema is unofficial: jatsx's own, written from what is known of the format, and stricter than
eLIBRARY's. What that schema leaves open is chosen here; each choice is marked so.

What becomes of each part of the model. "Lost" is reported for each article, with the reason. What
stands once for each language stands there with RSCI's code for it (``KKZ``, ``RUS``, ``ENG`` …): a
language without a code is ``ANY``, a romanised text ``TGL``. Tags ``i b sub sup`` are kept, others
and formulas lost, their characters kept.

**Journal** (``journal``)

- The option ``titleid``: ``titleid``, eLIBRARY's number of the journal. issn: ``issn``, ``eissn``.
- title: ``journalInfo/title``, that of the option ``language`` (Russian), else the first.
- Everything else is lost, or a setting.

**Issue** (``issue``)

- volume, number, whole_number: ``volume`` in digits, ``number``, ``altNumber``.
- ``pages``: from the first page of the articles in the file to the last (our choice for printed
  journals; asked of others), or the option ``pages``.
- year, else the year of published: ``dateUni``. title: ``issTitle`` in one language, plain. doi:
  ``codes/doi``.
- special: ``@type``, unless the option ``issue_type`` says another; what it is called is lost.
- sections: ``section`` before their articles; articles without one stand first (our choice).
- supplement, url, licenses: lost. No model: part, EDN of the issue, cover.

**Article** (``article``)

- pages, else elocation_id (our choice): ``pages``. type: ``artType``, ``MIS`` for what has no code.
  language: ``langPubl``.
- title and subtitle: ``artTitle``. abstract: ``abstract``, with ``br`` between paragraphs.
  keywords: ``kwdGroup``, for languages that have a code.
- ``text``: empty, with the article's language. eLIBRARY asks for the full text, and jatsx has only
  metadata (our choice: its schema takes ``text`` empty).
- contributors: see below. affiliations: ``orgName`` (department, institution), ``town``,
  ``country`` of each author, apart by semicolons; a list of towns or countries that would have a
  gap is lost, since they are told apart by position (our reading). ror: lost.
- doi, identifiers.edn: ``codes``. subject_codes: SRSTI in ``rubrics``; UDC, BBK, VAK, JEL, MSC,
  PACS in ``codes``, others in ``anycode``; headings are lost.
- references: ``reference`` with a ``refInfo`` for the original and one for the romanised text
  (``TGL``, or as the option ``romanised`` says); DOI, address and parts in ``elements`` of the
  first. Labels, types, publishers, places, series, editions, ISSNs and days of access are lost.
- url, links, relations: ``furl``; what stands there by ``@desc``. No model: ``file``.
- dates: received, accepted and the first day of publication, where they are full; revised is lost.
- funding: ``funding`` in words: funder, numbers and projects of awards, statement. Identifiers are
  lost.
- other_abstracts, licenses, copyright, statements, counts: lost.

**Contributor** (``author``)

- kind: ``role``, none for authors; others than authors, editors, translators and reviewers are
  lost.
- name: ``individInfo`` with ``surname`` and ``initials`` (given names and patronymic, as written),
  three languages at most, of which Kazakh, Russian and English are kept first. A group's name is a
  ``surname`` (our choice). suffix: lost.
- email: in each ``individInfo``. degree, position: ``otherInfo``. corresponding:
  ``correspondent``. orcid: ``authorCodes/orcid``. No model: SPIN, ResearcherID, Scopus ID.
- orcid_authenticated, equal_contribution, credit_roles: lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jatsx import Exporter, Rule, hookimpl


@hookimpl
def jatsx_exporters() -> Iterable[Exporter]:
    """RSCI's issue XML."""
    from jatsx_rsci.exporter import EXPORTER

    return [EXPORTER]


@hookimpl
def jatsx_rules(formats: Collection[str]) -> Iterable[Rule]:
    """What eLIBRARY asks of an issue."""
    if "rsci" not in formats:
        return ()
    from jatsx_rsci.rules import rsci_rules

    return rsci_rules()
