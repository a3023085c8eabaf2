"""Editors of cited works, marked as in print."""

from __future__ import annotations

import pytest

from jatsx.model import CitedWork, Reference
from jatsx.model.cited_people import cited_people
from jatsx.model.references import CitedAuthor

EDITORS = (
    "A., ed.",
    "A. (Ed.)",
    "A. [eds]",
    "A., editor",
    "A. (editors)",
    "A., ред.",
    "A., отв. ред.",
    "A. (гл. ред.)",
    "A. (жауапты ред.)",
    "A. (редактор)",
)


def only(given: str) -> tuple[str | None, bool]:
    """The given name of the only person of a reference, and whether it is an editor."""
    author = CitedAuthor(family="Reed", given=given)
    (person,) = cited_people(Reference(work=CitedWork(authors=(author,))))
    return person.given, person.is_editor


@pytest.mark.parametrize("given", EDITORS)
def test_the_mark_of_an_editor_is_not_a_part_of_the_name(given: str) -> None:
    assert only(given) == ("A.", True)


@pytest.mark.parametrize("given", ["A.", "Ed.", "Ed", "Гл.", "A. (comp.)", "A. Отв."])
def test_another_name_stays_as_it_is(given: str) -> None:
    assert only(given) == (given, False)
