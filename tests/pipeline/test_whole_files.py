"""Files in the place of a temporary file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jatsx.pipeline.whole_files import FileInProgress, write_whole


def in_progress(path: Path, content: bytes) -> None:
    """Writes a file piece by piece."""
    file = FileInProgress(path)
    file.file.write(content)
    file.finish()


@pytest.mark.parametrize("write", [write_whole, in_progress])
@pytest.mark.parametrize("planted", ["link", "pipe", "file"])
def test_what_is_planted_under_the_temporary_name_is_not_opened(
    tmp_path: Path, planted: str, write: Callable[[Path, bytes], None]
) -> None:
    temporary = tmp_path / f".a.xml.{os.getpid()}.tmp"
    other = tmp_path / "other"
    other.write_bytes(b"of others")
    if planted == "link":
        temporary.symlink_to(other)
    elif planted == "pipe":
        os.mkfifo(temporary)
    else:
        temporary.write_bytes(b"of a killed export")
    write(tmp_path / "a.xml", b"new")
    assert other.read_bytes() == b"of others"
    assert (tmp_path / "a.xml").read_bytes() == b"new"
    assert not (tmp_path / "a.xml").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "other"]
