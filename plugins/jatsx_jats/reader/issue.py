"""The issue and the article's position in it."""

from __future__ import annotations

import re
from typing import Any, Final

from jatsx import FrozenMap, ReaderNotes
from jatsx.model import Issue, IssueSection, Journal, Pages, Published
from jatsx_jats.reader.categories import section_titles
from jatsx_jats.reader.dates import collection_dates
from jatsx_jats.reader.journal import journal
from jatsx_jats.reader.texts import line, words_by_language
from jatsx_jats.reader.tree import JatsElement

IDS: Final = FrozenMap({"doi": "doi", "uri": "url", "whole-number": "whole_number"})
"""The field of each type of ``issue-id``."""

PLAIN: Final = FrozenMap(
    {
        "volume": "volume",
        "number": "issue",
        "special": "issue-part",
        "supplement": "supplement",
    }
)
"""The element of each plain field."""

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


def issue(front: JatsElement, meta: JatsElement, notes: ReaderNotes) -> Issue:
    """The issue as far as the article describes it. Its id consists of year, volume and number."""
    path = ("issue",)
    notes.record(path, meta)
    read: dict[str, Any] = {
        name: line(meta.take(tag), notes, (*path, name)) for name, tag in PLAIN.items()
    }
    for tag in ("volume", "issue", "fpage", "elocation-id"):
        for element in meta.find(tag):
            element.attribute("seq")
    read |= _ids(meta, notes)
    dates = collection_dates(meta, notes)
    titles = _titles(meta, notes)
    headings = section_titles(meta, notes)
    section = next(iter(headings.values()), None)
    its_journal = _journal(front, notes)
    read |= {
        **_dates(dates["year"], dates["published"], its_journal),
        "title": FrozenMap(titles),
        "journal": its_journal,
    }
    if section is not None:
        read["sections"] = (IssueSection(id=section.plain, title=FrozenMap(headings)),)
    return Issue(**{name: value for name, value in read.items() if value})


def issue_id(read: Issue, year: str | None) -> str:
    """An id for file names: year, volume and number."""
    parts = (year, read.volume, read.number, read.supplement)
    names = (file_name(part) for part in parts if part)
    return "-".join(filter(None, names))


def file_name(written: str) -> str:
    """A name for files: letters, digits, and single hyphens instead of other characters."""
    return _NOT_IN_NAMES.sub("-", written).strip("-.")


def pages(meta: JatsElement, notes: ReaderNotes) -> Pages:
    """The pages. ``page-range`` is read if it begins with the first and last pages."""
    first = line(meta.take("fpage"), notes, ("pages", "first"))
    last = line(meta.take("lpage"), notes, ("pages", "last"))
    other = None
    for element in meta.take_all("page-range"):
        written = element.line_of_text
        runs = {f"{first}{dash}{last}" for dash in "-–—"} if last else {first or ""}
        run = next((one for one in runs if written.startswith(one)), "")
        rest = (written[len(run) :] if run else written).strip()
        if run and (not rest or rest.startswith((",", ";"))):
            element.pass_over()
            notes.record(("pages", "other"), element)
            other = rest.lstrip(",; ") or None
        else:
            element.leave()
    values = {"first": first, "last": last, "other": other}
    return Pages(**{name: value for name, value in values.items() if value})


def position(meta: JatsElement) -> int | None:
    """The position of the article in the issue: ``@seq`` of its pages or number, of its issue."""
    for tag in ("fpage", "elocation-id", "issue", "volume"):
        for element in meta.find(tag):
            written = element.attributes.get("seq", "").strip()
            if written.isascii() and written.isdigit() and len(written) < 7:
                return int(written)
    return None


def _dates(year: str | None, published: dict[str, str], journal: Journal | None) -> dict[str, Any]:
    """The year and the dates. A year in the medium of the journal is the year of the issue."""
    (medium, only), *others = [*published.items(), ("", "")]
    is_year = len(others) == 1 and len(only) == 4 and year in (None, only)
    if is_year and medium == medium_of(journal):
        return {"year": only}
    return {"year": year, "published": Published(**published) if published else None}


def medium_of(journal: Journal | None) -> str:
    """The medium of a journal: print if it has a print ISSN, else online."""
    return "print" if journal is not None and journal.issn.print else "online"


def _journal(front: JatsElement, notes: ReaderNotes) -> Journal | None:
    meta = front.take("journal-meta")
    return journal(meta, notes) if meta is not None else None


def _ids(meta: JatsElement, notes: ReaderNotes) -> dict[str, str]:
    read: dict[str, str] = {}
    for element in meta.find("issue-id"):
        name = IDS.get(element.attributes.get("pub-id-type", "").strip())
        if name is not None and name not in read:
            element.attribute("pub-id-type")
            text = line(element, notes, ("issue", name))
            read.update({name: text} if text else {})
    return read


def _titles(meta: JatsElement, notes: ReaderNotes) -> dict[str, Any]:
    """The title of the issue in each language."""
    groups = (meta, *meta.take_all("issue-title-group"))
    found = [one for group in groups for one in group.take_all("issue-title")]
    found += [
        one
        for group in groups[1:]
        for each in group.take_all("trans-title-group")
        for one in each.take_all("trans-title")
    ]
    return words_by_language(found, notes, ("issue", "title"))
