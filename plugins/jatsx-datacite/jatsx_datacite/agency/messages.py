"""The sentences of what DataCite says, and of answers that are not understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        "datacite-credentials-refused": Message(
            "DataCite does not accept the account or the password.",
            "Check both in DataCite Fabrica. It must be the account of a repository. The test"
            " system has accounts of its own.",
        ),
        "datacite-answer-unknown": Message(
            "The answer of DataCite cannot be understood. Whether the DOI is registered is"
            " unknown.",
            "Look at the DOI in DataCite Fabrica, or send the article again.",
        ),
        "datacite-value-missing": Message(
            "DataCite requires a value that is missing: `{name}`.",
            "Add it to the article.",
        ),
        "datacite-value-refused": Message(
            "DataCite does not accept `{name}`: {detail}",
            "Correct the value in the article.",
        ),
        "datacite-url-refused": Message(
            "DataCite does not accept the address of the article: {detail}",
            "Correct `url`. The domains that a repository may use are in its settings in DataCite"
            " Fabrica.",
        ),
        "datacite-doi-invalid": Message(
            "DataCite does not accept the form of the DOI.",
            "Correct `doi`: Latin letters, digits and the characters `-._;()/:` after the prefix,"
            " for example `10.5555/vestnik.2024.1.12`.",
        ),
        "datacite-doi-taken": Message(
            "The DOI exists already.",
            "Send the article again: it is then updated.",
        ),
        "datacite-doi-draft": Message(
            "The DOI is only a draft. It is not registered.",
            "Send the article again, or change the state to Findable in DataCite Fabrica.",
        ),
        "datacite-prefix-foreign": Message(
            "The DataCite repository may not register this DOI.",
            "Check the prefix of `doi` and the account. The prefixes of a repository are in"
            " DataCite Fabrica.",
        ),
        "datacite-file-invalid": Message(
            "DataCite cannot read the file.",
            "Do not change exported files. Export and send the article again.",
        ),
    }
)
