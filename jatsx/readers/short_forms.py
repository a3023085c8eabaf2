"""Shorter forms in which people may write data. They are turned into the form of the model.

    references: |                    a list as text: an entry a line, in the language of the article
    references: {ru: |, ru-Latn: |}  the list in several languages, whose entries are paired
    references: {ru: [text, …]}      likewise
    references: [text, …]            an entry as text, in the language of the article
    references: [{text: text}]       likewise, with other fields

The result is plain data, as if it had been written in the long form, and where each value is
written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from jatsx.findings.finding import Level
from jatsx.model.fieldpath import Path
from jatsx.model.references import Reference
from jatsx.readers.read_list import ListEntry, ReadList
from jatsx.readers.reference_lists import is_joined, list_entries, text_entries
from jatsx.readers.reference_pairs import Row, is_doubtful, paired
from jatsx.readers.yaml_names import LANGUAGE

REFERENCES: Final = "references"


class Written(NamedTuple):
    """Where a value is written: in the value at a path, or in some lines of it.

    ``first`` is the position of the first line among the lines that are not empty.
    """

    path: Path
    lines: tuple[str, ...] = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class FormFault:
    """Something wrong in a short form: a code, params, the field, and where it is written."""

    code: str
    params: Mapping[str, str]
    field: Path
    written: Written
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True)
class ModelForm:
    """Data in the form of the model.

    ``written`` are the places of values that were written in another form, by their paths.
    """

    data: dict[str, Any]
    written: dict[Path, Written] = field(default_factory=dict)
    faults: list[FormFault] = field(default_factory=list)

    def place_of(self, path: Path) -> Written:
        """Where the value at a path is written."""
        for length in range(len(path), 0, -1):
            found = self.written.get(path[:length])
            if found is not None:
                return found._replace(path=(*found.path, *path[length:]))
        return Written(path)

    def is_text(self, path: Path) -> bool:
        """Whether the value that is written at a path is a text in a short form."""
        return any(one.path == path for one in self.written.values())


def model_form(data: Mapping[str, Any], language: str | None) -> ModelForm:
    """The data of an article in the form of the model.

    Args:
        data: the fields of the article.
        language: the language of the article; None if it is not known.
    """
    form = ModelForm(dict(data))
    references = data.get(REFERENCES)
    if isinstance(references, str):
        _take_lists(form, {None: references}, language)
    elif isinstance(references, Mapping) and _are_lists(references):
        _take_lists(form, references, language)
    elif isinstance(references, list):
        form.data[REFERENCES] = _references(form, references, language)
    return form


def _are_lists(value: Mapping[str, Any]) -> bool:
    """Whether a mapping has a reference list for each of some languages."""
    return bool(value) and all(map(LANGUAGE.match, value)) and all(map(_is_list, value.values()))


def _is_list(value: Any) -> bool:
    """Whether a value is a reference list: a text, or a list of texts."""
    is_list = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return is_list or isinstance(value, str)


def _take_lists(
    form: ModelForm, given: Mapping[str, Any] | Mapping[None, Any], language: str | None
) -> None:
    """Takes a reference list that is written as text in one or more languages."""
    lists: dict[str, list[ListEntry]] = {}
    paths: dict[str, Path] = {}
    for key, written in given.items():
        tag, path = key or language, (REFERENCES, key) if key else (REFERENCES,)
        if tag is None and written.strip():
            _take_unknown_language(form, path)
            return
        entries = _entries(form, written, path)
        if tag is not None and entries:
            lists[tag], paths[tag] = entries, path
    if not lists:
        del form.data[REFERENCES]
        return
    rows = _rows(form, lists, paths)
    read = ({tag: entry.text for tag, entry in row.items()} for row in rows)
    form.data[REFERENCES] = [{"text": text} for text in read]


def _entries(form: ModelForm, written: str | list[str], path: Path) -> list[ListEntry]:
    """The entries of a list at a path. Faults of its form are kept."""
    if isinstance(written, str):
        if is_joined(written):
            form.faults.append(FormFault("references-lines-joined", {}, path, Written(path)))
        read = list_entries(written)
    else:
        read = text_entries(dict(enumerate(written)))
    _keep_faults(form, read, path)
    return read.entries


def _keep_faults(form: ModelForm, read: ReadList, path: Path) -> None:
    """Keeps the faults of a list at a path."""
    form.faults.extend(
        FormFault(one.code, one.params, path, _written(one.entry, path), one.level)
        for one in read.faults
    )


def _written(entry: ListEntry, path: Path) -> Written:
    """Where an entry of the list at a path is written: in lines, or as an item."""
    if entry.lines:
        return Written(path, entry.lines, entry.first)
    return Written((*path, entry.first))


def _rows(
    form: ModelForm, lists: Mapping[str, list[ListEntry]], paths: Mapping[str, Path]
) -> Iterator[Row]:
    """The references of some lists. Where each is written is kept, and what has no pair."""
    for position, row in enumerate(paired(lists)):
        written = {tag: _written(one, paths[tag]) for tag, one in row.items()}
        form.written[REFERENCES, position] = next(iter(written.values()))
        for tag, one in written.items():
            form.written[REFERENCES, position, "text", tag] = one
        text: Path = (REFERENCES, position, "text")
        form.faults.extend(_pair_faults(row, text, written, list(lists)))
        yield row


def _pair_faults(
    row: Row, field: Path, written: Mapping[str, Written], languages: list[str]
) -> Iterator[FormFault]:
    """The warnings about a reference that has no text in another list, or a doubtful one."""
    first, *others = row
    if not others and len(languages) > 1:
        params = {"language": next(tag for tag in languages if tag != first)}
        place = written[first]
        yield FormFault("reference-pair-missing", params, (*field, first), place, Level.WARNING)
    for tag in others:
        if is_doubtful(row, tag):
            params = {"language": first}
            place = written[tag]
            yield FormFault("reference-pair-unlike", params, (*field, tag), place, Level.WARNING)


def _references(form: ModelForm, items: list[Any], language: str | None) -> list[Any]:
    """The items of a list in the long form."""
    texts = {n: text for n, item in enumerate(items) if (text := _text_of(item)) is not None}
    read = text_entries(texts)
    _keep_faults(form, read, (REFERENCES,))
    known = {entry.first: entry.text for entry in read.entries}
    return [_reference(form, n, item, known.get(n), language) for n, item in enumerate(items)]


def _text_of(item: Any) -> str | None:
    """The text of an item that is text, or has one as its ``text``; else None."""
    text = item.get("text") if isinstance(item, dict) else item
    return text if isinstance(text, str) else None


def _reference(
    form: ModelForm, position: int, item: Any, text: str | None, language: str | None
) -> Any:
    """An item in the long form. ``text`` is its text in a short form, without number."""
    is_with_colon = _is_text_with_colon(item)
    if text is None and not is_with_colon:
        return item
    is_inside = isinstance(item, dict) and not is_with_colon
    path: Path = (REFERENCES, position)
    written = (*path, "text") if is_inside else path
    others = {key: item[key] for key in item if key != "text"} if is_inside else {}
    if language is None:
        _take_unknown_language(form, written)
        return others
    form.written[(*path, "text", language)] = Written(written)
    return {"text": {language: item if is_with_colon else text}, **others}


def _is_text_with_colon(item: object) -> bool:
    """Whether an item is a text that was read as a field and its value, because of its colon."""
    if not isinstance(item, dict) or len(item) != 1:
        return False
    ((key, value),) = item.items()
    return key not in Reference.model_fields and " " in key and isinstance(value, str)


def _take_unknown_language(form: ModelForm, path: Path) -> None:
    is_known = any(one.code == "references-language-unknown" for one in form.faults)
    if not is_known:
        form.faults.append(FormFault("references-language-unknown", {}, path, Written(path)))
    if len(path) == 1:
        del form.data[REFERENCES]
