"""Which files are articles in JATS Publishing, and of which version."""

from __future__ import annotations

import time
from typing import Final

import pytest

from jatsx_jats.exporter import EXPORTER
from tests.plugins.jatsx_jats.exporting import as_bytes, exported


def doctype(name: str, version: str) -> str:
    """The declaration of a DTD of JATS or NLM."""
    public_id = f"-//NLM//DTD {name} v{version} 20210610//EN"
    return f'<!DOCTYPE article PUBLIC "{public_id}" "JATS.dtd">'


PUBLISHING: Final = "JATS (Z39.96) Journal Publishing DTD with MathML3"
ARCHIVING: Final = "JATS (Z39.96) Journal Archiving and Interchange DTD"
FRONT: Final = "<front><journal-meta>"
XSD: Final = (
    'xsi:noNamespaceSchemaLocation="{}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)

FILES: Final = {
    "1.4 by its attribute": ("<article xml:lang='kk' dtd-version = '1.4'>", "Publishing 1.4"),
    "an earlier version": ('<article dtd-version="1.1">', "Publishing 1.1"),
    "a draft of 1.4": ('<article dtd-version="1.4d1">', "Publishing 1.4d1, no schema"),
    "a version to come": ('<article dtd-version="1.5">', "Publishing 1.5, no schema"),
    "NLM 3.0": ('<article dtd-version="3.0">', "NLM Publishing 3.0, no schema"),
    "a version before JATS": (
        f"{doctype('Journal Archiving and Interchange DTD', '2.3')}<article>",
        "NLM Archiving 2.3, no schema",
    ),
    "after a declaration, a comment, an instruction": (
        f'<?xml version="1.0"?>\n<!-- <book> -->{doctype(PUBLISHING, "1.4")}<?x y?><article>',
        "Publishing 1.4",
    ),
    "its DTD before its attribute": (
        f'{doctype(PUBLISHING, "1.0")}<article dtd-version="1.3">',
        "Publishing 1.0",
    ),
    "Archiving": (f'{doctype(ARCHIVING, "1.3")}<article dtd-version="1.3">', "Archiving 1.3"),
    "a draft of Archiving": (
        f"{doctype(ARCHIVING, '1.1d3')}<article>",
        "Archiving 1.1d3, no schema",
    ),
    "Authoring": (
        f"{doctype('JATS (Z39.96) Article Authoring DTD', '1.2')}<article>",
        "Authoring 1.2, no schema",
    ),
    "OASIS tables": (
        f"{doctype(ARCHIVING + ' with OASIS Tables', '1.2')}<article>",
        "Archiving with OASIS tables 1.2, no schema",
    ),
    "by the path of its DTD": (
        '<!DOCTYPE article SYSTEM "https://jats.nlm.nih.gov/archiving/1.2/JATS-archivearticle1.dtd">'
        "<article>",
        "Archiving 1.2",
    ),
    "by the name of its DTD": (
        '<!DOCTYPE article SYSTEM "JATS-journalpublishing1-3.dtd"><article>',
        "Publishing 1.3",
    ),
    "by its XSD": (
        f'<article {XSD.format("JATS-archivearticle1-4-mathml3.xsd")} dtd-version="1.4">',
        "Archiving 1.4",
    ),
    "by its RELAX NG schema": (
        '<?xml-model href="JATS-archivearticle1-3-mathml3.rng"?><article dtd-version="1.3">',
        "Archiving 1.3",
    ),
    "by its processing-meta": (
        '<article dtd-version="1.3"><processing-meta tagset-family="jats"'
        ' base-tagset="archiving"/>',
        "Archiving 1.3",
    ),
    "with an internal subset": (
        '<!DOCTYPE article [<!ENTITY a ">">]><article dtd-version="1.3">',
        "Publishing 1.3",
    ),
    "by its first element": (f"<article>\n  <!-- x -->{FRONT}", "Publishing 1.3"),
    "a larger sign in an attribute": ('<article id="a>b" dtd-version="1.4">', "Publishing 1.4"),
    "any article": ("<article><p>", None),
    "a misspelt public identifier": (
        '<!DOCTYPE article PUBLIC "-//NLM//LTD JATS (Z39.96) Journal Publishing DTD v1.1'
        ' 20151215//EN" "jats.dtd"><article>',
        "Publishing 1.1",
    ),
    "an article of another publisher": (
        '<!DOCTYPE article PUBLIC "-//ES//DTD journal article DTD version 5.6.0//EN//XML" "a.dtd">'
        '<article dtd-version="1.3">',
        None,
    ),
    "DocBook": (f'<article xmlns="http://docbook.org/ns/docbook" dtd-version="1.3">{FRONT}', None),
    "another root": (f'<articles dtd-version="1.3">{FRONT}', None),
    "an article further in": ('<records><article dtd-version="1.3">', None),
    "no XML": ("article", None),
    "nothing": ("", None),
}


def recognised(content: bytes) -> str | None:
    """The format and version of a file in short, and whether its schema is bundled."""
    assert EXPORTER.recognises is not None
    found = EXPORTER.recognises(content)
    if isinstance(found, str):
        found = EXPORTER.foreign(found)
    if found is None:
        return None
    title = found.title.removeprefix("JATS ").replace("Journal ", "").replace("Article ", "")
    short = f"{title.replace(' and Interchange', '')} {found.version}"
    return short if found.schema else f"{short}, no schema"


@pytest.mark.parametrize(("file", "expected"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_recognised(file: str, expected: str | None, encoding: str) -> None:
    assert recognised(file.encode(encoding)) == expected


@pytest.mark.parametrize("version", ["1.3", "1.4"])
def test_our_own_documents(version: str) -> None:
    assert EXPORTER.recognises is not None
    assert EXPORTER.recognises(as_bytes(exported({"id": "01"}, version))[:1024]) == version


@pytest.mark.parametrize(
    "piece", [b" ", b"<!--", b"<!-- x -->", b"<?", b"<?x?>", b"<article ", b"<!DOCTYPE article "]
)
def test_odd_files_take_no_time(piece: bytes) -> None:
    assert EXPORTER.recognises is not None
    start = time.perf_counter()
    assert EXPORTER.recognises(piece * 8192) is None
    assert time.perf_counter() - start < 1
