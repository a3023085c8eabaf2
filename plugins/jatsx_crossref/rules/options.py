"""Rules on the Crossref options in journal.yaml."""

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
    message="{email} is not a valid e-mail address.",
    hint="Write one e-mail address that somebody reads, for example deposit@example.org.",
)
def email_form(journal: Journal) -> Iterator[Fault]:
    """The option ``email_address`` is a valid e-mail address.

    Crossref sends a report about each deposit to this address. The report says which records were
    rejected.

    Source: ``email_address`` in common5.5.0.xsd: any text of 6 to 200 characters.

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
    message="The name is too long for Crossref. Length: {length}; maximum: {limit}.",
    hint="Shorten the name. An address is not needed.",
)
def name_length(journal: Journal) -> Iterator[Fault]:
    """The depositor's name has at most 130 characters, and the registrant's name at most 255.

    A longer name usually contains an address, which is not required.

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
    message="{policy} is not a DOI that Crossref allows.",
    hint=(
        "Write the DOI of the page that explains how the journal corrects and retracts articles. If"
        " there is no such page, remove the line. Crossmark is then not used."
    ),
)
def policy_form(journal: Journal) -> Iterator[Fault]:
    """The option ``crossmark_policy`` is a DOI.

    The DOI is sent with each article. Its page tells readers how the journal corrects and retracts
    articles.

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
    message="{domain} is not a valid domain name.",
    hint=(
        "Write only the domain name, for example journal.example.org, without https:// and without"
        " a path."
    ),
)
def domain_form(journal: Journal) -> Iterator[Fault]:
    """A Crossmark domain is a domain name without https:// and without a path.

    Programs compare it with the domain of the page on which a reader finds the article.

    Source: ``cm_domain`` in common5.5.0.xsd: 4 to 1,024 characters, with at least one dot.

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
    message="The journal has no title in {language:language}.",
    hint="Use only languages of the journal's titles, separated by spaces: {known}.",
)
def titles_unknown(journal: Journal) -> Iterator[Fault]:
    """The journal has a title in each language of the option ``journal_titles``.

    A language without a title is left out, which is easy to overlook.

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
    message="{collection} is not a valid use of full-text links.",
    hint="Use one or more of these values, separated by spaces: {known}.",
)
def collection_unknown(journal: Journal) -> Iterator[Fault]:
    """The option ``collections`` contains only known uses of full-text links.

    An unknown value is left out, which is easy to overlook.

    Source: ``collection/@property`` in common5.5.0.xsd, without the values that require a country,
    a list of addresses or a separate service.

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
