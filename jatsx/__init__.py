"""jatsx: one description of a journal issue in, valid deposits for every registry out.

What a plugin needs is here: ``from jatsx import Exporter, hookimpl``. Names are loaded on first
use, so that ``import jatsx`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from jatsx import model
    from jatsx.checks import Fault, Rule
    from jatsx.elements import Element, always_el, el, markup
    from jatsx.findings import Finding, Level, Message, Place
    from jatsx.formats import Complaint, Deposit, Document, Exporter, Loss, Option, Schema
    from jatsx.hookspecs import hookimpl
    from jatsx.json_values import JsonList, JsonObject, json_list, json_object, of
    from jatsx.model import Article, inheritance
    from jatsx.readers import Reader, Record
    from jatsx.text import Prose, Text

__all__ = [
    "Article",
    "Complaint",
    "Deposit",
    "Document",
    "Element",
    "Exporter",
    "Fault",
    "Finding",
    "JsonList",
    "JsonObject",
    "Level",
    "Loss",
    "Message",
    "Option",
    "Place",
    "Prose",
    "Reader",
    "Record",
    "Rule",
    "Schema",
    "Text",
    "always_el",
    "el",
    "hookimpl",
    "inheritance",
    "json_list",
    "json_object",
    "markup",
    "model",
    "of",
]

_HOMES = {
    "jatsx.checks": ("Fault", "Rule"),
    "jatsx.elements": ("Element", "always_el", "el", "markup"),
    "jatsx.findings": ("Finding", "Level", "Message", "Place"),
    "jatsx.formats": ("Complaint", "Deposit", "Document", "Exporter", "Loss", "Option", "Schema"),
    "jatsx.hookspecs": ("hookimpl",),
    "jatsx.json_values": ("JsonList", "JsonObject", "json_list", "json_object", "of"),
    "jatsx.model": ("Article",),
    "jatsx.readers": ("Reader", "Record"),
    "jatsx.text": ("Prose", "Text"),
}
_MODULES = {"inheritance": "jatsx.model.inheritance", "model": "jatsx.model"}


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(_MODULES[name])
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'jatsx' has no attribute {name!r}")
