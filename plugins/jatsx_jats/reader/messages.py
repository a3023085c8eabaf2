"""The messages of the reader's findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final[Mapping[str, Message]] = FrozenMap(
    {
        # the file
        "jats-file-root": Message(
            "This file is not a JATS article. Its root element is <{name}>.",
            "Use a file with the root element <article>.",
        ),
        "jats-front-absent": Message(
            "The article has no metadata (`front` with `article-meta`).",
            "Ask for the file with its metadata.",
        ),
        "jats-entity-external": Message(
            "The file includes another file: {file}. For security reasons, jatsx does not read it.",
            "Copy the content of that file into this file.",
        ),
        "jats-file-size": Message(
            "The file is too large. Maximum size: {limit} MB.",
            "Ask for the file without embedded images and data.",
        ),
        # what the reader does not read
        "jats-value-unread": Message(
            "This value was not read: {value} ({name}, number of occurrences: {times}).",
            "If the value belongs to a field, add it there.",
        ),
        "jats-values-unread": Message(
            "The values of more elements and attributes were not read. Number of names:"
            " {count:number}.",
            "Compare the article with the file.",
        ),
        "jats-markup-left-out": Message(
            "These elements were removed from the text, but not their content: {tags}.",
            "If the elements contain information for readers, add it to the text.",
        ),
        "jats-subarticle-unread": Message(
            "This part of the file was not read, because it is not a translation of the article:"
            " {title} ({type}).",
            "If it has been published separately, describe it as an article.",
        ),
        "jats-leftover-unread": Message(
            "A value that jatsx added to the file was not read ({name}): it does not fit the"
            " article, or the article was changed since.",
            "Check the field. If the value in the file is correct, ignore this warning.",
        ),
        # what the reader is not sure of
        "jats-language-absent": Message(
            "The article declares no language (`xml:lang`). The default of JATS was used:"
            " {language}.",
            "If the article is in another language, correct `language` and the languages of the"
            " texts.",
        ),
        "jats-date-medium": Message(
            "The file does not say whether {date} is the date of publication in print or online."
            " It was read as the date online.",
            "If the article was published in print, move the date to `print`.",
        ),
        "jats-kind-absent": Message(
            "The file does not say what these contributors are (`contrib-type`). Number of"
            " contributors: {count:number}. They were read as authors.",
            "If they are not authors, set `kind`, for example `kind: editor`.",
        ),
        "jats-name-undivided": Message(
            "This name is not divided into family name and given names: {name}. It was read as a"
            " family name.",
            "Divide it: `family: …`, `given: …`.",
        ),
        "jats-translation-differs": Message(
            "The article and its translation have different texts in the same language"
            " ({language:language}). The text of the article was read.",
            "Compare both texts in the file, and correct the field.",
        ),
        "jats-translation-people": Message(
            "The translation has another number of contributors: {count}. Their names in its"
            " language were not read.",
            "Add the names in the language of the translation.",
        ),
        "jats-translation-affiliations": Message(
            "The translation has another number of affiliations: {count}. Their names in its"
            " language were not read.",
            "Add the names in the language of the translation.",
        ),
    }
)
"""The messages by code."""
