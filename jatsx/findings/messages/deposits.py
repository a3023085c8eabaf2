"""Messages about deposits and their ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message

DEPOSITS: Final[Mapping[str, Message]] = {
    # the ledger of deposits
    "ledger-package-absent": Message(
        "Nothing can be deposited: the package {package} is not installed.",
        "Run `pip install 'jatsx[{extra}]'`, `uv tool install 'jatsx[{extra}]'` or"
        " `pipx install 'jatsx[{extra}]'`.",
    ),
    "ledger-file-closed": Message(
        "The ledger {file} cannot be opened.",
        "Check that its folder exists and that you have permission to write to it.",
    ),
    "ledger-file-readonly": Message(
        "The ledger {file} cannot be changed: the file or its folder is read-only.",
        "Allow writing to both, or choose another ledger.",
    ),
    "ledger-file-locked": Message(
        "The ledger {file} is being written by another process.",
        "Wait a minute and run the command again. Close other programs that have the file open.",
    ),
    "ledger-disk-full": Message(
        "The ledger {file} cannot be written: the disk is full.",
        "Free some space and run the command again.",
    ),
    "ledger-file-failed": Message(
        "The ledger {file} cannot be read or written (SQLite result code {number}).",
        "Check the disk or the connection to the network folder, and run the command again.",
    ),
    "ledger-file-moved": Message(
        "The ledger {file} was moved or deleted while it was open.",
        "Put it back and run the command again: without it, nothing is known of former deposits.",
    ),
    "ledger-file-damaged": Message(
        "The ledger {file} is damaged.",
        "Restore it from a backup. A new ledger knows nothing of former deposits.",
    ),
    "ledger-file-foreign": Message(
        "{file} is a database of another program, not a ledger of jatsx.",
        "Choose another file for the ledger.",
    ),
    "ledger-version-newer": Message(
        "A newer version of jatsx wrote the ledger {file} (version {version}; this jatsx knows"
        " versions up to {known}).",
        "Update jatsx.",
    ),
    "ledger-issue-taken": Message(
        "Issue {issue} of journal {journal} is being deposited by another process: process"
        " {process} on computer {host}, since {taken}.",
        "Wait until it has finished, then run the command again. If that computer was switched off,"
        " you can deposit after {expires}.",
    ),
    "ledger-lease-lost": Message(
        (
            "Another process took over the deposit of issue {issue} of journal {journal}: process"
            " {process} on computer {host}. This process sends nothing more.",
            "This process no longer has the right to deposit issue {issue} of journal {journal}. It"
            " sends nothing more.",
        ),
        "Run `jatsx status --update` to see what became of each DOI.",
    ),
    "deposit-outcome-open": Message(
        "{doi} was sent before ({file}, {sent}), and its outcome is not known yet.",
        "Run `jatsx status --update` first: it asks the agency.",
    ),
    "deposit-timestamp-passed": Message(
        "{doi} was deposited with the timestamp {last} in the meantime. The agency would refuse"
        " the timestamp {timestamp}.",
        "Run the command again: it takes a later timestamp.",
    ),
    # deposits
    "deposit-credential-missing": Message(
        "The credential {name} for {agency} is not given.",
        "Set the environment variable {variable}, or run `keyring set {service} {name}`.",
    ),
    "deposit-credentials-refused": Message(
        "{agency} does not accept the user name and the password. Nothing was sent.",
        "Check them. Capital letters, and spaces before and after them, matter.",
    ),
    "deposit-secrets-unreadable": Message(
        "The credentials cannot be read from the file descriptor {number}.",
        "Open it for reading, for example: `--secrets-fd 3 3< FILE`.",
    ),
    "deposit-secrets-form": Message(
        "Line {line} of the credentials is not of the form NAME=VALUE.",
        "Write the name of an environment variable, =, and its value on each line.",
    ),
    "deposit-test-absent": Message(
        "{agency} has no test system.",
        "Use --dry-run to see what would be sent.",
    ),
    "deposit-identifier-missing": Message(
        "The article has neither a DOI nor a URL, so its outcome could not be recognised.",
        "Add `doi` or `url`.",
    ),
    "deposit-article-large": Message(
        "The article is larger than {limit} MB, the maximum size of a deposit at {agency}.",
        "Shorten its references or abstracts, or ask {agency}.",
    ),
    "deposit-doi-shared": Message(
        "The DOI {doi} of the article is also that of its issue or of the journal.",
        "Write different values of `doi`.",
    ),
    "deposit-document-secret": Message(
        "The document contains the value of a credential for {agency}. It was not sent.",
        "Remove the value from the article, or choose another password.",
    ),
    "deposit-article-refused": Message(
        (
            "{agency} refused the article. Its message: “{message}”.",
            "{agency} refused the article, without a reason.",
        ),
        "Correct what the message says, and deposit again. Only what is not registered is sent.",
    ),
    "deposit-doi-refused": Message(
        (
            "{agency} did not register the DOI {doi}. Its message: “{message}”.",
            "{agency} did not register the DOI {doi}, without a reason.",
        ),
        "Correct what the message says, and deposit again. If no article was changed, add"
        " `--again`.",
    ),
    "deposit-article-conflict": Message(
        "The article is registered, but {agency} reports a conflict. Its message: “{message}”.",
        "Check whether another DOI is registered for the same article.",
    ),
    "deposit-article-unmentioned": Message(
        "{agency} has answered, but said nothing of the article.",
        "Deposit again. If it is not mentioned then either, ask {agency}.",
    ),
    "deposit-article-unknown": Message(
        (
            "{agency} does not say whether the article is registered. Its message: “{message}”.",
            "{agency} does not say whether the article is registered.",
        ),
        "Look at the article at {agency}, or deposit again.",
    ),
    "deposit-record-unreadable": Message(
        "{agency} shows a record of {doi} that jatsx cannot read.",
        "Look at the record on the website of the agency. If it is right, report the fault to the"
        " developers of jatsx.",
    ),
    "deposit-journal-title": Message(
        "The journal's title is “{value}”, but it is registered at {agency} as “{registered}”.",
        "Use the registered title as the first `title`, or ask {agency} to change its record.",
    ),
    "deposit-journal-issn": Message(
        "The journal's ISSN {value} is not registered at {agency}. Registered: {registered}.",
        "Check the ISSN. If it is right, ask {agency} to add it to its record.",
    ),
}
