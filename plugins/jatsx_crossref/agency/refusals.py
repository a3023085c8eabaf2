"""Crossref's messages, and what each means.

Sources: Crossref documentation, "Error messages" and "Troubleshooting submissions"; logs that users
quoted in public.
"""

from __future__ import annotations

from typing import Final

from jatsx import AgencyMessage

ISSN: Final = "issue.journal.issn"
TITLE: Final = "issue.journal.title"

_ORCID: Final = r"(https?://orcid\.org/)?(?P<value>[^\"]+)"
_NUMBER: Final = r"(?P<value>\d{4}-?\d{3}[\dX])"

REFUSALS: Final = (
    AgencyMessage(r"(added|updated) with conflict(: (?P<others>.+))?", "crossref-doi-conflict"),
    AgencyMessage(
        r"submitted version:? (?P<sent>\S+) is less or equal to previously submitted version"
        r"( (?P<last>\d+))?",
        "crossref-timestamp-old",
    ),
    AgencyMessage(r"submission version NULL is invalid", "crossref-timestamp-absent"),
    AgencyMessage(
        r"user not allowed to add records for prefix: (?P<prefix>\S+)",
        "crossref-prefix-foreign",
        "doi",
    ),
    AgencyMessage(r"all prefixes in a submission must match", "crossref-prefix-several", "doi"),
    AgencyMessage(
        r"user not allowed to add or update records for the title \"(?P<title>.+)\"",
        "crossref-journal-foreign",
        TITLE,
    ),
    AgencyMessage(r"user with ID: .+ can.?t submit into handle", "crossref-account-rights"),
    AgencyMessage(
        r"title \"(?P<title>.+)\" was previously deleted", "crossref-journal-deleted", TITLE
    ),
    AgencyMessage(
        rf"issn \({_NUMBER}\) is assigned to another title \((?P<title>.+)\)",
        "crossref-issn-title",
        TITLE,
    ),
    AgencyMessage(
        rf"title/issn: (?P<title>.+)/{_NUMBER} is owned by publisher: (?P<owner>\S.*)",
        "crossref-issn-owner",
        ISSN,
    ),
    AgencyMessage(
        rf"issn \"?{_NUMBER}\"? has already been assigned", "crossref-issn-assigned", ISSN
    ),
    AgencyMessage(r"issn( \"(?P<value>[^\"]+)\")? is invalid", "crossref-issn-invalid", ISSN),
    AgencyMessage(
        r"must deposit with an ISSN and/or journal title DOI", "crossref-issn-absent", ISSN
    ),
    AgencyMessage(r"title name value is missing", "crossref-title-absent"),
    AgencyMessage(r"title error", "crossref-title-refused", TITLE),
    AgencyMessage(
        rf"orcid \"{_ORCID}\" has invalid checksum",
        "crossref-orcid-checksum",
        "contributors",
    ),
    AgencyMessage(
        rf"orcid url \"{_ORCID}\" has duplicates",
        "crossref-orcid-repeated",
        "contributors",
    ),
    AgencyMessage(r"year: (?P<value>.+?) in not a valid integer", "crossref-year-invalid"),
    AgencyMessage(r"(UTFDataFormatException|invalid byte)(?P<detail>.*)", "crossref-file-encoding"),
    AgencyMessage(
        r"(MalformedXmlException|JDOMParseException|\[(fatal )?error\]|cvc-[a-z0-9.-]+):?"
        r" ?(?P<detail>.*)",
        "crossref-file-invalid",
    ),
    AgencyMessage(
        r"NullPointerException|SQLException|no exception localized message",
        "crossref-server-fault",
    ),
)
