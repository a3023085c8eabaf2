"""What the open API shows of an article beside its DOI and its journal.

Source: Crossref's documentation of the REST API's format, and records that it answers with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from xml.sax.saxutils import escape

from lxml import etree

JATS: Final = "http://www.ncbi.nlm.nih.gov/JATS1"
DATE_KEYS: Final = {"print": "published-print", "online": "published-online"}


def details(article: etree._Element) -> dict[str, Any]:
    """What is shown of an article; nothing for what it does not have."""
    shown: dict[str, Any] = {
        "language": article.get("language"),
        "page": _pages(article),
        "author": list(_people(article, "author")),
        "editor": list(_people(article, "editor")),
        "abstract": next(map(markup, article.iterfind(f"{{{JATS}}}abstract")), None),
        "license": list(_licenses(article)),
        "reference-count": len(article.findall("{*}citation_list/{*}citation")),
        "update-to": [
            {"DOI": (one.text or "").lower(), "type": one.get("type")}
            for one in article.iterfind(".//{*}update")
        ],
        **dict(_dates(article)),
    }
    return {name: value for name, value in shown.items() if value}


def markup(element: etree._Element) -> str:
    """The content of an element, with the tags in it. JATS has the prefix ``jats:``."""
    pieces = [escape(element.text or "")]
    for child in element.iterchildren("*"):
        name = etree.QName(child)
        tag = f"jats:{name.localname}" if name.namespace == JATS else name.localname
        pieces.append(f"<{tag}>{markup(child)}</{tag}>{escape(child.tail or '')}")
    return "".join(pieces).strip()


def _pages(article: etree._Element) -> str:
    """``5-17``."""
    pages = (article.findtext(f"{{*}}pages/{{*}}{name}_page") for name in ("first", "last"))
    return "-".join(page for page in pages if page)


def _people(article: etree._Element, role: str) -> Iterator[dict[str, Any]]:
    for one in article.iterfind("{*}contributors/*"):
        if one.get("contributor_role") != role:
            continue
        names = {
            "given": one.findtext("{*}given_name"),
            "family": one.findtext("{*}surname"),
            "suffix": one.findtext("{*}suffix"),
            "name": one.text if etree.QName(one).localname == "organization" else None,
            "ORCID": one.findtext("{*}ORCID"),
        }
        institutions = one.iterfind("{*}affiliations/{*}institution/{*}institution_name")
        yield {
            **{name: value for name, value in names.items() if value},
            "sequence": one.get("sequence"),
            "affiliation": [{"name": name.text} for name in institutions],
        }


def _licenses(article: etree._Element) -> Iterator[dict[str, Any]]:
    for one in article.iterfind(".//{*}license_ref"):
        yield {"URL": one.text, "content-version": one.get("applies_to") or "unspecified"}


def _dates(article: etree._Element) -> Iterator[tuple[str, Any]]:
    for one in article.iterfind("{*}publication_date"):
        date = _date(one)
        yield DATE_KEYS.get(one.get("media_type", ""), "published"), date
        yield "published", date
    for one in article.iterfind("{*}acceptance_date"):
        yield "accepted", _date(one)


def _date(element: etree._Element) -> dict[str, Any]:
    values = (element.findtext(f"{{*}}{name}") for name in ("year", "month", "day"))
    return {"date-parts": [[int(value) for value in values if value]]}
