"""A distribution as pip leaves it: a module, its metadata and its entry points."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.cli.commands import Ran

IDS: Final = tuple(f"{number:02}" for number in range(1, 11))
CULPRIT: Final = "05"
"""The one article of ten that bad plugins stumble over."""

SHIPPED: Final = ("--to", "jats", "--to", "crossref", "--to", "doaj")

HEAD: Final = """\
import sys
from jatsx import *
from jatsx import hookimpl

class Anything:
    def __truediv__(self, name):
        return self
    def read_text(self, encoding="utf-8"):
        return '{"required": ["id"], "properties": {"id": {"type": "string"}}}'

def sound(articles, deposit):
    for article in articles:
        yield Document(f"{article.id}.json", {"id": article.id}, articles=[article.id])

def offered(export, name="odd", **said):
    return Exporter(name, "Odd", export, schema=Schema.json(Anything(), "x.json"), **said)
"""
"""What plugins of these tests begin with: a format that makes a small file of each article."""

HOOK: Final = """
@hookimpl
def jatsx_exporters():
    return [offered(export)]
"""


def stumbling(body: str, per: str = "article") -> str:
    """A plugin whose format makes what a body of a function does, of the culprit alone."""
    hook = HOOK.replace("(export)", f'(export, per="{per}")')
    return (
        f"{HEAD}\ndef export(articles, deposit):\n"
        f"    article = next((one for one in articles if one.id == {CULPRIT!r}), None)\n"
        "    return sound(articles, deposit) if article is None else bad(articles, article)\n"
        f"\ndef bad(articles, article):\n    {body}\n{hook}"
    )


def installed(site: Path, name: str, code: str, points: Mapping[str, str] | None = None) -> Path:
    """Writes a distribution, version 1.2, to a folder for Python to look in."""
    info = site / f"{name}-1.2.dist-info"
    info.mkdir(parents=True)
    (site / f"{name}.py").write_text(code, "utf-8")
    lines = (f"{point} = {value}" for point, value in (points or {name: name}).items())
    (info / "entry_points.txt").write_text("\n".join(["[jatsx]", *lines, ""]), "utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", "utf-8")
    return site


def shipped_files(ran: Ran) -> dict[str, bytes]:
    """The documents of the formats that jatsx ships."""
    names = (name for name in ran.files() if name.split("/")[1] in SHIPPED)
    return {name: (ran.out / name).read_bytes() for name in names}
