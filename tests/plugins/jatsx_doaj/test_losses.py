"""Why a field is not in the document, and how much of it is missing."""

from __future__ import annotations

import re
from pathlib import Path

import jatsx_doaj
from jatsx import Extent, Loss
from jatsx_doaj.losses import LOSSES

from .articles import article, exported

SOURCES = [path for path in Path(jatsx_doaj.__file__).parent.glob("*.py") if path.stem != "losses"]


def test_each_code_is_kebab_case_and_used() -> None:
    source = "".join(path.read_text("utf-8") for path in SOURCES)
    for code in LOSSES:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code)
        assert f'"{code}"' in source


def test_of_a_text_in_another_language_the_language_is_missing() -> None:
    found = losses(title={"ru": "О воде", "kk": "Су"}, abstract={"kk": "Бір."})
    assert found["title.kk"].extent is Extent.LANGUAGE
    assert found["abstract.kk"].extent is Extent.WHOLE


def test_of_markup_and_of_a_day_the_form_is_missing() -> None:
    found = losses(title={"ru": "<i>О</i> воде"}, dates={"published": {"print": "2024-06-30"}})
    assert found["title.ru"].extent is Extent.FORM
    assert found["dates.published.print"].extent is Extent.FORM


def losses(**changes: object) -> dict[str, Loss]:
    """The losses of the rich article with other values in some fields, by field."""
    (document,) = exported(article(**changes), bulk="no")
    return {loss.field: loss for loss in document.all_losses}
