"""Paths in the model, as tuples and as strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatsx.model.fieldpath import Path, format_path, join_path, parse_path

PATHS: dict[str, Path] = {
    "": (),
    "title": ("title",),
    "title.kk": ("title", "kk"),
    "title.ru-Latn": ("title", "ru-Latn"),
    "contributors[1].name.kk.family": ("contributors", 1, "name", "kk", "family"),
    "[0][12]": (0, 12),
    '[""]': ("",),
    'identifiers["e.library"].x': ("identifiers", "e.library", "x"),
    'identifiers["a\\"]b\\\\"]': ("identifiers", 'a"]b\\'),
    'title["қазақша"]': ("title", "қазақша"),
    'title["1"][1]': ("title", "1", 1),
    'title["-x"]': ("title", "-x"),
    'title["a\\nb"]': ("title", "a\nb"),
}

STEPS = st.integers(min_value=0) | st.text() | st.from_regex(r"\A[A-Za-z_][A-Za-z0-9_-]*\Z")
ALL_PATHS = st.lists(STEPS, max_size=5).map(tuple)


@pytest.mark.parametrize("field", PATHS)
def test_a_path_is_one_string(field: str) -> None:
    assert format_path(PATHS[field]) == field
    assert parse_path(field) == PATHS[field]


@given(ALL_PATHS)
def test_what_is_written_can_be_parsed(path: Path) -> None:
    assert parse_path(format_path(path)) == path


@given(ALL_PATHS, ALL_PATHS)
def test_different_paths_are_written_differently(one: Path, other: Path) -> None:
    assert (format_path(one) == format_path(other)) == (one == other)


@given(ALL_PATHS, ALL_PATHS)
def test_a_joined_path_is_that_of_the_child(parent: Path, child: Path) -> None:
    assert join_path(format_path(parent), format_path(child)) == format_path(parent + child)


@pytest.mark.parametrize("field", ["a..b", "a[", "a[-1]", "a[x]", 'a["x]', "a b", "1a", "ә", "a."])
def test_what_is_no_path_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="not a valid path"):
        parse_path(field)
