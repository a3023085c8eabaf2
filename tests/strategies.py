"""Articles of every kind, for Hypothesis.

They are built from the model itself, so that a new field is covered without a word here. A value
is sometimes what the field is for, sometimes any text at all: the model holds what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from jatsx.model import Article, Part, PerLanguage
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.requirement import LEVEL, RuleSettings
from jatsx.model.text import TAGS, Markup, Math, Node, Prose, Section, Text
from jatsx.standards import vocabularies
from jatsx.standards.languages import is_country_code, is_language_tag

few: Final = settings(max_examples=settings().max_examples // 6)
"""For properties of whole articles, which take long to make: 10, and 60 in ``tests/exhaustive``."""

PartType = TypeVar("PartType", bound=Part)

LETTERS: Final = (
    "abzAZ019.,;:-–—/%{}[]()#~_'\"<>&\n\r\t \u00a0"  # Latin, and what syntaxes care for
    "АЯабяё" + "ӘҒҚҢӨҰҮҺІәғқңөұүһі"  # Cyrillic, and the letters of Kazakh
    "العربيةקי" + "漢字かな한글"  # right to left; Han, kana and hangul
    "\u0301\u0306\u0308\u200d\u200f\u2028\u0085"  # combining marks, joiners, odd line ends
    "😀𠀀𝒜\U0010fffd"  # astral
)
LONG: Final = ("Ә" * 5_000, "word " * 1_000, "<p>" * 1_000, "\n" * 2_000)
EXTREMES: Final = ("", " ", "<i>", "&amp;", "</script>", "]]>", "null", "{code}", "../x", *LONG)

NOT_XML: Final = "".join(map(chr, {*range(0x20)} - {9, 10, 13})) + "\ufffe\uffff"

DATES: Final = ("2024", "2024-06", "2024-06-30", "2024-02-29", "2023-02-29", "2024-13", "0000")
TAGS_OF_LANGUAGES: Final = ("kk", "ru", "en", "ru-Latn", "kk-Cyrl-KZ", "ar", "zh-Hans", "xx", "")
IDS: Final = ("01", "02", "a1", "a2", "s1", "s2")

MANY: Final = ("contributors", "references")
"""Lists that grow long."""

LIKELY: Final[dict[str, Sequence[str]]] = {
    "accessed": DATES,
    "accepted": DATES,
    "affiliations": IDS,
    "applies_to": vocabularies.LICENSE_VERSIONS,
    "articles": IDS,
    "code": ("11.25.15", "11.25", "11", "327(5)", "F51"),
    "content_type": ("application/pdf", "text/html", "application/xml"),
    "country": ("KZ", "CN", "XK", "kz"),
    "credit_roles": tuple(vocabularies.CREDIT_ROLES),
    "date": DATES,
    "doi": ("10.5555/a1", "https://doi.org/10.5555/A1", "10.5555/a<b>&c", "doi:10.5555/x"),
    "doi_prefix": ("10.5555", "10.55.55"),
    "electronic": ("2618-1215", "1234-5679"),
    "email": ("name@example.org", "имя@пример.орг"),
    "funder_id": ("https://ror.org/03yrm5c26", "10.13039/501100001711"),
    "id": IDS,
    "isbn": ("978-0-306-40615-7", "0-306-40615-2"),
    "issn": ("1234-5679", "1234-5678"),
    "kind": vocabularies.CONTRIBUTOR_KINDS,
    "language": TAGS_OF_LANGUAGES,
    "languages": TAGS_OF_LANGUAGES,
    "linking": ("1234-5679",),
    "online": DATES,
    "orcid": (
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-9079-593X",
        "0000-0002-1825-0098",
    ),
    "print": (*DATES, "1563-0285"),
    "received": DATES,
    "revised": DATES,
    "ror": ("https://ror.org/03yrm5c26", "03yrm5c26"),
    "scheme": ("SRSTI", "МРНТИ", "UDC", "JEL"),
    "section": IDS,
    "start_date": DATES,
    "type": (
        *vocabularies.ARTICLE_TYPES,
        *vocabularies.ABSTRACT_TYPES,
        *vocabularies.RELATIONS,
        *vocabularies.UPDATES,
        *vocabularies.REFERENCE_TYPES,
    ),
    "url": ("https://example.org/1?a=b&c=d", "http://пример.орг/путь", "example.org", "ftp://x"),
    "year": DATES,
}
"""What a field is for, by its name."""


def articles() -> SearchStrategy[Article]:
    """Articles with their issue and journal."""
    return parts(Article)


def filled_articles() -> SearchStrategy[Article]:
    """Articles whose values are not empty and whose languages are tags, as rules require."""
    return articles().map(_filled)


def _filled(value: Any) -> Any:
    """A value with a letter for each empty one, and a code for each language and country that is
    none."""
    if isinstance(value, str):
        return value.strip() or "х"
    if isinstance(value, Text):
        return value if str(value).strip() else Text(_merged((*value.nodes, "х")))
    if isinstance(value, (Prose, Section)):
        inside = {one.name: getattr(value, one.name) for one in fields(value)}
        return replace(value, **{name: one and _filled(one) for name, one in inside.items()})
    if isinstance(value, tuple):
        return tuple(map(_filled, value))
    if isinstance(value, PerLanguage):
        return PerLanguage({_tag(key): _filled(inside) for key, inside in value.items()})
    if type(value) is FrozenMap:
        return FrozenMap({key.strip() or "х": _filled(inside) for key, inside in value.items()})
    if isinstance(value, Part):
        filled = {name: _filled(inside) for name, inside in value}
        codes = {"language": _tag, "country": _country}
        coded = {name: code(filled[name]) for name, code in codes.items() if filled.get(name)}
        return value.model_copy(update={**filled, **coded})
    return value


def _tag(written: str) -> str:
    return written if is_language_tag(written) else "ru"


def _country(written: str) -> str:
    return written if is_country_code(written) else "KZ"


@cache
def parts(kind: type[PartType]) -> SearchStrategy[PartType]:
    """Parts of one class: required fields and any choice of the others."""
    required: dict[str, SearchStrategy[Any]] = {}
    optional: dict[str, SearchStrategy[Any]] = {}
    for name, field in kind.model_fields.items():
        place = required if field.is_required() else optional
        place[name] = _values(field.annotation, name)
    return st.fixed_dictionaries(required, optional=optional).map(lambda said: kind(**said))


@cache
def legal_strings(max_size: int = 12) -> SearchStrategy[str]:
    """Any characters that an XML document can hold."""
    any_legal = st.characters(codec="utf-8", exclude_characters=NOT_XML)
    return st.text(st.sampled_from(LETTERS) | any_legal, max_size=max_size)


def lines(name: str) -> SearchStrategy[str]:
    """Values of a field for plain characters: likely ones, any text, and extremes."""
    likely = LIKELY.get(name, ("Қазақ", "Smith", "1"))
    return st.sampled_from((*likely, *EXTREMES)) | legal_strings()


@cache
def texts() -> SearchStrategy[Text]:
    """Texts with markup and formulas, as reading gives them: strings merged, nothing empty."""
    return st.lists(_nodes(), max_size=4).map(lambda nodes: Text(_merged(nodes)))


@cache
def proses() -> SearchStrategy[Prose]:
    """Proses as reading gives them: no empty paragraph, no space around one."""
    paragraphs = st.lists(texts().map(_unspaced).filter(_is_written), max_size=3).map(tuple)
    untitled = paragraphs.map(lambda some: Prose((Section(None, some),) if some else ()))
    titled = st.lists(st.builds(Section, texts(), paragraphs), min_size=1, max_size=2)
    return untitled | titled.map(lambda sections: Prose(tuple(sections)))


def _values(annotation: Any, name: str) -> SearchStrategy[Any]:
    """Values of what the model wants in a field."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(arguments[0], name)
    if origin in (Union, UnionType):
        return st.one_of(*(_values(argument, name) for argument in arguments))
    if origin is tuple:
        return _tuples(_values(arguments[0], name), name)
    if origin in (FrozenMap, PerLanguage):
        return st.dictionaries(_keys(), _values(arguments[0], name), max_size=3).map(FrozenMap)
    if issubclass(annotation, Part):
        return parts(annotation)
    if annotation is RuleSettings:
        values = st.dictionaries(_keys(), _tuples(lines(name), name), max_size=3)
        return (lines(name).map(lambda level: {LEVEL: (level,)}) | values).map(RuleSettings)
    return _scalars(name)[annotation]


