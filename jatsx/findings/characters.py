"""The names of characters, as messages show them: in words, or the character itself.

With ``--verbose``, the code points are shown too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from jatsx.findings.translation import N_, gettext, reader_language
from jatsx.findings.verbosity import is_verbose
from jatsx.model.frozenmap import FrozenMap
from jatsx.standards.languages import script_name

CHARACTERS: Final[Mapping[str, str]] = FrozenMap(
    {
        "U+0009": N_("a tab"),
        "U+00A0": N_("a no-break space"),
        "U+00AD": N_("a soft hyphen"),
        "U+2007": N_("a figure space"),
        "U+2009": N_("a thin space"),
        "U+200B": N_("a zero-width space"),
        "U+202F": N_("a narrow no-break space"),
        "U+3000": N_("a wide space"),
        "U+FEFF": N_("a byte-order mark"),
    }
)
"""The names of characters that cannot be seen."""

INVISIBLE: Final = N_("an invisible character")
CONTROL: Final = N_("a control character")
SPACE: Final = N_("a special space")

_SCRIPTS: Final = {"CYRILLIC": "Cyrl", "GREEK": "Grek", "LATIN": "Latn"}
"""The scripts (ISO 15924) by the first word of the names of their letters in Unicode."""

_CODE_POINT = re.compile(r"U\+[0-9A-F]{4,6}\Z")


def character_names(code_points: str) -> str:
    """The names of characters, given their code points separated by spaces.

    A character that can be seen is shown, with the script of a letter.

    >>> character_names("U+00A0"), character_names("U+0425 U+0021 …")
    ('a no-break space', '“Х” (Cyrillic), “!”, …')
    """
    return ", ".join(map(_shown, code_points.split(" ")))


def _shown(code_point: str) -> str:
    if not _CODE_POINT.match(code_point):
        return code_point
    name = _name(code_point)
    return f"{name} ({code_point})" if is_verbose() else name


def _name(code_point: str) -> str:
    character = chr(int(code_point[2:], 16))
    if code_point in CHARACTERS:
        return gettext(CHARACTERS[code_point])
    if character.isprintable() and not character.isspace():
        script = _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])
        quoted = gettext("“{character}”").format(character=character)
        if script is None or character.isascii():
            return quoted
        return f"{quoted} ({script_name(script, reader_language())})"
    category = unicodedata.category(character)
    return gettext({"Cc": CONTROL, "Zs": SPACE}.get(category, INVISIBLE))
