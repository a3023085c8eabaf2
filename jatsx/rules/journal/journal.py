"""Rules on a journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level, Mend
from jatsx.model import Issn, Issue, Journal
from jatsx.model.requirement import LEVEL
from jatsx.rules.common import fault, foreign_letter, repeated
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_doi_prefix, certain_issn
from jatsx.standards.identifiers import has_issn_check_digit, is_doi_prefix, is_issn

LEVELS: Final = ("error", "warning", "off")
"""The levels that a journal can set for a rule."""


@rule(
    "journal-identifier-missing",
    Level.ERROR,
    message="The journal has no print or electronic ISSN and no DOI.",
    hint="Add the ISSN to journal.yaml under `issn`, as `print` or `electronic`.",
)
def identifier_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a print ISSN, an electronic ISSN or a DOI.

    Registries identify a journal by its ISSN or DOI. A linking ISSN (ISSN-L) is not enough: it only
    links the print and electronic ISSN, and it is always the same as one of them.

    Source: Crossref, "Journals and articles": an ISSN or a title-level DOI is required; DOAJ, API
    v4: at least one ISSN.

    Good:

        journal: {title: {en: Central Asia's Affairs}, issn: {print: 2414-570X}}

    Bad:

        journal: {title: {en: Central Asia's Affairs}}
    """
    journal = issue.journal
    if not (journal.issn.print or journal.issn.electronic or journal.doi):
        yield fault(("journal", "issn"))


@rule(
    "journal-issn-form",
    Level.ERROR,
    message="{issn} is not a valid ISSN.",
    hint="Write four digits, a hyphen, three digits, and a digit or a capital X: 2434-561X.",
    mends=True,
)
def issn_form(issn: Issn) -> Iterator[Fault]:
    """An ISSN is four digits, a hyphen, three digits, and a digit or a capital X.

    Registries compare an ISSN as text. If the field contains other characters, the ISSN does not
    match any journal.

    Source: ISO 3297.

    Good:

        print: 1563-0285

    Bad:

        print: ISSN 1563-0285
    """
    for field, written in _written(issn):
        if not is_issn(written) and not foreign_letter(written):
            yield fault(field, issn=written).with_mends(_right_issn(field, written))


@rule(
    "journal-issn-letter",
    Level.ERROR,
    message="The ISSN {issn} contains a character that is not allowed: {point:character}.",
    hint="Switch the keyboard to English and type the ISSN again.",
    mends=True,
)
def issn_letter(issn: Issn) -> Iterator[Fault]:
    """The X in an ISSN is a Latin letter, and the hyphen is a hyphen.

    The Cyrillic letter Х looks the same and is easily typed by mistake; programs turn a hyphen into
    a dash, and copied texts contain invisible characters. Registries do not recognise an ISSN with
    such a character.

    Source: ISO 3297.

    Good:

        print: 2414-570X

    Bad:

        print: 2414-570Х
    """
    for field, written in _written(issn):
        if letter := foreign_letter(written):
            yield fault(field, issn=written, **letter).with_mends(_right_issn(field, written))


@rule(
    "journal-issn-checksum",
    Level.ERROR,
    message="The ISSN {issn} has a wrong check digit.",
    hint="Compare the ISSN with the journal's cover or with portal.issn.org, and correct it.",
)
def issn_checksum(issn: Issn) -> Iterator[Fault]:
    """The ISSN has a valid check digit.

    The last character of an ISSN is a check digit (modulus 11), which is calculated from the other
    seven digits. If it does not match, the ISSN is mistyped.

    Source: ISO 3297.

    Good:

        print: 1563-0285

    Bad:

        print: 1563-0258
    """
    for field, written in _written(issn):
        if is_issn(written) and not has_issn_check_digit(written):
            yield fault(field, issn=written)


@rule(
    "journal-issn-same",
    Level.ERROR,
    message="The print ISSN and the electronic ISSN are the same: {issn}.",
    hint="Look up the ISSN at portal.issn.org, and correct or remove the wrong one.",
)
def issn_same(issn: Issn) -> Iterator[Fault]:
    """The print ISSN and the electronic ISSN are different.

    Each medium has its own ISSN. If both are the same, one of the two fields has the wrong ISSN.

    Source: ISO 3297: each medium has a separate ISSN.

    Good:

        print: 1563-0285
        electronic: 2618-1215

    Bad:

        print: 1563-0285
        electronic: 1563-0285
    """
    if issn.print and issn.print == issn.electronic:
        yield fault("electronic", issn=issn.print)


@rule(
    "journal-prefix-form",
    Level.WARNING,
    message="{prefix} is not a valid DOI prefix.",
    hint="Write 10, a dot and the registrant's number, without a slash: 10.5555.",
    mends=True,
)
def prefix_form(journal: Journal) -> Iterator[Fault]:
    """The DOI prefix is ``10.`` and the registrant's number, without a slash.

    The rule article-doi-prefix compares the DOI of each article with the prefix. If the prefix is
    not valid, the DOIs are not compared.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi_prefix: "10.5555"

    Bad:

        doi_prefix: 10.5555/irilj
    """
    if journal.doi_prefix and not is_doi_prefix(journal.doi_prefix):
        mends = mended("doi_prefix", journal.doi_prefix, certain_doi_prefix(journal.doi_prefix))
        yield fault("doi_prefix", prefix=journal.doi_prefix).with_mends(mends)


@rule(
    "journal-affiliation-duplicate",
    Level.ERROR,
    message="Two affiliations in journal.yaml have the same id: {id}.",
    hint="Give each affiliation its own id, and use that id in the articles.",
)
def affiliation_duplicate(journal: Journal) -> Iterator[Fault]:
    """Each affiliation that the articles share has its own id.

    Contributors name these affiliations by id. If two affiliations have the same id, it is unclear
    which one is meant.

    Source: JATS Tag Library 1.3, ``aff/@id``: an id is unique in a document.

    Good:

        affiliations:
          - {id: kaznu, institution: {en: Al-Farabi Kazakh National University}}
          - {id: dku, institution: {en: Kazakh-German University}}

    Bad:

        affiliations:
          - {id: dku, institution: {en: Al-Farabi Kazakh National University}}
          - {id: dku, institution: {en: Kazakh-German University}}
    """
    for position, id in repeated(affiliation.id for affiliation in journal.affiliations):
        yield fault(("affiliations", position, "id"), id=id)


@rule(
    "journal-rule-level",
    Level.WARNING,
    message="“{level}” is not a valid level for the rule {rule}.",
    hint="Write `error`, `warning` or `off`.",
)
def rule_level(journal: Journal) -> Iterator[Fault]:
    """The level of a rule is error, warning or off.

    With any other value, the rule keeps its default level.

    Source: jatsx documentation, docs/rules/README.md, "Levels".

    Good:

        rules: {article-doi-prefix: warning}

    Bad:

        rules: {article-doi-prefix: none}
    """
    for code, settings in journal.rules.items():
        level = ", ".join(settings.get(LEVEL, ()))
        if LEVEL in settings and level not in LEVELS:
            yield fault(("rules", code, LEVEL, 0), rule=code, level=level)


def _right_issn(field: str, written: str) -> tuple[Mend, ...]:
    return mended(field, written, certain_issn(written))


def _written(issn: Issn) -> Iterator[tuple[str, str]]:
    for field, written in issn:
        if written:
            yield field, written
