"""The reference list: ``ref-list``.

What is taken apart is an ``element-citation``, what is printed a ``mixed-citation``; both, or an
original and its romanised twin, are ``citation-alternatives`` of each other. DOI, address and
access date stand in the first of them. Source: JATS Publishing Tag Library, ``ref``,
``citation-alternatives``.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import el
from jatsx.model import Article, Reference
from jatsx.pieces import Lost, Pieces, apart, at, stated, wrapped
from jatsx_jats.citations import element_citation, mixed_citation
from jatsx_jats.names import lang_variant
from jatsx_jats.pieces import said
from jatsx_jats.version import Version


def ref_list(article: Article, version: Version) -> Pieces:
    """What the article cites, in order."""
    references = enumerate(article.references)
    return wrapped(
        "ref-list", None, (_ref(entry, n, version) for n, entry in references), of="references"
    )


def _ref(reference: Reference, n: int, version: Version) -> Pieces:
    of = f"references[{n}]"
    found, lost = apart(*_citations(reference, of, version))
    if not found:
        return (*lost, *_lost(reference, of))
    citation = found[0] if len(found) == 1 else el("citation-alternatives", None, *found, of=of)
    label = el("label", None, reference.label, of=at(of, "label"))
    return wrapped("ref", {"id": f"ref{n + 1}"}, label, citation, lost, of=of)


def _citations(reference: Reference, of: str, version: Version) -> list[Pieces]:
    texts = stated(reference.text)
    is_structured = bool(reference.work) or not texts
    pieces = [element_citation(reference, of)] if is_structured else []
    for tag, text in texts.items():
        variant = lang_variant(tag, texts, version)
        is_first = not pieces
        pieces.append(mixed_citation(reference, tag, text, of, variant=variant, is_first=is_first))
    return pieces


def _lost(reference: Reference, of: str) -> Iterator[Lost]:
    """What a reference says beside a citation that it doesn't have."""
    for name in ("label", "type"):
        if said(getattr(reference, name)):
            yield Lost(at(of, name), "a ref holds a citation, and there is nothing to make one of")
