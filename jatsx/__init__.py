"""jatsx: one description of a journal issue in, valid deposits for every registry out.

What a plugin needs is here: ``from jatsx import Exporter, hookimpl``, and in the modules that are
listed here too: ``from jatsx import identifiers``, or ``from jatsx.standards.identifiers import
is_doi``. Names are loaded on first use, so that ``import jatsx`` costs nothing. All else is jatsx's
own, and may change any day; how what is listed may change is told in ``docs/plugins/contract.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from jatsx import model
    from jatsx.documents import build
    from jatsx.documents.document import Deposit, Document, Loss
    from jatsx.documents.json import JsonList, JsonObject, Of, json_list, json_object, of
    from jatsx.documents.xml import Attributes, Child, Children, Element, always_el, el, markup
    from jatsx.findings.finding import Finding, Level, Message, Place
    from jatsx.model import Article, fieldpath, inheritance, text
    from jatsx.model.frozenmap import FrozenMap
    from jatsx.model.text import Prose, Text
    from jatsx.plugin.contract import CONTRACT
    from jatsx.plugin.exporter import Exporter, Option
    from jatsx.plugin.hookspecs import hookimpl
    from jatsx.readers.base import Bulk, Glance, Locate, Reader, Record
    from jatsx.rules.engine import Fault, Rule, fault, listed
    from jatsx.standards import dates, identifiers, languages, vocabularies
    from jatsx.validation.schema import Complaint, Schema

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
    "build",
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
    "text",
    "vocabularies",
]

_HOMES = {
    "jatsx.rules.engine": ("Fault", "Rule", "fault", "listed"),
    "jatsx.plugin.contract": ("CONTRACT",),
    "jatsx.documents.xml": (
        "Attributes",
        "Child",
        "Children",
        "Element",
        "always_el",
        "build",
        "el",
        "markup",
    ),
    "jatsx.findings.finding": ("Finding", "Level", "Message", "Place"),
    "jatsx.documents.document": ("Deposit", "Document", "Loss"),
    "jatsx.plugin.exporter": ("Exporter", "Option"),
    "jatsx.validation.schema": ("Complaint", "Schema"),
    "jatsx.model.frozenmap": ("FrozenMap",),
    "jatsx.plugin.hookspecs": ("hookimpl",),
    "jatsx.documents.json": ("JsonList", "JsonObject", "Of", "json_list", "json_object", "of"),
    "jatsx.model": ("Article",),
    "jatsx.readers.base": ("Bulk", "Glance", "Locate", "Reader", "Record"),
    "jatsx.model.text": ("Prose", "Text"),
}
_MODULES = {
    "dates": "jatsx.standards.dates",
    "fieldpath": "jatsx.model.fieldpath",
    "identifiers": "jatsx.standards.identifiers",
    "inheritance": "jatsx.model.inheritance",
    "languages": "jatsx.standards.languages",
    "model": "jatsx.model",
    "build": "jatsx.documents.build",
    "text": "jatsx.model.text",
    "vocabularies": "jatsx.standards.vocabularies",
}


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(_MODULES[name])
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'jatsx' has no attribute {name!r}")
