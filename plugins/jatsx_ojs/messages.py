"""The messages of the reader's findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        # the file
        "ojs-file-root": Message(
            "This file is not an export of OJS. Its root element is <{name}>.",
            "Export articles or issues with the Native XML Plugin: Tools → Import/Export.",
        ),
        "ojs-file-articles": Message(
            "The file contains too many articles or issues. Maximum: {limit:number}.",
            "Export fewer articles at a time.",
        ),
        "ojs-file-no-articles": Message(
            "The file contains no articles.",
            "Select articles or issues for the export.",
        ),
        # the REST API
        "ojs-token-absent": Message(
            "Reading from OJS needs your API token. The environment variable {variable} is empty.",
            "In OJS, open your user profile → API Key, and copy the key. Then set the variable, for"
            " example: export {variable}=… (Windows: set {variable}=…).",
        ),
        "ojs-token-refused": Message(
            "OJS refused the API token of {variable} with the HTTP status {status}: {address}.",
            "Copy the key again (user profile → API Key). The user must be an editor of the"
            " journal. If the server removes the header Authorization, use `--set"
            " ojs-rest.token-in=query`.",
        ),
        "ojs-journal-unknown": Message(
            "OJS has nothing at this address (HTTP status {status}): {address}.",
            "Open the journal in a browser and copy its address. It may contain `index.php`.",
        ),
        "ojs-answer-form": Message(
            "The answer of the server does not have the form of OJS ({name}): {address}.",
            "Check that this is the address of a journal in OJS 3.4 or 3.5.",
        ),
        "ojs-issue-none": Message(
            "The journal {journal} has no such issue ({asked}). Its issues: {issues}.",
            "Choose one with --volume, --number and --year, or with --issue-id.",
        ),
        "ojs-issue-several": Message(
            "Several issues of the journal {journal} are meant ({asked}), number of issues:"
            " {count:number}. They are: {issues}.",
            "Choose one with --volume, --number and --year, or with --issue-id.",
        ),
        "ojs-issue-ambiguous": Message(
            "The address is that of the issue {page}, but --issue-id is {id}.",
            "Leave out --issue-id, or give the address of the journal.",
        ),
        "ojs-issue-empty": Message(
            "The issue has no articles that can be read.",
            "Check the issue in OJS.",
        ),
        "ojs-accepted-several": Message(
            "OJS has several decisions to accept this article: {dates}. None was read.",
            "Add the date under `dates`: `accepted: YYYY-MM-DD`.",
        ),
        # what an export does not contain
        "ojs-journal-absent": Message(
            "An export of OJS does not contain the metadata of the journal.",
            "Describe the journal in journal.yaml: title, issn, publisher.",
        ),
        "ojs-url-absent": Message(
            "An export of OJS does not contain the URL of the article.",
            "Add the URL: `url: https://…/article/view/…`.",
        ),
        "ojs-received-absent": Message(
            "OJS does not give the date when the manuscript was received.",
            "Add the date under `dates`: `received: YYYY-MM-DD`.",
        ),
        "ojs-accepted-absent": Message(
            "OJS does not give the date when the manuscript was accepted.",
            "Add the date under `dates`: `accepted: YYYY-MM-DD`.",
        ),
        "ojs-subject-codes-absent": Message(
            "An export of OJS does not contain codes of a subject classification.",
            "Add the codes under `subject_codes`: `scheme: SRSTI`, `code: 11.25.15`.",
        ),
        "ojs-section-title-absent": Message(
            "The export contains only the abbreviation of the section: {section}.",
            "Add the title of the section in each language, or export the whole issue.",
        ),
        "ojs-affiliation-languages": Message(
            "The name of the institution is missing in these languages: {missing}. It is given"
            " in: {written}.",
            "Add the official name in each language in which the article has a title.",
        ),
        # what the reader does not read
        "ojs-value-unread": Message(
            "This value was not read: {value} ({name}, number of occurrences: {times}).",
            "jatsx has no field for this value.",
        ),
        "ojs-value-unplaced": Message(
            "This value was not read: {value} ({name}, number of occurrences: {times}).",
            "If the value belongs to the field `{field}`, add it there.",
        ),
        "ojs-html-left-out": Message(
            "These HTML tags were removed from the text: {tags}.",
            "If the tags contain information for readers, add it to the text.",
        ),
        # what the reader is not sure of
        "ojs-language-unknown": Message(
            "“{locale}” is not a valid language code or locale of OJS. It was kept unchanged.",
            "Write a language code, for example kk, ru or en.",
        ),
        "ojs-received-submitted": Message(
            "The date on which the manuscript was submitted in OJS was read as the date received.",
            "If the manuscript was received on another day, correct `received` under `dates`.",
        ),
        "ojs-article-versions": Message(
            "OJS has several versions of the article. Number of versions: {count}; version"
            " read: {version}.",
            "If another version should be deposited, export the article again.",
        ),
        "ojs-status-unclear": Message(
            "The article is neither published, scheduled nor declined in OJS ({state}). It was read"
            " as scheduled.",
            "If this is wrong, correct `status`: scheduled, declined or withdrawn. If the article"
            " is published, delete `status`.",
        ),
        "ojs-status-unknown": Message(
            "The status of the article in OJS is not known: status={status}. The article may not"
            " be published.",
            "Write `status`: published, scheduled, declined or withdrawn.",
        ),
        "ojs-issue-unpublished": Message(
            "The issue is not published in OJS.",
            "Check whether the issue should be deposited.",
        ),
        "ojs-attribute-unknown": Message(
            "The attribute {name} is not known to jatsx ({times} ×: {value}). It may change the"
            " meaning of what was read.",
            "Find out what it means. Correct what was read, and report the attribute to the authors"
            " of jatsx.",
        ),
        "ojs-contributor-type": Message(
            "The type of this contributor in OJS is not known to jatsx: contributor_type={type}."
            " The contributor was read as a person.",
            "Correct it: a person has `name`, a group has `group`.",
        ),
        "ojs-contributor-anonymous": Message(
            "In OJS, this contributor is anonymous. The name “{name}” was not read.",
            "Write the name of the person or group, or delete the contributor.",
        ),
        "ojs-group-unknown": Message(
            "The role “{group}” of this contributor in OJS is not known. The contributor was"
            " read as an author.",
            "If this is wrong, correct the field `kind`, for example to editor or translator.",
        ),
        "ojs-contact-unplaced": Message(
            "This contributor is the contact for the editors in OJS. The corresponding author"
            " may be another person.",
            "If this contributor is the corresponding author, add `corresponding: yes`.",
        ),
        "ojs-galley-without-address": Message(
            "The export contains no URL of the full text, only a file: {labels}.",
            "Add the URL under `links`: `url: https://…`, `content_type: application/pdf`.",
        ),
        "ojs-pages-article-number": Message(
            "{pages} looks like an article number, not a page number.",
            "If it is an article number, move it from `pages` (`first`) to `elocation_id`.",
        ),
        "ojs-keywords-one": Message(
            "All keywords are in one text, separated by commas.",
            "Write each keyword on its own line after “- ”.",
        ),
        "ojs-agencies-unpaired": Message(
            "The number of funders is not the same in all languages. Each name was read as a"
            " separate funder.",
            "Write the names of one funder together under `funder`: `kk: …`, `ru: …`, `en: …`.",
        ),
        "ojs-agencies-paired": Message(
            "The names of funders in these languages were combined by their position: {languages}.",
            "Check that the names of each funder mean the same organisation.",
        ),
    }
)
