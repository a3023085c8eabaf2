"""Recognises exports of OJS by the beginning of a file.

JATS has the root element ``article`` too, but not PKP's namespace or DOCTYPE, and it has
``xml:lang`` instead of ``locale``.
"""

from __future__ import annotations

import re
from typing import Final

from jatsx import InputFile

NAMESPACE: Final = "http://pkp.sfu.ca"
"""The namespace of the native XML from 3.0."""

ROOTS: Final = ("article", "articles", "issue", "issues")

_PROLOG = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|(?P<doctype><!DOCTYPE\b[^<>\[]*(?:\[.*?\]\s*)?>)\s*)*",
    re.DOTALL,
)
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?P<attributes>[^<>]*)")
_PKP = re.compile(r"-//PKP//|pkp\.sfu\.ca", re.IGNORECASE)
_LOCALE = re.compile(r"""<\w+[^<>]*\slocale=["']""")


def is_native_export(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    """Whether a file is an export of OJS, by its first bytes."""
    text = _decoded(head)
    prolog = _PROLOG.match(text)
    assert prolog is not None  # everything in it is optional
    root = _ROOT.match(text, prolog.end())
    if root is None or root["name"] not in ROOTS:
        return False
    xmlns = f"xmlns:{root['prefix']}" if root["prefix"] else "xmlns"
    namespace = re.search(rf"""\s{xmlns}\s*=\s*(["'])(.*?)\1""", root["attributes"])
    if namespace is not None:
        return namespace[2] == NAMESPACE
    if prolog["doctype"] and ("PUBLIC" in prolog["doctype"] or "SYSTEM" in prolog["doctype"]):
        return _PKP.search(prolog["doctype"]) is not None
    return _LOCALE.search(text, root.start()) is not None


def _decoded(head: bytes) -> str:
    """The text. Its ASCII characters are correct in any encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore")
    return head.decode("latin-1").removeprefix("\xef\xbb\xbf")
