"""The rules on names end soon, whatever was typed."""

from __future__ import annotations

import time

import pytest

from jatsx.model import Article, Contributor
from jatsx.rules.engine import rules_in
from jatsx.rules.people import emails, name_parts, name_spelling, names

RULES = [rule for module in (names, name_parts, name_spelling, emails) for rule in rules_in(module)]
UNITS = (
    "а",
    "a",
    "аa",
    " и ",
    "а. ",
    "; ",
    ", ",
    "1, ",
    "<a ",
    "&a",
    "к. н",
    "@",
    "a@a.",
    "0000-",
    "ов ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_takes_long(unit: str) -> None:
    text = (unit * 5_000)[:5_000]
    form = {"family": text, "given": f"{text}я", "patronymic": text}
    name = {"ru": form, "kk": {**form, "family": f"{text}ова"}, "en": {**form, "given": text[1:]}}
    contributor = Contributor.model_validate({"name": name, "email": f"{text}@{text}"})
    article = Article(id="01", contributors=(contributor, contributor))
    started = time.process_time()
    for rule in RULES:
        list(rule.faults(article if rule.on is Article else contributor))
    assert time.process_time() - started < 2


def test_a_thousand_authors_do_not_take_long() -> None:
    name = {"ru": {"family": "Усорова", "given": "К."}, "en": {"family": "Usserova"}}
    contributor = Contributor.model_validate({"name": name, "email": "k.usorova@example.org"})
    article = Article(id="01", contributors=(contributor,) * 1000)
    started = time.process_time()
    for rule in RULES:
        for part in (article,) if rule.on is Article else article.contributors:
            list(rule.faults(part))
    assert time.process_time() - started < 2
