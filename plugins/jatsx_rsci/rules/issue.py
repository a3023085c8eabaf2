"""What is asked of an issue and its journal."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Fault, Level, fault, non_blank, present
from jatsx.model import Issue, IssueContents
from jatsx_rsci.issue import is_volume, issue_year
from jatsx_rsci.pages import issue_pages
from jatsx_rsci.rules.common import rule, settings_in


@rule(
    "rsci-journal-title-missing",
    Level.ERROR,
    message="The journal has no title, and eLIBRARY asks for one.",
    hint="Write it in journal.yaml under title, in Russian if it has a Russian one.",
)
def journal_title_missing(issue: Issue) -> Iterator[Fault]:
    """The journal has a title.

    Source: eLIBRARY's schema, ``journalInfo/title``.

    Good:

        journal: {title: {ru: Вестник}}

    Bad:

        journal: {issn: {print: 1563-0285}}
    """
    if not present(issue.journal.title):
        yield fault(("journal", "title"))


@rule(
    "rsci-issue-year-missing",
    Level.ERROR,
    message="The issue has no year that eLIBRARY allows: one, in four digits.",
    hint="Write it in issue.yaml under year: 2024.",
)
def year_missing(issue: Issue) -> Iterator[Fault]:
    """The issue has one year.

    A year that is written as two (2024-2025) can't be sent.

    Source: eLIBRARY's schema, ``dateUni``.

    Good:

        year: "2024"

    Bad:

        year: 2024-2025
    """
    if issue_year(issue) is None:
        yield fault("year")


@rule(
    "rsci-issue-number-missing",
    Level.ERROR,
    message="The issue has neither a number nor a volume in digits; eLIBRARY asks for one of them.",
    hint="Write it in issue.yaml under number or volume: 4, not IV.",
)
def number_missing(issue: Issue) -> Iterator[Fault]:
    """The issue has a number, or a volume in digits.

    Source: eLIBRARY's explanations of ``volume`` and ``number``: one of them at least.

    Good:

        number: "2"

    Bad:

        volume: IV
    """
    if not non_blank(issue.number) and not is_volume(issue.volume):
        yield fault("number")


@rule(
    "rsci-issue-volume-form",
    Level.WARNING,
    message="eLIBRARY allows volumes in digits only; {volume} isn't sent.",
    hint="Write it in digits, if it is a number: 4, not IV.",
)
def volume_form(issue: Issue) -> Iterator[Fault]:
    """A volume is in digits, or it isn't sent.

    Source: eLIBRARY's schema, ``volume``: an unsigned integer.

    Good:

        volume: "4"

    Bad:

        volume: IV
    """
    if non_blank(issue.volume) and not is_volume(issue.volume):
        yield fault("volume", volume=issue.volume or "")


@rule(
    "rsci-issue-pages-missing",
    Level.WARNING,
    message="eLIBRARY asks for the pages of the issue, which those of its articles don't give.",
    hint=(
        "Name them as you export, with --set rsci.pages=1-96, or complete the pages of the"
        " articles."
    ),
)
def pages_missing(contents: IssueContents) -> Iterator[Fault]:
    """The pages of an issue are known: from those of its articles, or from the option.

    They are made of its articles' where all of these are in digits.

    Source: eLIBRARY's explanations of ``issue/pages``.

    Good:

        - {id: "01", pages: {first: "5", last: "14"}}

    Bad:

        - {id: "01", pages: {first: iv, last: x}}
    """
    known = settings_in(contents.issue.journal).pages
    if not known and issue_pages(entry.pages for entry in contents.entries) is None:
        yield fault("issue")
