"""The messages of files that have no printed text, or none that can be read."""

from __future__ import annotations

from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final = FrozenMap(
    {
        "draft-library-missing": Message(
            "The file cannot be read, because {name} is not installed.",
            "Run `pip install 'jatsx[office]'`.",
        ),
        "draft-file-large": Message(
            "The file is too large. The maximum is {limit} MB, unpacked.",
            "Save the issue without pictures, or divide it into several files.",
        ),
        "draft-file-pages": Message(
            "The file has too many pages. The maximum is {limit}.",
            "Give only the pages of one issue.",
        ),
        "draft-file-encrypted": Message(
            "The file has a password, or it is an old Word file with the ending of a new one.",
            "Save it without a password, as `.docx` or `.pdf`.",
        ),
        "draft-file-damaged": Message(
            "The file is damaged, or it is not a {format} file.",
            "Open it in the program that made it, and save it again.",
        ),
        "draft-file-declarations": Message(
            "A part of the file contains a document type declaration. Such files are not read.",
            "Open it in a word processor and save it again as `.docx`.",
        ),
        "draft-file-scan": Message(
            "The pages are pictures without text, as a scanner makes them.",
            "Recognise the text with an OCR program first, with Kazakh, Russian and English"
            " switched on, or use the file that the printed issue was made from.",
        ),
        "draft-file-letters": Message(
            "The text of the file has letters that cannot be told: the fonts do not say which"
            " letters they show.",
            "Save the file again with fonts that other programs can read, or recognise its text"
            " with an OCR program.",
        ),
    }
)
"""By code, for the reader's messages."""
