"""RSCI's codes for types, kinds and relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MISCELLANEOUS: Final = "MIS"
"""The type of an article without a known type. ``UNK`` is obsolete."""

ARTICLE_TYPES: Final[Mapping[str, str]] = {
    "research-article": "RAR",
    "review-article": "REV",
    "brief-report": "SCO",
    "rapid-communication": "SCO",
    "book-review": "BRV",
    "product-review": "BRV",
    "editorial": "EDI",
    "letter": "COR",
    "reply": "COR",
    "abstract": "ABS",
    "meeting-report": "CNF",
    "proceedings": "CNF",
    "obituary": "PER",
    "reprint": "RPR",
    "report": "REP",
}
"""``artType`` for each type of article. Other types, such as corrections, have no code."""

FILES: Final[Mapping[str, str]] = {
    "full-text": "fullText",
    "supplement": "addition",
    "illustration": "illustration",
}
"""``article/files/file/@desc`` for each kind of file."""

ISSUE_FILES: Final[Mapping[str, str]] = {"cover": "cover"}
"""``issue/files/file/@desc`` for each kind of file."""

AUTHOR: Final = "author"
ROLES: Final[Mapping[str, str]] = {"editor": "0", "translator": "3", "reviewer": "23"}
"""``role`` for each kind of contributor. Authors have no ``role``."""

CODES: Final[Mapping[str, str]] = {
    "UDC": "udk",
    "BBK": "bbk",
    "JEL": "jel",
    "MSC": "msc",
    "PACS": "pacs",
}
"""The element of ``codes`` for each classification."""

RELATIONS: Final[Mapping[str, str]] = {
    "has-comment": "comment",
    "has-preprint": "preprint",
    "has-review": "review",
    "has-supplement": "additionalMaterials",
    "has-translation": "versionAnotherLanguage",
    "has-version": "anotherEdition",
    "preprint-of": "anotherEdition",
    "translation-of": "versionAnotherLanguage",
    "version-of": "anotherEdition",
}
"""``furl/@desc`` for each type of relation."""
