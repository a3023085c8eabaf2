"""A correct exporter, which writes every field of an article, and others with one mistake each."""

from __future__ import annotations

import locale
import os
import socket
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from jatsx import Article, Document, ExportContext, Exporter, Fault, Level, Loss, Rule, Schema
from jatsx.testing.awkward import Awkward
from jatsx.testing.subject import Subject
from tests.testing import few


class SimpleArticles(few.FewArticles):
    """The few articles, without the article that has a value in every field."""

    @property
    def articles(self) -> Sequence[Awkward]:
        return [one for one in super().articles if not one.is_rich]


class AllEnvironments(few.AllEnvironments):
    rules: Sequence[Rule] = ()

    @classmethod
    @cache
    def subject(cls) -> Subject:
        return SimpleArticles(cls.exporter, cls.rules)


class OneEnvironment(AllEnvironments):
    test_documents_depend_only_on_the_article = None  # type: ignore[assignment]
    test_no_side_effects = None  # type: ignore[assignment]


def content(article: Article) -> dict[str, Any]:
    values = article.model_dump(mode="json", exclude_defaults=True)
    return {"mistake": "none", "title": {}, **values}


def export(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
    for article in articles:
        yield Document(f"{article.id}.json", content(article))


def recognises(head: bytes) -> str | None:
    return "" if head.startswith(b'{\n  "mistake"') else None


CORRECT: Final = Exporter(
    "correct",
    "Correct",
    export,
    schema=Schema.json(Path(__file__).parent, "schema.json"),
    recognises=recognises,
    losses={"no-room": "there is no room", "blank": " ", "at-most": "there are at most {limit}"},
)


def writing(make: Callable[[Article], Any]) -> Exporter:
    """An exporter that writes a value of its own in addition."""

    def documents(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
        for article in articles:
            yield Document(f"{article.id}.json", {**content(article), "more": make(article)})

    return replace(CORRECT, export=documents)


def with_losses(*losses: tuple[str, str], without: str = "") -> Exporter:
    """An exporter that reports losses, and leaves a field out."""

    def documents(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
        for article in articles:
            reported = {article.id: [Loss(field, code) for field, code in losses]}
            kept = {key: value for key, value in content(article).items() if key != without}
            yield Document(f"{article.id}.json", kept, reported)

    return replace(CORRECT, export=documents)


def by_set(article: Article) -> list[str]:
    return list({f"{tag} {title}" for tag, title in article.title.items()} | {"a", "b", "c", "d"})


def changing(article: Article) -> str:
    article.__dict__["section"] = "another"
    return ""


def connecting(_: Article) -> str:
    with suppress(OSError):
        socket.create_connection(("localhost", 9), timeout=1)
    return ""


def writing_a_file(_: Article) -> str:
    with suppress(OSError):
        Path("seen.txt").write_text("seen")
    return ""


def reading_a_variable(_: Article) -> str:
    return os.environ.get("SAMPLE_PUBLISHER", "")


def reading_a_file(_: Article) -> str:
    with suppress(OSError):
        return Path("/etc/hostname").read_text("utf-8")[:0]
    return ""


def printing(article: Article) -> str:
    print(article.id)
    return ""


def exiting(_: Article) -> str:
    sys.exit("done")


def given_names(article: Article) -> list[str]:
    names = [name for one in article.contributors for name in one.name.values()]
    return [name.given.upper() for name in names]  # type: ignore[union-attr]


def of_one_name(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    for document in export(articles, context):
        yield replace(document, name="article.json")


def only_the_first(articles: Sequence[Article], context: ExportContext) -> Iterator[Document]:
    name = f"{context.run or articles[0].id}.json"
    yield Document(name, content(articles[0]), articles=[articles[0].id])


def rule(level: Level, message: str) -> Rule:
    """A rule that refuses every article."""
    return Rule("article-bad", level, Article, lambda _: [Fault()], message, target="correct")


class TestCorrect(AllEnvironments):
    exporter = CORRECT


class TestClock(AllEnvironments):
    exporter = writing(lambda _: date.today().isoformat())


class TestHashOrder(AllEnvironments):
    exporter = writing(by_set)


class TestLocale(AllEnvironments):
    exporter = writing(lambda _: locale.getpreferredencoding())


class TestRandom(AllEnvironments):
    exporter = writing(lambda _: str(uuid.uuid4()))


class TestChangedArticle(OneEnvironment):
    exporter = writing(changing)


class TestUnreportedLoss(OneEnvironment):
    exporter = with_losses(without="url")


class TestLossOfEmptyField(OneEnvironment):
    exporter = with_losses(("abstract.fr", "no-room"))


class TestLossOfUnknownField(OneEnvironment):
    exporter = with_losses(("titel", "no-room"))


class TestLossWithoutReason(OneEnvironment):
    exporter = with_losses(("title", "blank"))


class TestLossWithoutSentence(OneEnvironment):
    exporter = with_losses(("title", "unknown"))


class TestLossWithoutParam(OneEnvironment):
    exporter = with_losses(("title", "at-most"))


class TestNetwork(AllEnvironments):
    exporter = writing(connecting)


class TestFiles(AllEnvironments):
    exporter = writing(writing_a_file)


class TestVariable(AllEnvironments):
    exporter = writing(reading_a_variable)


class TestReading(AllEnvironments):
    exporter = writing(reading_a_file)


class TestPrinting(AllEnvironments):
    exporter = writing(printing)


class TestRaising(OneEnvironment):
    exporter = writing(given_names)


class TestExiting(OneEnvironment):
    exporter = writing(exiting)


class TestInvalid(OneEnvironment):
    exporter = with_losses(("title", "no-room"), without="title")


class TestRuleWithoutMessage(OneEnvironment):
    exporter = CORRECT
    rules = (rule(Level.ERROR, ""),)


class TestTooManyRefused(OneEnvironment):
    exporter = CORRECT
    rules = (rule(Level.ERROR, "No article is good enough."),)


class TestDuplicateNames(OneEnvironment):
    exporter = replace(CORRECT, export=of_one_name)


class TestOnlyFirstArticle(OneEnvironment):
    exporter = replace(CORRECT, export=only_the_first, per="issue")


class TestRecognisesNothing(OneEnvironment):
    exporter = replace(CORRECT, recognises=lambda _: None)


class TestRecognisesEverything(OneEnvironment):
    exporter = replace(CORRECT, recognises=lambda _: "")
