"""The messages of the reader's findings."""

from __future__ import annotations

from typing import Final

from jatsx import N_, FrozenMap, Message
from jatsx_draft.sources.messages import MESSAGES as OF_FILES

COMPARE: Final = N_(
    "Compare with the print, and correct the value or delete this note in `notes.yaml`."
)

MESSAGES: Final = FrozenMap(
    {
        **OF_FILES,
        # the issue
        "draft-file-encoding": Message(
            "The text is not in UTF-8.",
            "Save it as UTF-8, or give the DOCX or PDF file that it was made from.",
        ),
        "draft-file-binary": Message(
            "The file is not a text file.",
            "Give the printed issue as `.txt`, `.md`, `.docx` or `.pdf`.",
        ),
        "draft-file-lines": Message(
            "The print has too many lines. The maximum is {limit}.",
            "Give only the pages of one issue.",
        ),
        "draft-issue-unrecognised": Message(
            "No articles were recognised. Expected articles with a title, authors and keywords in"
            " at least two languages.",
            "Give the printed issue of a journal that prints abstracts and keywords in Kazakh,"
            " Russian or English.",
        ),
        "draft-layout-invalid": Message(
            "The layout in {file} cannot be read.",
            "Correct the file, or leave it out: a layout is not needed.",
        ),
        "draft-article-absent": Message(
            "The contents list an article on page {page} that is not in the print: {title}",
            "Give the pages of the article too, or add its file to `articles/` by hand.",
        ),
        "draft-block-unread": Message(
            "These keywords belong to no article that was recognised. Printed: {printed}",
            "Compare the articles around them, and add what is missing by hand.",
        ),
        # all fields
        "draft-value-differs": Message(
            "The print has two values: {value}, and at {where} {other}. Printed: {printed}",
            "Keep the right value, and delete this note in `notes.yaml`.",
        ),
        "draft-values-derived": Message(
            "These values are not printed. They were derived from what is printed: {fields}.",
            "Check them. docs/draft.md describes the rules.",
        ),
        "draft-values-missing": Message(
            "These values are not printed, but a deposit needs them: {fields}.",
            "Add them, and delete this note in `notes.yaml`.",
        ),
        # texts
        "draft-title-differs": Message(
            "The title differs from the one in the contents at {where}: {other}",
            COMPARE,
        ),
        "draft-title-missing": Message(
            "No title was found in this block. Printed: {printed}",
            "Write the title by hand.",
        ),
        "draft-title-unsure": Message(
            "It was hard to tell which lines are the title. Printed: {printed}",
            COMPARE,
        ),
        "draft-footnote-inside": Message(
            "A footnote may stand inside this abstract. Printed: {printed}",
            COMPARE,
        ),
        "draft-language-differs": Message(
            "The label and the text are in different languages. Printed: {printed}",
            COMPARE,
        ),
        # people
        "draft-head-unread": Message(
            "It was hard to tell what this line near the authors is, so it was left out. Printed:"
            " {printed}",
            "Add it where it belongs, or delete this note in `notes.yaml`.",
        ),
        "draft-names-missing": Message(
            "No authors were found in this block. Printed: {printed}",
            "Write the authors by hand.",
        ),
        "draft-names-unsure": Message(
            "It was hard to tell whether these are the authors. Printed: {printed}",
            COMPARE,
        ),
        "draft-name-differs": Message(
            "The name {name} is printed differently at {where}: {other}",
            COMPARE,
        ),
        "draft-name-unlike": Message(
            "{name} does not seem to be the same name as {other} at {where}.",
            COMPARE,
        ),
        "draft-name-order": Message(
            "{name} was matched to an author of the other languages only by its place in the line.",
            COMPARE,
        ),
        "draft-author-data-owner": Message(
            "This author's data could not be matched to an author. Printed: {printed}",
            "Compare the name with the authors of the article.",
        ),
        "draft-email-owner": Message(
            "It could not be told whose e-mail {value} is. Printed: {printed}",
            "Add it as `email:` of its author, and delete this note in `notes.yaml`.",
        ),
        "draft-email-cut": Message(
            "An e-mail may begin in the line before, so it was left out. Printed: {printed}",
            COMPARE,
        ),
        "draft-email-mark": Message(
            "The number before {value} was read as a mark, but it may belong to the e-mail."
            " Printed: {printed}",
            COMPARE,
        ),
        "draft-orcid-owner": Message(
            "It is not certain whose ORCID iD {value} is. Printed: {printed}",
            COMPARE,
        ),
        "draft-corresponding-differs": Message(
            "At {where} another author is called the corresponding author. Printed: {printed}",
            COMPARE,
        ),
        "draft-affiliation-people": Message(
            "It could not be told which affiliation belongs to which author. Printed: {printed}",
            "Correct `affiliations` of the authors, and delete this note in `notes.yaml`.",
        ),
        "draft-affiliation-cut": Message(
            "It was hard to tell where this affiliation begins or ends. Printed: {printed}",
            COMPARE,
        ),
        "draft-position-unsure": Message(
            "It was hard to tell which words are the position. Printed: {printed}",
            COMPARE,
        ),
        "draft-affiliation-languages": Message(
            "The languages do not have the same number of affiliations. Printed: {printed}",
            COMPARE,
        ),
        # dates and references
        "draft-month-misspelt": Message(
            "The month in “{value}” is misspelt. It was read as {iso}.",
            COMPARE,
        ),
        "draft-date-order": Message(
            "It is not certain which number is the day: {value} or {other}. Printed: {printed}",
            COMPARE,
        ),
        "draft-twin-unsure": Message(
            "It is not certain that this is the romanised form of the same reference. Printed:"
            " {printed}",
            COMPARE,
        ),
        "draft-twin-missing": Message(
            "The romanised form of this reference was not found. Printed: {printed}",
            COMPARE,
        ),
        "draft-original-missing": Message(
            "The original of this romanised reference was not found. Printed: {printed}",
            COMPARE,
        ),
        "draft-doi-cut": Message(
            "The DOI may go on after {value}, so it was left out. Printed: {printed}",
            "Write the whole DOI as `doi:`.",
        ),
        "draft-urls-cut": Message(
            "Addresses of {count:number} references are divided at the end of a line, so they were"
            " left out. The first one: {printed}",
            "Add the addresses as `url:` where they are needed, and delete this note in"
            " `notes.yaml`.",
        ),
        "draft-entry-cut": Message(
            "It was hard to tell where this reference begins or ends. Printed: {printed}",
            COMPARE,
        ),
    }
)
"""By code."""
