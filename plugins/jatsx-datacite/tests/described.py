"""Articles for the tests, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx import Article, Document, ExportContext, FrozenMap
from jatsx.documents.content import content_bytes
from jatsx.validation import validate

from jatsx_datacite.exporter import EXPORTER, export
from jatsx_datacite.version import VERSIONS

BOTH: Final = tuple(VERSIONS)

PLAIN: Final[dict[str, Any]] = {
    "id": "01",
    "doi": "10.5555/irilj.2024.106.2.02",
    "url": "https://journal.example.org/2024-2/02",
    "language": "ru",
    "title": {"ru": "О воде", "kk": "Су туралы", "en": "On water"},
    "contributors": [
        {
            "name": {
                "ru": {"family": "Бурнашев", "given": "Рустам", "patronymic": "Ренатович"},
                "en": {"family": "Burnashev", "given": "Rustam"},
            },
            "affiliations": ["dku"],
        }
    ],
    "affiliations": [
        {
            "id": "dku",
            "institution": {"ru": "Казахстанско-Немецкий Университет", "en": "DKU"},
            "country": "KZ",
        }
    ],
    "issue": {
        "id": "2024-2",
        "number": "2",
        "year": "2024",
        "journal": {
            "title": {"kk": "Хабаршы", "en": "Herald"},
            "issn": {"print": "1563-0285", "electronic": "2618-1215"},
            "publisher": {"name": {"kk": "Қазақ университеті", "en": "Kazakh University"}},
        },
    },
}
"""An article that lacks nothing that DataCite asks for."""


def article(**fields: Any) -> Article:
    """The plain article with these fields instead."""
    return Article.model_validate({**PLAIN, **fields})


def in_journal(**fields: Any) -> Article:
    """The plain article in the plain journal with these fields instead."""
    return article(issue={**PLAIN["issue"], "journal": {**PLAIN["issue"]["journal"], **fields}})


def in_issue(**fields: Any) -> Article:
    """The plain article in the plain issue with these fields instead."""
    return article(issue={**PLAIN["issue"], **fields})


def document(one: Article, version: str = "4.5", **options: str) -> Document:
    """The document of an article."""
    context = ExportContext("20240601120000000", "batch", 0, version, FrozenMap(options))
    (made,) = export([one], context)
    return made


def made(one: Article, version: str = "4.5", **options: str) -> Any:
    """The JSON of an article, its lists as tuples."""
    return _plain(document(one, version, **options).content)


def lost(one: Article, version: str = "4.5", **options: str) -> dict[str, str]:
    """The fields that are lost of an article, and why."""
    return {
        loss.field: EXPORTER.reason(loss) for loss in document(one, version, **options).all_losses
    }


def schema_errors(content: bytes, version: str = "4.5") -> list[str]:
    """What the schema of a version has against a file."""
    return [one.detail for one in validate(content, EXPORTER.versions[version])]


def written(one: Article, version: str = "4.5", **options: str) -> bytes:
    """The file of an article."""
    return content_bytes(document(one, version, **options))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
