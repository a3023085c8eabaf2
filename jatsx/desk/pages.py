"""Pages: templates filled in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from jatsx.desk.sentences import DeskLabels, say
from jatsx.findings.translation import LANGUAGES, gettext, reader_language
from jatsx.findings.visible import visible
from jatsx.report_page.overview import errors_shown, warnings_shown
from jatsx.report_page.phrases import NAMES, Phrases, with_code

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import HTMLResponse


class OneLanguage(Phrases):
    """Sentences in the reader's language only: the page has no others."""

    def __init__(self) -> None:
        super().__init__(reader_language(), visible)

    def said(self, sentence: Callable[[], str]) -> Markup:
        """A sentence as HTML."""
        return with_code(visible(sentence()))

    def label(self, message: str) -> Markup:
        """A sentence without params, as HTML."""
        return with_code(gettext(message))


@cache
def environment() -> Environment:
    """The templates of the desk, and those of the report page under ``report/``."""
    shared = PrefixLoader({"report": PackageLoader("jatsx.report_page")})
    found = Environment(
        loader=ChoiceLoader([PackageLoader("jatsx.desk"), shared]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(label=DeskLabels(), say=say, languages=NAMES, all_languages=LANGUAGES)
    found.filters["code"] = with_code
    found.filters.update(translated=gettext, errors=errors_shown, warnings=warnings_shown)
    return found


def address(request: Request, route: str, /, **parts: Any) -> str:
    """The path of the address of a route. Names in it may hold any character but ``/``."""
    quoted = {name: quote(str(part), safe="") for name, part in parts.items()}
    return str(request.url_for(route, **quoted).path)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The answer with a page or a part of one."""
    from starlette.responses import HTMLResponse

    @cache
    def url(route: str, /, **parts: Any) -> str:
        return address(request, route, **parts)

    @cache
    def post(route: str) -> str:
        return url(route, **request.path_params)

    made = environment().get_template(template)
    text = made.render(url=url, post=post, language=reader_language(), **values)
    return HTMLResponse(text, status)
