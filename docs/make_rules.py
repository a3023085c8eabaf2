"""Writes ``docs/rules/``: every rule of jatsx, from its docstring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.findings.messages import Sentences
from jatsx.plugin.registry import Registry, load_registry
from jatsx.rules.engine import Rule
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import Manual, by_part, manual

FOLDER: Final = Path(__file__).parent / "rules"
OURS: Final = "jatsx"
"""The distribution whose rules are described here; others describe their own."""

CORE: Final = "core"

INDEX: Final = """\
# The rules

`jatsx check` and `jatsx export` ask {count} rules of what you wrote. Each finding ends with the
code of its rule in brackets; `jatsx explain CODE` tells at the terminal what stands here, and
`jatsx rules` lists all.

## Levels

| level | what it does |
|---|---|
| error | blocks: nothing is written for the format that asks, or for any where every format does |
| warning | is worth a look, and blocks nothing |
| off | isn't asked |

A rule that is off by itself is one that not every journal wants; it is asked once the journal gives
it a level. Levels stand in `journal.yaml`:

```yaml
rules:
  article-doi-prefix: warning      # some DOIs are an earlier publisher's
  article-srsti-missing: error     # every article of ours has a code
  keyword-text-punctuation: off
```

`jatsx rules --journal journal.yaml` shows what comes of that. No journal can change {fixed}: they
keep files from being written elsewhere.

What no rule can see, and why: [out of reach](out-of-reach.md).

This page and those of the rules are generated from the rules' docstrings by
`python docs/make_rules.py`; the examples there are tests.
"""


def pages() -> dict[Path, str]:
    """Every page, by its path."""
    registry = load_registry()
    groups = by_format(registry)
    return {
        FOLDER / "README.md": index(groups, registry),
        **{FOLDER / f"{name}.md": page(name, group, registry) for name, group in groups.items()},
    }


def by_format(registry: Registry) -> dict[str, list[Rule]]:
    """The rules of jatsx by the format that asks, those of every format first."""
    own = {name for name, one in registry.exporters.items() if is_ours(one, registry)}
    groups: dict[str, list[Rule]] = {CORE: [], **{name: [] for name in sorted(own)}}
    for rule in registry.rules.values():
        if is_ours(rule, registry):
            groups[rule.target or CORE].append(rule)
    return {name: group for name, group in groups.items() if group}


def is_ours(offer: object, registry: Registry) -> bool:
    """Whether jatsx itself brings a format or a rule."""
    return registry.plugin_of(offer).distribution == OURS  # type: ignore[arg-type]


def index(groups: Mapping[str, list[Rule]], registry: Registry) -> str:
    """The page that leads to all others."""
    rules = [rule for group in groups.values() for rule in group]
    fixed = " and ".join(f"`{rule.code}`" for rule in rules if rule.fixed)
    lines = [INDEX.format(count=len(rules), fixed=fixed)]
    for name, group in groups.items():
        lines += [f"## {title(name, registry)}", ""]
        for part, asked in by_part(group).items():
            lines += [f"Asked of {part}:", "", "| rule | level | what it asks |", "|---|---|---|"]
            lines += [_row(rule, f"{name}.md") for rule in asked]
            lines.append("")
    return "\n".join(lines)


def page(name: str, rules: Iterable[Rule], registry: Registry) -> str:
    """The page of the rules that one format asks, or every format."""
    lines = [f"# {title(name, registry)}", "", f"[All rules](README.md). {_scope(name)}", ""]
    for part, asked in by_part(rules).items():
        lines += [f"## Asked of {part}", ""]
        for rule in asked:
            lines += section(rule, registry.sentences)
    return "\n".join(lines)


def section(rule: Rule, sentences: Sentences) -> Iterator[str]:
    """The manual of a rule."""
    own = manual(rule)
    yield from (f"### {rule.code}", "")
    yield from (f"**{_level(rule)}**{' at any journal' if rule.fixed else ''}", "")
    for text in (own.asks, *own.why.split("\n\n"), own.source and f"Source: {own.source}"):
        if text:
            yield from (_words(text), "")
    yield from _examples(own)
    yield from _said(rule, own, sentences)


def title(name: str, registry: Registry) -> str:
    """What the rules of a format are called."""
    return "Rules of every format" if name == CORE else registry.exporters[name].title


def _scope(name: str) -> str:
    if name == CORE:
        return "An error here blocks every format."
    return f"An error here blocks `{name}` alone; what every format asks stands in [core](core.md)."


def _row(rule: Rule, file: str) -> str:
    asks = _words(manual(rule).asks).replace("|", "\\|")
    return f"| [{rule.code}]({file}#{rule.code}) | {_level(rule)} | {asks} |"


def _level(rule: Rule) -> str:
    return rule.level.value if rule.level else "off"


def _examples(own: Manual) -> Iterator[str]:
    for heading, example in (("Good:", own.good), ("Bad:", own.bad)):
        yield from (heading, "", "```yaml", example, "```", "")


def _said(rule: Rule, own: Manual, sentences: Sentences) -> Iterator[str]:
    """What is said of the bad example."""
    fault = faults_of(rule, read_example(own.bad))[0]
    level = rule.level or Level.WARNING
    finding = Finding(rule.code, level, fault.params, fault.field, target=rule.target)
    yield f"> {_escaped(sentences.sentence(finding))}"
    if hint := sentences.hint(finding):
        yield from (">", f"> {_escaped(hint)}")
    yield ""


def _words(text: str) -> str:
    """A docstring's words in Markdown."""
    pieces = re.split(r"``(.+?)``", text)
    return "".join(f"`{one}`" if n % 2 else _escaped(one) for n, one in enumerate(pieces))


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_<>&\[\]`])", r"\\\1", text)


def write() -> None:
    """Writes every page."""
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
