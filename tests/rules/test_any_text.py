"""Whatever an article holds, the rules take it: they never raise, point into it, and keep pace."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings

from jatsx.findings.finding import Finding
from jatsx.model import Article, ContentsEntry, IssueContents, Part
from jatsx.model.fieldpath import Path, parse_path
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Prose, Text
from jatsx.rules import core_rules
from jatsx.rules.rulebook import Rulebook
from tests.pipeline.properties.articles import any_articles
from tests.strategies import articles

RULES: Final = core_rules()
BOOK: Final = Rulebook(RULES)
ON: Final = FrozenMap({"level": ("error",)})
ASKED: Final = FrozenMap({rule.code: ON for rule in RULES if rule.level is None})
"""The levels of a journal that asks for whatever a journal may ask for."""

SOME: Final = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SOME
@given(articles() | any_articles())
def test_rules_never_raise_and_point_into_the_article(article: Article) -> None:
    for finding in findings(asking_all(article)):
        path = parse_path(finding.field or "")
        is_key = finding.excerpt in path[-1:]
        assert is_key or finding.excerpt in plain(value_at(article, path)), finding


@settings(SOME, max_examples=40)
@given(articles(), articles(), articles())
def test_contents_never_raise(first: Article, second: Article, third: Article) -> None:
    entries = [ContentsEntry.of(article) for article in (first, second, third)]
    for finding in BOOK.contents_findings(IssueContents(first.issue, entries)):
        assert isinstance(finding, Finding), finding
        assert finding.article in {entry.id for entry in entries}


HOSTILE: Final[dict[str, Callable[[int], str]]] = {
    "one long word in two alphabets": lambda n: "aб" * (n // 2),
    "many words in two alphabets": lambda n: "aба " * (n // 4),
    "many such words without a space": lambda n: "aба." * (n // 4),
    "such words in an address": lambda n: "https://a.kz/" + "aба/" * (n // 4),
    "a Latin word with many endings": lambda n: "a" * (n // 2) + "лар" * (n // 6),
    "an abbreviation as long as that": lambda n: "A" * (n - 1) + "б",
    "a Cyrillic word before one": lambda n: "б" * (n - 1) + "A",
    "hyphens of lines' ends": lambda n: "аба- вгв " * (n // 9),
    "hyphens without words": lambda n: "- " * (n // 2),
    "words on prefixes": lambda n: "prefi аба- вгв " * (n // 15),
    "question marks": lambda n: "?" * n,
    "question marks between letters": lambda n: "a?" * (n // 2),
    "lost characters": lambda n: "Ð" * n,
    "soft hyphens": lambda n: "\u00ad" * (n - 1) + "a",
    "soft hyphens in words": lambda n: "a\u00adb " * (n // 4),
    "marks of direction": lambda n: "a\u202e" * (n // 2),
    "escapes": lambda n: "\\_" * (n // 2),
    "ampersands": lambda n: "&#1" * (n // 3),
    "stops": lambda n: "." * n,
    "stops before a letter": lambda n: "." * (n - 1) + "a",
    "commas": lambda n: "a, " * (n // 3),
    "spaces": lambda n: "a" + " " * (n - 2) + "a",
    "empty lines": lambda n: "a\n\n" * (n // 3),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "schemes": lambda n: "http://" * (n // 7),
    "pages of Wikipedia": lambda n: "https://" + "/wiki/_" * (n // 7),
    "an address of signs": lambda n: "http://" + "@" * n,
    "an address of hyphens": lambda n: "http://" + "-a" * (n // 2),
    "a proxy of proxies": lambda n: "http://a" + ".ezprox" * (n // 7),
    "beginnings of DOIs": lambda n: "10.1016/j." * (n // 10),
    "DOIs": lambda n: "10.5555/a " * (n // 10),
    "a DOI of hyphens": lambda n: "10.1016/j." + "a-" * (n // 2),
    "visits": lambda n: "accessed " * (n // 9),
    "dates": lambda n: "(2024, May " * (n // 11),
    "digits": lambda n: "1" * n,
    "numbers": lambda n: "[1] " * (n // 4),
    "opening quotation marks": lambda n: "«„“" * (n // 3),
    "straight quotation marks": lambda n: '"a' * (n // 2),
    "signs of numbers": lambda n: "№ No. " * (n // 6),
    "grants": lambda n: "grant " * (n // 6),
    "species": lambda n: "Larix sibirica Ledeb " * (n // 21) + ".",
    "capitals": lambda n: "ҚАЗАҚСТАН " * (n // 10),
    "Roman numerals": lambda n: "i" * n,
    "astral characters": lambda n: "𝒜" * n,
    "combining marks": lambda n: "и\u0306" * (n // 2),
}
"""Texts of a length that make a careless search start again and again."""


TRIES = 3
"""How often a time is taken, since a busy machine makes any of them long."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_rules_take_four_times_as_long_for_four_times_as_much(text: Callable[[int], str]) -> None:
    small, large = laden(text(10_000)), laden(text(40_000))
    least = min(seconds(small), seconds(small))
    assert any(seconds(large) < 10 * least + 0.2 for _ in range(TRIES))


