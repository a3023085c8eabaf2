"""The sentences of what Crossref says, and of answers that are not understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        # before a deposit is read
        "crossref-credentials-refused": Message(
            "Crossref does not accept the user name or the password.",
            "Check both. Upper and lower case matter. The role stands after the user name, for"
            " example `name@example.org/abcd`.",
        ),
        "crossref-deposit-refused": Message(
            "Crossref does not accept the file: {detail}",
            "Correct what it says, and send the file again.",
        ),
        "crossref-answer-unknown": Message(
            "The answer of Crossref cannot be understood. What became of the deposit is unknown.",
            "Ask again later with `jatsx status --update`.",
        ),
        # DOIs and timestamps
        "crossref-doi-conflict": Message(
            (
                "The DOI is registered, but Crossref has other DOIs with the same metadata:"
                " {others}.",
                "The DOI is registered, but Crossref has another DOI with the same metadata.",
            ),
            "Compare them. If an article has two DOIs, ask Crossref to resolve the conflict.",
        ),
        "crossref-timestamp-old": Message(
            (
                "Crossref has a newer version of this DOI: its timestamp is {last}, and that of"
                " the file is {sent}.",
                "Crossref has a newer version of this DOI than the file, whose timestamp is"
                " {sent}.",
            ),
            "Send the article again: it gets a new timestamp.",
        ),
        "crossref-timestamp-absent": Message(
            "The file has no timestamp.",
            "Export the article again.",
        ),
        "crossref-prefix-foreign": Message(
            "The Crossref account may not register DOIs with the prefix {prefix}.",
            "Check `doi` and the account. If the prefix is yours, ask Crossref to add it to the"
            " account.",
        ),
        "crossref-prefix-several": Message(
            "The DOIs of the file have different prefixes.",
            "Deposit the articles of each prefix separately.",
        ),
        "crossref-account-rights": Message(
            "The Crossref account has no right to register DOIs.",
            "Ask Crossref to change the rights of the account.",
        ),
        # the journal
        "crossref-journal-foreign": Message(
            "The Crossref account may not add or update articles of the journal “{title}”.",
            "Check the account. If the journal or the DOI belonged to another publisher, ask"
            " Crossref to transfer it.",
        ),
        "crossref-journal-deleted": Message(
            "Crossref has deleted its record of the journal “{title}”.",
            "Ask Crossref to restore it, or to say under which title it is registered.",
        ),
        "crossref-issn-title": Message(
            "The ISSN {value} is registered at Crossref with another title: “{title}”.",
            "Write the `title` of the journal as it is registered, or ask Crossref to correct the"
            " title.",
        ),
        "crossref-issn-owner": Message(
            "The ISSN {value} belongs to another publisher at Crossref, with the prefix {owner}:"
            " “{title}”.",
            "Check `issn`. If the journal is yours now, ask Crossref to transfer it.",
        ),
        "crossref-issn-assigned": Message(
            "The ISSN {value} belongs to another journal or publisher at Crossref.",
            "Check `issn` and the `title` of the journal. If both are correct, ask Crossref to"
            " correct its record.",
        ),
        "crossref-issn-invalid": Message(
            (
                "Crossref does not accept the ISSN {value}.",
                "Crossref does not accept an ISSN of the journal.",
            ),
            "Correct `issn`: the last character is a check digit, for example `2434-561X`.",
        ),
        "crossref-issn-absent": Message(
            "The journal has neither an ISSN nor a DOI.",
            "Write the `issn` of the journal. If it has none yet, register a `doi` for the"
            " journal.",
        ),
        "crossref-title-absent": Message(
            "Crossref reports an empty title.",
            "Write the `title` of the article and the `title` of the journal.",
        ),
        "crossref-title-refused": Message(
            "The journal differs from its record at Crossref.",
            "Compare `title` and `issn` with the record at https://api.crossref.org/journals/ISSN,"
            " with the ISSN of the journal.",
        ),
        # people, dates, the file
        "crossref-orcid-checksum": Message(
            "The ORCID iD {value} has a wrong check digit.",
            "Correct `orcid`. Copy it from the author's page at https://orcid.org.",
        ),
        "crossref-orcid-repeated": Message(
            "Several contributors of an article have the ORCID iD {value}.",
            "Correct `orcid`: each person has an iD of their own.",
        ),
        "crossref-year-invalid": Message(
            "Crossref does not accept the year {value}.",
            "Correct the date: the year has four digits, for example `2024`.",
        ),
        "crossref-file-encoding": Message(
            "Crossref cannot read the file: it is not UTF-8.",
            "Do not change exported files. Export and send the articles again.",
        ),
        "crossref-file-invalid": Message(
            "Crossref cannot read the file: {detail}",
            "Do not change exported files. Export and send the articles again.",
        ),
        "crossref-server-fault": Message(
            "Crossref could not process this because of a fault in its own system.",
            "Send it again later. If the message stays the same, ask Crossref.",
        ),
    }
)
