"""The sentences shown for findings, made from their codes and params."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jatsx.findings.finding import Finding, Message
from jatsx.findings.formatting import filled, placeholders
from jatsx.findings.messages import MESSAGES
from jatsx.findings.translation import N_, gettext, in_reader_language
from jatsx.model.frozenmap import FrozenMap

NOTE: Final = "note"
"""The param with the place of the note that a finding was read from."""
NOTED_AT: Final = "noted_at"
"""The param with the place from which the value of a note was read."""
_NOTED: Final = (
    N_("This is noted in {note} (read from {noted_at}). When it is settled, delete the note."),
    N_("This is noted in {note}. When it is settled, delete the note."),
)

ALIKE: Final = "alike"
"""The param with the number of articles that have a finding, if all of an issue have it."""
_ALIKE: Final = (
    N_("This is so in all articles of the issue (number of articles: {alike:number})."),
)

REQUIREMENT: Final = "requirement-"
"""The start of the codes of rules that a journal declares. They share one message."""


class Sentences:
    """The messages of all codes: those of the core, and those that plugins define.

    Args:
        brought: the messages of rules and readers, by code.
        plugins: the names of the plugins that define them, by code. Codes of jatsx itself have
            none.
    """

    def __init__(
        self,
        brought: Mapping[str, Message] = FrozenMap(),
        plugins: Mapping[str, str] = FrozenMap(),
    ) -> None:
        self._messages = {**brought, **MESSAGES}
        self._plugins = plugins

    def plugin(self, finding: Finding) -> str | None:
        """The name of the plugin whose rule or reader found a finding; None for jatsx itself."""
        return self._plugins.get(finding.code)

    def sentence(self, finding: Finding) -> str:
        """The message of a finding: what is wrong. The code if it has no message."""
        if finding.own_message:
            return in_reader_language(finding.own_message)
        message = self._message(finding.code)
        own = _filled(message.sentences, finding) if message else finding.code
        return f"{own} {_filled(_ALIKE, finding)}" if ALIKE in finding.params else own

    def hint(self, finding: Finding) -> str:
        """The hint of a finding: what to do. Empty if there is none."""
        message = self._message(finding.code)
        hints = message.hints if message else ()
        own = _filled(message.sentences if message and finding.own_message else hints, finding)
        noted = _filled(_NOTED, finding) if NOTE in finding.params else ""
        return f"{own} {noted}".strip()

    def templates(self, code: str) -> tuple[str, str]:
        """The message and the hint of a code, with the names of the params in braces.

        If there are several sentences, the last ones, which are the most general.
        """
        message = self._message(code)
        if message is None:
            return "", ""
        return message.sentences[-1], (message.hints or ("",))[-1]

    def _message(self, code: str) -> Message | None:
        return self._messages.get("requirement" if code.startswith(REQUIREMENT) else code)


def _filled(templates: Sequence[str], finding: Finding) -> str:
    """The first sentence with params for all its placeholders, filled in; otherwise the last."""
    if not templates:
        return ""
    of_finding = {"field": finding.field or "", "target": finding.target or ""}
    known = {name: value for name, value in of_finding.items() if value} | {**finding.params}
    chosen = next((one for one in templates if _has_params(one, known)), templates[-1])
    return filled(gettext(chosen), {**of_finding, **known})


def _has_params(template: str, params: Mapping[str, str]) -> bool:
    """Whether each placeholder of a sentence has a param."""
    try:
        return placeholders(template) <= params.keys()
    except ValueError:
        return False
