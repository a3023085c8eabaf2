"""Counts of what a run does, which don't depend on the speed or the load of the machine.

The bounds are calls of Python functions per article, in an issue of 20 articles. Each is about 10 %
above the count with Python 3.11; later versions make fewer calls.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from benchmarks.inputs import write_articles
from benchmarks.layers import LAYERS
from benchmarks.meters import Calls
from benchmarks.processes import ROOT

MOST_CALLS: Final = {
    "read": 600,
    "check": 4_700,
    "export jats": 3_400,
    "export crossref": 2_900,
    "export doaj": 980,
    "validate jats": 12,
    "validate crossref": 10,
    "validate doaj": 230,
    "write": 190,
}

PROBE: Final = """
import sys
from contextlib import redirect_stdout, suppress
from io import StringIO
from jatsx.cli import main
with redirect_stdout(StringIO()), suppress(SystemExit):
    main(sys.argv[1:])
print(*sys.modules)
"""
"""Runs jatsx, and prints the names of the loaded modules."""

COUNTING: Final = """
import jsonschema_rs
from collections import Counter
from functools import wraps
from lxml import etree

compiled = Counter()

def counting(compile):
    @wraps(compile)
    def counted(*arguments, **named):
        compiled[compile.__name__] += 1
        return compile(*arguments, **named)
    return counted

for module, name in ((etree, "DTD"), (etree, "XMLSchema"), (jsonschema_rs, "validator_for")):
    setattr(module, name, counting(getattr(module, name)))
"""
"""Counts how often schemas are compiled."""


@pytest.mark.parametrize("layer", LAYERS)
def test_an_article_stays_within_the_bound(layer: str, issue_calls: dict[int, Calls]) -> None:
    assert issue_calls[20].python[layer] / 20 <= MOST_CALLS[layer]


@pytest.mark.parametrize("layer", LAYERS)
def test_twice_the_articles_take_twice_the_calls(layer: str, issue_calls: dict[int, Calls]) -> None:
    calls = {
        count: counted.python[layer] + counted.c[layer] for count, counted in issue_calls.items()
    }
    assert calls[20] <= 2.1 * calls[10]


def test_each_schema_is_compiled_once(tmp_path: Path) -> None:
    source = write_articles(tmp_path / "articles.jsonl", 42)
    arguments = ["export", str(source), "--out", str(tmp_path / "out")]
    printed = _printed(f"{COUNTING}{PROBE}\nprint(sorted(compiled.items()))", *arguments)
    compiled = printed.splitlines()[-1]
    assert compiled == "[('DTD', 1), ('XMLSchema', 1), ('validator_for', 1)]"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_start_loads_few_modules(option: str) -> None:
    loaded = set(_printed(PROBE, option).split())
    assert not {name for name in loaded if name.startswith("jatsx_")}
    assert not {"lxml", "pydantic", "pluggy", "yaml", "babel", "jatsx.model"} & loaded
    assert len(loaded) < 160


@pytest.mark.parametrize(
    ("format", "unneeded"),
    [
        ("doaj", {"lxml.etree", "jatsx_jats.document"}),
        ("crossref", {"jsonschema", "jsonschema_rs", "jatsx_jats.document"}),
        ("jats", {"jsonschema", "jsonschema_rs"}),
    ],
)
def test_modules_of_other_formats_are_not_loaded(
    format: str, unneeded: set[str], tmp_path: Path
) -> None:
    source = write_articles(tmp_path / "articles.jsonl", 1)
    out = tmp_path / "out"
    loaded = _printed(PROBE, "export", str(source), "--to", format, "--out", str(out)).split()
    assert next(path for path in out.glob(f"*/{format}/*"))
    rules = {f"jatsx_{one}.rules" for one in ("jats", "crossref", "doaj", "rsci")}
    assert rules & set(loaded) == {f"jatsx_{format}.rules"}
    assert not unneeded & set(loaded)


def _printed(script: str, *arguments: str) -> str:
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout
