"""Each reason for a loss is tried against the schema, or has a source."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from lxml import etree

from jatsx.testing.loss_proofs import Proof, accepted, changed_xml, proofs_in, unproven
from jatsx.validation import validate
from jatsx_crossref.losses import LOSSES
from jatsx_crossref.schemas import SCHEMAS

from .deposits import HERE, described, exported

PROOFS: Final = proofs_in(HERE / "losses.yaml")
OPTIONS: Final = {"crossmark_policy": "10.5555/policy"}
FULL: Final = {
    "title": {"ru": "Вода", "en": "Water"},
    "subtitle": {"ru": "Часть"},
    "contributors": [
        {
            "name": {"ru": {"family": "Озеров", "given": "П."}, "en": {"family": "Ozerov"}},
            "orcid": "0000-0002-1825-0097",
            "corresponding": True,
            "credit_roles": ["software"],
            "affiliations": ["a"],
        },
        {"group": {"ru": "Группа"}},
    ],
    "affiliations": [
        {
            "id": "a",
            "institution": {"ru": "Институт"},
            "department": {"ru": "Отдел"},
            "city": {"ru": "Алматы"},
            "country": "KZ",
        }
    ],
    "links": [{"url": "https://journal.example.org/01.pdf", "content_type": "application/pdf"}],
    "pages": {"first": "1", "last": "2"},
    "elocation_id": "e1",
    "identifiers": {"pii": "S1"},
    "dates": {"received": "2024-01-10"},
    "licenses": [{"url": "https://creativecommons.org/licenses/by/4.0/", "applies_to": "vor"}],
    "funding": [{"funder": {"ru": "Фонд"}, "awards": [{"number": "1"}]}],
    "relations": [
        {"type": "translation-of", "doi": "10.5555/a", "title": {"ru": "Вода"}},
        {"type": "correction-of", "doi": "10.5555/b", "date": "2024-06-01"},
    ],
    "references": [
        {
            "text": {"ru": "Иванов"},
            "type": "journal",
            "doi": "10.5555/c",
            "work": {
                "authors": [{"family": "Иванов"}],
                "title": "Вода",
                "source": "Вестник",
                "isbn": "978-5-02-040000-1",
            },
        }
    ],
    "issue": {
        "number": "1",
        "title": {"ru": "Вода"},
        "supplement": "Suppl. 1",
        "journal": {"archives": ["CLOCKSS"]},
    },
}


def test_every_reason_has_a_proof() -> None:
    assert unproven(PROOFS, LOSSES) == set()


@pytest.mark.parametrize("code", PROOFS)
def test_the_schema_refuses_the_value(code: str) -> None:
    proof: Proof = PROOFS[code]
    assert proof.get("source") or proof.get("tries")
    assert accepted(proof, document, is_valid, changed_xml) == []


@pytest.mark.parametrize("version", SCHEMAS)
def test_the_document_that_is_changed_is_valid(version: str) -> None:
    assert is_valid(document(version), version)


@cache
def document(version: str | None) -> etree._Element:
    return etree.fromstring(exported(described(FULL), OPTIONS, version or "5.5.0").xml)


def is_valid(root: etree._Element, version: str | None) -> bool:
    return not validate(etree.tostring(root), SCHEMAS[version or "5.5.0"], explain=False)
