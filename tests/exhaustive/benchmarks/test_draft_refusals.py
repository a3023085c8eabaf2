"""Files that are no printed issue end with one sentence, and within seconds."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from PIL import Image

from jatsx.cli import main
from tests.plugins.jatsx_draft.pages import NAMES_FIRST

SECONDS: Final = 10
MEGABYTE: Final = 1_000_000


def _novel() -> bytes:
    return b"It was late, and nobody in the house had slept. The rain went on.\n" * 90_000


def _prices() -> bytes:
    return "\n".join(f"Товар {n}\t{3 * n} тг ..... {n}" for n in range(90_000)).encode()


def _english() -> bytes:
    head, _, rest = NAMES_FIRST.partition("\nА. Серікбай")
    body = rest[rest.index("Introduction") :]
    return ("\n".join([head, body]) * 300).encode()


def _large() -> bytes:
    return b"x" * (50 * MEGABYTE)


def _bytes() -> bytes:
    return random.Random(25).randbytes(5 * MEGABYTE)


def _scan() -> bytes:
    pages = [Image.new("L", (1240, 1754), 200 + n) for n in range(20)]
    file = BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:])
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("novel.txt", _novel, "draft-issue-unrecognised"),
        ("prices.txt", _prices, "draft-issue-unrecognised"),
        ("english.txt", _english, "draft-issue-unrecognised"),
        ("large.txt", _large, "draft-file-large"),
        ("large.pdf", _large, "draft-file-damaged"),
        ("random.txt", _bytes, "draft-file-encoding"),
        ("random.docx", _bytes, "draft-file-damaged"),
        ("random.pdf", _bytes, "draft-file-damaged"),
        ("scan.pdf", _scan, "draft-file-scan"),
    ],
)
def test_other_files_are_refused_fast(
    name: str, content: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    path, out = tmp_path / name, tmp_path / "out"
    path.write_bytes(content())
    start = time.perf_counter()
    result = CliRunner().invoke(main, ["draft", str(path), "--out", str(out), "--lang", "en"])
    seconds = time.perf_counter() - start
    print(f"{name}: {seconds:.1f} s")
    assert result.exit_code == 2
    assert f"[{code}]" in result.output
    assert "Traceback" not in result.output
    assert not out.exists()
    assert seconds <= SECONDS
