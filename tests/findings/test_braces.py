"""Values with braces are shown as they were typed, in every sentence and language."""

from __future__ import annotations

import pytest

from jatsx.findings.formatting import filled, placeholders
from jatsx.findings.messages import MESSAGES
from jatsx.findings.translation import gettext, in_language
from jatsx.plugin.registry import load_registry

TYPED = ("{}", "{0}", "{{article.id}}", "{article.id", "}")


def sentences() -> list[str]:
    """The sentences of all findings: of the core, rules, readers and formats."""
    registry = load_registry()
    messages = [*MESSAGES.values()]
    messages += [rule.words for rule in registry.rules.values()]
    messages += [one for reader in registry.readers.values() for one in reader.messages.values()]
    return sorted({text for one in messages for text in (*one.sentences, *one.hints)})


def test_the_sentences_are_found() -> None:
    assert len(sentences()) > 800


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("typed", TYPED)
def test_a_value_with_braces_is_shown_as_it_is(language: str, typed: str) -> None:
    wrong = []
    with in_language(language):
        for english in sentences():
            template = gettext(english)
            names = placeholders(template)
            shown = filled(template, dict.fromkeys(names, typed))
            rest = filled(template, dict.fromkeys(names, ""))
            if names and (typed not in shown or "{{" in rest or "}}" in rest):
                wrong.append((english, shown))
    assert wrong == []
