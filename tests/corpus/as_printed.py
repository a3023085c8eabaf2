"""Gives the issues of the corpus back what print has and the transcription put right.

The transcription gives titles in sentence case, addresses without what broke them, keywords
without the “and” of their list. Here stands what is printed instead, so that the rules are asked
of the faults that a journal's staff would copy. The journals ask for what their issues lack.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from .from_print import Described, Printed, described_issue, read, write_issue

ASKED: Final = (
    "article-srsti-missing",
    "article-doi-missing",
    "article-license-missing",
    "article-history-missing",
    "article-corresponding-missing",
    "contributor-orcid-missing",
    "article-conflict-missing",
)
"""The rules that a journal may ask, and that these issues break."""

Field: TypeAlias = tuple[str | int, ...]

CAA, IRILJ = "caa-2021-4", "irilj-2024-2"

RESTORED: Final[Mapping[tuple[str, str], Mapping[Field, str]]] = {
    (CAA, "01"): {("references", 15, "text", "en"): "16. {}"},
    (CAA, "02"): {("references", 2, "text", "en"): "3. {}"},
    (CAA, "03"): {
        ("contributors", 0, "name", "en", "family"): "{}¹,",
        ("contributors", 1, "name", "en", "family"): "{}²,",
    },
    (CAA, "04"): {("keywords", "kk", -1): "{}.", ("keywords", "ru", -1): "{}."},
    (CAA, "journal"): {("doi",): "doi.org/{}", ("url",): "www.kisi.kz"},
    (IRILJ, "01"): {("keywords", "en", -1): "and {}."},
    (IRILJ, "04"): {
        ("keywords", "kk", -1): "{}.",
        ("references", 15, "doi"): "{}.",
        ("references", 18, "url"): r"https://forbes.kz/news/2014/03/04/newsid\_52553",
    },
    (IRILJ, "05"): {("contributors", 0, "name", "kk", "given"): "S.M."},
    (IRILJ, "09"): {
        ("references", 15, "url"): (
            r"https://tengrinews.kz/kazakhstan\_news/"
            "rekordnyiy-uroven-vyishli-jeleznodorojnyie-perevozki-521456/"
        ),
    },
    (IRILJ, "10"): {("contributors", 0, "email"): r"dove\_2003@mail.ru"},
}
"""What is printed, by article and field; {} is what the transcription gives."""

CUT: Final = {
    (IRILJ, "01", "kk"): "аймағына, ",
    (IRILJ, "02", "kk"): "айтарлықтай азайды. ",
    (IRILJ, "05", "kk"): "қажет ",
    (IRILJ, "10", "en"): "It should be emphasized ",
    (CAA, "02", "kk"): "Сондай-ақ, АӨСШК-",
}
"""After which words a page break cuts an abstract."""

NUMBERED_ANEW: Final = (IRILJ, "05")
"""The article in which an institution is printed under two numbers."""


def printed_issue(source: Path, target: Path) -> Path:
    """The issue folder in ``target`` that describes an issue of the corpus with what is printed."""
    described = described_issue(source)
    for name, said in described.items():
        if name == "journal.yaml":
            as_printed(source.name, "journal", said)
        elif name.startswith("articles/"):
            (path,) = source.glob(f"{said['id']}*.yaml")
            as_printed(source.name, said["id"], said, read(path))
    return write_issue(target / source.name, described, ())


def as_printed(
    issue: str, name: str, described: Described, printed: Printed | None = None
) -> Described:
    """A file of an issue folder with what is printed.

    Args:
        issue: the issue.
        name: the article's id, or journal.
        described: what the file says.
        printed: the article's transcription.
    """
    if name == "journal":
        described["rules"] = dict.fromkeys(ASKED, "warning")
    if printed is not None:
        described["title"] = dict(printed["title_as_printed"])
        described["abstract"] = _cut_abstracts(issue, name, described["abstract"])
        _restore_addresses(described["references"], printed["references"])
    if (issue, name) == NUMBERED_ANEW:
        first, last = described["affiliations"][0], described["contributors"][-1]
        described["affiliations"].append({**first, "id": "a3"})
        last["affiliations"] = ["a3"]
    for field, value in RESTORED.get((issue, name), {}).items():
        _restore(described, field, value)
    return described


def _cut_abstracts(issue: str, name: str, abstracts: Mapping[str, str]) -> Described:
    return {
        language: abstract.replace(cut, f"{cut.rstrip()}\n\n")
        if (cut := CUT.get((issue, name, language)))
        else abstract
        for language, abstract in abstracts.items()
    }


def _restore_addresses(references: list[Described], entries: list[Printed]) -> None:
    """Gives the entries their addresses without a scheme."""
    originals = [entry for entry in entries if entry["list"] == "original"]
    for reference, entry in zip(references, originals or entries, strict=True):
        if entry.get("url"):
            reference["url"] = entry["url"]


def _restore(whole: Any, field: Field, value: str) -> None:
    *steps, last = field
    for step in steps:
        whole = whole[step]
    whole[last] = value.format(whole[last]) if "{}" in value else value
