"""What a code means: the manual page of its rule."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.pages import page
from jatsx.desk.routes.common import desk_of
from jatsx.findings.level_names import level_name
from jatsx.findings.messages import MESSAGES
from jatsx.rules.manual import Manual, manual_in_reader_language


def explain(request: Request) -> Response:
    """The page of a code."""
    registry, code = desk_of(request).session.registry, request.path_params["code"]
    rule = registry.rules.get(code)
    of_readers = (one.messages for one in registry.readers.values())
    if rule is None and code not in MESSAGES and not any(code in one for one in of_readers):
        raise HTTPException(404)
    templates = [] if rule else [text for text in registry.sentences.templates(code) if text]
    manual = manual_in_reader_language(rule) if rule else Manual()
    level = level_name(rule.level) if rule and rule.level else ""
    return page(request, "explain.html", code=code, manual=manual, level=level, texts=templates)
