"""jatsx: one description of a journal issue in, valid documents for every registry out.

This module contains what a plugin needs: ``from jatsx import Exporter, hookimpl``. It also lists
modules: ``from jatsx import identifiers``, or ``from jatsx.standards.identifiers import is_doi``.
Names are loaded on first use, so that ``import jatsx`` is fast. Everything else is internal and may
change at any time. ``docs/plugins/contract.md`` describes how the names listed here may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from jatsx import model
    from jatsx.documents.document import Document, ExportContext
    from jatsx.documents.json import JsonList, JsonObject, json_list, json_object, values_and_losses
    from jatsx.documents.loss import (
        Extent,
        Loss,
        affiliation_losses,
        losses_of,
        lost_markup,
        other_languages,
    )
    from jatsx.documents.xml import (
        Attributes,
        Built,
        Child,
        Content,
        Element,
        element,
        inline_markup,
        partition,
        single_element,
        xml_lang,
    )
    from jatsx.findings.finding import Finding, Level, Message, Place
    from jatsx.findings.translation import N_
    from jatsx.model import Article, fieldpath, inheritance, text
    from jatsx.model.frozenmap import FrozenMap
    from jatsx.model.presence import is_present, non_blank, present, stripped
    from jatsx.model.sourced import Sourced
    from jatsx.model.text import Prose, Text
    from jatsx.plugin.contract import CONTRACT
    from jatsx.plugin.exporter import Exporter, ForeignFormat, Option, option_field, option_path
    from jatsx.plugin.hookspecs import hookimpl
    from jatsx.readers.reader import Bulk, Locate, Reader, Record, RecordHead
    from jatsx.readers.source_map import SourceMap
    from jatsx.rules.engine import Fault, Rule, RuleOption, fault, listed, rule, rules_in
    from jatsx.standards import dates, identifiers, languages, vocabularies
    from jatsx.validation.element_path import positions
    from jatsx.validation.schema import Schema, SchemaError, SchemaLoader

__all__ = [
    "CONTRACT",
    "N_",
    "Article",
    "Attributes",
    "Built",
    "Bulk",
    "Child",
    "Content",
    "Document",
    "Element",
    "ExportContext",
    "Exporter",
    "Extent",
    "Fault",
    "Finding",
    "ForeignFormat",
    "FrozenMap",
    "JsonList",
    "JsonObject",
    "Level",
    "Locate",
    "Loss",
    "Message",
    "Option",
    "Place",
    "Prose",
    "Reader",
    "Record",
    "RecordHead",
    "Rule",
    "RuleOption",
    "Schema",
    "SchemaError",
    "SchemaLoader",
    "SourceMap",
    "Sourced",
    "Text",
    "affiliation_losses",
    "dates",
    "element",
    "fault",
    "fieldpath",
    "hookimpl",
    "identifiers",
    "inheritance",
    "inline_markup",
    "is_present",
    "json_list",
    "json_object",
    "languages",
    "listed",
    "losses_of",
    "lost_markup",
    "model",
    "non_blank",
    "option_field",
    "option_path",
    "other_languages",
    "partition",
    "positions",
    "present",
    "rule",
    "rules_in",
    "single_element",
    "stripped",
    "text",
    "values_and_losses",
    "vocabularies",
    "xml_lang",
]

_HOMES = {
    "jatsx.documents.document": ("ExportContext", "Document"),
    "jatsx.documents.json": (
        *("JsonList", "JsonObject"),
        *("json_list", "json_object", "values_and_losses"),
    ),
    "jatsx.documents.loss": (
        "Extent",
        "Loss",
        "affiliation_losses",
        "losses_of",
        "lost_markup",
        "other_languages",
    ),
    "jatsx.documents.xml": (
        *("Attributes", "Built", "Child", "Content", "Element"),
        *("element", "inline_markup", "partition", "single_element", "xml_lang"),
    ),
    "jatsx.findings.finding": ("Finding", "Level", "Message", "Place"),
    "jatsx.findings.translation": ("N_",),
    "jatsx.model": ("Article",),
    "jatsx.model.frozenmap": ("FrozenMap",),
    "jatsx.model.presence": ("is_present", "non_blank", "present", "stripped"),
    "jatsx.model.sourced": ("Sourced",),
    "jatsx.model.text": ("Prose", "Text"),
    "jatsx.plugin.contract": ("CONTRACT",),
    "jatsx.plugin.exporter": ("Exporter", "ForeignFormat", "Option", "option_field", "option_path"),
    "jatsx.plugin.hookspecs": ("hookimpl",),
    "jatsx.readers.reader": ("Bulk", "RecordHead", "Locate", "Reader", "Record"),
    "jatsx.readers.source_map": ("SourceMap",),
    "jatsx.rules.engine": ("Fault", "Rule", "RuleOption", "fault", "listed", "rule", "rules_in"),
    "jatsx.validation.element_path": ("positions",),
    "jatsx.validation.schema": ("Schema", "SchemaError", "SchemaLoader"),
}
_MODULES = {
    "dates": "jatsx.standards.dates",
    "fieldpath": "jatsx.model.fieldpath",
    "identifiers": "jatsx.standards.identifiers",
    "inheritance": "jatsx.model.inheritance",
    "languages": "jatsx.standards.languages",
    "model": "jatsx.model",
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
