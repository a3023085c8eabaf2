"""Every document of a fixed set of articles has the bytes that it had: a hash for each group.

The set is both example issues, 300 synthetic articles, and the awkward articles that
``jatsx.testing`` ships (given pages, where they have none), in every version of every format.
Goldens show *what* is written; these hashes cover much more, and show only *that* it changed. After
an intended change of a document, ``pytest tests/documents --write-goldens`` writes them anew; the
commit says what changed and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from benchmarks.inputs import write_articles
from tests.cli.commands import Ran, export
from tests.conftest import ROOT
from tests.plugins.awkward.cases import CASES
from tests.plugins.jatsx_rsci.test_awkward import with_pages

HASHES: Final = Path(__file__).with_name("hashes.json")
VERSIONS: Final = (
    ("jats", "1.3"),
    ("jats", "1.4"),
    ("crossref", "5.5.0"),
    ("crossref", "5.4.0"),
    ("doaj", ""),
    ("rsci", ""),
)
SYNTHETIC: Final = 300


def _exported(source: Path, format_: str, version: str, out: Path) -> Ran:
    settings = [f"{format_}.version={version}"] if version else []
    settings += ["rsci.titleid=12345"] if format_ == "rsci" else []
    options = [part for setting in settings for part in ("--set", setting)]
    return export(source, "--to", format_, *options, out=out)


def _hash(ran: Ran) -> str:
    """One hash over the names and bytes of all documents of a run."""
    total = sha256()
    for name in ran.files():
        content = (ran.out / name).read_bytes()
        total.update(f"{Path(name).name}\n{len(content)}\n".encode() + content)
    return f"{len(ran.files())} {total.hexdigest()}"


def _sources(folder: Path) -> Iterator[tuple[str, Path]]:
    for example in sorted((ROOT / "examples").iterdir()):
        yield f"example {example.name}", example
    yield f"{SYNTHETIC} synthetic", write_articles(folder / "articles.jsonl", SYNTHETIC)


@pytest.mark.parametrize(("format_", "version"), VERSIONS)
def test_documents_are_unchanged(
    format_: str, version: str, tmp_path: Path, write_goldens: bool
) -> None:
    hashes = {}
    for name, source in _sources(tmp_path):
        ran = _exported(source, format_, version, tmp_path / name)
        assert ran.exit_code == 0, ran.stdout
        hashes[name] = _hash(ran)
    for case in CASES:
        if not case.describes_itself:
            source = case.issue_folder(tmp_path / f"in-{case.name}")
            with_pages(source / "articles" / "01.yaml")
            hashes[case.name] = _hash(_exported(source, format_, version, tmp_path / case.name))
    known = json.loads(HASHES.read_text("utf-8")) if HASHES.exists() else {}
    key = f"{format_} {version}".strip()
    if write_goldens:
        known[key] = hashes
        HASHES.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")
    changed = {name for name in {*hashes, *known[key]} if hashes.get(name) != known[key].get(name)}
    assert not changed


def test_all_versions_are_covered() -> None:
    from jatsx.plugin.registry import load_registry

    exporters = load_registry().exporters.values()
    all_versions = {(one.name, version) for one in exporters for version in one.versions}
    assert {one for one in all_versions if one[0] != "datacite"} == set(VERSIONS)
