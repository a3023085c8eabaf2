"""What the schema can't say. Asked of documents that it passed.

Each check names the place by its path, so that the error is reported at the field that made it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from jatsx import SchemaError, positions
from jatsx_rsci.pages import is_pages

if TYPE_CHECKING:
    from lxml.etree import _Element

GROUPS: Final = {
    "section": "secTitle",
    "author": "individInfo",
    "artTitles": "artTitle",
    "abstracts": "abstract",
    "article": "text",
    "keywords": "kwdGroup",
    "reference": "refInfo",
    "fundings": "funding",
}
"""The children that occur once for each language, by their parents."""

NAMED: Final = ("secTitle", "surname", "artTitle", "keyword", "refInfo/text", "element", "funding")
"""Elements with text that mustn't be empty."""

DATES: Final = ("dateReceived", "dateAccepted", "datePublication", "commentDate")

_FILE: Final = re.compile(r"[^/\\]+\.\w{2,4}\Z")
_PICTURE: Final = re.compile(r".+\.(?:jpe?g|png|gif)\Z", re.IGNORECASE)


def volume_or_number(root: _Element) -> Iterator[SchemaError]:
    """An issue has a volume or a number."""
    for issue in root.iter("issue"):
        if issue.find("volume") is None and issue.find("number") is None:
            yield schema_error("an issue needs a volume or a number", issue, "number")


def one_for_each_language(root: _Element) -> Iterator[SchemaError]:
    """Nothing occurs twice in one language."""
    for parent in root.iter(*GROUPS):
        seen: set[str | None] = set()
        for child in parent.iterchildren(GROUPS[str(parent.tag)]):
            if child.get("lang") in seen:
                detail = f"{child.tag} occurs twice with lang={child.get('lang') or '(none)'}"
                yield schema_error(f"{detail} in {parent.tag}", child)
            seen.add(child.get("lang"))


def counted_authors(root: _Element) -> Iterator[SchemaError]:
    """Authors are counted: 1, 2, 3 …"""
    for authors in root.iter("authors"):
        for num, author in enumerate(authors, 1):
            if int(author.get("num", "0")) != num:
                detail = f"author {num} has the num {author.get('num')}"
                yield schema_error(detail, author, "@num")


def pages_syntax(root: _Element) -> Iterator[SchemaError]:
    """Pages are ranges separated by commas, each in digits only or in letters only."""
    for pages in root.iter("pages"):
        if not is_pages(pages.text or ""):
            allowed = "only digits or only letters, such as 7-8, 27 or iv-x"
            yield schema_error(f"pages allows {allowed}: {pages.text}", pages)


def days_that_exist(root: _Element) -> Iterator[SchemaError]:
    """A date is a day of the calendar."""
    for element in root.iter(*DATES):
        day, month, year = map(int, (element.text or "").split("."))
        try:
            date(year, month, day)
        except ValueError:
            yield schema_error(f"there is no day {element.text}", element)


def texts_that_say_something(root: _Element) -> Iterator[SchemaError]:
    """What is named has a name."""
    for xpath in NAMED:
        for element in root.iterfind(f".//{xpath}"):
            if not "".join(str(text) for text in element.itertext()).strip():
                yield schema_error(f"{element.tag} is empty", element)


def file_names(root: _Element) -> Iterator[SchemaError]:
    """A file is named without a folder; a cover is a picture."""
    for file in root.iter("file"):
        name = file.text or ""
        if not _FILE.match(name):
            yield schema_error(f"file has a bare name with an ending: {name}", file)
        elif file.get("desc") == "cover" and not _PICTURE.match(name):
            yield schema_error(f"a cover is JPEG, PNG or GIF: {name}", file)


CHECKS: Final = (
    volume_or_number,
    one_for_each_language,
    counted_authors,
    pages_syntax,
    days_that_exist,
    texts_that_say_something,
    file_names,
)


def schema_errors(root: _Element) -> Iterator[SchemaError]:
    """All that is wrong with a file beyond the schema."""
    for check in CHECKS:
        yield from check(root)


def schema_error(detail: str, element: _Element, *steps: str) -> SchemaError:
    """An error about an element, or about an attribute or child of it."""
    line = cast("int | None", element.sourceline)
    return SchemaError(detail, (*positions(element), *steps), line)
