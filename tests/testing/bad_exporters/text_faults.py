"""More faults of exporters: characters of texts that change, lists that are cut or joined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jatsx import Exporter

from .faults import LISTS, MARKUP, VALUES, at, changed, in_texts

TEXT_FAULTS: Final[Mapping[str, tuple[Exporter, str, str]]] = {
    "author-41-gone": (at(lambda own: own[:40], "contributors"), LISTS, "contributors[40]"),
    "keywords-joined": (
        at(lambda own: [", ".join(own)], "keywords", "*"),
        LISTS,
        "in one text with the item before it",
    ),
    "cut-at-semicolon": (in_texts(lambda text: text.partition(";")[0]), VALUES, "title.ru"),
    "quotes-straightened": (
        in_texts(lambda text: re.sub("[“”«»]", '"', text), "title"),
        VALUES,
        "title.ru",
    ),
    "no-break-spaces-replaced": (
        in_texts(lambda text: text.replace("\u00a0", " "), "title"),
        VALUES,
        "title.ru",
    ),
    "kazakh-letters-replaced": (
        in_texts(lambda text: text.replace("қ", "к"), "title"),
        VALUES,
        "title.ru",
    ),
    "last-full-stop-gone": (in_texts(lambda text: text.rstrip("."), "title"), VALUES, "title.ru"),
    "fragment-of-url-gone": (in_texts(lambda text: text.partition("#")[0], "url"), VALUES, "url"),
    "url-made-https": (
        changed(lambda own: own.update(url=own.get("url", "").replace("http:", "https:"))),
        VALUES,
        "url",
    ),
    "escaped-text-gone": (
        in_texts(lambda text: re.sub("&lt;.*?&gt;", "", text), "title"),
        MARKUP,
        "title.ru",
    ),
}
"""The exporter of each fault, the test that it fails, and a part of the message."""
