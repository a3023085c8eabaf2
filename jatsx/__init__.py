"""jatsx: one description of a journal issue in, valid documents for every registry out.

This module contains the functions for programs (``jatsx.export("2024-2")``, see
``docs/library.md``) and what a plugin needs (``from jatsx import Exporter, hookimpl``). It also
lists modules: ``from jatsx import identifiers``, or
``from jatsx.standards.identifiers import is_doi``. Names are loaded on first use, so that
``import jatsx`` is fast. Everything else is internal and may change at any time.
``docs/plugins/contract.md`` describes how the names listed here may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.2.0"

if TYPE_CHECKING:
    from jatsx import model
    from jatsx.deposit.asking import Waiting
    from jatsx.deposit.compared_fields import ComparedField, FieldState
    from jatsx.deposit.comparison import ComparedArticle, Comparison, Likeness
    from jatsx.deposit.fault import DepositFault
    from jatsx.deposit.known_article import KnownArticle
    from jatsx.deposit.result import DepositResult
    from jatsx.deposit.standing import DepositedArticle, Standing
    from jatsx.deposit.status import StatusResult
    from jatsx.documents.document import Attachment, Document, ExportContext
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
    from jatsx.findings.finding import Finding, Level, Mend, Message, Place
    from jatsx.findings.surroundings import InputChanged
    from jatsx.findings.translation import N_
    from jatsx.fixing.file_text import Refusal
    from jatsx.fixing.mended_files import MendedFile, PlacedMend
    from jatsx.fixing.write_files import NotWritten, WrittenFile
    from jatsx.http.answers import HttpAnswer
    from jatsx.http.attempts import Patience
    from jatsx.http.client import HttpClient
    from jatsx.http.faults import AnswerNotUnderstood, HttpFault, RequestRefused, ServerUnreachable
    from jatsx.library.arguments import WrongArgument
    from jatsx.library.comparison import compare
    from jatsx.library.conversion import Conversion, convert
    from jatsx.library.deposits import send, status
    from jatsx.library.drafting import draft
    from jatsx.library.exporting import export, iter_export, validate
    from jatsx.library.fixes import Fixes, fix
    from jatsx.library.reading import check, read
    from jatsx.library.result import Result, ResultError
    from jatsx.library.session import Session
    from jatsx.library.sources import Articles
    from jatsx.model import Article, fieldpath, inheritance, text
    from jatsx.model.frozenmap import FrozenMap
    from jatsx.model.option import Option
    from jatsx.model.presence import is_present, non_blank, present, stripped
    from jatsx.model.sourced import Sourced
    from jatsx.model.text import Prose, Text
    from jatsx.pipeline.cluster import SchedulerLost
    from jatsx.pipeline.folder_lock import FolderLocked
    from jatsx.pipeline.manifest import ManifestTooNew
    from jatsx.pipeline.object_output import StoragePackageMissing
    from jatsx.pipeline.output_folder import FolderTaken
    from jatsx.pipeline.processes import ProcessLost
    from jatsx.pipeline.result import ArticleResult, File, IssueResult, Status
    from jatsx.pipeline.task import WorkerDiffers
    from jatsx.pipeline.validate_files import Validated
    from jatsx.plugin.agency import (
        Agency,
        AgencyMessage,
        Answer,
        Connection,
        Credential,
        RecordAnswer,
        RegisteredJournal,
        RegisteredWork,
        SentRecord,
        ShownField,
        Submission,
    )
    from jatsx.plugin.contract import CONTRACT
    from jatsx.plugin.exporter import Exporter, ForeignFormat, option_field, option_path
    from jatsx.plugin.hookspecs import hookimpl
    from jatsx.plugin.outcome import Outcome
    from jatsx.readers.memory_file import InputFile, MemoryFile
    from jatsx.readers.notes import HasLine, ReaderNotes, UnreadableSource
    from jatsx.readers.plain_data import record_of
    from jatsx.readers.reader import Bulk, Locate, Origin, Reader, Record, RecordHead
    from jatsx.readers.source_map import SourceMap
    from jatsx.readers.web_address import InputSource, WebAddress
    from jatsx.readers.xml_builder import XmlBuilder, XmlLimits
    from jatsx.rules.engine import Fault, Rule, RuleOption, fault, listed, mended, rule, rules_in
    from jatsx.standards import dates, identifiers, languages, romanisation, vocabularies
    from jatsx.validation.element_path import positions
    from jatsx.validation.schema import PackageMissing, Schema, SchemaError, SchemaLoader

__all__ = [
    "CONTRACT",
    "N_",
    "Agency",
    "AgencyMessage",
    "Answer",
    "AnswerNotUnderstood",
    "Article",
    "ArticleResult",
    "Articles",
    "Attachment",
    "Attributes",
    "Built",
    "Bulk",
    "Child",
    "ComparedArticle",
    "ComparedField",
    "Comparison",
    "Connection",
    "Content",
    "Conversion",
    "Credential",
    "DepositFault",
    "DepositResult",
    "DepositedArticle",
    "Document",
    "Element",
    "ExportContext",
    "Exporter",
    "Extent",
    "Fault",
    "FieldState",
    "File",
    "Finding",
    "Fixes",
    "FolderLocked",
    "FolderTaken",
    "ForeignFormat",
    "FrozenMap",
    "HasLine",
    "HttpAnswer",
    "HttpClient",
    "HttpFault",
    "InputChanged",
    "InputFile",
    "InputSource",
    "IssueResult",
    "JsonList",
    "JsonObject",
    "KnownArticle",
    "Level",
    "Likeness",
    "Locate",
    "Loss",
    "ManifestTooNew",
    "MemoryFile",
    "Mend",
    "MendedFile",
    "Message",
    "NotWritten",
    "Option",
    "Origin",
    "Outcome",
    "PackageMissing",
    "Patience",
    "Place",
    "PlacedMend",
    "ProcessLost",
    "Prose",
    "Reader",
    "ReaderNotes",
    "Record",
    "RecordAnswer",
    "RecordHead",
    "Refusal",
    "RegisteredJournal",
    "RegisteredWork",
    "RequestRefused",
    "Result",
    "ResultError",
    "Rule",
    "RuleOption",
    "SchedulerLost",
    "Schema",
    "SchemaError",
    "SchemaLoader",
    "SentRecord",
    "ServerUnreachable",
    "Session",
    "ShownField",
    "SourceMap",
    "Sourced",
    "Standing",
    "Status",
    "StatusResult",
    "StoragePackageMissing",
    "Submission",
    "Text",
    "UnreadableSource",
    "Validated",
    "Waiting",
    "WebAddress",
    "WorkerDiffers",
    "WrittenFile",
    "WrongArgument",
    "XmlBuilder",
    "XmlLimits",
    "affiliation_losses",
    "check",
    "compare",
    "convert",
    "dates",
    "draft",
    "element",
    "export",
    "fault",
    "fieldpath",
    "fix",
    "hookimpl",
    "identifiers",
    "inheritance",
    "inline_markup",
    "is_present",
    "iter_export",
    "json_list",
    "json_object",
    "languages",
    "listed",
    "losses_of",
    "lost_markup",
    "mended",
    "model",
    "non_blank",
    "option_field",
    "option_path",
    "other_languages",
    "partition",
    "positions",
    "present",
    "read",
    "record_of",
    "romanisation",
    "rule",
    "rules_in",
    "send",
    "single_element",
    "status",
    "stripped",
    "text",
    "validate",
    "values_and_losses",
    "vocabularies",
    "xml_lang",
]

_HOMES = {
    "jatsx.deposit.asking": ("Waiting",),
    "jatsx.deposit.compared_fields": ("ComparedField", "FieldState"),
    "jatsx.deposit.comparison": ("ComparedArticle", "Comparison", "Likeness"),
    "jatsx.deposit.fault": ("DepositFault",),
    "jatsx.deposit.known_article": ("KnownArticle",),
    "jatsx.deposit.result": ("DepositResult",),
    "jatsx.deposit.standing": (
        "DepositedArticle",
        "Standing",
    ),
    "jatsx.deposit.status": ("StatusResult",),
    "jatsx.library.comparison": ("compare",),
    "jatsx.library.deposits": (
        "send",
        "status",
    ),
    "jatsx.documents.document": ("Attachment", "ExportContext", "Document"),
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
    "jatsx.findings.finding": ("Finding", "Level", "Mend", "Message", "Place"),
    "jatsx.findings.surroundings": ("InputChanged",),
    "jatsx.findings.translation": ("N_",),
    "jatsx.http.answers": ("HttpAnswer",),
    "jatsx.http.attempts": ("Patience",),
    "jatsx.http.client": ("HttpClient",),
    "jatsx.http.faults": (
        *("AnswerNotUnderstood", "HttpFault", "RequestRefused", "ServerUnreachable"),
    ),
    "jatsx.fixing.file_text": ("Refusal",),
    "jatsx.fixing.mended_files": ("MendedFile", "PlacedMend"),
    "jatsx.fixing.write_files": ("NotWritten", "WrittenFile"),
    "jatsx.library.arguments": ("WrongArgument",),
    "jatsx.library.conversion": ("Conversion", "convert"),
    "jatsx.library.drafting": ("draft",),
    "jatsx.library.exporting": ("export", "iter_export", "validate"),
    "jatsx.library.fixes": ("Fixes", "fix"),
    "jatsx.library.reading": ("check", "read"),
    "jatsx.library.result": ("Result", "ResultError"),
    "jatsx.library.session": ("Session",),
    "jatsx.library.sources": ("Articles",),
    "jatsx.model": ("Article",),
    "jatsx.model.frozenmap": ("FrozenMap",),
    "jatsx.model.option": ("Option",),
    "jatsx.model.presence": ("is_present", "non_blank", "present", "stripped"),
    "jatsx.model.sourced": ("Sourced",),
    "jatsx.model.text": ("Prose", "Text"),
    "jatsx.pipeline.folder_lock": ("FolderLocked",),
    "jatsx.pipeline.cluster": ("SchedulerLost",),
    "jatsx.pipeline.manifest": ("ManifestTooNew",),
    "jatsx.pipeline.object_output": ("StoragePackageMissing",),
    "jatsx.pipeline.output_folder": ("FolderTaken",),
    "jatsx.pipeline.processes": ("ProcessLost",),
    "jatsx.pipeline.result": (*("ArticleResult", "File", "IssueResult", "Status"),),
    "jatsx.pipeline.task": ("WorkerDiffers",),
    "jatsx.pipeline.validate_files": ("Validated",),
    "jatsx.plugin.agency": (
        *("Agency", "AgencyMessage", "Answer", "Connection", "Credential"),
        *("RecordAnswer", "RegisteredJournal", "RegisteredWork", "SentRecord", "ShownField"),
        "Submission",
    ),
    "jatsx.plugin.contract": ("CONTRACT",),
    "jatsx.plugin.exporter": ("Exporter", "ForeignFormat", "option_field", "option_path"),
    "jatsx.plugin.hookspecs": ("hookimpl",),
    "jatsx.plugin.outcome": ("Outcome",),
    "jatsx.readers.memory_file": ("InputFile", "MemoryFile"),
    "jatsx.readers.plain_data": ("record_of",),
    "jatsx.readers.notes": ("HasLine", "ReaderNotes", "UnreadableSource"),
    "jatsx.readers.reader": ("Bulk", "RecordHead", "Locate", "Origin", "Reader", "Record"),
    "jatsx.readers.source_map": ("SourceMap",),
    "jatsx.readers.web_address": ("InputSource", "WebAddress"),
    "jatsx.readers.xml_builder": ("XmlBuilder", "XmlLimits"),
    "jatsx.rules.engine": (
        *("Fault", "Rule", "RuleOption"),
        *("fault", "listed", "mended", "rule", "rules_in"),
    ),
    "jatsx.validation.element_path": ("positions",),
    "jatsx.validation.schema": ("PackageMissing", "Schema", "SchemaError", "SchemaLoader"),
}
_MODULES = {
    "dates": "jatsx.standards.dates",
    "fieldpath": "jatsx.model.fieldpath",
    "identifiers": "jatsx.standards.identifiers",
    "inheritance": "jatsx.model.inheritance",
    "languages": "jatsx.standards.languages",
    "model": "jatsx.model",
    "romanisation": "jatsx.standards.romanisation",
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
