"""Rules on whether an article is published."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.vocabularies import STATUSES, UNPUBLISHED


@rule(
    "article-status-unpublished",
    Level.WARNING,
    message="The article is not published. Its status is {status}.",
    hint=(
        "Unpublished articles are checked and exported only on request: `--include {status}`. If"
        " the article is published, delete `status`."
    ),
    fixed=True,
)
def status_unpublished(article: Article) -> Iterator[Fault]:
    """The article is published: it has no ``status``, or ``status: published``.

    An article that is scheduled, declined or withdrawn is not included in any format, so that no
    DOI is registered for it. Its other rules are not checked either. The options ``--include
    scheduled``, ``--include declined``, ``--include withdrawn`` and ``--include unpublished`` (all
    three) include such articles.

    Source: Crossref documentation, "Introduction to pending publications".

    Good:

        status: published

    Bad:

        status: declined
    """
    if article.status in UNPUBLISHED:
        yield fault("status", status=article.status or "")


@rule(
    "article-status-unknown",
    Level.ERROR,
    message="{word} is not a known status of an article.",
    hint="Use one of these values: {known}. Without `status`, the article is published.",
    fixed=True,
)
def status_unknown(article: Article) -> Iterator[Fault]:
    """The status of an article is a known value, such as ``scheduled``.

    If the status is not known, it is not known whether the article may be exported.

    Source: Crossref documentation, "Introduction to pending publications".

    Good:

        status: scheduled

    Bad:

        status: in print
    """
    status = article.status
    if status and status.strip() and status not in STATUSES:
        yield fault("status", word=status, known=listed(STATUSES))
