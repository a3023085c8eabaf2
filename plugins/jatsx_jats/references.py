"""The reference list: ``ref-list``.

What is taken apart is an ``element-citation``, what is printed a ``mixed-citation``; both, or an
original and its romanised twin, are ``citation-alternatives`` of each other. DOI, address and
access date stand in the first of them. Source: JATS Publishing Tag Library, ``ref``,
``citation-alternatives``.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import el
from jatsx.documents.build import Inside, Lost, Pieces, at, stated, wrapped
from jatsx.model import Article, Reference
from jatsx_jats.citations import element_citation, mixed_citation
from jatsx_jats.names import lang_variant
from jatsx_jats.said import said
from jatsx_jats.version import Version


def ref_list(article: Article, version: Version) -> Pieces:
    """What the article cites, in order."""
    refs = [_ref(reference, n, version) for n, reference in enumerate(article.references)]
    return wrapped("ref-list", None, refs, of="references")


def _ref(reference: Reference, n: int, version: Version) -> Pieces:
    of = f"references[{n}]"
    citations = _citations(reference, of, version)
    if not citations:
        return tuple(_lost(reference, of))
    label = el("label", None, reference.label, of=f"{of}.label")
    return wrapped("ref", {"id": f"ref{n + 1}"}, label, _alternatives(citations, of), of=of)


def _citations(reference: Reference, of: str, version: Version) -> list[Pieces]:
    """Each citation that there is something to make of."""
    texts = stated(reference.text)
    structured = element_citation(reference, of) if reference.work or not texts else ()
    citations = [structured] if structured else []
    for tag, text in texts.items():
        variant, is_first = lang_variant(tag, texts, version), not citations
        printed = mixed_citation(reference, tag, text, of, variant=variant, is_first=is_first)
        citations.append(printed)
    return citations


def _alternatives(citations: list[Pieces], of: str) -> Inside:
    """One citation, or several as alternatives of each other."""
    several = len(citations) > 1
    return wrapped("citation-alternatives", None, citations, of=of) if several else citations[0]


def _lost(reference: Reference, of: str) -> Iterator[Lost]:
    """What a reference says beside a citation that it doesn't have."""
    for name in ("label", "type"):
        if said(getattr(reference, name)):
            yield Lost(at(of, name), "a ref holds a citation, and there is nothing to make one of")
