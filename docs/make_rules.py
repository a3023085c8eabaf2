"""Writes ``docs/rules/``: every rule of jatsx, from its docstring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from jatsx.findings.finding import Finding, Level
from jatsx.findings.sentences import Sentences
from jatsx.plugin.registry import Registry, load_registry
from jatsx.rules.engine import Rule
from jatsx.rules.examples import faults_of, read_example
from jatsx.rules.manual import (
    escaped,
    manual,
    manual_markdown,
    part_of,
    part_title,
    title_markdown,
)

FOLDER: Final = Path(__file__).parent / "rules"
OURS: Final = "jatsx"
"""The distribution whose rules are described here; others describe their own."""

FOLDERS: Final[Mapping[str, str]] = {
    "journal": "Journal and issue",
    "article": "Article",
    "people": "Contributors and affiliations",
    "funding": "Funding",
    "references": "References",
    "text": "Texts and languages",
}
"""The titles of the folders of ``jatsx/rules``, in the order of the index."""

INDEX: Final = """\
# The rules

`jatsx check` and `jatsx export` check your files against {count} rules. Each finding ends with the
code of its rule in brackets. `jatsx explain CODE` shows the page of a rule in the terminal, and
`jatsx rules` lists all rules.

## Levels

| level | effect |
|---|---|
| error | blocks the format of the rule, or every format if the rule is for every format |
| warning | does not block export; please review it |
| off | the rule is not checked |

Some rules are off by default, because not every journal wants them. They are checked if the journal
sets a level for them. Levels are set in `journal.yaml`:

```yaml
rules:
  article-doi-prefix: warning      # some DOIs have the prefix of an earlier publisher
  article-srsti-missing: error     # each article of this journal has an SRSTI code
  keyword-text-punctuation: off
```

Every rule can be limited to some article types, and some rules have other options:

```yaml
rules:
  article-srsti-missing: {{level: error, types: [research-article, review-article]}}
```

`jatsx rules --journal journal.yaml` shows the resulting levels. A journal cannot change the levels
of {fixed}, because files would be written to other folders, or unpublished articles exported.

`jatsx check --fix` corrects what some rules find, where the right value is certain:
[what is corrected, and what never is](../fix.md).

A journal can also declare rules of its own, without Python: [requirements](requirements.md).
[What the rules do not check](out-of-reach.md) lists the errors that no rule reports, with reasons.

This page and the pages of the rules are generated from the docstrings of the rules by
`python docs/make_rules.py`. The examples on these pages are tests.
"""


def pages() -> dict[Path, str]:
    """Every page, by its path."""
    registry = load_registry()
    groups = by_page(registry)
    return {
        FOLDER / "README.md": index(groups, registry),
        **{FOLDER / f"{name}.md": page(name, group, registry) for name, group in groups.items()},
    }


def by_page(registry: Registry) -> dict[str, list[Rule]]:
    """The rules of jatsx by page: a page for each folder of rules, then one for each format."""
    formats = {name for name, one in registry.exporters.items() if is_ours(one, registry)}
    groups: dict[str, list[Rule]] = {name: [] for name in (*FOLDERS, *sorted(formats))}
    for rule in registry.rules.values():
        if is_ours(rule, registry):
            groups[rule.target or folder_of(rule)].append(rule)
    return {name: group for name, group in groups.items() if group}


def folder_of(rule: Rule) -> str:
    """The folder of ``jatsx/rules`` in which a rule is."""
    return rule.check.__module__.split(".")[2]


def is_ours(offer: object, registry: Registry) -> bool:
    """Whether a format or a rule belongs to jatsx itself."""
    return registry.plugin_of(offer).distribution == OURS  # type: ignore[arg-type]


def index(groups: Mapping[str, list[Rule]], registry: Registry) -> str:
    """The page that links to all others."""
    rules = [rule for group in groups.values() for rule in group]
    fixed = " and ".join(f"`{rule.code}`" for rule in rules if rule.fixed)
    lines = [INDEX.format(count=len(rules), fixed=fixed)]
    for name, group in groups.items():
        lines += [f"## [{title(name, registry)}]({name}.md)", ""]
        lines += ["| rule | level | what is required |", "|---|---|---|"]
        lines += [*(_row(rule, f"{name}.md") for rule in group), ""]
    return "\n".join(lines)


def page(name: str, rules: Iterable[Rule], registry: Registry) -> str:
    """The page of the rules of a folder or a format."""
    lines = [f"# {title(name, registry)}", "", f"[All rules](README.md). {_scope(name)}", ""]
    for rule in rules:
        lines += section(rule, registry.sentences)
    return "\n".join(lines)


def section(rule: Rule, sentences: Sentences) -> Iterator[str]:
    """The manual of a rule."""
    level = f"{_level(rule)}, cannot be changed" if rule.fixed else _level(rule)
    mends = " · Corrected by [`--fix`](../fix.md)" if rule.mends else ""
    target = rule.target or "every format"
    yield from (f"## {rule.code}", "")
    yield f"Level: **{level}** · Format: {target} · Part: {_part(rule)}{mends}"
    yield from ("", manual_markdown(manual(rule)), "")
    yield from _options(rule)
    yield from _message(rule, sentences)


def title(name: str, registry: Registry) -> str:
    """The title of a page."""
    return FOLDERS.get(name) or registry.exporters[name].title


def _scope(name: str) -> str:
    if name in FOLDERS:
        return "An error on this page blocks every format."
    return f"An error on this page blocks only `{name}`."


def _row(rule: Rule, file: str) -> str:
    sentence = title_markdown(manual(rule)).replace("|", "\\|")
    return f"| [{rule.code}]({file}#{rule.code}) | {_level(rule)} | {sentence} |"


def _level(rule: Rule) -> str:
    return rule.level.value if rule.level else "off"


def _part(rule: Rule) -> str:
    return part_title(part_of(rule))


def _options(rule: Rule) -> Iterator[str]:
    if not rule.options:
        return
    yield from ("| option | default | what it is for |", "|---|---|---|")
    for option in rule.options:
        yield f"| `{option.name}` | {', '.join(option.default)} | {escaped(option.help)} |"
    yield ""


def _message(rule: Rule, sentences: Sentences) -> Iterator[str]:
    """The message for the bad example."""
    fault = faults_of(rule, read_example(manual(rule).bad))[0]
    level = rule.level or Level.WARNING
    finding = Finding(rule.code, level, fault.params, fault.field, target=rule.target)
    yield f"> {escaped(sentences.sentence(finding))}"
    if hint := sentences.hint(finding):
        yield from (">", f"> {escaped(hint)}")
    yield ""


def write() -> None:
    """Writes every page."""
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
