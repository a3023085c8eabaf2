"""``references``: each cited work once, in as many languages as the article lists it.

An original and its romanised twin are two ``refInfo`` of one ``reference``, so that the work is
counted once. eLIBRARY doesn't say what the twin's language is called, and practice differs. Here it
is ``TGL``, transliteration, which is what the text is; ``ENG`` would say that it is English. The
option ``romanised`` chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx.documents.build import Lost, Pieces, at, stated, wrapped
from jatsx_rsci.citations import cited_elements, cited_losses
from jatsx_rsci.languages import (
    TRANSLITERATION,
    is_transliteration,
    language_code,
    language_losses,
)
from jatsx_rsci.settings import Settings
from jatsx_rsci.texts import rich_element, said

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Reference


def references(article: Article, settings: Settings) -> Pieces:
    """``references``: those that have a text."""
    inside = (
        reference(one, f"references[{n}]", settings) for n, one in enumerate(article.references)
    )
    return wrapped("references", None, inside, of="references")


def reference(one: Reference, of: str, settings: Settings) -> Iterator[Pieces]:
    """``reference``: a cited work."""
    chosen = chosen_texts(one, settings)
    if not chosen and one:
        yield Lost(of, "refInfo is the text of a reference, and there is none")
        return
    first = next(iter(chosen), None)
    inside = (ref_info(one, tag, code, of, is_first=code == first) for code, tag in chosen.items())
    yield wrapped("reference", None, inside, of=of)
    yield from text_losses(one, chosen, of, settings)
    yield from cited_losses(one, of)
    if said(one.label):
        yield Lost(f"{of}.label", "reference has no label: its place in the list is its number")


def ref_info(one: Reference, tag: str, code: str, of: str, *, is_first: bool) -> Pieces:
    """``refInfo``: a text; with the first one stands what is known of its parts."""
    field = at(of, "text", tag)
    return wrapped(
        "refInfo",
        {"lang": code},
        rich_element("text", None, one.text[tag], field),
        wrapped("elements", None, cited_elements(one, of)) if is_first else None,
        of=field,
    )


def chosen_texts(one: Reference, settings: Settings) -> dict[str, str]:
    """The texts that are sent, the tag of each by its code: originals first."""
    tags: dict[str, str] = {}
    for tag in sorted(stated(one.text), key=is_transliteration):
        code = reference_code(tag, settings)
        if code is not None:
            tags.setdefault(code, tag)
    return tags


def reference_code(tag: str, settings: Settings) -> str | None:
    """What the language of a text is called; None where it isn't sent."""
    return settings.romanised if is_transliteration(tag) else language_code(tag)


def text_losses(
    one: Reference, chosen: dict[str, str], of: str, settings: Settings
) -> Iterator[Lost]:
    """The texts that aren't sent, and what isn't said of the language of those that are."""
    for tag in stated(one.text):
        field, code = at(of, "text", tag), reference_code(tag, settings)
        if code is None:
            yield Lost(field, "the option romanised says none")
        elif chosen[code] != tag:
            yield Lost(field, f"refInfo stands once for each language, {code} for another text")
        elif code == TRANSLITERATION and _has_original(one, tag):
            continue
        elif code == language_code(tag):
            yield from language_losses(tag, field)
        else:
            yield Lost(field, f"lang says {code}, and not of which language it is romanised")


def _has_original(one: Reference, tag: str) -> bool:
    """Whether the text of which a text is the transliteration stands beside it."""
    return tag.partition("-")[0] in stated(one.text)
