"""How the work grows with the size of a deposit or of a record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.growth import MOST, call_growth

from .reading import article, deposit, journal, records

PEOPLE = "<contributors>{}</contributors>"
PERSON = (
    "<person_name contributor_role='author'><surname>Ш{n}</surname>"
    "<affiliation>A{n}</affiliation></person_name>"
)
CITATION = "<citation key='a{n}'><author>A</author><cYear>{n}</cYear></citation>"
IDENTIFIER = "<identifier id_type='other'>1</identifier>"

CONTENTS: dict[str, Callable[[int], str]] = {
    "attributes": lambda n: article("<pages{}/>".format("".join(f" a{i}='x'" for i in range(n)))),
    "elements": lambda n: article("<unknown/>" * n),
    "people": lambda n: article(PEOPLE.format("".join(PERSON.format(n=i) for i in range(n)))),
    "titles": lambda n: article("<titles><title>А</title></titles>" * n),
    "abstracts": lambda n: article("<jats:abstract><jats:p>А</jats:p></jats:abstract>" * n),
    "identifiers": lambda n: article(f"<publisher_item>{IDENTIFIER * n}</publisher_item>"),
    "references": lambda n: article(
        f"<citation_list>{''.join(CITATION.format(n=i) for i in range(n))}</citation_list>"
    ),
    "articles": lambda n: article() * n,
}


@pytest.mark.parametrize("name", CONTENTS)
def test_twice_the_content_takes_twice_the_calls(name: str, tmp_path: Path) -> None:
    def step(n: int) -> None:
        records(deposit(journal(CONTENTS[name](n))), tmp_path)

    assert call_growth(step, 100) <= MOST


@pytest.mark.parametrize("key", ["author", "reference", "subject", "title", "link"])
def test_twice_the_values_take_twice_the_calls(key: str, tmp_path: Path) -> None:
    def step(n: int) -> None:
        values = [{"name": f"x{i}", "URL": f"https://example.org/{i}"} for i in range(n)]
        work = {"DOI": "10.5555/a1", "title": ["А"], key: values if key != "title" else ["А"] * n}
        records(json.dumps(work, indent=1), tmp_path, "work.json")

    assert call_growth(step, 100) <= MOST
