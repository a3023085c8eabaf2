"""The form of an article, an issue or a journal, made from the model and from what is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_origin

from jatsx.desk.forms.arrangement import (
    ARTICLE,
    CHOICES,
    FURTHER,
    GIVEN,
    ISSUE,
    JOURNAL,
    LEFT_TO_TEXT,
    SectionFields,
)
from jatsx.desk.forms.blocks import (
    Control,
    FieldBlock,
    FormBlock,
    FormColumn,
    FormRow,
    FormSection,
    GroupBlock,
    RowsBlock,
)
from jatsx.desk.forms.labels import field_label
from jatsx.desk.forms.row_texts import row_texts
from jatsx.desk.forms.values import ControlKind, kind_of, shown
from jatsx.findings.translation import gettext, reader_language
from jatsx.model import Article, FrozenMap, Issue, Journal, Part, PerLanguage
from jatsx.model.fieldpath import Path
from jatsx.model.fields import inner_type, is_part, type_at
from jatsx.model.value_hash import value_at
from jatsx.standards.languages import language_name

USUAL_LANGUAGES = ("kk", "ru", "en")
SECTIONS: Mapping[type[Part], tuple[SectionFields, ...]] = {
    Article: ARTICLE,
    Issue: ISSUE,
    Journal: JOURNAL,
}


@dataclass(frozen=True, slots=True)
class FileForm:
    """Makes the form of a file.

    Args:
        root: what the file describes: an article, an issue or a journal.
        data: the data of the file in the form of the model.
        languages: the languages that stand side by side.
        choices: the values that are offered for fields, besides those of the model.
        options: the options of each format, for a journal.
        opened: the path of the row that is open.
    """

    root: type[Part]
    data: Mapping[str, Any]
    languages: tuple[str, ...] = USUAL_LANGUAGES
    choices: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Sequence[str]] = FrozenMap()
    opened: Path = ()

    def sections(self) -> list[FormSection]:
        """The sections of the form."""
        return [
            FormSection(
                one.id,
                gettext(one.title),
                [block for name in one.fields for block in self.blocks((name,))],
                [block for name in one.further for block in self.blocks((name,))],
            )
            for one in SECTIONS[self.root]
        ]

    def blocks(self, path: Path, more: tuple[str, ...] = ()) -> Iterator[FormBlock]:
        """The blocks of the field at a path.

        ``more`` are languages that get a column although nothing is written in them.
        """
        held, part = type_at(self.root, path), self._part(path[:-1])
        label = field_label(part, str(path[-1]))
        kind = kind_of(held)
        if (part.__name__ if part else "", str(path[-1])) in LEFT_TO_TEXT | GIVEN:
            return
        if kind is not None:
            yield FieldBlock(path, label, [FormColumn("", "", [self._control(path, kind, label)])])
        elif get_origin(held) is PerLanguage:
            yield from self._per_language(path, label, held, more)
        elif get_origin(held) is FrozenMap:
            yield from self._keyed(path, label, held)
        elif get_origin(held) is tuple:
            rows = value_at(self.data, path)
            number = len(rows) if isinstance(rows, list) else 0
            yield RowsBlock(path, label, [self._folded((*path, n)) for n in range(number)])
        elif is_part(held):
            yield self._group(path, label, held)

    def row(self, path: Path) -> FormRow:
        """The row at a path of a list, with its fields."""
        return self._row(path)

    def around(self, path: Path) -> list[FormRow]:
        """The rows around what is at a path, folded."""
        ends = [n + 1 for n, step in enumerate(path) if isinstance(step, int)]
        return [FormRow(path[:n], row_texts(value_at(self.data, path[:n])), [], []) for n in ends]

    def _folded(self, path: Path) -> FormRow:
        """A row, with its fields only if it is the opened one."""
        if path == self.opened:
            return self._row(path)
        return FormRow(path, row_texts(value_at(self.data, path)), [], [])

    def _part(self, path: Path) -> type[Part]:
        held = type_at(self.root, path)
        return held if is_part(held) else self.root

    def _control(self, path: Path, kind: ControlKind, label: str, language: str = "") -> Control:
        part = self._part(path[:-1])
        name = str(path[-1])
        general = tuple(step for step in path if not isinstance(step, int))
        offered = self.choices.get(general) or CHOICES.get((part.__name__, name), ())
        value = shown(kind, value_at(self.data, path))
        return Control(path, kind, label, value, language, offered)

    def _per_language(
        self, path: Path, label: str, held: Any, more: tuple[str, ...]
    ) -> Iterator[FormBlock]:
        """The columns of a field with a value in each language, and sections of running text."""
        inner = inner_type(held)
        columns, divided = [], []
        for tag in self._languages(path, more):
            own = (*path, tag)
            kind = kind_of(inner)
            if kind is ControlKind.PROSE and isinstance(value_at(self.data, own), list):
                divided.append(own)
                continue
            if kind is not None:
                controls = [self._control(own, kind, f"{label}: {_name(tag)}", tag)]
            else:
                controls = [self._of_part(own, name, inner, tag) for name in inner.model_fields]
            columns.append(FormColumn(tag, _name(tag), controls))
        yield FieldBlock(path, label, columns, has_languages=True)
        for own in divided:
            rows = [self._titled((*own, n)) for n in range(len(value_at(self.data, own)))]
            yield RowsBlock(own, f"{label}: {_name(str(own[-1]))}", rows)

    def _titled(self, path: Path) -> FormRow:
        """A titled section of running text."""
        names = {"title": ControlKind.LINE, "text": ControlKind.PROSE}
        blocks = []
        for name, kind in names.items():
            label, own = field_label(None, name), (*path, name)
            control = Control(own, kind, label, shown(kind, value_at(self.data, own)))
            blocks.append(FieldBlock(own, label, [FormColumn("", "", [control])]))
        return FormRow(path, row_texts(value_at(self.data, path)), blocks, [])

    def _of_part(self, path: Path, name: str, part: type[Part], tag: str) -> Control:
        """The control of a field of a part that stands in one language."""
        kind = kind_of(type_at(part, (name,))) or ControlKind.LINE
        return self._control((*path, name), kind, field_label(part, name), tag)

    def _languages(self, path: Path, more: tuple[str, ...]) -> list[str]:
        written = value_at(self.data, path)
        own = list(written) if isinstance(written, Mapping) else []
        usual = () if path[:1] == ("references",) else self.languages
        if path[0] == "references" and path[-1] == "text":
            usual = self._list_languages()
        return list(dict.fromkeys((*usual, *own, *more)))

    def _list_languages(self) -> tuple[str, ...]:
        """The languages of the reference list; that of the article if it is empty."""
        rows = value_at(self.data, ("references",))
        texts = [value_at(row, ("text",)) for row in rows] if isinstance(rows, list) else []
        found = dict.fromkeys(tag for one in texts if isinstance(one, Mapping) for tag in one)
        language = self.data.get("language")
        own = language if isinstance(language, str) else self.languages[0]
        return tuple(found) or (own,)

    def _keyed(self, path: Path, label: str, held: Any) -> Iterator[FormBlock]:
        """A field with values by keys; the options of formats by format and option."""
        written = value_at(self.data, path)
        keys = list(written) if isinstance(written, Mapping) else []
        if path == ("formats",):
            for name in dict.fromkeys((*self.options, *keys)):
                yield self._options((*path, name))
        elif kind_of(inner_type(held)) is not None:
            controls = [self._control((*path, key), ControlKind.LINE, key) for key in keys]
            yield FieldBlock(path, label, [FormColumn("", "", controls)], has_keys=True)

    def _options(self, path: Path) -> FieldBlock:
        written = value_at(self.data, path)
        keys = list(written) if isinstance(written, Mapping) else []
        names = dict.fromkeys((*self.options.get(str(path[-1]), ()), *keys))
        controls = [self._control((*path, key), ControlKind.LINE, key) for key in names]
        return FieldBlock(
            path, str(path[-1]), [FormColumn("", one.label, [one]) for one in controls]
        )

    def _row(self, path: Path) -> FormRow:
        part = self._part(path)
        further = FURTHER.get(part.__name__, ())
        names = list(part.model_fields)
        return FormRow(
            path,
            row_texts(value_at(self.data, path)),
            [one for n in names if n not in further for one in self.blocks((*path, n))],
            [one for n in names if n in further for one in self.blocks((*path, n))],
        )

    def _group(self, path: Path, label: str, part: type[Part]) -> FormBlock:
        """The fields of a part; in one block if none of them has languages or rows."""
        inner = [block for name in part.model_fields for block in self.blocks((*path, name))]
        columns = [column for one in inner for column in _flat_columns(one)]
        if all(isinstance(one, FieldBlock) and not one.has_languages for one in inner):
            return FieldBlock(path, label, columns)
        return GroupBlock(path, label, inner)


def _flat_columns(block: FormBlock) -> Iterator[FormColumn]:
    """The columns of a block inside another one, with their full names."""
    if isinstance(block, FieldBlock):
        for one in block.columns:
            is_only = len(block.columns) == 1
            name = block.label if is_only else f"{block.label}: {one.label}"
            controls = [replace(control, label=name) for control in one.controls]
            yield FormColumn("", name, controls)


def _name(tag: str) -> str:
    return language_name(tag, reader_language())
