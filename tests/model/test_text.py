"""What strings of the input mean."""

from __future__ import annotations

import gc
import re
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import given

from jatsx.model.text import (
    DEPTH,
    ILLEGAL,
    LEGAL,
    TAGS,
    Markup,
    MarkupError,
    Math,
    Node,
    Prose,
    Section,
    Text,
    parse_prose,
    parse_text,
    without_formulas,
)
from jatsx.readers.yaml_text import ILLEGAL_IN_YAML
from tests.strategies import legal_strings, texts

I_X = Markup("i", ("x",))


def math(*children: Math | str, **attributes: str) -> Math:
    return Math("math", tuple(attributes.items()), children)


MEANT: dict[str, tuple[Node, ...]] = {
    # characters alone
    "": (),
    " ": (" ",),
    "a  b": ("a  b",),
    "Қазақ 漢字 عربى 😀 e\u0301": ("Қазақ 漢字 عربى 😀 e\u0301",),
    # markup
    "<i>x</i>": (I_X,),
    "a<i>x</i>b": ("a", I_X, "b"),
    "<b><i>x</i>y</b>": (Markup("b", (I_X, "y")),),
    "<i>x</i><i>x</i>": (I_X, I_X),
    "a<i></i>b": ("ab",),
    "<b><i></i></b>": (),
    "<sub>2</sub><sup>3</sup>": (Markup("sub", ("2",)), Markup("sup", ("3",))),
    # references, decoded once
    "&lt;i&gt;": ("<i>",),
    "&amp;lt;": ("&lt;",),
    "&amp;amp;": ("&amp;",),
    "&quot;&apos;": ("\"'",),
    "&nbsp;&alpha;&AMP;": ("\u00a0α&",),
    "&#1178;&#x49A;&#X49a;&#128512;": ("ҚҚҚ😀",),
    "&NotEqualTilde;": ("≂̸",),
    # what looks like a reference and is none
    "R&D, AT&T; &": ("R&D, AT&T; &",),
    "&unknown; &amp &copy": ("&unknown; &amp &copy",),
    "&#; &#x; &#12345678;": ("&#; &#x; &#12345678;",),
    "?a=1&lt=2": ("?a=1&lt=2",),
    # what looks like a tag and is none
    "p < 0.05 > q": ("p < 0.05 > q",),
    "a<b": ("a<b",),
    "<3 <-> << >>": ("<3 <-> << >>",),
    "< i>x</ i>": ("< i>x</ i>",),
    "<>": ("<>",),
    # MathML
    "<math>x</math>": (math("x"),),
    "<mml:math><mml:mi>x</mml:mi></mml:math>": (math(Math("mi", (), ("x",))),),
    '<math display="block"><mi>&alpha;&lt;</mi></math>': (
        math(Math("mi", (), ("α<",)), display="block"),
    ),
    "<math><!-- note --><mi>x</mi></math>": (math(Math("mi", (), ("x",))),),
    "<i>a<math><mi>x</mi></math></i>": (Markup("i", ("a", math(Math("mi", (), ("x",))))),),
    '<math title="&quot;">x</math>': (math("x", title='"'),),
    "<math title='&#39;'>x</math>": (math("x", title="'"),),
    '<math title="a&#10;b&#9;c">x</math>': (math("x", title="a\nb\tc"),),
    # line breaks
    "a\nb": ("a b",),
    "a \r\n\t b\rc": ("a b c",),
    "\n a\n\n b \n": ("a b",),
    "<i>x</i>\n<i>x</i>": (I_X, " ", I_X),
    "a&#10;b": ("a\nb",),
}


@pytest.mark.parametrize("source", MEANT)
def test_a_string_is_a_tree(source: str) -> None:
    assert parse_text(source).nodes == MEANT[source]


@pytest.mark.parametrize("tag", TAGS)
def test_each_tag_is_known(tag: str) -> None:
    assert parse_text(f"<{tag}>x</{tag}>").nodes == (Markup(tag, ("x",)),)


def test_a_text_without_markup_says_so() -> None:
    sources = ["", "x", "a & b < c", "<i>x</i>", "a <b>x</b>", "<math><mi>x</mi></math>"]
    assert [parse_text(source).has_markup for source in sources] == [False] * 3 + [True] * 3


