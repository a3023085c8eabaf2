"""Which files are articles in JATS Publishing, and of which version."""

from __future__ import annotations

import time
from typing import Final

import pytest

from jatsx_jats.exporter import EXPORTER
from tests.plugins.jatsx_jats.exporting import as_bytes, exported

PUBLISHING: Final = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v{} 20210610//EN" '
    '"JATS-journalpublishing.dtd">'
)
ARCHIVING: Final = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD '
    'v1.3 20210610//EN" "JATS-archivearticle1-3.dtd">'
)
FRONT: Final = "<front><journal-meta>"

FILES: Final = {
    "1.3 by its attribute": ('<article dtd-version="1.3">', "1.3"),
    "1.4 by its attribute": ("<article xml:lang='kk' dtd-version = '1.4'>", "1.4"),
    "a draft of 1.4": ('<article dtd-version="1.4d1">', "1.4"),
    "an earlier version": ('<article dtd-version="1.1">', "1.3"),
    "NLM 3.0": ('<article dtd-version="3.0">', "1.3"),
    "after a declaration, a comment, an instruction": (
        f'<?xml version="1.0"?>\n<!-- <book> -->{PUBLISHING.format("1.4")}<?x y?>'
        '<article dtd-version="1.4">',
        "1.4",
    ),
    "by its public identifier": (f"{PUBLISHING.format('1.4')}<article>", "1.4"),
    "by an earlier one's": (f"{PUBLISHING.format('1.0')}<article>", "1.3"),
    "with an internal subset": (
        '<!DOCTYPE article [<!ENTITY a ">">]><article dtd-version="1.3">',
        "1.3",
    ),
    "by its first element": (f"<article>\n  <!-- x -->{FRONT}", "1.3"),
    "a larger sign in an attribute": ('<article id="a>b" dtd-version="1.4">', "1.4"),
    "Archiving": (f'{ARCHIVING}<article dtd-version="1.3">{FRONT}', None),
    "a version to come": ('<article dtd-version="1.5">', None),
    "a version before JATS": ('<article dtd-version="2.3">', None),
    "any article": ("<article><p>", None),
    "DocBook": (f'<article xmlns="http://docbook.org/ns/docbook" dtd-version="1.3">{FRONT}', None),
    "another root": (f'<articles dtd-version="1.3">{FRONT}', None),
    "an article further in": ('<records><article dtd-version="1.3">', None),
    "no XML": ("article", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("file", "version"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_recognised(file: str, version: str | None, encoding: str) -> None:
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(file.encode(encoding)) == version


@pytest.mark.parametrize("version", ["1.3", "1.4"])
def test_our_own_documents(version: str) -> None:
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(as_bytes(exported({"id": "01"}, version))[:1024]) == version


@pytest.mark.parametrize("piece", [b" ", b"<!--", b"<?", b"<article ", b"<!DOCTYPE article "])
def test_odd_files_take_no_time(piece: bytes) -> None:
    assert EXPORTER.recognises is not None
    start = time.perf_counter()
    assert EXPORTER.recognises(piece * 8192) is None
    assert time.perf_counter() - start < 1
