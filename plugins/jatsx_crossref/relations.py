"""Related works: ``rel:program``. Corrections and other updates are in ``crossmark``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import (
    Built,
    Content,
    Extent,
    FrozenMap,
    Loss,
    element,
    inheritance,
    other_languages,
    partition,
)
from jatsx.model.text import Text, has_formulas
from jatsx.standards.languages import language_subtag
from jatsx_crossref.crossmark import UPDATE_TYPES
from jatsx_crossref.identifiers import crossref_doi
from jatsx_crossref.language import language_loss
from jatsx_crossref.options import Settings
from jatsx_crossref.texts import relation_face_markup
from jatsx_crossref.titles import original_language_title
from jatsx_crossref.version import Version
from jatsx_crossref.vocabulary import relation_languages

if TYPE_CHECKING:
    from jatsx.model import Article, Relation

INTRA_WORK: Final = FrozenMap(
    {
        "translation-of": "isTranslationOf",
        "has-translation": "hasTranslation",
        "preprint-of": "isPreprintOf",
        "has-preprint": "hasPreprint",
        "version-of": "isVersionOf",
        "has-version": "hasVersion",
    }
)
"""The value of ``@relationship-type`` for relations to another form of the same work."""

INTER_WORK: Final = FrozenMap(
    {
        "review-of": "isReviewOf",
        "has-review": "hasReview",
        "comment-on": "isCommentOn",
        "has-comment": "hasComment",
        "reply-to": "isReplyTo",
        "has-reply": "hasReply",
        "supplement-to": "isSupplementTo",
        "has-supplement": "isSupplementedBy",
    }
)
"""The value of ``@relationship-type`` for relations to another work."""


def relation_program(article: Article, settings: Settings) -> Built:
    """``rel:program``: the related works, without updates."""
    items = (
        related_item(relation, f"relations[{n}]", article, settings)
        for n, relation in enumerate(article.relations)
        if relation.type not in UPDATE_TYPES
    )
    attributes = {"name": "relations"}
    return element("rel:program", attributes, items, field="relations")


def related_item(
    relation: Relation, field: str, article: Article, settings: Settings
) -> Iterator[Content]:
    """``rel:related_item``: the type of relation, the identifier and the title of the work."""
    work = work_relation(relation, field)
    if work is None:
        yield Loss(field, "relation-form")
        return
    pieces = (description(relation, field, article, settings), [work])
    yield element("rel:related_item", None, pieces, field=field)
    if relation.doi and not crossref_doi(relation.doi):
        yield Loss(f"{field}.doi", "relation-doi-form")
    elif relation.doi and relation.url:
        yield Loss(f"{field}.url", "relation-identifier-limit")
    if relation.date:
        yield Loss(f"{field}.date", "no-relation-date")


def work_relation(relation: Relation, field: str) -> Built:
    """``rel:intra_work_relation`` or ``rel:inter_work_relation``: the other work's identifier."""
    is_intra = relation.type in INTRA_WORK
    kind = (INTRA_WORK if is_intra else INTER_WORK).get(relation.type)
    doi = crossref_doi(relation.doi)
    if kind is None:
        return None
    return element(
        "rel:intra_work_relation" if is_intra else "rel:inter_work_relation",
        {"relationship-type": kind, "identifier-type": "doi" if doi else "uri"},
        doi or relation.url,
        field=f"{field}.doi" if doi else f"{field}.url",
        fields={"@relationship-type": "../type"},
    )


def description(
    relation: Relation, field: str, article: Article, settings: Settings
) -> Iterator[Content]:
    """``rel:description``: the other work's title, in one language."""
    titles, own = relation.title, inheritance.language_tag(article)
    title = inheritance.in_one_language(f"{field}.title", titles, settings.language, own)
    if title is None:
        return
    made, _ = partition(original_language_title(article, settings.version))
    original = [one.field for one in made]
    yield from _description(title.value, title.language, title.field)
    if title.field not in original:
        yield _language_loss(title.language, title.field, settings.version)
    params = {"element": "rel:description"}
    lost = other_languages(f"{field}.title", titles, title.language, "one-language", params)
    yield from (one for one in lost if one.field not in original)


def _language_loss(tag: str, field: str, version: Version) -> Loss | None:
    if language_subtag(tag) in relation_languages():
        return language_loss(tag, field, version)
    return Loss(field, "description-language-not-listed", {"tag": tag}, Extent.FORM)


def _description(title: Text, tag: str, field: str) -> Iterator[Content]:
    code = language_subtag(tag)
    attributes = {"language": code if code in relation_languages() else None}
    yield element("rel:description", attributes, relation_face_markup(title), field=field)
    if has_formulas(title):
        yield Loss(field, "no-formulas", {"element": "rel:description"}, Extent.FORM)
