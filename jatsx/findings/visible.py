"""Text that is safe to show: in one line, without invisible characters."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """The text in one line, with U+FFFD in place of each invisible character."""
    return text if text.isprintable() else "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    """The character itself, a space for any white space, or U+FFFD for an invisible character."""
    if character.isprintable():
        return character
    if character in "\t\n\r" or unicodedata.category(character).startswith("Z"):
        return " "
    return "\N{REPLACEMENT CHARACTER}"
