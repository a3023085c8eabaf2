"""What is asked of an issue, and of the ids that become file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.findings.translation import N_
from jatsx.model import Article, Issue
from jatsx.rules.common import fault, repeated
from jatsx.rules.engine import Fault, rule

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)


_ID_MESSAGE: Final = N_("The id {id} can't be a file name.")
_ID_HINT: Final = N_(
    "Use at most 100 Latin letters, digits, dots, hyphens and underscores, beginning with a letter"
    " or digit: 2024-2."
)


@rule("issue-id-form", Level.ERROR, message=_ID_MESSAGE, hint=_ID_HINT, fixed=True)
def issue_id_form(issue: Issue) -> Iterator[Fault]:
    """The issue's id can be used as a folder name on every system.

    Folders and files are named after it, so ``../x`` would be written to another folder. Windows
    reserves some names for devices (NUL, COM1 …) and drops a dot at the end.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".

    Good:

        id: 2024-2

    Bad:

        id: 2024/2
    """
    if issue.id and not _is_file_name(issue.id):
        yield fault("id", id=issue.id)


@rule("article-id-form", Level.ERROR, message=_ID_MESSAGE, hint=_ID_HINT, fixed=True)
def article_id_form(article: Article) -> Iterator[Fault]:
    """The article's id can be used as a file name on every system.

    Files are named after it, so ``../x`` would be written to another folder. Windows reserves some
    names for devices (NUL, COM1 …) and drops a dot at the end.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".

    Good:

        id: "02"

    Bad:

        id: 2024/02
    """
    if not _is_file_name(article.id):
        yield fault("id", id=article.id)


@rule(
    "issue-section-duplicate",
    Level.WARNING,
    message="Two sections of the issue have the id {id}.",
    hint="Give each section an id of its own.",
)
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


@rule(
    "issue-article-repeated",
    Level.WARNING,
    message="The issue lists the article {id} twice.",
    hint="Write each article's id once, in the order of the issue.",
)
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
