"""An honest exporter, which writes all that an article says, and others with a vice each."""

from __future__ import annotations

import locale
import socket
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from jatsx import Article, Document, ExportContext, Exporter, Fault, Level, Loss, Rule, Schema
from tests.testing.few import InOneProcess, WithFewArticles


class InAllWorlds(WithFewArticles):
    rules: Sequence[Rule] = ()


class InThisWorld(InOneProcess):
    rules: Sequence[Rule] = ()


def content(article: Article) -> dict[str, Any]:
    said = article.model_dump(mode="json", exclude_defaults=True)
    return {"vice": "none", "title": {}, **said}


def export(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
    for article in articles:
        yield Document(f"{article.id}.json", content(article))


def recognises(head: bytes) -> str | None:
    return "" if head.startswith(b'{\n  "vice"') else None


HONEST: Final = Exporter(
    "honest",
    "Honest",
    export,
    schema=Schema.json(Path(__file__).parent, "schema.json"),
    recognises=recognises,
    losses={"no-room": "there is no room", "blank": " ", "at-most": "there are at most {limit}"},
)


def writing(make: Callable[[Article], Any]) -> Exporter:
    """An exporter that writes more than what the article says."""

    def documents(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
        for article in articles:
            yield Document(f"{article.id}.json", {**content(article), "more": make(article)})

    return replace(HONEST, export=documents)


def with_losses(*losses: tuple[str, str], without: str = "") -> Exporter:
    """An exporter that tells losses, and leaves a field out."""

    def documents(articles: Sequence[Article], _: ExportContext) -> Iterator[Document]:
        for article in articles:
            told = {article.id: [Loss(field, code) for field, code in losses]}
            kept = {key: said for key, said in content(article).items() if key != without}
            yield Document(f"{article.id}.json", kept, told)

    return replace(HONEST, export=documents)


def by_set(article: Article) -> list[str]:
    return list({f"{tag} {title}" for tag, title in article.title.items()} | {"a", "b", "c", "d"})


def changing(article: Article) -> str:
    article.__dict__["section"] = "another"
    return ""


def reaching(_: Article) -> str:
    with suppress(OSError):
        socket.create_connection(("localhost", 9), timeout=1)
    return ""


def touching(_: Article) -> str:
    with suppress(OSError):
        Path("seen.txt").write_text("seen")
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
    """A rule that no article passes."""
    return Rule("article-bad", level, Article, lambda _: [Fault()], message, target="honest")


class TestHonest(InAllWorlds):
    exporter = HONEST


class TestClock(InAllWorlds):
    exporter = writing(lambda _: date.today().isoformat())


class TestHashOrder(InAllWorlds):
    exporter = writing(by_set)


class TestLocale(InAllWorlds):
    exporter = writing(lambda _: locale.getpreferredencoding())


class TestRandom(InAllWorlds):
    exporter = writing(lambda _: str(uuid.uuid4()))


class TestChanging(InThisWorld):
    exporter = writing(changing)


class TestSilent(InThisWorld):
    exporter = with_losses(without="url")


class TestLossOfNothing(InThisWorld):
    exporter = with_losses(("abstract.fr", "no-room"))


class TestLossOfNoField(InThisWorld):
    exporter = with_losses(("titel", "no-room"))


class TestLossWithoutReason(InThisWorld):
    exporter = with_losses(("title", "blank"))


class TestLossWithoutSentence(InThisWorld):
    exporter = with_losses(("title", "unknown"))


class TestLossWithoutParam(InThisWorld):
    exporter = with_losses(("title", "at-most"))


class TestNetwork(InAllWorlds):
    exporter = writing(reaching)


class TestFiles(InAllWorlds):
    exporter = writing(touching)


class TestRaising(InThisWorld):
    exporter = writing(given_names)


class TestExiting(InThisWorld):
    exporter = writing(exiting)


class TestInvalid(InThisWorld):
    exporter = with_losses(("title", "no-room"), without="title")


class TestMute(InThisWorld):
    exporter = HONEST
    rules = (rule(Level.ERROR, ""),)


class TestRefusing(InThisWorld):
    exporter = HONEST
    rules = (rule(Level.ERROR, "No article is good enough."),)


class TestOneName(InThisWorld):
    exporter = replace(HONEST, export=of_one_name)


class TestAlone(InThisWorld):
    exporter = replace(HONEST, export=only_the_first, per="issue")


class TestBlind(InThisWorld):
    exporter = replace(HONEST, recognises=lambda _: None)


class TestGreedy(InThisWorld):
    exporter = replace(HONEST, recognises=lambda _: "")
