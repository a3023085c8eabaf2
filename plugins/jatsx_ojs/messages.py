"""What the findings of the reader say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

_AGAIN = "Export it from OJS again."

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        # the file
        "ojs-file-root": Message(
            "This is no export of OJS: it begins with <{name}>.",
            "Export articles or issues with the Native XML Plugin: Tools → Import/Export.",
        ),
        "ojs-file-truncated": Message(
            "The file breaks off here: it isn't whole.",
            "Copy or export it again. Only articles and issues that are whole were read.",
        ),
        "ojs-file-syntax": Message(
            "From here on this isn't well-formed XML: {detail}.",
            f"Undo what was changed by hand near this line. {_AGAIN}",
        ),
        "ojs-encoding-undeclared": Message(
            "The file isn't UTF-8 from byte {offset} on, and declares no other encoding.",
            'Declare it in the first line: <?xml version="1.0" encoding="windows-1251"?>, or save'
            " the file as UTF-8.",
        ),
        "ojs-encoding-unknown": Message(
            "The file declares an encoding that can't be read.", "Save it as UTF-8."
        ),
        "ojs-file-doctype": Message(
            "The DOCTYPE declares entities or attributes of its own. They are refused, because"
            " they can make a file grow without end, or open other files.",
            f"OJS writes none. {_AGAIN}",
        ),
        "ojs-file-entity": Message(
            "&{name}; stands for nothing in XML.", "Write the character itself."
        ),
        "ojs-file-depth": Message(
            "More than {limit} elements stand inside one another.",
            f"OJS writes about ten. {_AGAIN}",
        ),
        "ojs-file-text": Message(
            "This text has more than {limit:number} characters.", f"It can't be metadata. {_AGAIN}"
        ),
        "ojs-file-token": Message(
            "This tag or comment has more than {limit} million bytes.", f"OJS writes none. {_AGAIN}"
        ),
        "ojs-file-size": Message(
            "Before this line stand more than {limit} million bytes of one article's metadata.",
            f"Embedded files don't count, so something is repeated without end. {_AGAIN}",
        ),
        "ojs-file-articles": Message(
            "The file holds more than {limit:number} articles or issues.", "Export fewer at a time."
        ),
        "ojs-file-no-articles": Message(
            "The file holds no articles.", "Choose articles or issues when exporting."
        ),
        # what an export never holds
        "ojs-journal-absent": Message(
            "An export of OJS doesn't say which journal it is of.",
            "Describe the journal in journal.yaml: title, issn, publisher.",
        ),
        "ojs-url-absent": Message(
            "An export of OJS doesn't say at which address the article is.",
            "Add it: url: https://…/article/view/…",
        ),
        "ojs-dates-absent": Message(
            "An export of OJS doesn't say when the manuscript was received and accepted.",
            "Add it as the journal prints it: dates: {{received: YYYY-MM-DD, accepted: …}}",
        ),
        "ojs-subject-codes-absent": Message(
            "An export of OJS has no codes of a classification.",
            "Add those the journal prints: subject_codes: - {{scheme: SRSTI, code: …}}",
        ),
        "ojs-section-title-absent": Message(
            "An export of single articles names their section, {section}, by its abbreviation"
            " only.",
            "Add its title in each language, or export the whole issue.",
        ),
        "ojs-affiliation-languages": Message(
            "The institution is named in {written}, but not in {missing}.",
            "Add its official name in each language in which the article has a title.",
        ),
        # what the reader doesn't place
        "ojs-value-unread": Message(
            "This was not read ({name}, {times} ×): {value}", "jatsx has no place for it."
        ),
        "ojs-value-unplaced": Message(
            "This was not read ({name}, {times} ×): {value}",
            "Where it says what {field} is for, write it there.",
        ),
        "ojs-html-left-out": Message(
            "The text was read without these tags, which say more than the text alone: {tags}",
            "Where a reader needs what they say, write it out.",
        ),
        # what the reader isn't sure of
        "ojs-language-unknown": Message(
            "{locale} is no locale of OJS, and no language code. It was kept as it stands.",
            "Write the code of the language: kk, ru, en …",
        ),
        "ojs-article-versions": Message(
            "OJS holds {count} versions of the article; version {version} was read.",
            "Export again if another should be deposited.",
        ),
        "ojs-article-unpublished": Message(
            "In OJS the article is not published ({state}).",
            "Check whether it belongs to the issue.",
        ),
        "ojs-issue-unpublished": Message(
            "In OJS the issue is not published.", "Check whether it may be deposited yet."
        ),
        "ojs-group-unknown": Message(
            "OJS lists this contributor as “{group}”, which could be any role; taken for an"
            " author.",
            "If that is wrong, correct kind: editor, translator …",
        ),
        "ojs-contact-unplaced": Message(
            "In OJS this is the contact for the editors, which doesn't make them the"
            " corresponding author.",
            "If they are, add corresponding: true.",
        ),
        "ojs-galley-without-address": Message(
            "The full text has no address in the export, only a file: {labels}.",
            "Add its address: links: - {{url: https://…, content_type: application/pdf}}",
        ),
        "ojs-pages-article-number": Message(
            "{pages} looks like an article number, not a page.",
            "If it is one, move it from pages: first to elocation_id.",
        ),
        "ojs-keywords-one": Message(
            "All keywords stand in one, with commas between them.",
            "Write each keyword on a line of its own after “- ”.",
        ),
        "ojs-agencies-unpaired": Message(
            "There are more funders in one language than in another, so each name was taken for a"
            " funder of its own.",
            "Write the names of one funder together: funder: {{kk: …, ru: …, en: …}}",
        ),
        "ojs-agencies-paired": Message(
            "The funder's names in {languages} are taken for those of one funder, because they"
            " stand in the same place of their lists.",
            "Check that they name the same.",
        ),
    }
)
