"""Whether OJS has published an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx_ojs.notes import OjsNotes
from jatsx_ojs.publications import PUBLISHED
from jatsx_ojs.tree import XmlNode

QUEUED: Final = "1"
DECLINED: Final = "4"
SCHEDULED: Final = "5"

STATUSES: Final[Mapping[str, str | None]] = {
    DECLINED: "declined",
    QUEUED: "scheduled",
    SCHEDULED: "scheduled",
    PUBLISHED: None,
}
"""The status of the model for each status of OJS, the furthest from publication first.

Source: pkp-lib, ``PKPSubmission`` and ``PKPPublication``.
"""


def status(element: XmlNode, publication: XmlNode, date: str | None, notes: OjsNotes) -> str | None:
    """The status of an article; None if it is published.

    The article and its version have a status each. When an article is declined, its version stays
    queued; so the status that is further from publication counts. Up to 3.1 there is no status,
    and an article that OJS works on (``stage``) is published if it has a date (``date``). 2.4
    exports published articles only.
    """
    found = {name: one for one in (element, publication) for name in [_written(one)] if name}
    for name, one in found.items():
        if name not in STATUSES:
            notes.error("ojs-status-unknown", ("status",), one, status=name)
    known = next((name for name in STATUSES if name in found), None)
    stage = element.attributes.get("stage")
    if known == QUEUED or (not found and stage is not None and not date):
        state = f"status={known}" if known else f"stage={stage}"
        notes.record(("status",), publication)
        notes.warn("ojs-status-unclear", ("status",), publication, state=state)
        return STATUSES[QUEUED]
    if known:
        notes.record(("status",), found[known])
    return STATUSES[known] if known else None


def _written(element: XmlNode) -> str | None:
    return element.attributes.get("status", "").strip() or None
