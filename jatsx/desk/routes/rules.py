"""What a code means: the manual page of its rule."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from jatsx.desk.pages import page
from jatsx.desk.routes.common import NOT_FOUND, desk_of, issue_of
from jatsx.findings.level_names import level_name
from jatsx.findings.sentences import REQUIREMENT
from jatsx.findings.translation import in_reader_language
from jatsx.model import Journal
from jatsx.rules.manual import Manual, manual_in_reader_language
from jatsx.rules.requirement_text import requirement_lines
from jatsx.rules.requirements import declared_rule
from jatsx.rules.rulebook import level_of


def explain(request: Request) -> Response:
    """The page of a code: of a rule, of a requirement of the journal, or of another message."""
    registry, code = desk_of(request).session.registry, request.path_params["code"]
    journal = _journal(request)
    own, requirement = (declared_rule(code, journal) if journal else None) or (None, None)
    rule = registry.rules.get(code) or own
    texts = [text for text in registry.sentences.templates(code) if text]
    if rule is None and (not texts or code.startswith(REQUIREMENT)):
        raise HTTPException(NOT_FOUND)
    level = level_of(rule, journal.rules if journal else {}) if rule else None
    return page(
        request,
        "explain.html",
        code=code,
        manual=manual_in_reader_language(rule) if rule and rule is not own else Manual(),
        own_message=in_reader_language(requirement.message)
        if requirement and requirement.message
        else "",
        requirement=list(requirement_lines(requirement)) if requirement else [],
        level=level_name(level) if level else "",
        texts=[] if rule else texts,
    )


def _journal(request: Request) -> Journal | None:
    """The journal of the issue from which a code is explained; None if there is none."""
    if "issue" not in request.path_params:
        return None
    issue = issue_of(request).issue
    return issue.journal if issue else None
