"""The sentences. A finding's code and params become words here, at the edge.

Rules and readers bring their own; those of reading, validating and writing stand in this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jatsx.findings.finding import Finding, Message
from jatsx.findings.formatting import filled, placeholders
from jatsx.findings.translation import gettext, in_reader_language
from jatsx.model.frozenmap import FrozenMap

MESSAGES: Final[Mapping[str, Message]] = {
    # reading a file
    "file-missing": Message("There is no {path}.", "Check the spelling of the path."),
    "file-unreadable": Message(
        "{path} can't be opened: {detail}.",
        "Close it in other programs, and check who may read it.",
    ),
    "file-unknown": Message(
        "{path} is nothing that jatsx can read.",
        "Give an issue folder (with journal.yaml), an article file (.yaml, .json) or JSON Lines"
        " (.jsonl).",
    ),
    "file-empty": Message("The file is empty.", "Describe the article in it, or remove it."),
    "file-encoding": Message(
        "The file isn't saved as UTF-8: what stands here can't be read (byte {offset}).",
        "Save it as UTF-8: in the editor, Save as… → Encoding: UTF-8.",
    ),
    "file-syntax": Message(
        "This isn't well-formed {syntax}: {detail}.",
        "Look here and in the line above for a bracket or quote that isn't closed; a text with a"
        " colon in it needs quotes around it.",
    ),
    "file-colon-bare": Message(
        "A colon with a space after it stands in a text without quotes.",
        "Put quotes around the whole text: title: 'Казахстан: обзор'. If it is a field, begin it"
        " right under its neighbours.",
    ),
    "file-colon-missing": Message(
        "This is neither a field with a colon after its name nor part of the text above.",
        "Add the colon, or put quotes around the text that goes on here.",
    ),
    "file-quote-open": Message(
        "A quote is opened here and never closed.",
        "Close it at the end of the text. A quote inside a quoted text is written twice: ''.",
    ),
    "file-bracket-open": Message(
        "A bracket is open here, and what follows doesn't fit into it.",
        "Close it, and put quotes around a text that holds commas, colons or brackets.",
    ),
    "file-indent-wrong": Message(
        "This line doesn't fit what stands above it.",
        "Begin it right under the line that it belongs beside, with spaces and no tabs. A text that"
        " begins with a quote has to end with it.",
    ),
    "file-character-start": Message(
        "Nothing can begin with this character here: {character}.",
        "Put quotes around the text; indent with spaces, not with tabs.",
    ),
    "file-depth": Message(
        "More than {limit} levels stand inside one another.", "Check the indentation."
    ),
    "file-expansion": Message(
        "Aliases (*name) repeat so much that the file would grow to over {limit} values.",
        "Write the values out where they are needed.",
    ),
    "file-tag": Message(
        "The YAML tag {tag} isn't allowed: nothing in a file is ever executed.",
        "Remove the tag and write the value as plain text.",
    ),
    "file-many-documents": Message(
        "A second document begins here (---).", "Keep one article to a file."
    ),
    "file-root": Message(
        "The file holds {found}; fields with values are due.",
        "Write one article, field by field: title: …",
    ),
    "file-twin": Message(
        "{name} stands beside {other}, and only one of the two can count.",
        "Keep the one that is up to date; remove the other, or rename it.",
    ),
    "folder-no-articles": Message(
        "The folder {path} holds no articles.", "Put each article in a file articles/<id>.yaml."
    ),
    # reading a value
    "field-of-issue": Message(
        "In an issue folder an article doesn't describe its issue.",
        "Move it to issue.yaml, and the journal to journal.yaml.",
    ),
    "field-of-journal": Message(
        "The journal is described twice: here and in journal.yaml.", "Keep journal.yaml alone."
    ),
    "folder-no-journal": Message(
        "The folder {path} holds no journal.yaml.",
        "Describe the journal in it: title, issn, publisher.",
    ),
    "issue-article-absent": Message(
        "The issue lists the article {id}, but no file describes it.",
        "Add articles/{id}.yaml, or remove {id} from the list.",
    ),
    "key-duplicate": Message(
        "{key} is given twice; first in line {line}.", "Keep one and delete the other."
    ),
    "key-not-text": Message(
        "A list or mapping can't be the name of a field.", "Put quotes around the name."
    ),
    "field-unknown": Message("There is no field {field} here.", "{suggestion}"),
    "field-missing": Message("{field} is missing.", "Add it: {field}: …"),
    "value-not-text": Message("{field} must be text, not {found}.", "{suggestion}"),
    "value-not-list": Message(
        "{field} must be a list, not {found}.", "Write each item on a line of its own after “- ”."
    ),
    "value-not-mapping": Message(
        "{field} must have fields of its own, not {found}.", "{suggestion}"
    ),
    "value-not-flag": Message(
        "{field} must be yes or no.", "Write yes or no; in JSON, true or false."
    ),
    "value-not-count": Message("{field} must be a whole number.", "Write digits only."),
    "value-unfit": Message("{field} can't be read: {detail}.", "See jatsx schema for its form."),
    "character-illegal": Message(
        "{field} holds a character that can't stand in it ({character}).",
        "Delete it: it is invisible, often left by a word processor.",
    ),
    "text-tag-unclosed": Message(
        "<{tag}> is never closed.", "Add </{tag}>, or write &lt; for “<”."
    ),
    "text-tag-unopened": Message("</{tag}> closes nothing.", "Remove it, or add <{tag}> before."),
    "text-tag-crossing": Message(
        "</{closed}> stands where <{tag}> is still open.", "Close the inner tag first."
    ),
    "text-tag-attributes": Message(
        "{written} isn't allowed: the tag {tag} takes no attributes.", "Write <{tag}>…</{tag}>."
    ),
    "text-tag-depth": Message(
        "More than {limit} tags stand inside one another.", "Remove the tags that add nothing."
    ),
    "text-math-malformed": Message(
        "The formula isn't well-formed MathML: {detail}.",
        "Copy it again from the formula editor, from <math> to </math>.",
    ),
    # the whole input
    "article-id-duplicate": Message(
        "The id {id} is used by another article: {other}.", "Give each article an id of its own."
    ),
    "article-doi-duplicate": Message(
        "The DOI {doi} is used by another article: {other}.",
        "A DOI names one article for good: find out whose it is.",
    ),
    "article-url-duplicate": Message(
        "The landing page {url} is another article's too: {other}.",
        "Each DOI leads to a page of its own: correct one of the addresses.",
    ),
    "issue-id-duplicate": Message(
        "Another issue has the id {id}: {other}.",
        "Give each issue an id of its own, in issue.yaml: id: …",
    ),
    # formats
    "format-option-unknown": Message(
        "The format {format} has no option {option}.", "It has: {options}."
    ),
    "format-option-missing": Message(
        "{format} needs to know {option}: {help}.",
        "Add it to journal.yaml under formats: {format}: {option}: …",
    ),
    "format-option-choice": Message("{option} can't be {value}.", "Choose one of: {choices}."),
    "format-option-language": Message(
        "{option} is a language, and there is none whose tag is {value}.",
        "Write the tag as for titles: kk, ru, en …",
    ),
    "format-issue-large": Message(
        "{format} takes an issue in one file, and this one has more than {limit} articles.",
        "Give each issue an id of its own, so that articles of different issues aren't taken for"
        " one.",
    ),
    "format-unknown": Message(
        "No installed plugin knows the format {format}.", "Formats: {formats}."
    ),
    "rule-code-unknown": Message(
        "There is no rule {rule}, so its level changes nothing.",
        "The nearest one is {nearest}. jatsx rules lists them all.",
    ),
    "rule-option-unknown": Message(
        "The rule {rule} has no option “{option}”.", "Its options are: {options}."
    ),
    "rule-option-value": Message(
        "“{value}” is not a valid value of the option {option} of the rule {rule}.",
        ("Choose from: {choices}.", "Write a whole number."),
    ),
    # what a journal requires in addition
    "requirement": Message(
        (
            "Too few words in {field}: {words}. Minimum: {min_words}.",
            "Too many words in {field}: {words}. Maximum: {max_words}.",
            "Too few characters in {field}: {characters}. Minimum: {min_characters}.",
            "Too many characters in {field}: {characters}. Maximum: {max_characters}.",
            "Too few entries in {field}: {items}. Minimum: {min_items}.",
            "Too many entries in {field}: {items}. Maximum: {max_items}.",
            "The value of {field} does not have the form that the journal requires: {value}.",
            "{field} is missing. The journal requires it in {language:language}.",
            "{field} is missing. The journal requires it.",
        ),
        "The requirement is in journal.yaml, under requirements. Complete the article, or ask the"
        " author.",
    ),
    "field-lost": Message("{target} has no place for this: {why}"),
    "document-invalid": Message(
        "The schema of {format} refuses the document: {detail}.",
        "Nothing was written for it. If your data look right, report this to the authors of the"
        " plugin {plugin}.",
    ),
    "document-unknown": Message("{path} is of no format that jatsx knows.", "Formats: {formats}."),
    "file-invalid": Message(
        "The schema of {format} refuses this: {detail}.",
        "Correct it where the file was made.",
    ),
    # what a schema has against a value
    "document-value-empty": Message(
        "{format} takes no empty {name}.", "Fill it in, or leave it out altogether."
    ),
    "document-value-long": Message(
        "“{value}” is {length} characters long; {format} takes at most {limit} in {name}.",
        "Shorten it to {limit} characters.",
    ),
    "document-value-short": Message(
        "“{value}” is too short: {format} asks for at least {limit} characters in {name}.",
        "Write it in full.",
    ),
    "document-value-length": Message(
        "“{value}” is {length} characters long; {format} takes exactly {limit} in {name}.",
        "Count the characters: one is missing, or one too many.",
    ),
    "document-value-form": Message(
        "“{value}” isn't written in the form that {format} asks for in {name}.",
        "Compare it with one that was accepted: look for a space, a missing part, or a letter of"
        " another alphabet.",
    ),
    "document-value-choice": Message(
        "“{value}” isn't among the values that {format} knows for {name}.",
        "Choose one of: {choices}",
    ),
    "document-value-fixed": Message(
        "“{value}” can't stand in {name}: {format} takes {limit} there and nothing else.",
        "Write {limit}.",
    ),
    "document-value-large": Message(
        "{value} is too much for {name}: {format} takes at most {limit}.",
        "Look for a mistyped digit.",
    ),
    "document-value-small": Message(
        "{value} is too little for {name}: {format} asks for at least {limit}.",
        "Look for a mistyped digit.",
    ),
    "document-value-type": Message(
        "“{value}” in {name} has the wrong type.",
        "{format} allows: {type:type}.",
    ),
    "document-value-repeated": Message(
        "“{value}” stands in two places ({name}), and {format} takes it once.",
        "Find out where it belongs, and correct the other place.",
    ),
    "document-items-repeated": Message(
        "Something stands twice in {name}, and {format} takes each thing once.",
        "Remove the repetition.",
    ),
    "document-items-many": Message(
        "{name} holds {length}, and {format} takes no more than {limit}.",
        "Remove what is too much.",
    ),
    "document-items-few": Message(
        "{name} holds {length}, and {format} asks for at least {limit}.", "Add what is missing."
    ),
    # what a schema has against a part
    "document-part-missing": Message(
        "The part “{name}” of “{parent}” is missing, and {format} can't do without it.",
        "Look at {where}, and fill in what is missing.",
    ),
    "document-choice-missing": Message(
        "{format} can't do without one of these parts of “{parent}”, and there is none: {names}.",
        "Look at {where}, and fill in what is missing.",
    ),
    "document-part-repeated": Message(
        "The part “{name}” of “{parent}” is given too often: {format} takes no further one.",
        "Keep one and delete the others. If you gave but one, tell the authors of the program that"
        " made the document.",
    ),
    "document-part-misplaced": Message(
        "The part “{name}” of “{parent}” stands in the wrong place: {format} asks for another"
        " order.",
        "The program that made the document is at fault: tell its authors.",
    ),
    "document-part-unexpected": Message(
        "{format} has no place for “{name}” in “{parent}”.",
        "Leave it out. If you never gave it, tell the authors of the program that made the"
        " document.",
    ),
    "document-content-unfit": Message(
        "The parts of “{name}” aren't those that {format} asks for, or not in its order.",
        "Compare it with one that was accepted: something is missing, or there is too much.",
    ),
    "document-content-barred": Message(
        "“{name}” must be empty: {format} takes neither text nor parts in it.",
        "The program that made the document is at fault: tell its authors.",
    ),
    "document-parts-barred": Message(
        "{format} takes nothing but plain text in “{name}”.",
        "Take out tags and formulas; the words can stay.",
    ),
    "document-text-barred": Message(
        "Bare text stands in “{name}”, where {format} takes nothing but parts with names.",
        "The program that made the document is at fault: tell its authors.",
    ),
    "document-root-unknown": Message(
        "{format} has no documents that begin with “{name}”.",
        "See whether it is the file that you meant, and of this format and version.",
    ),
    "document-attribute-missing": Message(
        "The detail “{attribute}” of “{parent}” is missing, and {format} can't do without it.",
        "Look at {where}, and fill in what is missing.",
    ),
    "document-attribute-unexpected": Message(
        "{format} knows no detail “{attribute}” of “{parent}”.",
        "The program that made the document is at fault: tell its authors.",
    ),
    "document-attribute-unfit": Message(
        "A detail of “{name}” is missing, or isn't as {format} asks.",
        "Compare it with one that was accepted.",
    ),
    "document-id-repeated": Message(
        "Two parts of the document have the id “{value}”, one of them “{parent}”: {format} takes"
        " each id once.",
        "Give each thing an id of its own.",
    ),
    "document-id-unknown": Message(
        "“{value}” refers to nothing: no part of the document has this id ({name}).",
        "Correct the reference, or add what it refers to.",
    ),
    # what isn't readable at all
    "document-syntax": Message(
        "This isn't well-formed {syntax}, so {format} can't be told from it: {detail}.",
        "Make the file again with the program that it comes from; it may have been cut off.",
    ),
    "document-encoding": Message(
        "The text isn't UTF-8 from byte {offset} on, and {format} takes nothing else.",
        "Save it as UTF-8: in the editor, Save as… → Encoding: UTF-8.",
    ),
    "document-depth": Message(
        "More levels stand inside one another than {format} can have.",
        "Make the file again with the program that it comes from.",
    ),
    # plugins
    "plugin-failed": Message(
        "The plugin {plugin} failed: {detail}.", "Report it to the plugin's authors."
    ),
    "plugin-broken": Message(
        "The plugin {plugin} can't be loaded: {detail}.", "Reinstall it, or remove it."
    ),
    "plugin-name-taken": Message(
        "Two plugins offer {kind} {name}: {plugins}. Neither is used.", "Remove one of them."
    ),
    "plugin-name-shipped": Message(
        "The plugin {plugin} offers {kind} {name}, a name that jatsx itself has taken. What the"
        " plugin offers under it isn't used.",
        "Ask the plugin's authors for another name.",
    ),
    "plugin-needs-package": Message(
        "The plugin {plugin} has a schema that can be read only with the package {package}, which"
        " isn't installed.",
        "Install it: pip install 'jatsx[{extra}]'.",
    ),
}


REQUIREMENT: Final = "requirement-"
"""What the codes of rules begin with that a journal declares. They share one message."""


class Sentences:
    """The sentences of every code: the core's, and those that plugins bring, by code."""

    def __init__(self, brought: Mapping[str, Message] = FrozenMap()) -> None:
        self._messages = {**brought, **MESSAGES}

    def sentence(self, finding: Finding) -> str:
        """What is wrong; the code itself where it has no sentence."""
        if finding.own_message:
            return in_reader_language(finding.own_message)
        message = self._message(finding.code)
        return _filled(message.sentences, finding) if message else finding.code

    def hint(self, finding: Finding) -> str:
        """What to do about it; empty where there is nothing to say."""
        message = self._message(finding.code)
        if message is None:
            return ""
        return _filled(message.sentences if finding.own_message else message.hints, finding)

    def templates(self, code: str) -> tuple[str, str]:
        """The sentence of a code and its hint, with their params' names in braces.

        Where there are several, the first ones.
        """
        message = self._message(code)
        if message is None:
            return "", ""
        return message.sentences[0], next(iter(message.hints), "")

    def _message(self, code: str) -> Message | None:
        return self._messages.get("requirement" if code.startswith(REQUIREMENT) else code)


def _filled(templates: Sequence[str], finding: Finding) -> str:
    """The first sentence that the finding has all params for, else the last one, filled in."""
    if not templates:
        return ""
    params = {"field": finding.field or "", "target": finding.target or "", **finding.params}
    chosen = next((one for one in templates if _has_params(one, params)), templates[-1])
    return filled(gettext(chosen), params)


def _has_params(template: str, params: Mapping[str, str]) -> bool:
    """Whether each placeholder of a sentence has a param."""
    try:
        return placeholders(template) <= params.keys()
    except ValueError:
        return False
