"""The forms have every field of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from jatsx.desk.forms.anchors import block_at
from jatsx.desk.forms.arrangement import LEFT_TO_TEXT
from jatsx.desk.forms.blocks import Control, FieldBlock, FormBlock, RowsBlock, anchor, paths_of
from jatsx.desk.forms.form import SECTIONS, FileForm
from jatsx.desk.forms.labels import field_label
from jatsx.desk.forms.values import shown, typed
from jatsx.model import Article, Issue, Journal, Part
from jatsx.model.fieldpath import format_path
from jatsx.readers.source_file import source_file
from jatsx.testing.data import leaves

RICH = Path(str(files("jatsx.testing") / "rich"))
FILES = {Article: RICH / "articles/full.yaml", Issue: RICH / "issue.yaml"}
FILES[Journal] = RICH / "journal.yaml"


def form_of(root: type[Part]) -> FileForm:
    source = source_file(FILES[root])
    data = source.article_data("kk") if root is Article else source.data
    return FileForm(root, data)


def controls(form: FileForm, blocks: Sequence[FormBlock]) -> Iterator[Control]:
    """All controls of blocks, with those of their rows."""
    for block in blocks:
        if isinstance(block, FieldBlock):
            for column in block.columns:
                yield from column.controls
        elif isinstance(block, RowsBlock):
            for row in block.rows:
                inside = row if row.blocks else form.row(row.path)
                yield from controls(form, [*inside.blocks, *inside.further])
        else:
            yield from controls(form, block.blocks)


def all_controls(form: FileForm) -> dict[str, Control]:
    blocks = [one for each in form.sections() for one in (*each.blocks, *each.further)]
    return {one.name: one for one in controls(form, blocks)}


@pytest.mark.parametrize("root", list(FILES))
def test_every_value_of_a_full_file_stands_in_a_control(root: type[Part]) -> None:
    form = form_of(root)
    found = all_controls(form)
    for path, value in leaves(form.data):
        if (root.__name__, path[0]) in LEFT_TO_TEXT:
            continue
        control = found.get(format_path(path)) or found[format_path(path[:-1])]
        assert " ".join(str(value).split()) in " ".join(control.value.split())


@pytest.mark.parametrize("root", list(FILES))
def test_every_field_is_in_one_section(root: type[Part]) -> None:
    named = [name for one in SECTIONS[root] for name in (*one.fields, *one.further)]
    elsewhere = {"issue", "journal", "rules", "requirements"}
    assert sorted(named) == sorted(set(root.model_fields) - elsewhere)


@pytest.mark.parametrize("root", list(FILES))
def test_a_value_that_is_shown_and_typed_again_is_the_same(root: type[Part]) -> None:
    form = form_of(root)
    for control in all_controls(form).values():
        again = typed(control.kind, control.value)
        assert shown(control.kind, again) == control.value


@pytest.mark.parametrize("root", list(FILES))
def test_a_finding_stands_at_a_block_that_the_form_shows(root: type[Part]) -> None:
    form = form_of(root)
    blocks = [one for each in form.sections() for one in (*each.blocks, *each.further)]
    known = set(paths_of(blocks))
    for path, _ in leaves(form.data):
        block = block_at(root, path)
        outer = next((block[:n] for n, step in enumerate(block, 1) if isinstance(step, int)), block)
        if (root.__name__, path[0]) not in LEFT_TO_TEXT:
            assert outer in known, path


@pytest.mark.parametrize("path", [("rules", "x", "level"), ("requirements", "x"), ("formats",)])
def test_a_finding_without_a_block_stands_above_the_form(path: tuple[str, ...]) -> None:
    """It is counted, so it is also shown."""
    assert block_at(Journal, path) == ()


def test_each_place_has_an_id_of_its_own() -> None:
    form = form_of(Article)
    ids = [one.id for one in all_controls(form).values()]
    assert len(ids) == len(set(ids))
    assert anchor(("a-b",)) != anchor(("a", "b"))


def test_every_field_has_a_name() -> None:
    unnamed = [
        name
        for part in (Article, Issue, Journal)
        for name in part.model_fields
        if field_label(part, name) == name and name not in ("issue", "rules", "requirements")
    ]
    assert unnamed == ["journal"] or unnamed == []


def test_keywords_of_one_line_are_split_at_semicolons() -> None:
    control = all_controls(FileForm(Article, {"keywords": {"kk": ["a", "b"]}}))["keywords.kk"]
    assert control.value == "a\nb"
    assert typed(control.kind, "a; b;c") == ["a", "b", "c"]
    assert typed(control.kind, "a; b\nc") == ["a; b", "c"]
    assert typed(control.kind, "a &lt; b; c") == ["a &lt; b; c"]
    assert typed(control.kind, " \n") is None
