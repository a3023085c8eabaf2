"""The elements of HTML, and the recognition of their tags in a text."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final

from jatsx_ojs.wordlists import wordlist

MARKUP: Final = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
    "u": "u",
    "ins": "u",
    "sub": "sub",
    "sup": "sup",
    "tt": "tt",
    "code": "tt",
    "kbd": "tt",
    "samp": "tt",
}
"""The markup of the model for HTML elements."""

STYLES: Final = {
    "font-weight:bold": "b",
    "font-weight:700": "b",
    "font-style:italic": "i",
    "text-decoration:underline": "u",
    "font-variant:small-caps": "sc",
    "vertical-align:sub": "sub",
    "vertical-align:super": "sup",
}
"""The markup of the model for HTML styles. The editor of OJS underlines text with a style."""

HEADINGS: Final = wordlist("h1 h2 h3 h4 h5 h6")
BLOCKS: Final = HEADINGS | wordlist(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption",
    "figure footer form header hr html li main nav ol p pre section table tbody tfoot thead tr ul",
)
"""Elements that begin and end a paragraph."""

ITEMS: Final = wordlist("li dt dd tr")
"""Elements that end where the next element of the same kind begins."""

EMPTY: Final = wordlist("area base br col embed hr img input link meta source track wbr")
"""Elements that never have an end tag."""

HIDDEN: Final = wordlist("head script style template xml")
"""Elements whose text is not shown."""

LOST: Final = wordlist("audio del embed iframe img object q s script strike svg table video")
"""Elements that contain more information than their text."""

KNOWN: Final = (
    BLOCKS
    | EMPTY
    | HIDDEN
    | LOST
    | MARKUP.keys()
    | wordlist(
        "a abbr acronym bdi bdo big button colgroup font input label legend map mark nobr",
        "noscript optgroup option param rp rt ruby select small span td textarea th time",
    )
)
"""The elements of HTML. Names with a colon are from Word, and are also known."""

_TAG = re.compile(
    r"""</?([A-Za-z][A-Za-z0-9]*(?::[A-Za-z0-9]*)?)
    (?:\s++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'=<>`]++))?+)*+
    \s*+/?>""",
    re.VERBOSE,
)
_LESS = re.compile(r"<[^<>]*>?")
_DECLARATION = re.compile(r"<(?:!\[(?:if|endif)|!DOCTYPE|\?[A-Za-z])[^<>]*>", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?")


def without_comments(source: str) -> str:
    """The text without its comments. A comment without an end is text."""
    kept, at = [], 0
    while (start := source.find("<!--", at)) >= 0 and (end := source.find("-->", start)) >= 0:
        kept.append(source[at:start])
        at = end + len("-->")
    return "".join((*kept, source[at:]))


def whole_tags_only(source: str) -> str:
    """The text with each ``<`` and ``&`` escaped that does not begin a tag or a reference.

    So the parser of the standard library gives the same result in every version.
    """
    return _LESS.sub(_tag_or_text, _AMPERSAND.sub(_reference_or_text, source))


def _reference_or_text(found: re.Match[str]) -> str:
    reference = found[1] or ""
    is_known = reference.startswith("#") or reference in html5
    return found[0] if is_known else f"&amp;{reference}"


def _tag_or_text(found: re.Match[str]) -> str:
    tag = _TAG.fullmatch(found[0])
    if tag is not None and (tag[1].lower() in KNOWN or ":" in tag[1]):
        return found[0]
    if _DECLARATION.fullmatch(found[0]):
        return ""
    return f"&lt;{found[0][1:]}"
