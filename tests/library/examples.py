"""What the tests of the library export."""

from __future__ import annotations

from typing import Any, Final

from tests.conftest import ROOT

TIMESTAMP: Final = "20240601120000000"
FOLDERS: Final = [ROOT / "examples" / name for name in ("caa-2021-4", "irilj-2024-2")]
FOLDER: Final = FOLDERS[1]

JOURNAL: Final = {
    "title": {"en": "Journal of Examples"},
    "issn": {"electronic": "2434-561X"},
    "publisher": {"name": {"en": "Press"}},
    "rules": {"sample-value": "off"},
    "formats": {
        "crossref": {
            "depositor_name": "Press",
            "email_address": "deposit@example.org",
            "registrant": "Press",
        }
    },
}


def article(id: str = "07", **given: Any) -> dict[str, Any]:
    """The data of an article of the issue 2024-3."""
    return {
        "id": id,
        "doi": f"10.5555/{id}",
        "url": f"https://example.org/{id}",
        "language": "en",
        "title": {"en": f"Title {id}"},
        "contributors": [{"name": {"en": {"family": "Author", "given": "A."}}}],
        "issue": {"id": "2024-3", "number": "3", "year": "2024", "journal": JOURNAL},
        **given,
    }
