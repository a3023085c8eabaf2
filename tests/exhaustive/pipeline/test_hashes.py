"""Every document of 300 synthetic and of all awkward articles has the bytes that it had.

The awkward articles are given pages, where they have none. See ``tests/pipeline/test_hashes.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.inputs import write_articles
from tests.pipeline.test_hashes import EACH_VERSION, exported, hashed, is_example, known_hashes
from tests.plugins.awkward.cases import CASES, with_pages

SYNTHETIC: Final = 300


@EACH_VERSION
def test_documents_are_unchanged(
    format_: str, version: str, tmp_path: Path, write_goldens: bool
) -> None:
    source = write_articles(tmp_path / "articles.jsonl", SYNTHETIC)
    ran = exported(source, format_, version, tmp_path / "synthetic")
    assert ran.exit_code == 0, ran.stdout
    hashes = {f"{SYNTHETIC} synthetic": hashed(ran)}
    for case in CASES:
        if not case.describes_itself:
            source = with_pages(case.issue_folder(tmp_path / f"in-{case.name}"))
            hashes[case.name] = hashed(exported(source, format_, version, tmp_path / case.name))
    anew = hashes if write_goldens else None
    known = known_hashes(format_, version, lambda name: not is_example(name), anew)
    assert {n for n in {*hashes, *known} if hashes.get(n) != known.get(n)} == set()
