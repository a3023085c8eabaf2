"""Messages about reading values, and about the requirements of a journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message

VALUES: Final[Mapping[str, Message]] = {
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
}
