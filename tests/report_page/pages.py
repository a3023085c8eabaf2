"""Results to make pages of, and pages as trees."""

from __future__ import annotations

import json
from typing import Any, Final

from lxml import html

import jatsx
from tests.library.examples import FOLDER, TIMESTAMP, article

HOSTILE: Final = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' & {{ 7*7 }}"
"""A title that is dangerous in HTML, in a script, in an attribute and in a template."""

ADDRESS: Final = "secretary.private@example.org"


def example() -> jatsx.Result:
    """The export of an example issue."""
    return jatsx.export(FOLDER, timestamp=TIMESTAMP, keep_articles=True)


def mixed() -> jatsx.Result:
    """The export of an article with an error, a hostile title and an address, and of a good one."""
    people = [
        {
            "name": {"en": {"family": HOSTILE, "given": "A."}},
            "email": ADDRESS,
            "orcid": "0000-0002-1825-0098",
        }
    ]
    texts = {
        "title": {"en": HOSTILE, "kk": "Мақала", "ru": "Статья <i>о воде</i>"},
        "abstract": {"en": f"{HOSTILE} Write to {ADDRESS}.", "ru": "Аннотация."},
        "keywords": {"en": ["water"], "ru": ["вода"]},
        "references": [{"text": {"ru": "Иванов И. О воде", "ru-Latn": "Ivanov I. O vode"}}],
        "dates": {"received": "2024-02-12", "accepted": "2024-05-02"},
    }
    bad = article("08", doi=HOSTILE, contributors=people, **texts)
    return jatsx.export([article("07"), bad], timestamp=TIMESTAMP, keep_articles=True)


def tree_of(page: str) -> Any:
    """The page as a tree."""
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def sentences_of(page: str) -> dict[str, list[str]]:
    """The sentences in the table of the page, by language."""
    (data,) = tree_of(page).xpath("//script[@id='sentences']/text()")
    table: dict[str, list[str]] = json.loads(data)
    return table


def text_of(element: Any) -> str:
    """The text of an element, with single spaces."""
    return " ".join(element.text_content().split())
