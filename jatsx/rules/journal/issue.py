"""What is asked of an issue, and of the ids that become file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Article, Issue
from jatsx.rules.common import fault, repeated
from jatsx.rules.engine import Fault, Rule

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


def id_form(part: Article | Issue) -> Iterator[Fault]:
    """An id can be the name of a file or folder on every system.

    Documents are named for it, so ``../x`` would be written elsewhere. Windows keeps some names
    for devices (NUL, COM1 …) and drops a dot at the end.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".

    Good:

        id: 2024-2

    Bad:

        id: 2024/2
    """
    is_needed = isinstance(part, Article)
    if (part.id or is_needed) and not _is_file_name(part.id):
        yield fault("id", id=part.id)


def section_duplicate(issue: Issue) -> Iterator[Fault]:
    """No two sections have one id.

    An article couldn't say in which of them it stands.

    Source: JATS Tag Library 1.3, ``subj-group`` with ``subj-group-type="heading"``.

    Good:

        sections:
          - {id: regions, title: {en: Current issues of regional studies}}
          - {id: law, title: {en: Current issues of International Law}}

    Bad:

        sections:
          - {id: law, title: {en: Current issues of regional studies}}
          - {id: law, title: {en: Current issues of International Law}}
    """
    for position, id in repeated(section.id for section in issue.sections):
        yield fault(("sections", position, "id"), id=id)


def article_repeated(issue: Issue) -> Iterator[Fault]:
    """No article stands twice in the issue's order.

    One of the two is mostly another article, which then has no place.

    Source: JATS Tag Library 1.3, ``fpage/@seq``: an article has one place in its issue.

    Good:

        articles: ["01", "02"]

    Bad:

        articles: ["01", "02", "01"]
    """
    for position, id in repeated(issue.articles):
        yield fault(("articles", position), id=id)


def _is_file_name(id: str) -> bool:
    return bool(_FILE_NAME.match(id)) and not _DEVICE.match(id) and not id.endswith(".")


_ID_MESSAGE = "The id {id} can't be a file name."
_ID_HINT = (
    "Use at most 100 Latin letters, digits, dots, hyphens and underscores, beginning with a letter"
    " or digit: 2024-2."
)

RULES: Final = (
    Rule("issue-id-form", Level.ERROR, Issue, id_form, _ID_MESSAGE, _ID_HINT, fixed=True),
    Rule("article-id-form", Level.ERROR, Article, id_form, _ID_MESSAGE, _ID_HINT, fixed=True),
    Rule(
        "issue-section-duplicate",
        Level.ERROR,
        Issue,
        section_duplicate,
        "Two sections of the issue have the id {id}.",
        "Give each section an id of its own.",
    ),
    Rule(
        "issue-article-repeated",
        Level.WARNING,
        Issue,
        article_repeated,
        "The issue lists the article {id} twice.",
        "Write each article's id once, in the order of the issue.",
    ),
)
