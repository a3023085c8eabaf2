"""Each reason for a loss is tried against the DTD, or has a source."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from lxml import etree

from jatsx.testing.loss_proofs import accepted, changed_xml, proofs_in, unproven
from jatsx_jats.losses import LOSSES
from jatsx_jats.version import VERSIONS
from tests.plugins.jatsx_jats.exporting import HERE, as_bytes, dtd, exported
from tests.plugins.jatsx_jats.test_cases import LEAST, merged

PROOFS: Final = proofs_in(HERE / "losses.yaml")
FULL: Final = {
    "doi": "10.5555/a",
    "language": "ru",
    "subtitle": {"ru": "Часть"},
    "section": "s",
    "contributors": [{"name": {"ru": {"family": "Озеров"}}, "affiliations": ["a"]}],
    "affiliations": [{"id": "a", "institution": {"ru": "Институт"}}],
    "statements": {"conflict_of_interest": {"ru": "Нет."}},
    "dates": {"received": "2024-01-10", "published": {"online": "2024-06-01"}},
    "pages": {"first": "1", "last": "2"},
    "copyright": {"statement": {"ru": "© Автор"}},
    "links": [{"url": "https://journal.example/1.pdf", "content_type": "application/pdf"}],
    "abstract": {"ru": [{"title": "Цель", "text": "Вода."}]},
    "keywords": {"ru": ["вода"]},
    "funding": [{"awards": [{"title": {"ru": "А", "kk": "Б"}}], "statement": {"ru": "Нет."}}],
    "references": [{"text": {"ru": "Иванов"}}],
    "issue": {
        "volume": "1",
        "number": "1",
        "title": {"ru": "Вода"},
        "sections": [{"id": "s", "title": {"ru": "Химия"}}],
        "journal": {"publisher": {"name": {"ru": "Наука"}, "place": {"ru": "Алматы"}}},
    },
}


def test_every_reason_has_a_proof() -> None:
    assert unproven(PROOFS, LOSSES) == set()


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("code", PROOFS)
def test_the_dtd_refuses_the_value(code: str, version: str) -> None:
    tries = [one for one in PROOFS[code].get("tries", ()) if one.get("version") in (None, version)]
    assert PROOFS[code].get("source") or PROOFS[code].get("tries")
    made = [{**one, "version": version} for one in tries]
    assert accepted({"tries": made}, document, is_valid, changed_xml) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_the_document_that_is_changed_is_valid(version: str) -> None:
    assert is_valid(document(version), version)


@cache
def document(version: str | None) -> etree._Element:
    return etree.fromstring(as_bytes(exported(merged(LEAST, FULL), version or "1.3")))


def is_valid(root: etree._Element, version: str | None) -> bool:
    return dtd(version or "1.3").validate(root)
