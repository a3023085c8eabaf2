"""What is asked of a journal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Issn, Issue, Journal
from jatsx.model.requirement import LEVEL
from jatsx.rules.common import fault, foreign_letter
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import has_issn_check_digit, is_doi_prefix, is_issn

LEVELS: Final = ("error", "warning", "off")
"""What the journal may make of a rule."""


@rule(
    "journal-identifier-missing",
    Level.ERROR,
    message="The journal has no ISSN of its printed or online form, and no DOI.",
    hint="Add its ISSN to journal.yaml, under issn: print or issn: electronic.",
)
def identifier_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has an ISSN of its printed or online form, or a DOI.

    Registries know a journal by these alone. ISSN-L doesn't do: it links the ISSNs of the media
    and is always one of them.

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
    message="{issn} is not written as an ISSN.",
    hint="Write four digits, a hyphen, three digits and a digit or a capital X: 2434-561X.",
)
def issn_form(issn: Issn) -> Iterator[Fault]:
    """An ISSN is four digits, a hyphen, three digits and a digit or X.

    Registries compare it as text: with other characters around it, it is no journal's.

    Source: ISO 3297.

    Good:

        print: 1563-0285

    Bad:

        print: ISSN 1563-0285
    """
    for field, written in _written(issn):
        if not is_issn(written) and not foreign_letter(written):
            yield fault(field, issn=written)


@rule(
    "journal-issn-letter",
    Level.ERROR,
    message="The letter {letter} in the ISSN {issn} is not Latin: it is {point}, {name}.",
    hint="Switch the keyboard to English and type the ISSN again.",
)
def issn_letter(issn: Issn) -> Iterator[Fault]:
    """The X of an ISSN is Latin.

    On a Cyrillic keyboard Х is typed by mistake; it looks the same, and no registry knows it.

    Source: ISO 3297.

    Good:

        print: 2414-570X

    Bad:

        print: 2414-570Х
    """
    for field, written in _written(issn):
        if letter := foreign_letter(written):
            yield fault(field, issn=written, **letter)


@rule(
    "journal-issn-checksum",
    Level.ERROR,
    message="The ISSN {issn} has a wrong check digit.",
    hint="Compare it with the cover of the journal or with portal.issn.org: a digit is mistyped.",
)
def issn_checksum(issn: Issn) -> Iterator[Fault]:
    """The last character of an ISSN is its check digit, modulus 11.

    A wrong one means that a digit is mistyped.

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
    message="The printed and the online journal have the same ISSN, {issn}.",
    hint="Each has an ISSN of its own: look up which one this is, and correct or remove the other.",
)
def issn_same(issn: Issn) -> Iterator[Fault]:
    """The printed and the online journal have an ISSN each.

    Where both are the same, one of the two slots holds the other's.

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
    message="{prefix} is no DOI prefix.",
    hint="Write 10, a dot and the number that the registry gave you, no slash: 10.5555.",
)
def prefix_form(journal: Journal) -> Iterator[Fault]:
    """The DOI prefix is ``10.`` and the registrant's number, without a slash.

    Each article's DOI is compared with it.

    Source: ISO 26324; the DOI Handbook.

    Good:

        doi_prefix: "10.5555"

    Bad:

        doi_prefix: 10.5555/irilj
    """
    if journal.doi_prefix and not is_doi_prefix(journal.doi_prefix):
        yield fault("doi_prefix", prefix=journal.doi_prefix)


@rule(
    "journal-rule-level",
    Level.WARNING,
    message="The rule {rule} can't have the level {level}.",
    hint="Write error, warning or off.",
)
def rule_level(journal: Journal) -> Iterator[Fault]:
    """The level of a rule is error, warning or off.

    Another word would leave the rule at its own level, and nobody would notice.

    Source: jatsx itself: docs/rules/README.md, "Levels".

    Good:

        rules: {article-doi-prefix: warning}

    Bad:

        rules: {article-doi-prefix: none}
    """
    for code, settings in journal.rules.items():
        level = ", ".join(settings.get(LEVEL, ()))
        if LEVEL in settings and level not in LEVELS:
            yield fault(("rules", code, LEVEL, 0), rule=code, level=level)


def _written(issn: Issn) -> Iterator[tuple[str, str]]:
    for field, written in issn:
        if written:
            yield field, written