LOOKALIKES = {
    "<p>x</p>": ("<p>", "</p>"),
    '<a href="x">y</a>': ('<a href="x">', "</a>"),
    "<em>x</em><br/>": ("<em>", "</em>", "<br/>"),
    "<I>x</I>": ("<I>", "</I>"),
    "<italic>": ("<italic>",),
    "</math>": ("</math>",),
}


@pytest.mark.parametrize("source", LOOKALIKES)
def test_what_looks_like_a_tag_is_kept_and_noted(source: str) -> None:
    text = parse_text(source)
    assert (text.nodes, text.lookalikes) == ((source,), LOOKALIKES[source])


@pytest.mark.parametrize(
    "source", ["p <0.05> q", "<i>x</i>", "<math>x</math>", "a < b > c", "&lt;p>"]
)
def test_what_doesnt_look_like_a_tag_isnt_noted(source: str) -> None:
    assert parse_text(source).lookalikes == ()


def test_lookalikes_are_no_part_of_a_text() -> None:
    assert parse_text("<p>") == parse_text("&lt;p&gt;")
    assert hash(parse_text("<p>")) == hash(parse_text("&lt;p&gt;"))


REFUSED = {
    "<i>x": ("text-tag-unclosed", {"tag": "i"}),
    "<b><i>x</i>": ("text-tag-unclosed", {"tag": "b"}),
    "<math>x": ("text-tag-unclosed", {"tag": "math"}),
    "x</i>": ("text-tag-unopened", {"tag": "i"}),
    "<i>x</i></i>": ("text-tag-unopened", {"tag": "i"}),
    "<b><i>x</b></i>": ("text-tag-crossing", {"tag": "i", "closed": "b"}),
    '<i class="a">x</i>': ("text-tag-attributes", {"tag": "i", "written": '<i class="a">'}),
    "<sub/>": ("text-tag-attributes", {"tag": "sub", "written": "<sub/>"}),
    "<i>" * (DEPTH + 1): ("text-tag-depth", {"tag": "i", "limit": str(DEPTH)}),
    "a\0b": ("character-illegal", {"character": "U+0000"}),
    "a\x1fb": ("character-illegal", {"character": "U+001F"}),
    "a\ud800b": ("character-illegal", {"character": "U+D800"}),
    "a\ufffeb": ("character-illegal", {"character": "U+FFFE"}),
    "&#0;": ("character-illegal", {"character": "&#0;"}),
    "&#xD800;": ("character-illegal", {"character": "&#xD800;"}),
    "&#x110000;": ("character-illegal", {"character": "&#x110000;"}),
    "<math>&#8;</math>": ("character-illegal", {"character": "&#8;"}),
    '<math xmlns:h="urn:h"><h:p/></math>': ("text-math-malformed", {"name": "p"}),
    '<math xmlns:h="urn:h" h:x="y"></math>': ("text-math-malformed", {"name": "x"}),
}


@pytest.mark.parametrize("source", REFUSED)
def test_markup_that_cant_be_read_is_refused(source: str) -> None:
    with pytest.raises(MarkupError) as refusal:
        parse_text(source)
    assert (refusal.value.code, refusal.value.params) == REFUSED[source]


@pytest.mark.parametrize(
    "formula",
    [
        "<math><mi>x</math>",
        "<math><mi>x</mo></math>",
        '<math xmlns:h="urn:h"><h:p/></math>',
        '<math xlink:href="x"/></math>',
        '<math xmlns:l="urn:l" l:href="x"></math>',
        "<math>a & b</math>",
        "<math><?php echo?></math>",
        "<math></w></math>",
        "<math>" + "<mrow>" * 400 + "</mrow>" * 400 + "</math>",
        '<!DOCTYPE x [<!ENTITY e "x">]><math a=&e;></math>',
    ],
)
def test_a_formula_that_is_no_mathml_is_refused(formula: str) -> None:
    with pytest.raises(MarkupError, match="text-math-malformed"):
        parse_text(formula)


def test_tags_may_stand_as_deep_as_said() -> None:
    assert parse_text("<i>" * DEPTH + "x" + "</i>" * DEPTH).plain == "x"


