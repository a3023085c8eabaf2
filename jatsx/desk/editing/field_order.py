"""The order in which the fields of the model are written in files."""

from __future__ import annotations

from typing import Final

from jatsx.model import Part
from jatsx.model.fieldpath import Path
from jatsx.model.fields import part_at

LAST: Final = 1000
"""The position of what is not a field of the model, for example a language."""


def position_in_model(root: type[Part], path: Path) -> int:
    """The position of a field among those of its part of the model.

    Args:
        root: what the file describes: an article, an issue or a journal.
        path: the path of the field in the file.
    """
    part = part_at(root, path[:-1])
    names = list(part.model_fields) if part else []
    return names.index(str(path[-1])) if path[-1] in names else LAST
