"""Why a field is not in the document, and how much of it is missing."""

from __future__ import annotations

import re
from pathlib import Path

from described import article, document
from jatsx import Extent

import jatsx_datacite
from jatsx_datacite.losses import LOSSES

FOLDER = Path(jatsx_datacite.__file__).parent


def test_each_code_is_kebab_case_and_used() -> None:
    source = "".join(p.read_text("utf-8") for p in FOLDER.glob("*.py") if p.stem != "losses")
    for code in LOSSES:
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code)
        assert f'"{code}"' in source


def test_a_loss_says_how_much_is_missing() -> None:
    relation = {"type": "translation-of", "doi": "10.5555/other"}
    one = article(title={"ru": "<i>О</i> воде"}, section="water", relations=[relation])
    extents = {loss.field: loss.extent for loss in document(one).all_losses}
    assert extents["title.ru"] is Extent.FORM
    assert extents["relations[0].type"] is Extent.FORM
    assert extents["contributors[0].name.en"] is Extent.LANGUAGE
    assert extents["section"] is Extent.WHOLE
