"""The manual page of a rule, which is its docstring.

A check's docstring says what is asked, why, and where that is written, and ends with an example
of the part that the rule is asked of without the fault, and one with it, in YAML::

    One sentence: what is asked.

    Why, in a few sentences.

    Source: ISO 7064, MOD 11-2.

    Good:

        orcid: 0000-0002-1825-0097

    Bad:

        orcid: 0000-0002-1825-0098
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from textwrap import dedent
from typing import TYPE_CHECKING, Final

from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.rules.engine import Rule

PARTS: Final[Mapping[str, str]] = FrozenMap(
    {
        "Journal": "the journal",
        "Issn": "the journal's ISSNs",
        "Issue": "the issue and its journal",
        "IssueContents": "the articles of an issue together",
        "Article": "the article as a whole",
        "Texts": "every text of an article, an issue or a journal",
        "Contributor": "each contributor",
        "Affiliation": "each affiliation",
        "Dates": "the article's dates",
        "Published": "dates of publication",
        "Pages": "pages",
        "SubjectCode": "each subject code",
        "OtherAbstract": "each further abstract",
        "Funding": "each funder",
        "Award": "each award",
        "License": "each license",
        "Copyright": "the copyright",
        "Link": "each link to the full text",
        "Relation": "each related work",
        "Reference": "each reference",
    }
)
"""What the classes that rules are asked of are to people, in the order of a list of rules."""

_SOURCE: Final = "Source:"
_GOOD: Final = "Good:"
_BAD: Final = "Bad:"


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule's docstring says; a part that it doesn't have is empty."""

    asks: str = ""
    """One sentence: what is asked."""
    why: str = ""
    """Why, in paragraphs."""
    source: str = ""
    """Where that is written."""
    good: str = ""
    """YAML of a part without the fault."""
    bad: str = ""
    """YAML of a part with it."""


def manual(rule: Rule) -> Manual:
    """The manual page of a rule."""
    return parse_manual(getattr(rule.check, "__doc__", None) or "")


def asked_of(rule: Rule) -> str:
    """What a rule is asked of, in words; the name of the class, where there are none."""
    return PARTS.get(rule.on.__name__, rule.on.__name__)


def by_part(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules by what they are asked of, in the order of :data:`PARTS`."""
    groups: dict[str, list[Rule]] = {name: [] for name in PARTS.values()}
    for rule in rules:
        groups.setdefault(asked_of(rule), []).append(rule)
    return {name: group for name, group in groups.items() if group}


def parse_manual(docstring: str) -> Manual:
    """The manual page that a docstring holds.

    >>> page = parse_manual("It is so.\\n\\nThus.\\n\\nSource: X.\\n\\nBad:\\n\\n    a: b\\n")
    >>> page.asks, page.why, page.source, page.good, page.bad
    ('It is so.', 'Thus.', 'X.', '', 'a: b')
    """
    lines = inspect.cleandoc(docstring).split("\n")
    words = takewhile(lambda line: line not in (_GOOD, _BAD), lines)
    paragraphs = [_in_one_line(text) for text in re.split(r"\n\s*\n", "\n".join(words)) if text]
    sources = [text for text in paragraphs[1:] if text.startswith(_SOURCE)]
    return Manual(
        asks=paragraphs[0] if paragraphs else "",
        why="\n\n".join(text for text in paragraphs[1:] if text not in sources),
        source=" ".join(text.removeprefix(_SOURCE).strip() for text in sources),
        good=_example(lines, _GOOD),
        bad=_example(lines, _BAD),
    )


def _in_one_line(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _example(lines: list[str], heading: str) -> str:
    """The indented lines below a heading."""
    if heading not in lines:
        return ""
    below = lines[lines.index(heading) + 1 :]
    indented = takewhile(lambda line: not line or line.startswith(" "), below)
    return "".join(map(_visible, dedent("\n".join(indented)).strip("\n")))


def _visible(character: str) -> str:
    """A character, written as YAML's escape where it can't be seen."""
    code = ord(character)
    if character == "\n" or character.isprintable():
        return character
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
