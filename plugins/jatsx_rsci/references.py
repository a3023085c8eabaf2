"""``references``: each cited work once, with its text in each language.

An original and its romanised version are two ``refInfo`` of one ``reference``, so that the work is
counted once. eLIBRARY does not define the language code of romanised texts, and practice varies. By
default it is ``TGL`` (transliteration). The option ``romanised`` selects another code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jatsx import Built, Extent, Loss, element, non_blank, present
from jatsx.model.fieldpath import subpath
from jatsx_rsci.citations import cited_elements, cited_losses
from jatsx_rsci.languages import (
    TRANSLITERATION,
    is_transliteration,
    language_code,
    language_losses,
)
from jatsx_rsci.settings import Settings
from jatsx_rsci.texts import rich_element

if TYPE_CHECKING:
    from jatsx import Article
    from jatsx.model import Reference


def references(article: Article, settings: Settings) -> Built:
    """``references``: the references with a text."""
    inside = (
        reference(one, f"references[{n}]", settings) for n, one in enumerate(article.references)
    )
    return element("references", None, inside, field="references")


def reference(one: Reference, field: str, settings: Settings) -> Iterator[Built]:
    """``reference``: a cited work."""
    chosen = chosen_texts(one, settings)
    if not chosen and one:
        yield Loss(field, "reference-text-missing")
        return
    first = next(iter(chosen), None)
    inside = (
        ref_info(one, tag, code, field, is_first=code == first) for code, tag in chosen.items()
    )
    yield element("reference", None, inside, field=field)
    yield from text_losses(one, chosen, field, settings)
    yield from cited_losses(one, field)
    if non_blank(one.label):
        yield Loss(f"{field}.label", "no-label")


def ref_info(one: Reference, tag: str, code: str, field: str, *, is_first: bool) -> Built:
    """``refInfo``: a text. The first one also contains the parts of the cited work."""
    own = subpath(field, "text", tag)
    return element(
        "refInfo",
        {"lang": code},
        rich_element("text", None, one.text[tag], own),
        element("elements", None, cited_elements(one, field)) if is_first else None,
        field=own,
    )


def chosen_texts(one: Reference, settings: Settings) -> dict[str, str]:
    """The tags of the included texts by their codes, with originals first."""
    tags: dict[str, str] = {}
    for tag in sorted(present(one.text), key=is_transliteration):
        code = reference_code(tag, settings)
        if code is not None:
            tags.setdefault(code, tag)
    return tags


def reference_code(tag: str, settings: Settings) -> str | None:
    """The language code of a text; None if the text is not included."""
    return settings.romanised if is_transliteration(tag) else language_code(tag)


def text_losses(
    one: Reference, chosen: dict[str, str], field: str, settings: Settings
) -> Iterator[Loss]:
    """The losses of texts that are not included, and of the language tags of the others."""
    for tag in present(one.text):
        own, code = subpath(field, "text", tag), reference_code(tag, settings)
        if code is None:
            yield Loss(own, "romanised-none", extent=Extent.LANGUAGE)
        elif chosen[code] != tag:
            params = {"element": "refInfo", "code": code}
            yield Loss(own, "one-per-language", params, Extent.LANGUAGE)
        elif code == TRANSLITERATION and _has_original(one, tag):
            continue
        elif code == language_code(tag):
            yield from language_losses(tag, own)
        else:
            yield Loss(own, "romanised-language", {"code": code}, Extent.FORM)


def _has_original(one: Reference, tag: str) -> bool:
    """Whether the reference has the original of a transliteration."""
    return tag.partition("-")[0] in present(one.text)
