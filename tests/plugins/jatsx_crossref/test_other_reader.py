"""Another reader of Crossref's XML, commonmeta-py, sees the same in a deposit.

Its limits: it reads deposits of 5.5.0, the first title and the first abstract, persons and no
groups, and of an abstract the paragraphs outside sections. It drops the text inside markup, and
references without a text or a DOI. Texts with these are not compared.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from jatsx.model import Article, Reference
from jatsx.model.text import Text
from jatsx.standards.identifiers import bare_doi
from jatsx.testing.awkward import awkward_articles
from jatsx_crossref.doi_batch import NAMESPACES

from .deposits import exported
from .reading import read_again

reader = pytest.importorskip("commonmeta.readers.crossref_xml_reader")
base_utils = pytest.importorskip("commonmeta.base_utils")

AWKWARD = {
    one.name: one.article for one in awkward_articles() if one.article.doi and one.article.title
}
DECLARED = " ".join(f'{name}="{uri}"' for name, uri in NAMESPACES.items())
RECORD = (
    f"<crossref_result {DECLARED}><query_result><body><query><doi_record>"
    "<crossref>{}</crossref></doi_record></query></body></query_result></crossref_result>"
)


@pytest.mark.parametrize("name", AWKWARD)
def test_both_see_the_same(name: str, tmp_path: Path) -> None:
    document = exported(AWKWARD[name])
    (article,) = read_again(document, tmp_path)
    seen = theirs(document.xml.decode())
    assert seen["doi"] == bare_doi(article.doi or "").lower()
    assert seen["people"] == names(article)
    assert like(seen["title"], next(iter(article.title.values())))
    for prose in list(article.abstract.values())[:1]:
        assert prose.sections[0].title or like(seen["abstract"], *prose.sections[0].paragraphs)
    assert len(seen["references"]) == len(references(article))
    for one, reference in zip(seen["references"], references(article), strict=True):
        assert one.get("id", "").lower() == address(reference)
        assert all(like(one.get("reference"), text) for text in reference.text.values())


def theirs(xml: str) -> dict[str, Any]:
    """What commonmeta-py sees: the deposit as the answer of a query."""
    (journal,) = re.findall(r"<journal>.*</journal>", xml, re.DOTALL)
    known = journal.replace("<journal_article", '<journal_article reg-agency="crossref"')
    seen = reader.read_crossref_xml(base_utils.parse_xml(RECORD.format(known), dialect="crossref"))
    people = (one.get("person", {}) for one in seen["contributors"] or [])
    return {
        "doi": (seen["id"] or "").removeprefix("https://doi.org/"),
        "title": seen["title"],
        "people": [(one.get("given_name"), one.get("family_name")) for one in people],
        "abstract": seen["description"],
        "references": seen["references"] or [],
    }


def names(article: Article) -> list[tuple[str | None, str | None]]:
    """The main names of the persons."""
    named = [next(iter(one.name.values())) for one in article.contributors if one.name]
    return [(one.given, one.family) for one in named]


def references(article: Article) -> list[Reference]:
    return [one for one in article.references if one.text or one.doi]


def address(reference: Reference) -> str:
    return f"https://doi.org/{bare_doi(reference.doi).lower()}" if reference.doi else ""


def like(seen: str | None, *texts: Text) -> bool:
    """Whether a text is the same, or has markup and can't be compared."""
    whole = " ".join(text.plain for text in texts)
    return any(text.has_markup for text in texts) or plain(seen) == plain(whole)


def plain(text: str | None) -> str:
    """A text on one line, without escapes and without what looks like a tag."""
    return " ".join(re.sub(r"<[^<>]*>", "", html.unescape(text or "")).split())