def test_many_references_are_compared_in_one_pass() -> None:
    small, large = (listing(number) for number in (500, 2_000))
    least = min(seconds(small), seconds(small))
    assert any(seconds(large) < 10 * least + 0.2 for _ in range(TRIES))


def laden(text: str) -> Article:
    """An article that holds a text wherever a rule reads one."""
    line, words, prose = (
        text,
        Text((text,)),
        Article.model_validate(
            {"id": "01", "abstract": {"kk": text.replace("&", "&amp;")}}
        ).abstract["kk"],
    )
    return Article.model_validate(
        {
            "id": "01",
            "url": line,
            "doi": line,
            "title": {"ru": words, "en": words},
            "abstract": {"kk": prose},
            "keywords": {"kk": [words, words]},
            "affiliations": [{"id": "a1", "country": "KZ", "country_name": {"en": line}}],
            "funding": [{"awards": [{"number": line}]}],
            "subject_codes": [{"scheme": "JEL", "code": line}],
            "pages": {"first": line, "last": line},
            "dates": {"received": "2024"},
            "references": [
                {"label": line, "text": {"ru": words, "ru-Latn": words}, "doi": line, "url": line},
                {"text": {"en": words}, "doi": "10.5555/1", "accessed": line},
            ],
        }
    )


def listing(number: int) -> Article:
    """An article with many references, each with its twin."""
    text = "Белов В.А. Корпоративное право {0}. М.: Юрайт, 2016. doi:10.5555/{0}"
    twin = "Belov V.A. Korporativnoe pravo {0}. M.: Yurajt, 2016. doi:10.5555/{0}"
    return Article.model_validate(
        {
            "id": "01",
            "dates": {"received": "2024"},
            "references": [
                {
                    "text": {"ru": text.format(n), "ru-Latn": twin.format(n)},
                    "doi": f"10.5555/{n}",
                    "url": f"https://example.org/{n:04}",
                }
                for n in range(number)
            ],
        }
    )


def seconds(article: Article) -> float:
    """How long the rules work on an article."""
    start = process_time()
    findings(article)
    return process_time() - start


def findings(article: Article) -> list[Finding]:
    """What the rules say of an article and its issue; none fails."""
    found = [*BOOK.article_findings(article), *BOOK.issue_findings(article.issue)]
    for one in found:
        assert isinstance(one, Finding), one
    return [one for one in found if isinstance(one, Finding)]


def asking_all(article: Article) -> Article:
    """The article in a journal that asks for whatever it may."""
    journal = article.issue.journal.model_copy(update={"rules": ASKED})
    issue = article.issue.model_copy(update={"journal": journal})
    return article.model_copy(update={"issue": issue})


def value_at(whole: Any, path: Path) -> Any:
    """What stands at a path; None for a child that its part lacks, which the model has."""
    for n, step in enumerate(path):
        if isinstance(whole, Part):
            assert step in type(whole).model_fields, (path, step)
            whole = getattr(whole, str(step))
        elif isinstance(whole, FrozenMap):
            whole = whole.get(str(step))
        elif whole is None:
            assert n == len(path) - 1, path
            return None
        else:
            whole = whole[step]
    return whole


def plain(value: Any) -> str:
    """The characters of a value."""
    if isinstance(value, (Text, Prose)):
        return value.plain
    return value if isinstance(value, str) else ""
