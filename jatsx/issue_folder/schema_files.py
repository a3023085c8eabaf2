"""The schemas of the input files, for editors that complete names of fields."""

from __future__ import annotations

import json
from pathlib import Path


def write_schemas(folder: Path) -> None:
    """Writes the schemas that the first lines of the files name, to a new folder.

    Raises:
        OSError: a file cannot be written.
    """
    from jatsx.model.editor_schema import PARTS, input_schema

    folder.mkdir()
    for part in PARTS:
        schema = json.dumps(input_schema(part), ensure_ascii=False, indent=2)
        (folder / f"{part}.schema.json").write_bytes(f"{schema}\n".encode())
