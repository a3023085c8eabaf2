"""Every document of the example issues has the bytes that it had: a hash for each issue.

``tests/exhaustive`` holds the hashes of 300 synthetic articles, and of the awkward articles that
``jatsx.testing`` ships; all are in ``hashes.json``, for every version of every format. Goldens show
*what* is written; these hashes cover much more, and show only *that* it changed. After an intended
change of a document, ``pytest tests/pipeline/test_hashes.py tests/exhaustive/pipeline
--write-goldens`` writes them anew; the commit says what changed and why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from tests.cli.commands import Ran, export
from tests.conftest import ROOT

HASHES: Final = Path(__file__).with_name("hashes.json")
VERSIONS: Final = (
    ("jats", "1.3"),
    ("jats", "1.4"),
    ("crossref", "5.5.0"),
    ("crossref", "5.4.0"),
    ("crossref", "5.3.1"),
    ("doaj", ""),
    ("rsci", ""),
)
NOT_HASHED: Final = ("datacite", "xlsx")
"""A distribution with its own tests, and a format whose bytes depend on a library's version."""

EACH_VERSION: Final = pytest.mark.parametrize(("format_", "version"), VERSIONS)


@EACH_VERSION
def test_documents_of_the_examples_are_unchanged(
    format_: str, version: str, tmp_path: Path, write_goldens: bool
) -> None:
    hashes = {}
    for source in sorted((ROOT / "examples").iterdir()):
        ran = exported(source, format_, version, tmp_path / source.name)
        assert ran.exit_code == 0, ran.stdout
        hashes[f"example {source.name}"] = hashed(ran)
    assert hashes == known_hashes(format_, version, is_example, hashes if write_goldens else None)


def exported(source: Path, format_: str, version: str, out: Path) -> Ran:
    """What comes of articles in a version of a format."""
    settings = [f"{format_}.version={version}"] if version else []
    settings += ["rsci.titleid=12345"] if format_ == "rsci" else []
    options = [part for setting in settings for part in ("--set", setting)]
    return export(source, "--to", format_, *options, out=out)


def hashed(ran: Ran) -> str:
    """One hash over the names and bytes of all documents of a run."""
    total = sha256()
    for name in ran.files():
        content = (ran.out / name).read_bytes()
        total.update(f"{Path(name).name}\n{len(content)}\n".encode() + content)
    return f"{len(ran.files())} {total.hexdigest()}"


def is_example(name: str) -> bool:
    """Whether a hash is that of an example issue."""
    return name.startswith("example ")


def known_hashes(
    format_: str,
    version: str,
    is_asked: Callable[[str], bool],
    anew: Mapping[str, str] | None = None,
) -> Mapping[str, str]:
    """The hashes of a version that are asked for, after those written anew took their place."""
    every: dict[str, dict[str, str]] = json.loads(HASHES.read_text("utf-8"))
    key = f"{format_} {version}".strip()
    known = every.get(key, {})
    if anew is None:
        return {name: one for name, one in known.items() if is_asked(name)}
    others = {name: one for name, one in known.items() if not is_asked(name)}
    every[key] = {**others, **anew}
    HASHES.write_text(json.dumps(every, indent=1, sort_keys=True) + "\n", "utf-8")
    return anew


def test_all_versions_are_covered() -> None:
    from jatsx.plugin.registry import load_registry

    exporters = load_registry().exporters.values()
    all_versions = {(one.name, version) for one in exporters for version in one.versions}
    assert {one for one in all_versions if one[0] not in NOT_HASHED} == set(VERSIONS)
