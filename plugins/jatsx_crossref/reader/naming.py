"""Ids of articles and issues, which are also file names. Crossref has none."""

from __future__ import annotations

import re
from collections.abc import Collection

from jatsx.model import Issue


def file_name(written: str | None) -> str:
    """A valid file name: Latin letters, digits, dots, hyphens and underscores.

    >>> file_name("kz(2024).№1/001")
    'kz-2024-.-1-001'
    """
    return re.sub(r"[^A-Za-z0-9._-]+", "-", written or "").strip("-._")[:100].rstrip("-._")


def article_id(doi: str | None, used: Collection[str]) -> str:
    """The id of an article: the suffix of its DOI, else its position in the issue.

    >>> article_id("10.5555/caa.2021.4-01", []), article_id(None, ["a"])
    ('caa.2021.4-01', '02')
    """
    suffix = (doi or "").rpartition("10.")[2].partition("/")[2]
    return free_name(file_name(suffix) or f"{len(used) + 1:02}", used)


def issue_id(issue: Issue, fallback: str) -> str:
    """The id of an issue: year, volume and number."""
    dates = (issue.published.print, issue.published.online)
    year = issue.year or next((date[:4] for date in dates if date), None)
    numbers = (issue.volume, issue.number, issue.supplement, issue.special)
    if not any(numbers):
        return fallback
    return file_name("-".join(filter(None, (year, *numbers)))) or fallback


def free_name(name: str, used: Collection[str]) -> str:
    """A name that differs from the used ones, also without regard to case."""
    taken = {one.casefold() for one in used}
    candidates = (f"{name}-{n}" if n > 1 else name for n in range(1, len(taken) + 2))
    return next(one for one in candidates if one.casefold() not in taken)
