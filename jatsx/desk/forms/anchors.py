"""Where in a form a finding stands: beside its field, or at what is around the field."""

from __future__ import annotations

from typing import Any, get_origin

from jatsx.desk.forms.arrangement import LEFT_TO_TEXT
from jatsx.desk.forms.values import kind_of
from jatsx.model import FrozenMap, Part, PerLanguage
from jatsx.model.fieldpath import Path
from jatsx.model.fields import inner_type, is_part, type_at


def block_at(root: type[Part], path: Path) -> Path:
    """The path of the block that shows the value at a path; empty if the form shows it nowhere.

    >>> from jatsx.model import Article
    >>> block_at(Article, ("contributors", 0, "name", "kk", "family"))
    ('contributors', 0, 'name')
    """
    if (root.__name__, str(path[0]) if path else "") in LEFT_TO_TEXT:
        return ()
    for length in range(1, len(path) + 1):
        own = path[:length]
        held = type_at(root, own)
        if held is None:
            return path[: length - 1]
        if get_origin(held) is FrozenMap and kind_of(inner_type(held)) is None:
            return path[: length + 1] if len(path) > length else ()
        if _is_field(held):
            return own
    return path


def row_at(path: Path) -> Path | None:
    """The path of the outermost row that contains what is at a path; None if there is none."""
    return next((path[: n + 1] for n, step in enumerate(path) if isinstance(step, int)), None)


def _is_field(held: Any) -> bool:
    """Whether values of a type are shown in one block."""
    if kind_of(held) is not None or get_origin(held) in (PerLanguage, FrozenMap):
        return True
    return is_part(held) and is_flat(held)


def is_flat(part: type[Part]) -> bool:
    """Whether a part of the model has only single values, so that one block shows them all."""
    types = [type_at(part, (name,)) for name in part.model_fields]
    return all(kind_of(one) is not None or (is_part(one) and is_flat(one)) for one in types)
