"""Elements for tests, where there is always one and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping

from jatsx.documents.xml import Attributes, Content, Element, element, single_element


def made(
    tag: str,
    attributes: Attributes = None,
    *content: Content,
    field: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Element:
    """An element, even an empty one."""
    return single_element(
        element(tag, attributes, *content, field=field, fields=fields, keep_empty=True)
    )
