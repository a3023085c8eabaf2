"""A rule on the values of the sample files, which must be replaced before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Texts, WrittenValue
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule
from jatsx.rules.text.identifiers import is_own_url
from jatsx.rules.text.letters import beginning
from jatsx.standards.identifiers import bare_doi

_HOST = re.compile(r"(?:https?://|\A[^/?#@\s]*@)([^/?#:@\s]+)", re.IGNORECASE)

OPTIONS: Final = "formats"
"""The field with the options of formats."""

DOIS: Final = (("doi",), ("doi_prefix",))
"""The DOI of an article, issue or journal itself, and the prefix of a journal's DOIs."""


@dataclass(frozen=True, slots=True)
class SampleValues:
    """The values of the sample files; see ``jatsx/issue_folder/sample_values.yaml``."""

    values: frozenset[str]
    doi_prefixes: tuple[str, ...]
    hosts: tuple[str, ...]
    keywords: frozenset[tuple[str, ...]]


@cache
def sample_values() -> SampleValues:
    """The known sample values."""
    from jatsx.readers.yaml_text import read_yaml

    path = files("jatsx").joinpath("issue_folder", "sample_values.yaml")
    listed, _ = read_yaml(path.read_text(encoding="utf-8"))
    return SampleValues(
        frozenset(listed["values"]),
        tuple(listed["doi_prefixes"]),
        tuple(listed["hosts"]),
        frozenset(map(tuple, listed["keywords"])),
    )


@rule(
    "sample-value",
    Level.ERROR,
    message="“{value}” is a sample value.",
    hint="Write your own value, or delete the line.",
)
def sample_value(texts: Texts) -> Iterator[Fault]:
    """The values of the sample files are replaced.

    ``jatsx init`` makes files with sample values, such as the ISSN 1234-5679, the DOI prefix
    10.5555 and addresses at example.org. The rule is for formats that are sent to an agency, which
    would publish these values or register a DOI that cannot be deleted. To try such a format
    with sample values, add to journal.yaml: ``rules: {sample-value: off}``.

    Source: jatsx: the files that ``jatsx init`` makes; RFC 2606: example.org belongs to nobody;
    Crossref documentation, "Constructing your DOIs": 10.5555 is for tests.

    Good:

        doi: 10.1016/j.euras.2018.08.001

    Bad:

        doi: 10.5555/sample.2024.2.01
    """
    known = sample_values()
    for value in texts.values:
        if value.plain in known.values or _is_sample(value):
            yield fault(value.path, value=beginning(value.plain))
    if isinstance(texts.owner, Article):
        for language, keywords in texts.owner.keywords.items():
            words = tuple(keyword.plain for keyword in keywords)
            if words in known.keywords:
                yield fault(("keywords", language), value=", ".join(words))


def _is_sample(value: WrittenValue) -> bool:
    """Whether a value is a DOI for tests, or an address at a host that belongs to nobody."""
    path = value.path
    if path[0] == OPTIONS:
        return _is_sample_doi(value.plain) or _is_sample_address(value.plain)
    if path in DOIS:
        return _is_sample_doi(value.plain)
    return (path[-1] == "email" or is_own_url(path)) and _is_sample_address(value.plain)


def _is_sample_doi(written: str) -> bool:
    """Whether a text is a DOI for tests, or the prefix of such DOIs."""
    doi = bare_doi(written)
    return any(f"{doi}/".startswith(f"{prefix}/") for prefix in sample_values().doi_prefixes)


def _is_sample_address(written: str) -> bool:
    """Whether a text is a URL or an e-mail address at a host that belongs to nobody."""
    found = _HOST.match(written.strip())
    host = f".{found[1].lower()}" if found else ""
    return any(host.endswith(f".{sample}") for sample in sample_values().hosts)
