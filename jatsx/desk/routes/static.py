"""The style sheet and the scripts."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

FILES: Final[Mapping[str, tuple[str, str, str]]] = {
    "desk.css": ("jatsx.report_page", "templates/page.css", "text/css"),
    "desk.js": ("jatsx.desk", "static/desk.js", "text/javascript"),
    "htmx.js": ("jatsx.desk", "static/htmx-4.0.1.min.js", "text/javascript"),
}
"""The package, the file and the media type of each name. The sheet is that of the report page."""


def static_file(request: Request) -> Response:
    """A style sheet or a script."""
    found = FILES.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    package, path, media_type = found
    return Response((files(package) / path).read_bytes(), media_type=media_type)
