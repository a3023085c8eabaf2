"""The messages of the reader's findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        # the file
        "crossref-file-root": Message(
            "This file is not a Crossref deposit. Its root element is <{name}>.",
            "Use a deposit (<doi_batch>), or a record of Crossref's REST API in JSON.",
        ),
        "crossref-file-size": Message(
            "The records here are too large. Maximum size: {limit} MB.",
            "Split the file, or write it as JSON Lines, with one record per line.",
        ),
        "crossref-file-articles": Message(
            "The file contains too many articles. Maximum: {limit:number}.",
            "Split the file. The articles before this line were read.",
        ),
        "crossref-file-no-articles": Message(
            "The file contains no articles of a journal.",
            "Use a deposit or a record of journal articles.",
        ),
        "crossref-record-unreadable": Message(
            "This value is not a record of Crossref's REST API.",
            "Use the answer of https://api.crossref.org/works/DOI unchanged.",
        ),
        "crossref-character-illegal": Message(
            "The record contains characters that XML does not allow. They were replaced by U+FFFD."
            " Number of values: {times}.",
            "Find the character U+FFFD in the article, and correct the text.",
        ),
        "crossref-fields-absent": Message(
            "Crossref does not hold these fields of an article: {fields}.",
            "Add to each article those that the journal prints.",
        ),
        # what the reader does not read
        "crossref-content-type": Message(
            "This content is not an article of a journal and was not read: {name} ({value}).",
            "jatsx reads only articles of journals.",
        ),
        "crossref-value-unread": Message(
            "This value was not read: {value} ({name}, number of occurrences: {times}).",
            "jatsx has no field for this value.",
        ),
        "crossref-value-unplaced": Message(
            "This value was not read: {value} ({name}, number of occurrences: {times}).",
            "If the value belongs to the field `{field}`, add it there.",
        ),
        "crossref-markup-left-out": Message(
            "These tags or attributes were removed from the text: {names}.",
            "If they contain information for readers, add it to the text.",
        ),
        "crossref-contributor-anonymous": Message(
            "Crossref has an anonymous contributor here. The contributor was not read: {value}.",
            "If the name is known, add the contributor with `name` or `group`.",
        ),
        "crossref-setting-differs": Message(
            "Articles of this journal have different values of {name}. The value of this article"
            " was not read: {value}.",
            "Deposit these articles with different settings: `--set crossref.…`.",
        ),
        "crossref-date-differs": Message(
            "The deposit has two dates of acceptance. The date {read} was read, and {date} was"
            " not.",
            "Correct `accepted` if the other date is right.",
        ),
        # what the reader is not sure of
        "crossref-language-absent": Message(
            "The language of the article is not known. Texts without a language were read under"
            " `und` (undetermined).",
            "Add the language of the article, for example `language: kk`. Replace `und` by the"
            " language of each text.",
        ),
        "crossref-language-of-journal": Message(
            "The deposit does not give the language of the article. Texts without a language were"
            " read in the language of the journal: {tag:language}.",
            "If the article is in another language, add `language`, and correct the language of"
            " each text.",
        ),
        "crossref-title-language": Message(
            "Crossref has no language for these titles. They were read under `und`"
            " (undetermined). Number of titles: {times}.",
            "Replace `und` by the language of the title, for example kk, ru or en.",
        ),
        "crossref-title-original": Message(
            "This is the title of the article in its original language. The record does not name"
            " the translated work, so it was read as a title of the article.",
            "If the article is a translation, add it under `relations`: `type: translation-of`,"
            " `doi: 10.…`, `title: …`.",
        ),
        "crossref-name-language": Message(
            "The contributor has several names in the same language ({tag:language}).",
            "Write the language and the script of this name, for example `ru-Latn` for a"
            " romanised name.",
        ),
        "crossref-abstract-language": Message(
            "The article has several abstracts in the same language ({tag:language}).",
            "Correct the language of this abstract.",
        ),
        "crossref-funding-ungrouped": Message(
            "The record does not tell which funder gave these awards.",
            "Move each award to its funder: `awards: …` under the `funder`.",
        ),
        "crossref-reference-type": Message(
            "The cited work is part of a volume, but its type is not known. Number of references:"
            " {times}.",
            "Add the type: book, chapter, conference, thesis, report or standard. Without it, the"
            " title of the volume is deposited as the title of a journal.",
        ),
        "crossref-link-collections": Message(
            "This link is not in all collections of the deposit. It is missing in: {missing}.",
            "Check the option `collections`. It is the same for all links.",
        ),
    }
)
