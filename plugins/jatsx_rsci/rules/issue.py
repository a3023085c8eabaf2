"""Rules on an issue and its journal."""

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
    message="The journal has no title. eLIBRARY requires one.",
    hint="Add `title` to journal.yaml, in Russian if the journal has a Russian title.",
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
    message="The issue has no year in four digits. eLIBRARY requires one.",
    hint="Add `year` to issue.yaml, for example 2024.",
)
def year_missing(issue: Issue) -> Iterator[Fault]:
    """The issue has one year in four digits.

    If there is no year, the year of the publication date is sent. A year in another form, such as
    2024-2025, is reported by another rule.

    Source: eLIBRARY's schema, ``dateUni``.

    Good:

        year: "2024"

    Bad:

        number: "2"
    """
    if not issue.year and issue_year(issue) is None:
        yield fault("year")


@rule(
    "rsci-issue-number-missing",
    Level.ERROR,
    message="The issue has no number and no volume in digits. eLIBRARY requires one of them.",
    hint="Add `number` or `volume` to issue.yaml. Write a volume in digits: 4, not IV.",
)
def number_missing(issue: Issue) -> Iterator[Fault]:
    """The issue has a number, or a volume in digits.

    Source: eLIBRARY's explanations of ``volume`` and ``number``: at least one of them.

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
    message="eLIBRARY allows a volume only in digits, so {volume} is not sent.",
    hint="If the volume is a number, write it in digits: 4, not IV.",
)
def volume_form(issue: Issue) -> Iterator[Fault]:
    """The volume is in digits.

    A volume in other characters is not sent.

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
    message=(
        "eLIBRARY requires the pages of the issue. They cannot be calculated from the pages of its"
        " articles."
    ),
    hint=(
        "Add them to the export command, for example `--set rsci.pages=1-96`, or complete the pages"
        " of the articles."
    ),
)
def pages_missing(contents: IssueContents) -> Iterator[Fault]:
    """The pages of the issue are known.

    They are calculated from the pages of its articles if all of these are in digits and no last
    page is before the first page. Otherwise, they are set by the option ``pages``.

    Source: eLIBRARY's explanations of ``issue/pages``.

    Good:

        - {id: "01", pages: {first: "5", last: "14"}}

    Bad:

        - {id: "01", pages: {first: iv, last: x}}
    """
    known = settings_in(contents.issue.journal).pages
    if not known and issue_pages(entry.pages for entry in contents.entries) is None:
        yield fault("issue")
