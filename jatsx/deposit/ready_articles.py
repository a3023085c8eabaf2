"""Articles that are to be sent, and what a submission of them contains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jatsx.deposit.ledger import SubmissionItem
from jatsx.deposit.ledger.shapes import identifier_key
from jatsx.deposit.refusals import field_with
from jatsx.deposit.standing import DepositedArticle, Standing
from jatsx.deposit.verdicts import OwnerOf
from jatsx.model import Article
from jatsx.pipeline.tracked import TrackedArticle
from jatsx.plugin.agency import SentRecord


@dataclass(frozen=True, slots=True)
class ReadyArticle:
    """An article that is to be sent: what became of it so far, and the article as it was read."""

    deposited: DepositedArticle
    tracked: TrackedArticle

    @property
    def article(self) -> Article:
        """The article."""
        assert self.tracked.article is not None  # an article that cannot be read is not ready
        return self.tracked.article

    @property
    def item(self) -> SubmissionItem:
        """What the ledger knows it by."""
        assert self.deposited.item is not None
        return self.deposited.item


def article_with(articles: Sequence[ReadyArticle]) -> OwnerOf:
    """Finds the only one of some articles that contains a value."""
    by_id: Mapping[str, Article] = {one.article.id: one.article for one in articles}

    def owner_of(value: str) -> str | None:
        fields = {id: field_with(value, article) for id, article in by_id.items()}
        found = [id for id, field in fields.items() if field and not field.startswith("issue")]
        return found[0] if len(found) == 1 else None

    return owner_of


def note_standing(articles: Sequence[ReadyArticle], standing: Standing) -> None:
    """Says that the same became of some articles."""
    for one in articles:
        one.deposited.standing = standing


def sent_records(
    articles: Sequence[ReadyArticle], shared: Sequence[SubmissionItem]
) -> Iterator[SentRecord]:
    """The DOIs of some articles, and those of their issue and journal."""
    for one in articles:
        yield SentRecord(identifier_key(one.item.identifier), one.article.id)
    for item in shared:
        yield SentRecord(identifier_key(item.identifier), None)
