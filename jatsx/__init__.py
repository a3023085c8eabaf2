"""jatsx: one description of a journal issue in, valid deposits for every registry out.

What a plugin needs is here: ``from jatsx import Exporter, hookimpl``, and in the modules that are
listed here too: ``from jatsx import identifiers``, or ``from jatsx.identifiers import is_doi``.
Names are loaded on first use, so that ``import jatsx`` costs nothing. All else is jatsx's own, and
may change any day; how what is listed may change is told in ``docs/plugins/contract.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from jatsx import dates, fieldpath, identifiers, languages, model, pieces, text, vocabularies
    from jatsx.checks import Fault, Rule, fault, listed
    from jatsx.contract import CONTRACT
    from jatsx.elements import Attributes, Child, Children, Element, always_el, el, markup
    from jatsx.findings import Finding, Level, Message, Place
    from jatsx.formats import Complaint, Deposit, Document, Exporter, Loss, Option, Schema
    from jatsx.frozenmap import FrozenMap
    from jatsx.hookspecs import hookimpl
    from jatsx.json_values import JsonList, JsonObject, Of, json_list, json_object, of
    from jatsx.model import Article, inheritance
    from jatsx.readers import Bulk, Glance, Locate, Reader, Record
    from jatsx.text import Prose, Text

__all__ = [
    "CONTRACT",
    "Article",
    "Attributes",
    "Bulk",
    "Child",
    "Children",
    "Complaint",
    "Deposit",
    "Document",
    "Element",
    "Exporter",
    "Fault",
    "Finding",
    "FrozenMap",
    "Glance",
    "JsonList",
    "JsonObject",
    "Level",
    "Locate",
    "Loss",
    "Message",
    "Of",
    "Option",
    "Place",
    "Prose",
    "Reader",
    "Record",
    "Rule",
    "Schema",
    "Text",
    "always_el",
    "dates",
    "el",
    "fault",
    "fieldpath",
    "hookimpl",
    "identifiers",
    "inheritance",
    "json_list",
    "json_object",
    "languages",
    "listed",
    "markup",
    "model",
    "of",
    "pieces",
    "text",
    "vocabularies",
]

_HOMES = {
    "jatsx.checks": ("Fault", "Rule", "fault", "listed"),
    "jatsx.contract": ("CONTRACT",),
    "jatsx.elements": ("Attributes", "Child", "Children", "Element", "always_el", "el", "markup"),
    "jatsx.findings": ("Finding", "Level", "Message", "Place"),
    "jatsx.formats": ("Complaint", "Deposit", "Document", "Exporter", "Loss", "Option", "Schema"),
    "jatsx.frozenmap": ("FrozenMap",),
    "jatsx.hookspecs": ("hookimpl",),
    "jatsx.json_values": ("JsonList", "JsonObject", "Of", "json_list", "json_object", "of"),
    "jatsx.model": ("Article",),
    "jatsx.readers": ("Bulk", "Glance", "Locate", "Reader", "Record"),
    "jatsx.text": ("Prose", "Text"),
}
_MODULES = {
    "dates": "jatsx.dates",
    "fieldpath": "jatsx.fieldpath",
    "identifiers": "jatsx.identifiers",
    "inheritance": "jatsx.model.inheritance",
    "languages": "jatsx.languages",
    "model": "jatsx.model",
    "pieces": "jatsx.pieces",
    "text": "jatsx.text",
    "vocabularies": "jatsx.vocabularies",
}


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(_MODULES[name])
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'jatsx' has no attribute {name!r}")
