"""Web addresses (RFC 3986), as people write them."""

from __future__ import annotations


def is_web_address(written: object) -> bool:
    """Whether a value is a text that is written as a web address.

    >>> is_web_address("https://example.org/journal"), is_web_address("2024-2")
    (True, False)
    """
    return isinstance(written, str) and written.lower().startswith(("https://", "http://"))
