"""What is asked of the format's options, as journal.yaml gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx import Fault, Level, fault, is_present, listed, option_field
from jatsx.model import Journal
from jatsx.model.inheritance import journal_options
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.options import COLLECTIONS, NAME, NO_COLLECTION
from jatsx_crossref.rules.common import rule

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_EMAIL_LENGTHS: Final = range(6, 201)
_LONGEST: Final = {"depositor_name": 130, "registrant": 255}
_DOMAIN: Final = re.compile(r"[A-Za-z0-9_]+(?:[-.][A-Za-z0-9_]+)*\.[A-Za-z0-9_]+\Z")


@rule(
    "crossref-option-email-form",
    Level.ERROR,
    message="Crossref can't write to {email}.",
    hint="Write one e-mail address, which somebody reads.",
)
def email_form(journal: Journal) -> Iterator[Fault]:
    """Crossref's reports go to an e-mail address.

    They tell what came of a deposit, and what was refused.

    Source: ``email_address`` in common5.5.0.xsd: 6 to 200 characters, of any kind.

    Good:

        formats: {crossref: {email_address: deposit@example.org}}

    Bad:

        formats: {crossref: {email_address: deposit at example.org}}
    """
    email = journal_options(journal, NAME).get("email_address")
    if email and not (_EMAIL.match(email) and len(email) in _EMAIL_LENGTHS):
        yield fault(option_field(NAME, "email_address"), email=email)


@rule(
    "crossref-option-name-length",
    Level.ERROR,
    message="The name has {length} characters; Crossref takes {limit}.",
    hint="Shorten it.",
)
def name_length(journal: Journal) -> Iterator[Fault]:
    """The depositor's name has at most 130 characters, the registrant's 255.

    What is longer is mostly an address, which isn't asked for.

    Source: ``depositor_name`` and ``registrant`` in common5.5.0.xsd.

    Good:

        formats: {crossref: {depositor_name: Al-Farabi Kazakh National University}}

    Bad:

        formats:
          crossref:
            depositor_name: >-
              Editorial office of International Relations and International Law Journal, Faculty of
              International Relations, Al-Farabi Kazakh National University, Almaty
    """
    for option, longest in _LONGEST.items():
        name = journal_options(journal, NAME).get(option) or ""
        if len(name) > longest:
            yield fault(option_field(NAME, option), limit=str(longest), length=str(len(name)))


@rule(
    "crossref-option-policy-form",
    Level.ERROR,
    message="{policy} is no DOI.",
    hint=(
        "Write the DOI of the page that explains how the journal corrects and retracts articles, or"
        " remove the line: then no Crossmark is sent."
    ),
)
def policy_form(journal: Journal) -> Iterator[Fault]:
    """The Crossmark policy page has a DOI.

    It is sent with each article, and tells readers how the journal corrects and retracts.

    Source: ``crossmark_policy`` in common5.5.0.xsd.

    Good:

        formats: {crossref: {crossmark_policy: 10.5555/irilj.crossmark}}

    Bad:

        formats: {crossref: {crossmark_policy: https://journal.example.org/policy}}
    """
    policy = journal_options(journal, NAME).get("crossmark_policy")
    if policy and crossref_doi(policy) is None:
        yield fault(option_field(NAME, "crossmark_policy"), policy=policy)


@rule(
    "crossref-option-domain-form",
    Level.ERROR,
    message="{domain} is no domain name.",
    hint="Write it without https:// and without what follows the first slash: journal.example.org.",
)
def domain_form(journal: Journal) -> Iterator[Fault]:
    """A Crossmark domain is a bare domain name.

    Readers' programs compare it with the host of the page on which they find the article.

    Source: ``cm_domain`` in common5.5.0.xsd: 4 to 1,024 characters, a dot at least.

    Good:

        formats: {crossref: {crossmark_domains: journal.example.org}}

    Bad:

        formats: {crossref: {crossmark_domains: https://journal.example.org}}
    """
    for domain in (journal_options(journal, NAME).get("crossmark_domains") or "").split():
        if not (_DOMAIN.match(domain) and 4 <= len(domain) <= 1024):
            yield fault(option_field(NAME, "crossmark_domains"), domain=domain)


@rule(
    "crossref-option-titles-unknown",
    Level.ERROR,
    message="The journal has no title in the language {language}.",
    hint="Name languages of its titles, apart by spaces. There are: {known}.",
)
def titles_unknown(journal: Journal) -> Iterator[Fault]:
    """The journal has a title in each language that ``journal_titles`` names.

    A language without a title would be left out, and nobody would notice.

    Source: jatsx itself: the option ``journal_titles``, docs/formats/crossref.md.

    Good:

        title: {kk: Хабаршы, ru: Вестник}
        formats: {crossref: {journal_titles: ru kk}}

    Bad:

        title: {kk: Хабаршы, ru: Вестник}
        formats: {crossref: {journal_titles: ru en}}
    """
    for tag in (journal_options(journal, NAME).get("journal_titles") or "").split():
        if not is_present(journal.title.get(tag)):
            yield fault(
                option_field(NAME, "journal_titles"), language=tag, known=listed(journal.title)
            )


@rule(
    "crossref-option-collection-unknown",
    Level.ERROR,
    message="Crossref takes no links for {collection}.",
    hint="Choose among, apart by spaces: {known}.",
)
def collection_unknown(journal: Journal) -> Iterator[Fault]:
    """Full-text links are sent for uses that Crossref knows.

    A misspelt one would be left out, and nobody would notice.

    Source: ``collection/@property`` in common5.5.0.xsd, without those that need a country, a list
    of addresses or a service of one's own.

    Good:

        formats: {crossref: {collections: crawler-based text-mining}}

    Bad:

        formats: {crossref: {collections: crawler-based textmining}}
    """
    known = (*COLLECTIONS, NO_COLLECTION)
    for collection in (journal_options(journal, NAME).get("collections") or "").split():
        if collection not in known:
            yield fault(
                option_field(NAME, "collections"), collection=collection, known=listed(known)
            )
