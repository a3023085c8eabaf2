"""Options of formats and readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a format or a reader: ``--set NAME.option=value``.

    Those of a format can also be set in ``journal.yaml``: ``formats: {NAME: {option: value}}``.

    Args:
        name: the name of the option.
        help: its description, a phrase without a full stop.
        required: whether it must be set.
        choices: the allowed values; empty if every text is allowed.
        default: the default as shown in the help. The exporter or reader applies it itself.
        kind: ``language`` for a language tag (BCP 47), ``schema`` for the path of the user's own
            XML Schema, with which each document is validated too, ``text`` for any text.
    """

    name: str
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""
    kind: Literal["text", "language", "schema"] = "text"
