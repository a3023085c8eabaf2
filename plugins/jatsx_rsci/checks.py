"""Checks that the schema cannot express. They run after the schema.

Each check gives the path of an error, so that it is reported at the field of the element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from jatsx import SchemaError, positions
from jatsx_rsci.pages import is_article_number, is_pages

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
"""The children that occur only once for each language, by their parents."""

NAMED: Final = ("secTitle", "surname", "artTitle", "keyword", "refInfo/text", "element", "funding")
"""Elements whose text must not be empty."""

DATES: Final = ("dateReceived", "dateAccepted", "datePublication", "commentDate")

_FILE: Final = re.compile(r"[^/\\]+\.\w{2,4}\Z")
_PICTURE: Final = re.compile(r".+\.(?:jpe?g|png|gif)\Z", re.IGNORECASE)


def volume_or_number(root: _Element) -> Iterator[SchemaError]:
    """An issue has a volume or a number."""
    for issue in root.iter("issue"):
        if issue.find("volume") is None and issue.find("number") is None:
            yield schema_error("an issue requires a volume or a number", issue, "number")


def one_for_each_language(root: _Element) -> Iterator[SchemaError]:
    """No element of :data:`GROUPS` occurs twice in the same language."""
    for parent in root.iter(*GROUPS):
        seen: set[str | None] = set()
        for child in parent.iterchildren(GROUPS[str(parent.tag)]):
            if child.get("lang") in seen:
                detail = f"{child.tag} occurs twice with lang={child.get('lang') or ''}"
                yield schema_error(f"{detail} in {parent.tag}", child)
            seen.add(child.get("lang"))


def counted_authors(root: _Element) -> Iterator[SchemaError]:
    """Authors are numbered: 1, 2, 3 …"""
    for authors in root.iter("authors"):
        for num, author in enumerate(authors, 1):
            if int(author.get("num", "0")) != num:
                detail = f"expected num={num}, but found num={author.get('num')}"
                yield schema_error(detail, author, "@num")


def pages_syntax(root: _Element) -> Iterator[SchemaError]:
    """Pages are ranges separated by commas. Each has only digits or only letters."""
    for pages in root.iter("pages"):
        text = pages.text or ""
        if not is_pages(text) and not is_article_number(text):
            expected = "expected only digits or only letters, such as 7-8, 27 or iv-x"
            yield schema_error(f"pages: {expected}, but found {pages.text}", pages)


def days_that_exist(root: _Element) -> Iterator[SchemaError]:
    """A date exists."""
    for element in root.iter(*DATES):
        day, month, year = map(int, (element.text or "").split("."))
        try:
            date(year, month, day)
        except ValueError:
            yield schema_error(f"{element.text} is not a valid date", element)


def texts_that_say_something(root: _Element) -> Iterator[SchemaError]:
    """The elements of :data:`NAMED` are not empty."""
    for xpath in NAMED:
        for element in root.iterfind(f".//{xpath}"):
            if not "".join(str(text) for text in element.itertext()).strip():
                yield schema_error(f"{element.tag} is empty", element)


def file_names(root: _Element) -> Iterator[SchemaError]:
    """A file name has no folder. A cover is an image file."""
    for file in root.iter("file"):
        name = file.text or ""
        if not _FILE.match(name):
            yield schema_error(f"not a file name with an extension and no folder: {name}", file)
        elif file.get("desc") == "cover" and not _PICTURE.match(name):
            yield schema_error(f"a cover must be a JPEG, PNG or GIF file: {name}", file)


def publisher_urls(root: _Element) -> Iterator[SchemaError]:
    """The obsolete ``location`` and ``version`` occur only as by the option ``full_text_url``:
    together, without ``desc``."""
    for furl in root.iter("furl"):
        written = furl.get("location"), furl.get("version")
        is_option = written == ("publisher", "published") and furl.get("desc") is None
        if written != (None, None) and not is_option:
            yield schema_error("furl/@location and furl/@version are obsolete", furl)


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
    """The errors of a file that the schema does not find."""
    for check in CHECKS:
        yield from check(root)


def schema_error(detail: str, element: _Element, *steps: str) -> SchemaError:
    """An error in an element, or in an attribute or child of it."""
    line = cast("int | None", element.sourceline)
    return SchemaError(detail, (*positions(element), *steps), line)
