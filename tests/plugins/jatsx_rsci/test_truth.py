"""RSCI drops no language in silence, whatever its options say.

That it drops nothing else is asked by the tests of any exporter, with each of these options.
"""

from __future__ import annotations

from typing import Final

import pytest

from jatsx.testing.loss_coverage import fields_without_language
from jatsx_rsci.exporter import EXPORTER
from tests.testing.rich import rich_article

from .exporting import context, exported, schema_errors

OPTIONS: Final[list[dict[str, str]]] = [
    {},
    {"language": "en"},
    {"issue_type": "online-first", "pages": "1-96"},
    {"romanised": "english"},
    {"romanised": "none"},
]
EVERY_WAY: Final = pytest.mark.parametrize("options", OPTIONS, ids=str)


@EVERY_WAY
def test_every_language_is_said(options: dict[str, str]) -> None:
    assert fields_without_language(EXPORTER, rich_article(), context(options)) == ()


@EVERY_WAY
def test_the_article_that_says_everything_is_valid(options: dict[str, str]) -> None:
    assert schema_errors(exported(rich_article(), options=options)) == ()
