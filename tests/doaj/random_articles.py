"""Articles at random: any that the model accepts, the likely and the odd side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from hypothesis import strategies as st

from jatsx.frozenmap import FrozenMap
from jatsx.model import Article, Part, PerLanguage
from jatsx.text import Prose, Section, Text, parse_text

from .articles import article

FIELDS: Final = tuple(Article.model_fields)
TAGS: Final = st.sampled_from(["kk", "ru", "en", "ru-Latn", "kz", "ru_RU", "", "e.n"])
ODD: Final = ["", " ", "a", "2024", "2024-02-30", "<script>", "Х", "İ\t", '"', "../x", "{x}", "١"]
LIKELY: Final[Mapping[str, Sequence[str]]] = {
    "doi": ["10.5555/01", "10.5555/02", "https://doi.org/10.5555/03", "10.5555"],
    "url": ["https://example.org/1", "http://example.org/1", "ftp://example.org", "http://[x"],
    "print": ["2434-561X", "0378-5955", "2024-06-30", "2024"],
    "electronic": ["2434-561X", "0378-5955", "2434-561Х"],
    "online": ["2024-05", "2024-13"],
    "year": ["2024", "24"],
    "kind": ["author", "editor"],
    "language": ["kk", "ru", "en"],
    "orcid": ["0000-0002-1825-0097", "0000-0002-1694-233X"],
    "content_type": ["application/pdf", "text/html", "x/y"],
    "country": ["KZ", "kz", "001"],
    "id": ["a1", "a2"],
    "affiliations": ["a1", "a2"],
    "ror": ["https://ror.org/05gq02987"],
}
"""Values that some fields have in earnest, by the field's name."""

LINES: Final = st.sampled_from(ODD) | st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24FF, exclude_categories=["Cs", "Cc"]),
    max_size=5,
)
TEXTS: Final = st.sampled_from(
    ["", " ", "Су", "<i>a</i>", "a<sub>2</sub> b", "a &lt;script&gt; b", "<p>a</p>", "<math/>"]
).map(parse_text)


def any_part(part: type[Part]) -> st.SearchStrategy[Any]:
    """Any part of a class."""
    fields = part.model_fields.items()
    values = {name: _values(field.annotation, name) for name, field in fields}
    required = {name: values.pop(name) for name, field in fields if field.is_required()}
    return st.fixed_dictionaries(required, optional=values).map(part.model_validate)


@cache
def any_article() -> st.SearchStrategy[Article]:
    """Any article: one that is odd all over, or the rich one with a few odd fields."""
    odd = any_part(Article)
    return odd | st.builds(_with_fields_of, odd, st.sets(st.sampled_from(FIELDS), max_size=3))


def _with_fields_of(odd: Article, fields: Iterable[str]) -> Article:
    return article().model_copy(update={field: getattr(odd, field) for field in sorted(fields)})


def _values(annotation: Any, name: str) -> st.SearchStrategy[Any]:
    """Any value of a field."""
    kinds = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _values(kinds[0], name)
    if get_origin(annotation) in (Union, UnionType):
        return st.none() | _values(kinds[0], name)
    if get_origin(annotation) is tuple:
        return st.lists(_values(kinds[0], name), max_size=2).map(tuple)
    if FrozenMap in (annotation, get_origin(annotation)) or get_origin(annotation) is PerLanguage:
        return st.dictionaries(TAGS, _values(kinds[0], name), max_size=2)
    if annotation is str:
        return st.sampled_from(LIKELY[name]) | LINES if name in LIKELY else LINES
    return _PLAIN[annotation] if annotation in _PLAIN else any_part(annotation)


_PROSES: Final = st.lists(
    st.builds(Section, st.none() | TEXTS, st.lists(TEXTS, max_size=2).map(tuple)), max_size=2
).map(lambda sections: Prose(tuple(sections)))
_PLAIN: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    Text: TEXTS,
    Prose: _PROSES,
    bool: st.booleans(),
    int: st.integers(0, 3),
}
