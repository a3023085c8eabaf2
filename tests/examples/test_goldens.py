"""Both examples, exported to every format: the bytes are those of the goldens, and valid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.commands import Ran, export, run
from tests.conftest import ROOT

GOLDENS = Path(__file__).parent / "goldens"
EXAMPLES = {"caa-2021-4": ["01", "02", "03", "04", "05"]}
EXAMPLES["irilj-2024-2"] = ["01", "02", "04", "05", "09", "10"]
FORMATS = ("jats", "crossref", "doaj")


def exported(example: str, out: Path) -> Ran:
    """The example, a document to an article in the formats that take whole issues too."""
    folder = ROOT / "examples" / example
    for article in EXAMPLES[example]:
        (path,) = (folder / "articles").glob(f"{article}*.yaml")
        ran = export(path, out=out / article)
        assert ran.exit_code == 0, ran.stdout
    return export(folder, out=out / "issue")


@pytest.fixture(scope="module", params=EXAMPLES)
def example(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Ran]:
    name: str = request.param
    return name, exported(name, tmp_path_factory.mktemp(name))


def test_every_article_is_valid_in_every_format(example: tuple[str, Ran]) -> None:
    name, ran = example
    assert ran.exit_code == 0
    assert list(ran.articles) == EXAMPLES[name]
    for article in EXAMPLES[name]:
        assert ran.statuses(article) == dict.fromkeys(FORMATS, "valid")


def test_documents_are_the_goldens(example: tuple[str, Ran], write_goldens: bool) -> None:
    name, ran = example
    written = dict(_documents(ran.out.parent))
    if write_goldens:
        _write(GOLDENS / name, written)
    assert written == dict(_documents(GOLDENS / name))
    assert len(written) == 3 * len(EXAMPLES[name]) + len(EXAMPLES[name]) + 2


def test_goldens_are_valid() -> None:
    files = [path for path in GOLDENS.rglob("*") if path.is_file()]
    ran = run("validate", *files)
    assert ran.exit_code == 0, ran.stdout
    assert ran.stdout.count(": valid: ") == len(files) > 0


def _documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".xml", ".json") and path.name != "report.json":
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _write(folder: Path, documents: dict[str, bytes]) -> None:
    for name, content in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
