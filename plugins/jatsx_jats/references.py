"""The reference list: ``ref-list``.

The parts of a cited work are an ``element-citation``, its printed text is a ``mixed-citation``.
Both together, or an original and its romanised form, are ``citation-alternatives``. The first one
contains DOI, URL and access date. Source: JATS Publishing Tag Library, ``ref``,
``citation-alternatives``.
"""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Built, Content, Loss, element, inheritance, is_present, present
from jatsx.model import Article, Reference
from jatsx.model.fieldpath import subpath
from jatsx_jats.citations import element_citation, mixed_citation
from jatsx_jats.languages import group_attributes
from jatsx_jats.version import Version


def ref_list(article: Article, version: Version) -> Built:
    """The references, in order."""
    own = inheritance.language_tag(article)
    refs = [_ref(reference, n, own, version) for n, reference in enumerate(article.references)]
    return element("ref-list", None, refs, field="references")


def _ref(reference: Reference, n: int, own: str | None, version: Version) -> Built:
    field = f"references[{n}]"
    citations = _citations(reference, n, own, version)
    if not citations:
        return tuple(_lost(reference, field))
    label = element("label", None, reference.label, field=f"{field}.label")
    return element(
        "ref", {"id": f"ref{n + 1}"}, label, _alternatives(citations, field), field=field
    )


def _citations(reference: Reference, n: int, own: str | None, version: Version) -> list[Built]:
    """The citations: one with the parts, and one for each text."""
    texts, field = present(reference.text), f"references[{n}]"
    structured = element_citation(reference, field) if reference.work or not texts else ()
    citations: list[Built] = [structured] if structured else []
    for tag, text in texts.items():
        grouped = group_attributes(f"ref{n + 1}text", tag, texts, own, version)
        if tag == own != next(iter(texts)):  # the original is the first text
            grouped["lang-variant"] = None
        is_first = not citations
        citations.append(mixed_citation(reference, tag, text, field, grouped, is_first=is_first))
    return citations


def _alternatives(citations: list[Built], field: str) -> Content:
    """One citation, or several citations as alternatives."""
    several = len(citations) > 1
    return (
        element("citation-alternatives", None, citations, field=field) if several else citations[0]
    )


def _lost(reference: Reference, field: str) -> Iterator[Loss]:
    """The losses of a reference that has no content for a citation."""
    for name in ("label", "type"):
        if is_present(getattr(reference, name)):
            yield Loss(subpath(field, name), "citation-empty")
