"""The one issue that is chosen among those of a journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jatsx import Finding, FrozenMap, Place
from jatsx_ojs.rest.api import Answer, OjsApi
from jatsx_ojs.rest.options import IssueChoice
from jatsx_ojs.tree import one_line, shortened

SHOWN: Final = 20
"""The maximum number of issues in a finding."""

FILTERS: Final = {"volume": "volumes", "number": "numbers", "year": "years"}
"""The parameters of the API. OJS compares only their digits, so the answers are compared too."""


def chosen_issue(api: OjsApi, choice: IssueChoice) -> str | Finding:
    """The id of the chosen issue in OJS, or the finding that there is none, or more than one.

    Raises:
        HttpFault: the issues cannot be listed.
    """
    if choice.id is not None:
        return choice.id
    wanted = _wanted(choice)
    digits = {FILTERS[n]: v for n, v in wanted.items() if v.isascii() and v.isdigit()}
    listed = list(api.issues(digits))
    found = [one for one in listed if _is_chosen(one, wanted)]
    if len(found) == 1:
        return str(found[0]["id"])
    if found:
        params = {"journal": choice.journal, "asked": _asked(choice), "issues": _listed(found)}
        several = FrozenMap({**params, "count": str(len(found))})
        return Finding("ojs-issue-several", params=several, place=Place(api.address("issues")))
    return no_issue(api, choice, None if digits else listed)


def no_issue(api: OjsApi, choice: IssueChoice, issues: Iterable[Answer] | None = None) -> Finding:
    """The finding that the chosen issue does not exist, with the issues that do.

    Raises:
        HttpFault: the issues cannot be listed.
    """
    listed = _listed(api.issues({}) if issues is None else issues)
    params = {"journal": choice.journal, "asked": _asked(choice), "issues": listed or "—"}
    return Finding("ojs-issue-none", params=FrozenMap(params), place=Place(api.address("issues")))


def is_as_chosen(issue: Answer, choice: IssueChoice) -> bool:
    """Whether an issue has the volume, number and year that are asked for."""
    return _is_chosen(issue, _wanted(choice))


def _wanted(choice: IssueChoice) -> dict[str, str]:
    return {name: value for name in FILTERS if (value := getattr(choice, name)) is not None}


def _asked(choice: IssueChoice) -> str:
    """What is asked for, as options; ``*`` for nothing."""
    id = {} if choice.id is None else {"issue-id": choice.id}
    asked = {**id, **_wanted(choice)}
    return " ".join(f"{name}={value}" for name, value in asked.items()) or "*"


def _is_chosen(issue: Answer, wanted: dict[str, str]) -> bool:
    return all(_text(issue.get(name)).casefold() == one.casefold() for name, one in wanted.items())


def _listed(issues: Iterable[Answer]) -> str:
    """The id, volume, number, year and title of the first issues."""
    shown: list[str] = []
    for issue in issues:
        if len(shown) == SHOWN:
            return "; ".join((*shown, "…"))
        fields = [f"issue-id={issue['id']}"]
        for name in ("volume", "number", "year", "title"):
            if text := _text(issue.get(name)):
                fields.append(f"{name}={shortened(text)}")
        shown.append(" ".join(fields))
    return "; ".join(shown)


def _text(value: Any) -> str:
    """A value, or the first of its texts, on one line."""
    if isinstance(value, dict):
        value = next((one for one in value.values() if one), None)
    return one_line(str(value)) if value is not None else ""
