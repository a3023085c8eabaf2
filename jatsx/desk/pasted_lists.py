"""A reference list that is pasted as text, as rows."""

from __future__ import annotations

from typing import Any

from jatsx.readers.short_forms import model_form


def pasted_references(text: str, language: str) -> list[dict[str, Any]]:
    """The references of a list, an entry a line, in the form of the model."""
    references = model_form({"references": text}, language).data.get("references", [])
    return [dict(one) for one in references if isinstance(one, dict)]
