"""The messages shown for findings, made from their codes and params.

Rules and readers define their own messages. This module has those of reading, validating and
writing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jatsx.findings.finding import Finding, Message
from jatsx.findings.formatting import filled, placeholders
from jatsx.findings.translation import N_, gettext, in_reader_language
from jatsx.model.frozenmap import FrozenMap

_IN_DOCUMENT: Final = N_("Look at {where} and add what is missing.")
_OF_PROGRAM: Final = N_(
    "This is an error in the program that made the document. Report it to its authors."
)
_AS_UTF_8: Final = N_("Save it as UTF-8. In most editors: Save as… → Encoding: UTF-8.")

_WRITTEN_AGAIN: Final = N_(
    "Undo manual changes near this line, or get the file again from the system that wrote it."
)

NOTE: Final = "note"
"""The param with the place of the note that a finding was read from."""
NOTED_AT: Final = "noted_at"
"""The param with the place from which the value of a note was read."""
_NOTED: Final = (
    N_("This is noted in {note} (read from {noted_at}). When it is settled, delete the note."),
    N_("This is noted in {note}. When it is settled, delete the note."),
)

ALIKE: Final = "alike"
"""The param with the number of articles that have a finding, if all of an issue have it."""
_ALIKE: Final = (
    N_("This is so in all articles of the issue (number of articles: {alike:number})."),
)

MESSAGES: Final[Mapping[str, Message]] = {
    # requests to servers
    "server-package-absent": Message(
        "Addresses cannot be read: the package {package} is not installed.",
        "Run `pip install 'jatsx[{extra}]'`, `uv tool install 'jatsx[{extra}]'` or"
        " `pipx install 'jatsx[{extra}]'`.",
    ),
    "server-address-unknown": Message(
        "No reader can read the address {path}.",
        "Run `jatsx plugins` to see which readers read addresses. If one is named with --from, it"
        " must be such a reader.",
    ),
    "server-address-invalid": Message(
        "“{address}” is not a valid web address.",
        "Copy the address from your browser. It begins with https://, and has no spaces.",
    ),
    "server-address-insecure": Message(
        "{address} is not encrypted (http). Nothing was sent.",
        "Use the address with https.",
    ),
    "server-address-password": Message(
        "The address {address} was given with a user name or password. Nothing was sent.",
        "Remove them from the address.",
    ),
    "server-connection-failed": Message(
        "The server cannot be reached: {address} ({detail}).",
        "Check the address and the connection to the internet, and try again later.",
    ),
    "server-answer-late": Message(
        "The server did not answer in time: {address}.",
        "Try again later.",
    ),
    "server-answer-overloaded": Message(
        "The server is overloaded (HTTP status {status}): {address}.",
        "Try again later.",
    ),
    "server-request-refused": Message(
        "The server refused the request with the HTTP status {status}: {address}.",
        "Check the address.",
    ),
    "server-redirect-foreign": Message(
        "The server redirects {address} to another address: {target}. jatsx did not follow it,"
        " because passwords and tokens must not be sent to another server.",
        "If that address is right, use it instead.",
    ),
    "server-redirect-endless": Message(
        "The server redirects too often: {address}.",
        "Open the address in a browser and use the address that is shown there.",
    ),
    "server-answer-json": Message(
        "The answer is not JSON but {type}: {address}. It may be a login page.",
        "Open the address in a browser to see what it is.",
    ),
    "server-answer-invalid": Message(
        "The answer is not valid: {address} ({detail}).",
        "Check the address.",
    ),
    "server-answer-large": Message(
        "The answer is too large: {address}. Maximum size: {limit} MB.",
        "Check the address.",
    ),
    # ZIP files of a document and the files that it names
    "package-document-unreadable": Message(
        "{document} in {path} cannot be read: it is damaged, encrypted or too large.",
        "Pack the ZIP file again.",
    ),
    "package-document-nested": Message(
        "{document} is in a folder of {path}.",
        "Pack the files themselves, not their folder.",
    ),
    "package-file-missing": Message(
        "{document} names the file {name}, which is not in {path}.",
        "Add the file without a folder and with exactly this name, or correct {document}.",
    ),
    "package-file-repeated": Message(
        "{path} contains the file {name} twice.",
        "Remove one of them.",
    ),
    "package-file-unnamed": Message(
        "{path} contains the file {name}, which {document} does not name.",
        "Remove the file, or name it in {document}.",
    ),
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
    # reading a file
    "file-missing": Message(
        "File or folder not found: {path}.",
        "Check the spelling of the path.",
    ),
    "file-unreadable": Message(
        "{path} cannot be opened: {detail:message}.",
        "Close it in other programs, and check that you have permission to read it.",
    ),
    "file-not-regular": Message(
        "{path} is not a file or folder. It is a pipe, a socket or a device.",
        "Save the data to a file and use that file.",
    ),
    "file-unknown": Message(
        "jatsx cannot read {path}: unsupported type of file or folder.",
        "Use an issue folder (with journal.yaml), an article file (.yaml, .json) or a JSON Lines"
        " file (.jsonl). Run `jatsx plugins` to see all supported types.",
    ),
    "file-articles-absent": Message(
        "The reader {reader} found no articles in {path}.",
        "Check that the file contains articles. If another reader should read it, name the reader"
        " with --from. Run `jatsx plugins` to see all readers.",
    ),
    "file-empty": Message(
        "The file is empty.",
        "Add the data, or delete the file.",
    ),
    "file-encoding": Message(
        "The file is not saved as UTF-8: byte {offset} cannot be read.",
        _AS_UTF_8,
    ),
    "file-syntax": Message(
        (
            "The alias *{alias} is not defined above this line.",
            "This is not well-formed {syntax}: {detail}.",
        ),
        (
            "Write the value itself instead of *{alias}.",
            "Check this line and the line above for an unclosed bracket or quotation mark. Put"
            " quotation marks around a text that contains a colon.",
        ),
    ),
    "file-colon-bare": Message(
        (
            "{quotation} is not a quotation mark in YAML, and the text contains a colon followed by"
            " a space.",
            "A text without quotation marks contains a colon followed by a space.",
        ),
        (
            "Put the whole text in quotation marks: {mended}",
            "Put the whole text in quotation marks: add {quote} before its first word and after its"
            " last word.",
            "Put the whole text in quotation marks: title: 'Казахстан: обзор'. If the line is a"
            " field, align it with the fields above.",
        ),
    ),
    "file-colon-missing": Message(
        "This line is not a field: it has no colon after a field name.",
        (
            "Write: {mended}",
            "Add the colon. If the line continues the text above, indent it with spaces.",
        ),
    ),
    "file-colon-space": Message(
        "A space is missing after the colon.",
        "Write: {mended}",
    ),
    "file-dash-space": Message(
        "A space is missing after the dash.",
        "Write: {mended}",
    ),
    "file-dash-other": Message(
        "An item of a list starts with a hyphen and a space, not with {found:character}.",
        "Write: {mended}",
    ),
    "file-field-nested": Message(
        "`{key}` is a field below `{outer}`. It must be on a line of its own.",
        "Write only `{outer}:` on this line. On the next line, indented by two more spaces, write:"
        " {key}: {value}",
    ),
    "file-space-odd": Message(
        (
            "The line is indented with a character that is not a space: {indent:character}.",
            "After the colon there is a character that is not a space: {after:character}.",
        ),
        (
            "Delete all characters before “{rest}” and type spaces, as in the lines around it.",
            "Delete this character and type a space: {mended}",
        ),
    ),
    "file-escape-unknown": Message(
        "In double quotation marks, a backslash (\\) has a special meaning.",
        (
            "Use single quotation marks: {mended}",
            "Use single quotation marks: 'C:\\data'. Inside them, write an apostrophe twice: ''.",
        ),
    ),
    "file-quote-apostrophe": Message(
        "The apostrophe ends the text, because the text is in single quotation marks.",
        (
            "Use double quotation marks: {mended}",
            "Use double quotation marks around the text, or write the apostrophe twice: ''.",
        ),
    ),
    "file-quote-early": Message(
        "The text continues after its closing quotation mark.",
        (
            "Put the whole text in quotation marks of the other kind: {mended}",
            "Put the whole text in quotation marks of the other kind: 'a “b” c', or delete what is"
            " after the closing quotation mark.",
        ),
    ),
    "file-quote-open": Message(
        "This quotation mark is never closed.",
        (
            "Add the closing quotation mark at the end of the text: {mended}",
            "Add the closing quotation mark. Inside single quotation marks, write an apostrophe"
            " twice: ''.",
        ),
    ),
    "file-bracket-open": Message(
        "This bracket is not closed, or its content is not valid YAML.",
        (
            "Write: {mended}",
            "Close the bracket. Put quotation marks around texts that contain commas, colons or"
            " brackets.",
        ),
    ),
    "file-indent-wrong": Message(
        (
            "This text is not expected here: {found}.",
            "This line starts in another column than the lines it belongs to. Spaces before it:"
            " {now:number}.",
            "This line is indented incorrectly.",
        ),
        (
            "Change the number of spaces before it to {spaces:number}. Move the lines that belong"
            " to it by as many spaces. Lines that belong to it: {below:number}.",
            "Change the number of spaces before it to {spaces:number}.",
            "Delete “{found}”, or put the whole value in quotation marks.",
            "Align it with the lines it belongs to. Use spaces, not tabs.",
        ),
    ),
    "file-character-start": Message(
        (
            "A tab ({tab:character}) cannot be used here.",
            "A text without quotation marks cannot start with {character}.",
        ),
        (
            "Leave only {block} on this line, and write the text on the next lines, indented by two"
            " more spaces. If {block} belongs to the text, put the whole text in quotation marks.",
            "Put the whole text in quotation marks: {mended}",
            "Put the value in quotation marks. Indent with spaces, not with tabs.",
        ),
    ),
    "file-depth": Message(
        "The data is nested too deeply. Maximum number of levels: {limit}.",
        "Check the indentation and the brackets.",
    ),
    "file-errors-more": Message(
        "Further errors in this file that are not shown: {count:number}.",
        "Correct the errors above and run the command again.",
    ),
    "file-expansion": Message(
        "The aliases (*name) expand to too many values. Maximum: {limit:number}.",
        "Write the values themselves instead of aliases.",
    ),
    "file-tag": Message(
        "A text without quotation marks cannot start with an exclamation mark: {tag} is a YAML"
        " tag.",
        'If {tag} belongs to the text, put the whole text in quotation marks: "{tag} …". If not,'
        " delete it.",
    ),
    "file-many-documents": Message(
        "A second YAML document starts here (---).",
        "Write each article in a separate file.",
    ),
    "file-root": Message(
        "Expected fields and values (title: …), but found {found:type}.",
        "Write fields with values, for example: title: …",
    ),
    # reading XML
    "xml-file-truncated": Message(
        "The file is incomplete. It ends here.",
        "Copy or export the file again. Only what is complete was read.",
    ),
    "xml-file-syntax": Message(
        "The XML is not well-formed here: {detail}.",
        _WRITTEN_AGAIN,
    ),
    "xml-encoding-undeclared": Message(
        "The file is not UTF-8 (byte {offset}), and it declares no other encoding.",
        'Declare the encoding in the first line: <?xml version="1.0" encoding="windows-1251"?>.'
        " Or save the file as UTF-8.",
    ),
    "xml-encoding-unknown": Message(
        "The file declares an unknown encoding, or is not in the encoding that it declares.",
        "Save the file as UTF-8.",
    ),
    "xml-doctype-declarations": Message(
        "The DOCTYPE of the file declares entities or attributes. For security reasons, jatsx does"
        " not read such files.",
        "Delete the declarations, or export the file again.",
    ),
    "xml-entity-undefined": Message(
        "The entity &{name}; is not defined, neither in the file nor in the DTD that it declares.",
        "Replace it with the character that it means.",
    ),
    "xml-entity-expansion": Message(
        "The entities of the file expand to very long text. For security reasons, jatsx does not"
        " read it.",
        "Replace the entities with the characters that they mean.",
    ),
    "xml-nesting-depth": Message(
        "The elements are nested too deeply. Maximum number of levels: {limit}.",
        _WRITTEN_AGAIN,
    ),
    "xml-tag-length": Message(
        "This tag or comment is too long. Maximum size: {limit} MB.",
        _WRITTEN_AGAIN,
    ),
    "xml-text-length": Message(
        "This text is too long for metadata. Maximum length: {limit:number}.",
        _WRITTEN_AGAIN,
    ),
    "xml-metadata-size": Message(
        "The metadata before this line are too large. Maximum size: {limit} MB.",
        "Split the file, or remove embedded images and data.",
    ),
    # files and folders
    "file-version-newer": Message(
        "{name} has the version {version}. This version of jatsx reads versions up to {known}.",
        "Update jatsx.",
    ),
    "file-twin": Message(
        "Both {name} and {other} exist. Only one of them is allowed.",
        "Keep the current file. Delete or rename the other one.",
    ),
    "file-ending-other": Message(
        (
            "{name} is not read, because its name ends in {ending}.",
            "{name} is not read, because its name has no ending.",
        ),
        (
            "If it describes an article, the issue or the journal, rename it: its name must end in"
            " .yaml and must not end in {ending}. If not, move it to another folder.",
            "If it describes an article, the issue or the journal, rename it: its name must end in"
            " .yaml. If not, move it to another folder.",
        ),
    ),
    "folder-no-articles": Message(
        "The folder {path} contains no articles.",
        "Save each article as a file articles/<id>.yaml.",
    ),
    # reading a value
    "field-of-issue": Message(
        "An article in an issue folder must not have the field {field}.",
        "Move the data of the issue to issue.yaml, and the data of the journal to journal.yaml.",
    ),
    "field-of-journal": Message(
        "The journal is described twice: here and in journal.yaml.",
        "Keep the description in journal.yaml, and delete this one.",
    ),
    "folder-no-journal": Message(
        "The folder {path} contains no journal.yaml.",
        "Create journal.yaml and describe the journal in it: title, issn, publisher. If it serves"
        " several issues, create it one folder up, beside the folders of the issues.",
    ),
    "journal-file-unused": Message(
        "The journal is described twice. This file is used, and {other} is not used.",
        "If the file one folder up is enough for this issue, delete {used}.",
    ),
    "issue-article-absent": Message(
        (
            "The issue lists the article {id}, but its file {name} is not read, because its name"
            " ends in {ending}.",
            "The issue lists the article {id}, but no article has this id.",
        ),
        (
            "Rename {name} to {id}.yaml. If it is a document of a word processor, copy its data to"
            " the file articles/{id}.yaml.",
            "Add the file articles/{id}.yaml, or remove {id} from the list.",
        ),
    ),
    "key-duplicate": Message(
        "The field {key} appears twice. The first one is on line {line}.",
        "Keep one and delete the other.",
    ),
    "key-not-text": Message(
        "The name of a field must be text.",
        "Put the name in quotation marks.",
    ),
    "field-unknown": Message(
        "Unknown field: {field}.",
        (
            "Did you mean {similar}?",
            "This is the code of a language: {tag:language}. Indent this line and those of the"
            " other languages with two more spaces, below the field that they belong to.",
            "Move it to {file}, where it is described for all articles.",
            "Allowed fields: {fields}.",
        ),
    ),
    "field-missing": Message(
        "{field} is missing.",
        "Add it: {field}: …",
    ),
    "value-not-text": Message(
        "{field} must be text, not {found:type}.",
        (
            'Put it in quotation marks: "{written}".',
            "If the colon belongs to the text, put the whole text in quotation marks: {colon_form}",
            "If the square brackets belong to the text, put the whole text in quotation marks:"
            " {form}. If not, delete them.",
            "Write a single text as the value.",
        ),
    ),
    "value-not-list": Message(
        "{field} must be a list, not {found:type}.",
        (
            "Write it as a list: {form}",
            "Write a dash and a space before its first field: - {first}: …",
            "Write each item on a separate line, after “- ”.",
        ),
    ),
    "value-not-mapping": Message(
        "{field} must be a mapping (field: value), not {found:type}.",
        (
            "Write each part of the name in its own field, and compare them with the article:"
            " {person}",
            "Write: {form}",
            "Write a value for each language: {key}: {{kk: …, ru: …, en: …}}",
            "Use these fields: {fields}.",
            "Write each entry as a name and a value, separated by a colon.",
        ),
    ),
    "references-language-unknown": Message(
        "The language of the reference list is not known.",
        "Add `language: kk` (or `ru`, `en` …) to the article, issue.yaml or journal.yaml.",
    ),
    "references-lines-joined": Message(
        "The reference list is in one line, so that all its entries would be one reference.",
        "Write `references: |` and, below it, each entry on a line of its own, indented by two"
        " spaces.",
    ),
    "references-number-order": Message(
        "This line starts with the number {number}, but the next entry is {expected}.",
        "Write each entry on a line of its own, with the numbers in order: 1., 2., 3. If the number"
        " belongs to the text of the entry above, join the two lines.",
    ),
    "references-line-unclear": Message(
        "It is not clear whether this line belongs to the entry above it.",
        "If it does, join the two lines. If it is a heading, delete it. If it begins an entry,"
        " number the entries: 1., 2., 3.",
    ),
    "references-line-outside": Message(
        "This line stands before the first number of the list.",
        "If it is a heading, delete it. If it is an entry, number it: 1., 2., 3.",
    ),
    "references-heading-ignored": Message(
        "This line was read as a heading. It is not included in the reference list.",
        "Delete the line.",
    ),
    "references-list-second": Message(
        "A second list begins with this heading. It was not read.",
        "Write each list under its language: `references: {{ru: |…, ru-Latn: |…}}`. If it is one"
        " list, delete the heading.",
    ),
    "references-mark-kept": Message(
        "The entry starts with {mark}. It was read as a part of the text.",
        "If it does not belong to the text, delete it, or number all entries: 1., 2., 3.",
    ),
    "references-entry-empty": Message(
        "The entry has a number, but no text.",
        "Add the text, or delete the number.",
    ),
    "reference-pair-unlike": Message(
        "This text is paired with the entry under {tag:language} of the same number, but they are"
        " not alike.",
        "Compare the two lists. To pair other entries, write both texts in one reference: - text:"
        " {{ru: …, ru-Latn: …}}",
    ),
    "reference-pair-missing": Message(
        "No entry of the list under {tag:language} belongs to this one.",
        "If it is missing there, add it. If it is there, write both in one reference: - text:"
        " {{ru: …, ru-Latn: …}}",
    ),
    "value-not-flag": Message(
        "{field} must be yes or no.",
        "Write yes or no. In JSON, write true or false.",
    ),
    "value-not-count": Message(
        "{field} must be a whole number.",
        "Write digits only.",
    ),
    "value-unfit": Message(
        "{field} cannot be read: {detail}.",
        "Run `jatsx schema` to see the expected format.",
    ),
    "character-illegal": Message(
        (
            "{field} contains a character that is not allowed: {character:character}.",
            "The file contains a character that is not allowed: {character:character}.",
        ),
        "Delete it. It is usually invisible and often comes from a word processor.",
    ),
    "text-hash-unquoted": Message(
        (
            "The text “{text}” ends before “{comment}”: a # after a space starts a comment.",
            "{field} is empty: “{comment}” is a comment, because it starts with #.",
        ),
        (
            "If it is a comment, move it to a line of its own, above the field. If it belongs to"
            " the text, put the whole text in quotation marks: {whole}",
            'If it belongs to the text, put the whole text in quotation marks: "… # 2 …". If it is'
            " a comment, move it to a line of its own, above the field.",
        ),
    ),
    "text-tag-unclosed": Message(
        "The tag <{tag}> is never closed.",
        "Add </{tag}>. To write the character “<” itself, use &lt;.",
    ),
    "text-tag-unopened": Message(
        "The tag </{tag}> is never opened.",
        "Delete it, or add <{tag}> before it.",
    ),
    "text-tag-crossing": Message(
        "The tag </{closed}> appears before <{tag}> is closed.",
        "Close the inner tag first.",
    ),
    "text-tag-attributes": Message(
        "{written} is not allowed: the tag <{tag}> is written without attributes.",
        "Write <{tag}>…</{tag}>.",
    ),
    "text-tag-depth": Message(
        "Tags are nested too deeply. Maximum number of levels: {limit}.",
        "Delete the tags that have no effect.",
    ),
    "text-math-malformed": Message(
        (
            "The formula contains “{name}”, which is not MathML.",
            "The formula is not well-formed MathML: {detail}.",
        ),
        "Copy it again from the formula editor, from <math> to </math>.",
    ),
    # the whole input
    "article-id-duplicate": Message(
        "The id {id} is also used in: {other}.",
        "Give each article its own id.",
    ),
    "article-doi-duplicate": Message(
        "The DOI {doi} is also used in: {other}.",
        "A DOI belongs to one article only. Find out which one, and correct the other.",
    ),
    "article-url-duplicate": Message(
        "The landing page {url} is also used in: {other}.",
        "Each DOI needs its own landing page. Correct one of the URLs.",
    ),
    "attachment-file-missing": Message(
        "The file {path} is missing, so that the ZIP file for {format} cannot be made.",
        "Copy the file into the issue folder, or correct `path`.",
    ),
    "attachment-file-unreadable": Message(
        "The file {path} cannot be read, so that the ZIP file for {format} cannot be made.",
        "Check that the file is in the issue folder and is not a link. Close it in other programs.",
    ),
    "attachment-file-changed": Message(
        "The file {path} was changed while it was being read, so that the ZIP file for {format} was"
        " not made.",
        "Wait until the file is saved or copied, then export again.",
    ),
    "issue-folder-taken": Message(
        "The folder {folder} in the output folder contains an issue of another journal: {journal}.",
        "Choose another folder with --out, or give this issue another id in issue.yaml.",
    ),
    "date-value-future": Message(
        "The date {date} lies in the future: today is {day}.",
        "Compare the date with the article or the cover, and correct it.",
    ),
    "issue-value-differs": Message(
        "The articles of the issue have different values in this field: {value}, but here {other}."
        " The first one was used.",
        "Correct the field in issue.yaml or journal.yaml.",
    ),
    "issue-id-duplicate": Message(
        "The issue id {id} is also used in: {other}.",
        "Give each issue its own id in issue.yaml: id: …",
    ),
    # formats
    "format-option-unknown": Message(
        "The format {format} has no option {option}.",
        (
            "Available options: {options}.",
            "Delete it: this format has no options.",
        ),
    ),
    "format-option-missing": Message(
        "The format {format} requires the option {option}: {help:message}.",
        "In journal.yaml, under formats and {format}, add: {option}: …",
    ),
    "format-option-choice": Message(
        "{value} is not a valid value for the option {option}.",
        "Use one of: {choices}.",
    ),
    "format-option-language": Message(
        "{value} is not a valid language tag for {option}.",
        "Write a language tag, for example kk, ru or en.",
    ),
    "format-option-schema": Message(
        "The file {value} cannot be used as the schema for {option}: {detail:message}.",
        "Check the path: a relative path starts at the folder in which you run jatsx. The files"
        " that the schema imports must be in its folder.",
    ),
    "format-issue-large": Message(
        "{format} requires all articles of an issue in one file. This issue has too many articles."
        " Maximum: {limit:number}.",
        "Check that different issues have different ids. Articles with the same issue id are"
        " treated as one issue.",
    ),
    "format-unknown": Message(
        "No installed plugin provides the format {format}.",
        "Available formats: {formats}.",
    ),
    "rule-code-unknown": Message(
        "The rule {rule} does not exist. Its settings have no effect.",
        "The most similar rule is {nearest}. Run `jatsx rules` to see all rules.",
    ),
    "rule-option-unknown": Message(
        "The rule {rule} has no option “{option}”.",
        "Available options: {options}.",
    ),
    "rule-option-value": Message(
        "“{value}” is not a valid value for the option {option} of the rule {rule}.",
        (
            "Use one of: {choices}.",
            "Write a whole number.",
        ),
    ),
    # requirements of a journal
    "requirement": Message(
        (
            "Too few words in {field}: {words}. Minimum: {min_words}.",
            "Too many words in {field}: {words}. Maximum: {max_words}.",
            "Too few characters in {field}: {characters}. Minimum: {min_characters}.",
            "Too many characters in {field}: {characters}. Maximum: {max_characters}.",
            "Too few entries in {field}: {items}. Minimum: {min_items}.",
            "Too many entries in {field}: {items}. Maximum: {max_items}.",
            "The value of {field} does not match the format that the journal requires: {value}.",
            "{field} is missing. The journal requires it in {language:language}.",
            "{field} is missing. The journal requires it.",
        ),
        "Correct the article, or ask the author. The requirement is in journal.yaml, under"
        " requirements.",
    ),
    "field-lost": Message(
        ("Not included in {target}: {why}", "Not fully included in {target}: {why_partly}")
    ),
    "document-invalid": Message(
        "The document does not match the schema of {format}: {detail}.",
        "The document was not written. If your data is correct, report this to the authors of the"
        " plugin {plugin}.",
    ),
    "document-unknown": Message(
        "{path} is not in a known format.",
        "Known formats: {formats}.",
    ),
    "document-schema-absent": Message(
        "The file was not validated: jatsx has no schema for its format ({format}).",
        (
            "jatsx can read it. Run `jatsx convert {readable} --out DIR`.",
            "Use the validator of the organisation that publishes the format.",
        ),
    ),
    "document-version-undeclared": Message(
        "The file does not fully declare its format and version. It was validated as {format}.",
        "Declare the format and its version at the beginning of the file, for example in a"
        " document type declaration (DOCTYPE).",
    ),
    "document-module-other": Message(
        "The file declares {declared}. It was validated with {used}.",
        "Compare the result with that of a validator with {declared}.",
    ),
    "file-invalid": Message(
        "The file does not match the schema of {format}: {detail}.",
        "Correct it in the program that made the file.",
    ),
    # a value that does not match the schema
    "document-value-empty": Message(
        "{name} is empty. {format} requires a value.",
        "Add a value, or leave {name} out.",
    ),
    "document-value-long": Message(
        "“{value}” is too long for {name} in {format}. Length: {length}; maximum: {limit}.",
        "Shorten it.",
    ),
    "document-value-short": Message(
        "“{value}” is too short for {name} in {format}. Length: {length}; minimum: {limit}.",
        "Write it in full.",
    ),
    "document-value-length": Message(
        "“{value}” has the wrong length for {name} in {format}. Length: {length}; required:"
        " {limit}.",
        "Check for missing or extra characters.",
    ),
    "document-value-form": Message(
        "“{value}” is not a valid value for {name} in {format}.",
        "Compare it with a value that was accepted. Check for spaces, missing characters, and"
        " letters of another alphabet.",
    ),
    "document-value-choice": Message(
        "“{value}” is not an allowed value for {name} in {format}.",
        (
            "Use one of: {choices}.",
            "Use an allowed value, for example: {similar}.",
            "Use an allowed value.",
        ),
    ),
    "document-value-fixed": Message(
        "“{value}” is not allowed for {name}. {format} allows only “{limit}”.",
        "Write “{limit}”.",
    ),
    "document-value-large": Message(
        "{value} is too large for {name} in {format}. Upper limit: {limit}.",
        "Check for a mistyped digit.",
    ),
    "document-value-small": Message(
        "{value} is too small for {name} in {format}. Lower limit: {limit}.",
        "Check for a mistyped digit.",
    ),
    "document-value-type": Message(
        "“{value}” has the wrong type for {name}.",
        "{format} allows: {type:type}.",
    ),
    "document-value-repeated": Message(
        "“{value}” appears twice ({name}). {format} requires each value to be unique.",
        "Keep it where it belongs, and correct the other place.",
    ),
    "document-items-repeated": Message(
        "{name} contains the same entry twice. {format} allows each entry only once.",
        "Delete one of them.",
    ),
    "document-items-many": Message(
        (
            "{name} has too many entries for {format}. Entries: {length}; maximum: {limit}.",
            "{name} has too many entries for {format}.",
        ),
        "Delete the extra entries.",
    ),
    "document-items-few": Message(
        "{name} has too few entries for {format}. Entries: {length}; minimum: {limit}.",
        "Add the missing entries.",
    ),
    # an element, attribute or property that does not match the schema
    "document-part-missing": Message(
        (
            "The property “{property}” is missing in “{parent}”. {format} requires it.",
            "An entry is missing in “{list}”. {format} requires it.",
            "The element “{name}” is missing in “{parent}”. {format} requires it.",
        ),
        _IN_DOCUMENT,
    ),
    "document-choice-missing": Message(
        "One of these elements is missing in “{parent}”: {names}. {format} requires one.",
        _IN_DOCUMENT,
    ),
    "document-part-repeated": Message(
        (
            "An entry appears too often in “{list}”. {format} does not allow another one.",
            "The element “{name}” appears too often in “{parent}”. {format} does not allow"
            " another one.",
        ),
        "Keep one and delete the others. If your data has only one, report this to the authors of"
        " the program that made the document.",
    ),
    "document-part-misplaced": Message(
        "The element “{name}” is in the wrong place in “{parent}”. {format} requires a different"
        " order.",
        _OF_PROGRAM,
    ),
    "document-part-unexpected": Message(
        (
            "{format} does not allow the property “{property}” in “{parent}”.",
            "{format} does not allow the element “{name}” in “{parent}”.",
        ),
        "Delete it. If your data does not contain it, report this to the authors of the program"
        " that made the document.",
    ),
    "document-errors-more": Message(
        "Further errors by the schema of {format} that are not shown: {count:number}.",
        "Correct the errors above and run the command again.",
    ),
    "document-content-unfit": Message(
        "The elements in “{name}” do not match the schema of {format}.",
        "Compare it with a document that was accepted. An element may be missing, extra or in the"
        " wrong place.",
    ),
    "document-content-barred": Message(
        "The element “{name}” must be empty. {format} allows no text and no elements in it.",
        _OF_PROGRAM,
    ),
    "document-parts-barred": Message(
        "The element “{name}” must contain only text. {format} allows no elements in it.",
        "Remove tags and formulas, and keep the text.",
    ),
    "document-text-barred": Message(
        "The element “{name}” contains text. {format} allows only elements in it.",
        _OF_PROGRAM,
    ),
    "document-root-unknown": Message(
        "“{name}” is not a root element of {format}.",
        "Check that this is the right file, in the right format and version.",
    ),
    "document-attribute-missing": Message(
        "The attribute “{attribute}” of “{parent}” is missing. {format} requires it.",
        _IN_DOCUMENT,
    ),
    "document-attribute-unexpected": Message(
        "{format} does not allow the attribute “{attribute}” on “{parent}”.",
        _OF_PROGRAM,
    ),
    "document-attribute-unfit": Message(
        "An attribute of “{name}” is missing or not valid in {format}.",
        "Compare it with a document that was accepted.",
    ),
    "document-id-repeated": Message(
        "The id “{value}” is used more than once, for example on “{parent}”. {format} requires each"
        " id to be unique.",
        "Give each element its own id.",
    ),
    "document-id-unknown": Message(
        "“{value}” ({name}) refers to an id that does not exist in the document.",
        "Correct the reference, or add the element with this id.",
    ),
    # a value or part that is valid, but not used
    "document-value-obsolete": Message(
        "“{value}” of {name} is obsolete in {format}: it is accepted, but not used.",
        "Delete it, or write a current value.",
    ),
    "document-value-changed": Message(
        "{format} accepts “{value}” for {name}, but stores it as “{stored}”.",
        "Write “{stored}”.",
    ),
    "document-value-undocumented": Message(
        "{format} accepts “{value}” for {name}, but it is not a documented value.",
        "Use one of: {choices}.",
    ),
    "document-part-ignored": Message(
        "{format} accepts the property “{property}” in “{parent}”, but does not keep it.",
        "Delete it, or check that the value is not needed.",
    ),
    # a document that cannot be read
    "document-entity-unread": Message(
        "The file was not validated: it includes the file {file}, which was not read.",
        "Replace the entity by its content, and validate the file again.",
    ),
    "document-entity-undefined": Message(
        "The entity &{entity}; is not defined.",
        "Write the character itself, or define the entity in the file.",
    ),
    "document-syntax": Message(
        "The file is not well-formed {syntax} and could not be validated: {detail}.",
        "Create it again with the program that made it. It may be incomplete.",
    ),
    "document-encoding": Message(
        "The text is not UTF-8: byte {offset} cannot be read. {format} requires UTF-8.",
        _AS_UTF_8,
    ),
    "document-depth": Message(
        "The data is nested too deeply for {format}.",
        "Create the file again with the program that made it.",
    ),
    # plugins
    "plugin-failed": Message(
        "The plugin {plugin} failed: {detail}.",
        "Report this to the authors of the plugin.",
    ),
    "plugin-process-lost": Message(
        "A process ended while the plugin {plugin} was exporting this article to {format}.",
        "Report this to the authors of the plugin. If other articles have this error too, the"
        " computer may be short of memory: use a smaller number with --jobs.",
    ),
    "plugin-broken": Message(
        "The plugin {plugin} cannot be loaded: {detail}.",
        "Reinstall the plugin, or remove it.",
    ),
    "plugin-jatsx-old": Message(
        "The plugin {plugin} needs a newer version of jatsx: {detail}.",
        "Update jatsx, or install an older version of the plugin.",
    ),
    "plugin-hook-unmarked": Message(
        "The plugin {plugin} is not used: its function `{hook}` is not marked as a hook.",
        "For the authors of the plugin: write `@hookimpl` above the function.",
    ),
    "plugin-hook-none": Message(
        "The plugin {plugin} is not used: its hook `{hook}` returns nothing.",
        "For the authors of the plugin: return a list, or `yield` each item.",
    ),
    "plugin-hooks-absent": Message(
        "The plugin {plugin} is not used: its module has none of the hooks of jatsx.",
        "For the authors of the plugin: define at least one of these functions: {hooks}. Check that"
        " the entry point names the right module.",
    ),
    "plugin-name-taken": Message(
        "Several plugins use the name {name}: {plugins}. What they provide under this name is not"
        " used.",
        "Keep one of these plugins, and remove the others.",
    ),
    "plugin-name-shipped": Message(
        "The plugin {plugin} uses the name {name}, which jatsx already uses. What the plugin"
        " provides under this name is not used.",
        "Ask the authors of the plugin to choose another name.",
    ),
    "plugin-needs-package": Message(
        "The plugin {plugin} needs the package {package}, which is not installed.",
        "Run `pip install 'jatsx[{extra}]'`.",
    ),
}


REQUIREMENT: Final = "requirement-"
"""The start of the codes of rules that a journal declares. They share one message."""


class Sentences:
    """The messages of all codes: those of the core, and those that plugins define.

    Args:
        brought: the messages of rules and readers, by code.
        plugins: the names of the plugins that define them, by code. Codes of jatsx itself have
            none.
    """

    def __init__(
        self,
        brought: Mapping[str, Message] = FrozenMap(),
        plugins: Mapping[str, str] = FrozenMap(),
    ) -> None:
        self._messages = {**brought, **MESSAGES}
        self._plugins = plugins

    def plugin(self, finding: Finding) -> str | None:
        """The name of the plugin whose rule or reader found a finding; None for jatsx itself."""
        return self._plugins.get(finding.code)

    def sentence(self, finding: Finding) -> str:
        """The message of a finding: what is wrong. The code if it has no message."""
        if finding.own_message:
            return in_reader_language(finding.own_message)
        message = self._message(finding.code)
        own = _filled(message.sentences, finding) if message else finding.code
        return f"{own} {_filled(_ALIKE, finding)}" if ALIKE in finding.params else own

    def hint(self, finding: Finding) -> str:
        """The hint of a finding: what to do. Empty if there is none."""
        message = self._message(finding.code)
        hints = message.hints if message else ()
        own = _filled(message.sentences if message and finding.own_message else hints, finding)
        noted = _filled(_NOTED, finding) if NOTE in finding.params else ""
        return f"{own} {noted}".strip()

    def templates(self, code: str) -> tuple[str, str]:
        """The message and the hint of a code, with the names of the params in braces.

        If there are several sentences, the last ones, which are the most general.
        """
        message = self._message(code)
        if message is None:
            return "", ""
        return message.sentences[-1], (message.hints or ("",))[-1]

    def _message(self, code: str) -> Message | None:
        return self._messages.get("requirement" if code.startswith(REQUIREMENT) else code)


def _filled(templates: Sequence[str], finding: Finding) -> str:
    """The first sentence with params for all its placeholders, filled in; otherwise the last."""
    if not templates:
        return ""
    of_finding = {"field": finding.field or "", "target": finding.target or ""}
    known = {name: value for name, value in of_finding.items() if value} | {**finding.params}
    chosen = next((one for one in templates if _has_params(one, known)), templates[-1])
    return filled(gettext(chosen), {**of_finding, **known})


def _has_params(template: str, params: Mapping[str, str]) -> bool:
    """Whether each placeholder of a sentence has a param."""
    try:
        return placeholders(template) <= params.keys()
    except ValueError:
        return False
