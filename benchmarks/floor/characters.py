"""Characters between tags."""

from html import escape


def text(characters: str) -> str:
    """Characters as they stand between tags."""
    return escape(characters, quote=False)