def _tuples(items: SearchStrategy[Any], name: str) -> SearchStrategy[tuple[Any, ...]]:
    few = st.lists(items, max_size=3).map(tuple)
    times = st.sampled_from((1, 1, 1, 40) if name in MANY else (1,))
    return st.builds(lambda some, by: some * by, few, times)


def _scalars(name: str) -> dict[type, SearchStrategy[Any]]:
    return {
        NoneType: st.none(),
        str: lines(name),
        bool: st.booleans(),
        int: st.integers(min_value=0, max_value=10**6),
        Text: texts() | st.sampled_from(EXTREMES).map(_text),
        Prose: proses(),
    }


@cache
def _keys() -> SearchStrategy[str]:
    return st.sampled_from(TAGS_OF_LANGUAGES) | legal_strings(4)


def _nodes() -> SearchStrategy[Node]:
    strings = legal_strings().filter(bool)
    return st.recursive(
        strings | _formulas(),
        lambda inner: st.builds(
            Markup, st.sampled_from(TAGS), st.lists(inner, min_size=1, max_size=3).map(_merged)
        ),
        max_leaves=5,
    )


def _formulas() -> SearchStrategy[Math]:
    strings = st.lists(legal_strings(4), max_size=1)
    leaves = _math(("mi", "mo", "mn", "mtext"), strings)
    rows = _math(("mrow", "msup"), st.lists(leaves, max_size=2))
    return _math(("math",), strings | st.lists(leaves | rows, max_size=2))


def _math(tags: Sequence[str], children: SearchStrategy[list[Any]]) -> SearchStrategy[Math]:
    names = st.sampled_from(("display", "mathvariant", "title"))
    values = st.sampled_from(("block", "a\tb\nc", "\"'<&>")) | legal_strings(4)
    attributes = st.dictionaries(names, values, max_size=2).map(lambda said: tuple(said.items()))
    return st.builds(Math, st.sampled_from(tags), attributes, children.map(_merged))


def _merged(nodes: Sequence[Any]) -> tuple[Any, ...]:
    """The nodes with neighbouring strings made one and empty ones left out."""
    merged: list[Any] = []
    for node in nodes:
        if isinstance(node, str) and merged and isinstance(merged[-1], str):
            merged[-1] += node
        elif node:
            merged.append(node)
    return tuple(merged)


def _text(characters: str) -> Text:
    return Text((characters,) if characters else ())


def _unspaced(text: Text) -> Text:
    """The text, begun and ended by a letter where it begins and ends in characters."""
    is_character = [isinstance(node, str) for node in text.nodes]
    head, tail = (("х",) if any(is_character[end]) else () for end in (slice(1), slice(-1, None)))
    return Text(_merged((*head, *text.nodes, *tail)))


def _is_written(text: Text) -> bool:
    return bool(text.nodes)
