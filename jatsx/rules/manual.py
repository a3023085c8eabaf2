"""The manual page of a rule: its docstring.

The docstring of a check says what is required, why, and by which source. It ends with an example in
YAML of a part without the fault, and of one with it::

    One sentence: what is required.

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
from dataclasses import dataclass, replace
from itertools import takewhile
from textwrap import dedent
from typing import TYPE_CHECKING, Final

from jatsx.findings.translation import N_, gettext
from jatsx.model.frozenmap import FrozenMap

if TYPE_CHECKING:
    from jatsx.rules.engine import Rule

PARTS: Final[Mapping[str, str]] = FrozenMap(
    {
        "Journal": N_("Journal"),
        "Issn": N_("ISSNs of the journal"),
        "Issue": N_("Issue"),
        "IssueContents": N_("Articles of an issue together"),
        "Article": N_("Article"),
        "Texts": N_("All texts of an article, an issue or a journal"),
        "Contributor": N_("Contributors"),
        "Affiliation": N_("Affiliations"),
        "Dates": N_("Dates of an article"),
        "Published": N_("Publication dates"),
        "Pages": N_("Pages"),
        "SubjectCode": N_("Subject codes"),
        "OtherAbstract": N_("Other abstracts"),
        "Funding": N_("Funders"),
        "Award": N_("Awards"),
        "License": N_("Licenses"),
        "Copyright": N_("Copyright"),
        "Link": N_("Links to the full text"),
        "LocalFile": N_("Files of an article or issue"),
        "FoundFile": N_("Files as they are in the issue folder"),
        "Relation": N_("Related works"),
        "Reference": N_("References"),
    }
)
"""The titles of the classes that rules check, in the order of a list of rules."""

_SOURCE: Final = "Source:"
_GOOD: Final = "Good:"
_BAD: Final = "Bad:"


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule's docstring says; a part that it doesn't have is empty."""

    title: str = ""
    """One sentence: what is required."""
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


def manual_in_reader_language(rule: Rule) -> Manual:
    """The manual page of a rule; its title and reasons are in the reader's language."""
    page = manual(rule)
    why = "\n\n".join(gettext(paragraph) for paragraph in page.why.split("\n\n"))
    return replace(page, title=gettext(page.title), why=why)


def part_of(rule: Rule) -> str:
    """The name of the class that a rule checks."""
    return rule.on.__name__


def part_title(part: str) -> str:
    """The title of a class that rules check, in the reader's language; else its name."""
    return gettext(PARTS.get(part, part))


def by_part(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules by the name of the class that they check, in the order of :data:`PARTS`."""
    groups: dict[str, list[Rule]] = {name: [] for name in PARTS}
    for rule in rules:
        groups.setdefault(part_of(rule), []).append(rule)
    return {name: group for name, group in groups.items() if group}


def parse_manual(docstring: str) -> Manual:
    """The manual page that a docstring holds.

    >>> page = parse_manual("It is so.\\n\\nThus.\\n\\nSource: X.\\n\\nBad:\\n\\n    a: b\\n")
    >>> page.title, page.why, page.source, page.good, page.bad
    ('It is so.', 'Thus.', 'X.', '', 'a: b')
    """
    lines = inspect.cleandoc(docstring).split("\n")
    words = takewhile(lambda line: line not in (_GOOD, _BAD), lines)
    paragraphs = [_in_one_line(text) for text in re.split(r"\n\s*\n", "\n".join(words)) if text]
    sources = [text for text in paragraphs[1:] if text.startswith(_SOURCE)]
    return Manual(
        title=paragraphs[0] if paragraphs else "",
        why="\n\n".join(text for text in paragraphs[1:] if text not in sources),
        source=" ".join(text.removeprefix(_SOURCE).strip() for text in sources),
        good=_example(lines, _GOOD),
        bad=_example(lines, _BAD),
    )


def manual_markdown(page: Manual) -> str:
    """A manual page in Markdown: what is required, why, the source and the examples."""
    source = page.source and f"Source: {page.source}"
    texts = [_markdown(one) for one in (page.title, *page.why.split("\n\n"), source) if one]
    examples = (("Good:", page.good), ("Bad:", page.bad))
    blocks = [f"{title}\n\n```yaml\n{example}\n```" for title, example in examples if example]
    return "\n\n".join([*texts, *blocks])


def escaped(text: str) -> str:
    """A text in which no character means anything to Markdown."""
    return re.sub(r"([\\*_<>&\[\]`])", r"\\\1", text)


def _markdown(text: str) -> str:
    """A paragraph of a docstring in Markdown."""
    pieces = re.split(r"``(.+?)``", text)
    return "".join(f"`{one}`" if n % 2 else escaped(one) for n, one in enumerate(pieces))


def title_markdown(page: Manual) -> str:
    """The first sentence of a manual page in Markdown."""
    return _markdown(page.title)


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
