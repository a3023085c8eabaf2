"""Articles to export, and what comes of them, for all tests of the Crossref exporter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jatsx.documents.document import ExportContext
from jatsx.documents.loss import Loss, distinct
from jatsx.documents.xml import Element, serialised
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.validation import validate
from jatsx.validation.schema import SchemaError
from jatsx_crossref.exporter import export
from jatsx_crossref.schemas import SCHEMAS

HERE: Final = Path(__file__).parent
VERSIONS: Final = ("5.5.0", "5.4.0", "5.3.1")
POLICY: Final = "10.5555/crossmark-policy"
DEPOSITOR: Final = {
    "depositor_name": "Example press",
    "email_address": "deposit@example.org",
    "registrant": "Example press",
}

MINIMAL: Final[Mapping[str, Any]] = {
    "id": "01",
    "doi": "10.5555/2024-1-01",
    "url": "https://journal.example.org/01",
    "language": "ru",
    "title": {"ru": "Название"},
    "issue": {
        "id": "2024-1",
        "year": "2024",
        "journal": {"title": {"ru": "Вестник"}, "issn": {"electronic": "2434-561X"}},
    },
}
"""An article that says no more than Crossref asks for. Nothing of it is lost."""


@dataclass(frozen=True)
class Exported:
    """What came of a run of articles."""

    name: str
    content: Element
    losses: Mapping[str, Sequence[Loss]]
    version: str

    @property
    def xml(self) -> bytes:
        return serialised(self.content)

    @property
    def compact(self) -> str:
        """The document without the space between tags."""
        return compact(self.xml.decode())

    @property
    def lost(self) -> list[str]:
        """The fields that were lost, in alphabetical order."""
        return sorted(loss.field for losses in self.losses.values() for loss in distinct(losses))

    @property
    def schema_errors(self) -> Sequence[SchemaError]:
        return validate(self.xml, SCHEMAS[self.version])


def described(given: Mapping[str, Any]) -> Article:
    """The minimal article, with what is given in addition or instead."""
    return Article.model_validate(merged(MINIMAL, given))


def merged(base: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Two descriptions as one; of two values that are no mappings the given one stands."""
    inner = {
        key: merged(base[key], value)
        for key, value in given.items()
        if isinstance(base.get(key), Mapping) and isinstance(value, Mapping)
    }
    return {**base, **given, **inner}


def exported(
    articles: Article | Sequence[Article],
    options: Mapping[str, str] | None = None,
    version: str = "5.5.0",
    run: int = 0,
) -> Exported:
    """What comes of one article, or of several of one issue."""
    run_of = [articles] if isinstance(articles, Article) else articles
    (document,) = export(run_of, context(options or {}, version, run))
    assert isinstance(document.content, Element)
    return Exported(document.name, document.content, document.losses, version)


def context(options: Mapping[str, str], version: str = "5.5.0", run: int = 0) -> ExportContext:
    """A deposit with the options that every deposit needs, and these."""
    return ExportContext(
        timestamp="20240630120000000",
        batch_id="2024-1-20240630120000000",
        run=run,
        version=version,
        options=FrozenMap({**DEPOSITOR, **options}),
    )


def compact(xml: str) -> str:
    """XML without the space between tags."""
    return re.sub(r">\s+<", "><", xml).strip()


def read_yaml(path: Path) -> Any:
    """A file of test data, its plain scalars as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
