"""Rules on an issue."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Issue
from jatsx.rules.common import ID_FORM, ID_FORM_HINT, fault, is_file_name, repeated
from jatsx.rules.engine import Fault, rule


@rule("issue-id-form", Level.ERROR, message=ID_FORM, hint=ID_FORM_HINT, fixed=True)
def issue_id_form(issue: Issue) -> Iterator[Fault]:
    """The issue's id can be used as a folder name on every operating system.

    The exported folder and files are named after the id. With an id such as ``../x``, files would
    be written to another folder. Windows reserves some names for devices (NUL, COM1 …) and removes
    a dot at the end of a name.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".

    Good:

        id: 2024-2

    Bad:

        id: 2024/2
    """
    if issue.id and not is_file_name(issue.id):
        yield fault("id", id=issue.id)


@rule(
    "issue-section-duplicate",
    Level.WARNING,
    message="Two sections of the issue have the same id: {id}.",
    hint="Give each section its own id, and use that id in the articles of the section.",
)
def section_duplicate(issue: Issue) -> Iterator[Fault]:
    """Each section of the issue has its own id.

    An article refers to its section by the id. If two sections have the same id, the articles of
    both are assigned to the first one.

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
    hint="List each article once, in the order of the issue.",
)
def article_repeated(issue: Issue) -> Iterator[Fault]:
    """Each article is listed only once in the issue.

    A repeated id is often a typing error. The article that was meant is then missing from the list.

    Source: JATS Tag Library 1.3, ``fpage/@seq``: an article has one place in its issue.

    Good:

        articles: ["01", "02"]

    Bad:

        articles: ["01", "02", "01"]
    """
    for position, id in repeated(issue.articles):
        yield fault(("articles", position), id=id)