PLAIN = {"a<i>b<sub>2</sub></i>&amp;": "ab2&", "<math><mi>x</mi> <mo>+</mo></math>": "x +"}


@pytest.mark.parametrize("source", PLAIN)
def test_plain_characters_are_without_markup(source: str) -> None:
    text = parse_text(source)
    assert (text.plain, str(text), text.has_markup) == (PLAIN[source], PLAIN[source], True)


@pytest.mark.parametrize(
    ("source", "says"), [("", False), (" ", False), ("<i> </i>", False), ("x", True)]
)
def test_a_text_of_spaces_says_nothing(source: str, says: bool) -> None:
    assert bool(parse_text(source)) is says


@given(texts())
def test_a_text_is_read_as_it_is_written(text: Text) -> None:
    assert parse_text(text.source) == text


@given(legal_strings(40))
def test_any_legal_string_is_read_or_refused(source: str) -> None:
    with suppress(MarkupError):
        text = parse_text(source)
        assert parse_text(text.source) == text


# Prose


def prose(*paragraphs: str) -> Prose:
    return Prose((Section(None, tuple(map(parse_text, paragraphs))),))


PROSES = {
    "": Prose(),
    " \n\n ": Prose(),
    "a": prose("a"),
    "a\nb": prose("a b"),
    "a\n\nb": prose("a", "b"),
    "a\r\n \t\r\n\n\nb\n": prose("a", "b"),
    "\n\na <i>x</i>\n\n  b": prose("a <i>x</i>", "b"),
}


@pytest.mark.parametrize("source", PROSES)
def test_empty_lines_part_paragraphs(source: str) -> None:
    assert parse_prose(source) == PROSES[source]


def test_markup_doesnt_reach_over_paragraphs() -> None:
    with pytest.raises(MarkupError, match="text-tag-unclosed"):
        parse_prose("<i>a\n\nb</i>")


# Time


TIMES = 8

ADVERSARIES = {
    "angles": ("<", 20_000),
    "ampersands": ("&", 20_000),
    "half references": ("&abcdefg", 20_000),
    "references": ("&amp;", 20_000),
    "open tags": ("<i>", 20_000),
    "closed tags": ("<i>x</i>", 10_000),
    "empty tags": ("a<i></i>", 20_000),
    "half tags": ("<i ", 20_000),
    "half formulas": ("<math ", 1_000),
    "lookalikes": ("</math>", 20_000),
    "half lookalikes": ("<a ", 20_000),
    "spaces": (" ", 20_000),
    "lines": (" \n", 20_000),
    "paragraphs": ("a\n\n", 20_000),
}


@pytest.mark.parametrize(("unit", "count"), ADVERSARIES.values(), ids=ADVERSARIES)
def test_time_grows_with_the_length_and_no_faster(unit: str, count: int) -> None:
    """Eight times the length may take three times eight times the time, but no square of it."""
    few, many = _seconds(unit * count), _seconds(unit * count * TIMES)
    assert many < 5 * TIMES * max(few, 0.002)


def _seconds(source: str) -> float:
    """The processor's time: the better of two, without the collector, which grows faster."""
    gc.collect()
    gc.disable()
    try:
        return min(_once(source), _once(source))
    finally:
        gc.enable()


def _once(source: str) -> float:
    start = time.process_time()
    with suppress(MarkupError):
        parse_prose(source)
    return time.process_time() - start


def test_a_character_is_legal_or_not() -> None:
    characters = list(map(chr, range(sys.maxunicode + 1)))
    legal = [one for one in characters if re.match(LEGAL, one)]
    assert legal == [one for one in characters if not ILLEGAL.match(one)]


def test_no_printable_character_is_illegal() -> None:
    """Texts and files that are printable throughout aren't looked through again."""
    illegal = re.compile(f"{ILLEGAL.pattern}|{ILLEGAL_IN_YAML.pattern}")
    assert not any(
        illegal.match(one) for one in map(chr, range(sys.maxunicode + 1)) if one.isprintable()
    )


def test_of_a_formula_the_characters_are_kept() -> None:
    text = parse_text(
        "<i>E = <math><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math></i> <b>a</b>"
    )
    assert without_formulas(text).source == "<i>E = mc2</i> <b>a</b>"
