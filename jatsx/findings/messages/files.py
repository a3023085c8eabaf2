"""Messages about reading files and folders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message
from jatsx.findings.translation import N_

AS_UTF_8: Final = N_("Save it as UTF-8. In most editors: Save as… → Encoding: UTF-8.")

_WRITTEN_AGAIN: Final = N_(
    "Undo manual changes near this line, or get the file again from the system that wrote it."
)

FILES: Final[Mapping[str, Message]] = {
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
        AS_UTF_8,
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
}
