"""The sentences of what DOAJ says, and of answers that are not understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        "doaj-key-refused": Message(
            "DOAJ does not accept the API key.",
            "Copy it again from the settings of your DOAJ account.",
        ),
        "doaj-answer-unknown": Message(
            "The answer of DOAJ cannot be understood. What became of the articles is unknown.",
            "Ask again later with `jatsx status --update`.",
        ),
        "doaj-issn-unknown": Message(
            (
                "DOAJ has no journal with the ISSN {value}.",
                "DOAJ has no journal with the ISSN of the article.",
            ),
            "Compare `issn` with the page of the journal in DOAJ.",
        ),
        "doaj-issn-foreign": Message(
            (
                "The journal with the ISSN {value} does not belong to this DOAJ account.",
                "The journal of the article does not belong to this DOAJ account.",
            ),
            "Use the key of the account that owns the journal. Compare `issn` with the page of the"
            " journal in DOAJ: all ISSNs must be the same.",
        ),
        "doaj-issn-shared": Message(
            "Several DOAJ accounts have a journal with the ISSN {value}.",
            "Ask DOAJ to which account the journal belongs.",
        ),
        "doaj-doi-repeated": Message(
            "Several articles have the same DOI or the same address.",
            "Correct `doi` or `url`.",
        ),
        "doaj-upload-halted": Message(
            "DOAJ has saved no article of this upload, because it refuses at least one.",
            "Correct the refused articles. The others can be sent without them.",
        ),
        "doaj-upload-partial": Message(
            "DOAJ has saved only some of the articles, and does not say which.",
            "Send them again: an article that DOAJ has is overwritten.",
        ),
        "doaj-doi-changed": Message(
            "DOAJ has an article with the same DOI or address, and another value of the other.",
            "Delete the old article in your DOAJ account, and send this one again.",
        ),
        "doaj-value-missing": Message(
            "DOAJ requires a value that is missing: `{name}` in `{parent}`.",
            "Add it to the article.",
        ),
        "doaj-file-invalid": Message(
            "DOAJ cannot read the file.",
            "Do not change exported files. Export and send the articles again.",
        ),
        "doaj-server-fault": Message(
            "DOAJ could not process this because of a fault in its own system.",
            "Send it again later. If the message stays the same, ask DOAJ.",
        ),
    }
)
