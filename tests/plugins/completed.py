"""Articles that were read, with what only their journals know, exported to every format."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from jatsx.model import Article
from tests.cli.commands import Ran, export

FORMATS: Final = ("jats", "crossref", "doaj", "rsci")

JOURNAL: Final = {
    "formats": {
        "crossref": {
            "depositor_name": "Example press",
            "email_address": "deposit@example.org",
            "registrant": "Example press",
        },
        "rsci": {"titleid": "12345"},
    },
    "rules": {"sample-value": "off"},
}
"""The settings of a journal."""


def exported_to_all(articles: Iterable[Article], folder: Path) -> Ran:
    """The export of articles to all formats, with an address and a year if they have none."""
    lines = [json.dumps(_completed(one), ensure_ascii=False) for one in articles]
    source = folder / "articles.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    targets = [argument for name in FORMATS for argument in ("--to", name)]
    return export(source, *targets, "--include", "unpublished", out=folder / "out")


def _completed(article: Article) -> dict[str, Any]:
    data = article.model_dump(mode="json", exclude_defaults=True)
    journal = {**data["issue"]["journal"], **JOURNAL}
    issue = {"year": "2024", **data["issue"], "journal": journal}
    return {"url": "https://journal.example.org/1", **data, "issue": issue}
