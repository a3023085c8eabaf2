"""The sentences of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx.findings.translation import N_, gettext
from jatsx.model.frozenmap import FrozenMap
from jatsx.report_page.labels import LABELS

SENTENCES: Final[Mapping[str, str]] = FrozenMap(
    {
        "desk": N_("The desk"),
        "stop": N_("Stop"),
        "stopped": N_("The desk has stopped. You can close this page."),
        "silent": N_(
            "The desk does not answer: nothing is saved. Start it again with `jatsx desk`. What you"
            " typed last stays on this page."
        ),
        "refused": N_("The desk could not do that. Load the page again."),
        "loading": N_("Working …"),
        "to_issues": N_("Issues"),
        "folder": N_("Folder: {folder}"),
        "no_issue": N_("There is no issue in this folder yet."),
        "new_issue": N_("New issue"),
        "new_issue_like": N_("New issue like the last one"),
        "issue_id": N_("Name of the issue, for example 2024-2"),
        "journal_title": N_("Title of the journal in {language}"),
        "create": N_("Create"),
        "like": N_("Issue whose journal and sections it gets"),
        "one_folder": N_(
            "To add an issue, start the desk in the folder that contains all issues: {command}"
        ),
        "import": N_("Import"),
        "import_help": N_(
            "A file of another program: what `jatsx convert` reads, for example an export of the"
            " journal's website, an Excel workbook, or the ZIP file of an issue folder. Or a"
            " printed issue (text, DOCX, PDF), as `jatsx draft` reads it. Nothing that exists is"
            " overwritten."
        ),
        "file": N_("File"),
        "imported": N_("Imported articles: {number}."),
        "not_imported": N_("Not imported, because such a file exists: {files}."),
        "not_written_id": N_(
            "Not written, because its id or its issue's id cannot be a file name: {id}"
        ),
        "unreadable": N_("No article could be read from this file."),
        "several_issues": N_(
            "The file describes several issues. Import it into an empty folder: each issue gets a"
            " folder of its own."
        ),
        "checking": N_("Checking: {done} of {number}"),
        "check_failed": N_("The check failed: {detail}"),
        "export": N_("Export"),
        "export_title": N_("Export the issue"),
        "export_help": N_(
            "The articles are checked, and each document is validated against the schema of its"
            " format before it is written. An article with errors is not exported."
        ),
        "formats": N_("Formats"),
        "out": N_("The files are written to {folder}."),
        "exporting": N_("Exporting: {done} of {number}"),
        "exported": N_("The export has finished."),
        "export_failed": N_("The export failed: {detail}"),
        "no_files": N_("No file was written."),
        "next_step": N_("What to do with them"),
        "left_out_by": N_("What {format} leaves out"),
        "not_exported": N_("Not exported"),
        "order": N_("Drag a row to change the order, or use the arrows."),
        "up": N_("Move up: {name}"),
        "down": N_("Move down: {name}"),
        "remove": N_("Remove: {name}"),
        "add": N_("Add"),
        "language_of": N_("Language of the article"),
        "one_article": N_("Article"),
        "add_article": N_("New article"),
        "article_id": N_("Id of the article, for example 01"),
        "open": N_("Open"),
        "journal": N_("Journal"),
        "issue": N_("Issue"),
        "article": N_("Article {id}"),
        "saved": N_("Saved {time}"),
        "unchanged": N_("Not changed"),
        "undo": N_("Undo"),
        "undone": N_("The last change was undone."),
        "further": N_("Further fields"),
        "another_language": N_("Another language"),
        "language_tag": N_("Language tag, for example ru-Latn"),
        "another_key": N_("Another one"),
        "key": N_("Name"),
        "field": N_("Field"),
        "value": N_("Value"),
        "row": N_("Row {number}"),
        "empty_row": N_("not filled in yet"),
        "paste": N_("Paste a whole list"),
        "paste_help": N_("One reference a line. Numbers at the start of the lines are left out."),
        "paste_language": N_("Language of the list"),
        "split": N_("Split into references"),
        "pasted": N_("References added: {number}."),
        "divide": N_("Divide into sections with titles"),
        "explain": N_("Explain"),
        "mend": N_("Correct"),
        "mended": N_("The value was corrected."),
        "not_mended": N_("The value could not be corrected here. Type it."),
        "settle": N_("It is right"),
        "settled": N_("The note was deleted."),
        "printed_at": N_("found in print: {place}"),
        "record_of": N_("Preview"),
        "preview": N_("Preview: {format}"),
        "preview_none": N_("No document: the article has errors that block this format."),
        "not_text": N_("This document is not text, so it is not shown here."),
        "text": N_("Text of the file"),
        "text_help": N_(
            "The file as it is on the disk. Everything in it can be changed here; it is saved"
            " only if nobody else has changed it."
        ),
        "save": N_("Save"),
        "no_form": N_(
            "This file has errors in its syntax, so it cannot be shown as a form. Correct the text."
        ),
        "outside": N_(
            "This file is outside the folder of the desk. To change it, start the desk in the"
            " folder that contains it: {command}"
        ),
        "changed": N_("The file was changed meanwhile"),
        "changed_help": N_(
            "Someone else has changed this file since this page showed it: another page of the"
            " desk, or another program. Nothing was written."
        ),
        "your_value": N_("Your value"),
        "value_in_file": N_("In the file now"),
        "value_before": N_("Before"),
        "keep_mine": N_("Write my value"),
        "take_file": N_("Show the file as it is now"),
        "not_edited": N_(
            "This value cannot be changed here without changing something else in the file. Change"
            " it in the text of the file."
        ),
        "not_writable": N_("The file {file} is a link, and is not written."),
        "not_written": N_("The file was not written: {detail}"),
        "id_taken": N_("{id} already exists. Choose another name."),
        "id_invalid": N_(
            "{id} cannot be used as a file name. Use Latin letters, digits, dots and hyphens."
        ),
        "absent": N_("There is no such page. The file may have been renamed or deleted."),
        "failed": N_("The desk failed: {detail}"),
        "declared": N_("A requirement of the journal, declared in journal.yaml:"),
        "level_rule": N_("Level: {level}"),
        "good": N_("Good"),
        "bad": N_("Bad"),
        "source": N_("Source: {source}"),
        "deposit": N_("Send …"),
        "deposit_title": N_("Send to agencies"),
        "ledger": N_("What was sent"),
        "was_sent": N_("What was sent, and what became of it"),
        "ask_agencies": N_("Ask the agencies for answers"),
        "nothing_sent": N_("Nothing of this issue was sent yet."),
        "credentials": N_("User name and password"),
        "credentials_help": N_(
            "Only if they are not in the keyring of this computer or in the environment. They are"
            " used for this deposit and then forgotten."
        ),
        "to_test": N_("Send to the test system"),
        "test_system": N_("test system"),
        "prepare": N_("Check and show what would be sent"),
        "going_out": N_("Going to {agency}"),
        "outcome_at": N_("Outcome: {agency}"),
        "cannot_be_deleted": N_("Send? What is registered cannot be deleted."),
        "send_now": N_("Send"),
        "cancel": N_("Do not send"),
        "agency": N_("Agency"),
        "outcome": N_("Outcome"),
        "sent_at": N_("Sent"),
        "document": N_("Document"),
        "answer": N_("Answer"),
        "out_of_date": N_("changed since it was sent"),
        "standing_registered": N_("registered"),
        "standing_conflict": N_("registered, with a conflict"),
        "standing_unchanged": N_("already registered"),
        "standing_ready": N_("ready"),
        "standing_held-back": N_("not sent: unpublished"),
        "standing_blocked": N_("not sent: errors"),
        "standing_refused": N_("refused by the agency"),
        "standing_not-mentioned": N_("not mentioned by the agency"),
        "standing_not-sent": N_("not sent: no connection"),
        "standing_waiting": N_("accepted, no answer yet"),
        "standing_unknown": N_("unknown"),
        "back": N_("Back"),
    }
)
"""The English sentences by their names in the templates and routes."""


def say(name: str, /, **params: Any) -> str:
    """A sentence in the reader's language.

    Raises:
        KeyError: there is no such sentence.
    """
    sentence = gettext(SENTENCES[name] if name in SENTENCES else LABELS[name])
    return sentence.format(**params) if params else sentence


class DeskLabels:
    """The sentences without params, by their names: ``label.stop`` in the templates."""

    def __getitem__(self, name: str) -> str:
        return say(name)
