"""Removing secrets from everything that may be shown: messages, addresses, log records."""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any, Final

HIDDEN: Final = "***"
"""What is shown instead of a secret."""


class Redaction(logging.Filter):
    """Replaces secrets in texts, and in the records of the loggers that it is added to.

    Args:
        secrets: tokens, keys and passwords. They are also found with the escapes of a URL, of JSON
            and of Python.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        ordered = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_pattern, ordered))) if ordered else None

    def text(self, text: str) -> str:
        """A text without secrets."""
        return self._pattern.sub(HIDDEN, text) if self._pattern else text

    def filter(self, record: logging.LogRecord) -> bool:
        """Removes secrets from a log record. The record is always kept."""
        record.msg, record.args = self.text(record.getMessage()), ()
        return True

    def value(self, value: Any) -> Any:
        """A value of JSON without secrets, for example an address in an answer."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {self.text(name): self.value(one) for name, one in value.items()}
        return value


def of_basic(user: str, password: str) -> tuple[str, str]:
    """The secrets of Basic authentication: the password, and the value of the header."""
    return password, b64encode(f"{user}:{password}".encode()).decode()


def _pattern(secret: str) -> str:
    """A pattern that matches a secret, each of whose characters may be escaped."""
    return "".join(f"(?:{'|'.join(_forms(character))})" for character in secret)


def _forms(character: str) -> Iterator[str]:
    yield re.escape(character)
    yield "(?i:" + "".join(f"%{byte:02x}" for byte in character.encode("utf-8", "replace")) + ")"
    yield rf"(?i:\\u{ord(character):04x})"
    if not character.isprintable() or not character.isascii():
        yield re.escape(repr(character)[1:-1])
        yield re.escape(repr(character.encode("utf-8", "replace"))[2:-1])
    if character == " ":
        yield r"\+"
    if character in "\"'\\/":
        yield re.escape(f"\\{character}")
