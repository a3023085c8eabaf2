"""Messages about validating documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message
from jatsx.findings.messages.files import AS_UTF_8
from jatsx.findings.translation import N_

_IN_DOCUMENT: Final = N_("Look at {where} and add what is missing.")
_OF_PROGRAM: Final = N_(
    "This is an error in the program that made the document. Report it to its authors."
)

DOCUMENTS: Final[Mapping[str, Message]] = {
    # a value that does not match the schema
    "document-value-empty": Message(
        "{name} is empty. {format} requires a value.",
        "Add a value, or leave {name} out.",
    ),
    "document-value-long": Message(
        "“{value}” is too long for {name} in {format}. Length: {length}; maximum: {limit}.",
        "Shorten it.",
    ),
    "document-value-short": Message(
        "“{value}” is too short for {name} in {format}. Length: {length}; minimum: {limit}.",
        "Write it in full.",
    ),
    "document-value-length": Message(
        "“{value}” has the wrong length for {name} in {format}. Length: {length}; required:"
        " {limit}.",
        "Check for missing or extra characters.",
    ),
    "document-value-form": Message(
        "“{value}” is not a valid value for {name} in {format}.",
        "Compare it with a value that was accepted. Check for spaces, missing characters, and"
        " letters of another alphabet.",
    ),
    "document-value-choice": Message(
        "“{value}” is not an allowed value for {name} in {format}.",
        (
            "Use one of: {choices}.",
            "Use an allowed value, for example: {similar}.",
            "Use an allowed value.",
        ),
    ),
    "document-value-fixed": Message(
        "“{value}” is not allowed for {name}. {format} allows only “{limit}”.",
        "Write “{limit}”.",
    ),
    "document-value-large": Message(
        "{value} is too large for {name} in {format}. Upper limit: {limit}.",
        "Check for a mistyped digit.",
    ),
    "document-value-small": Message(
        "{value} is too small for {name} in {format}. Lower limit: {limit}.",
        "Check for a mistyped digit.",
    ),
    "document-value-type": Message(
        "“{value}” has the wrong type for {name}.",
        "{format} allows: {type:type}.",
    ),
    "document-value-repeated": Message(
        "“{value}” appears twice ({name}). {format} requires each value to be unique.",
        "Keep it where it belongs, and correct the other place.",
    ),
    "document-items-repeated": Message(
        "{name} contains the same entry twice. {format} allows each entry only once.",
        "Delete one of them.",
    ),
    "document-items-many": Message(
        (
            "{name} has too many entries for {format}. Entries: {length}; maximum: {limit}.",
            "{name} has too many entries for {format}.",
        ),
        "Delete the extra entries.",
    ),
    "document-items-few": Message(
        "{name} has too few entries for {format}. Entries: {length}; minimum: {limit}.",
        "Add the missing entries.",
    ),
    # an element, attribute or property that does not match the schema
    "document-part-missing": Message(
        (
            "The property “{property}” is missing in “{parent}”. {format} requires it.",
            "An entry is missing in “{list}”. {format} requires it.",
            "The element “{name}” is missing in “{parent}”. {format} requires it.",
        ),
        _IN_DOCUMENT,
    ),
    "document-choice-missing": Message(
        "One of these elements is missing in “{parent}”: {names}. {format} requires one.",
        _IN_DOCUMENT,
    ),
    "document-part-repeated": Message(
        (
            "An entry appears too often in “{list}”. {format} does not allow another one.",
            "The element “{name}” appears too often in “{parent}”. {format} does not allow"
            " another one.",
        ),
        "Keep one and delete the others. If your data has only one, report this to the authors of"
        " the program that made the document.",
    ),
    "document-part-misplaced": Message(
        "The element “{name}” is in the wrong place in “{parent}”. {format} requires a different"
        " order.",
        _OF_PROGRAM,
    ),
    "document-part-unexpected": Message(
        (
            "{format} does not allow the property “{property}” in “{parent}”.",
            "{format} does not allow the element “{name}” in “{parent}”.",
        ),
        "Delete it. If your data does not contain it, report this to the authors of the program"
        " that made the document.",
    ),
    "document-errors-more": Message(
        "Further errors by the schema of {format} that are not shown: {count:number}.",
        "Correct the errors above and run the command again.",
    ),
    "document-content-unfit": Message(
        "The elements in “{name}” do not match the schema of {format}.",
        "Compare it with a document that was accepted. An element may be missing, extra or in the"
        " wrong place.",
    ),
    "document-content-barred": Message(
        "The element “{name}” must be empty. {format} allows no text and no elements in it.",
        _OF_PROGRAM,
    ),
    "document-parts-barred": Message(
        "The element “{name}” must contain only text. {format} allows no elements in it.",
        "Remove tags and formulas, and keep the text.",
    ),
    "document-text-barred": Message(
        "The element “{name}” contains text. {format} allows only elements in it.",
        _OF_PROGRAM,
    ),
    "document-root-unknown": Message(
        "“{name}” is not a root element of {format}.",
        "Check that this is the right file, in the right format and version.",
    ),
    "document-attribute-missing": Message(
        "The attribute “{attribute}” of “{parent}” is missing. {format} requires it.",
        _IN_DOCUMENT,
    ),
    "document-attribute-unexpected": Message(
        "{format} does not allow the attribute “{attribute}” on “{parent}”.",
        _OF_PROGRAM,
    ),
    "document-attribute-unfit": Message(
        "An attribute of “{name}” is missing or not valid in {format}.",
        "Compare it with a document that was accepted.",
    ),
    "document-id-repeated": Message(
        "The id “{value}” is used more than once, for example on “{parent}”. {format} requires each"
        " id to be unique.",
        "Give each element its own id.",
    ),
    "document-id-unknown": Message(
        "“{value}” ({name}) refers to an id that does not exist in the document.",
        "Correct the reference, or add the element with this id.",
    ),
    # a value or part that is valid, but not used
    "document-value-obsolete": Message(
        "“{value}” of {name} is obsolete in {format}: it is accepted, but not used.",
        "Delete it, or write a current value.",
    ),
    "document-value-changed": Message(
        "{format} accepts “{value}” for {name}, but stores it as “{stored}”.",
        "Write “{stored}”.",
    ),
    "document-value-undocumented": Message(
        "{format} accepts “{value}” for {name}, but it is not a documented value.",
        "Use one of: {choices}.",
    ),
    "document-part-ignored": Message(
        "{format} accepts the property “{property}” in “{parent}”, but does not keep it.",
        "Delete it, or check that the value is not needed.",
    ),
    # a document that cannot be read
    "document-entity-unread": Message(
        "The file was not validated: it includes the file {file}, which was not read.",
        "Replace the entity by its content, and validate the file again.",
    ),
    "document-entity-undefined": Message(
        "The entity &{entity}; is not defined.",
        "Write the character itself, or define the entity in the file.",
    ),
    "document-syntax": Message(
        "The file is not well-formed {syntax} and could not be validated: {detail}.",
        "Create it again with the program that made it. It may be incomplete.",
    ),
    "document-encoding": Message(
        "The text is not UTF-8: byte {offset} cannot be read. {format} requires UTF-8.",
        AS_UTF_8,
    ),
    "document-depth": Message(
        "The data is nested too deeply for {format}.",
        "Create the file again with the program that made it.",
    ),
    # ZIP files of a document and the files that it names
    "package-document-unreadable": Message(
        "{document} in {path} cannot be read: it is damaged, encrypted or too large.",
        "Pack the ZIP file again.",
    ),
    "package-document-nested": Message(
        "{document} is in a folder of {path}.",
        "Pack the files themselves, not their folder.",
    ),
    "package-file-missing": Message(
        "{document} names the file {name}, which is not in {path}.",
        "Add the file without a folder and with exactly this name, or correct {document}.",
    ),
    "package-file-repeated": Message(
        "{path} contains the file {name} twice.",
        "Remove one of them.",
    ),
    "package-file-unnamed": Message(
        "{path} contains the file {name}, which {document} does not name.",
        "Remove the file, or name it in {document}.",
    ),
}
