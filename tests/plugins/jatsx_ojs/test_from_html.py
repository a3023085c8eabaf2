"""HTML into texts: what is markup, what are paragraphs, and that nothing is lost in silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jatsx.model.text import ILLEGAL, paragraphs, parse_text
from jatsx_ojs import from_html
from jatsx_ojs.wordlists import wordlist

LINES = {
    # what is written: the text in the form of our input
    "Plain": "Plain",
    "": "",
    "  spaces \n and lines  ": "spaces and lines",
    "H<sub>2</sub>O": "H<sub>2</sub>O",
    "<em>a</em> <i>b</i> <strong>c</strong> <b>d</b>": "<i>a</i> <i>b</i> <b>c</b> <b>d</b>",
    "<u>a</u><sup>b</sup><code>c</code>": "<u>a</u><sup>b</sup><tt>c</tt>",
    "<I>Stipa</I> &amp; co": "<i>Stipa</i> &amp; co",
    # a title that is plain text
    "5 < z < 7": "5 &lt; z &lt; 7",
    "p<0.05 and a>b": "p&lt;0.05 and a&gt;b",
    "a<b, c": "a&lt;b, c",
    "AT&T, R&D; Q&A": "AT&amp;T, R&amp;D; Q&amp;A",
    "<Абай жолы>": "&lt;Абай жолы&gt;",
    "<Title> <unknown>": "&lt;Title&gt; &lt;unknown&gt;",
    "x <!-- y": "x &lt;!-- y",
    # references
    "5 &lt; z": "5 &lt; z",
    "&laquo;&#1103;&#x44F;&raquo;": "«яя»",
    "&amp;lt;i&amp;gt;": "&amp;lt;i&amp;gt;",
    "&unknown; &copy": "&amp;unknown; &amp;copy",
    "a&nbsp;b": "a\u00a0b",
    "&nbsp;a&nbsp;": "a",
    "&#0;&#1;&#11;&#xD800;&#xFFFE;&#99999999;": "\ufffd\ufffd&amp;#99999999;",
    # tags that add nothing
    "<p>One</p><p>two</p>": "One two",
    "One<br>two<br/>three": "One two three",
    "<span lang='ru' class=\"x\">a</span><font color=red>b</font>": "ab",
    "<b></b>a<i> </i>": "a",
    "<b>a<b>b</b></b>": "<b>ab</b>",
    "<b>a</b><b>b</b>": "<b>ab</b>",
    "x<sup>a<sup>b</sup></sup>": "x<sup>a<sup>b</sup></sup>",
    # tags that don't close, or cross
    "<i>a": "<i>a</i>",
    "a</i>": "a",
    "<i>a<b>b</i>c</b>d": "<i>a<b>b</b></i><b>c</b>d",
    # styles
    '<span style="text-decoration: underline;">a</span>': "<u>a</u>",
    '<span style="color:red;FONT-STYLE:Italic">a</span>': "<i>a</i>",
    '<b style="font-weight:normal">a</b>': "<b>a</b>",
}

PROSES = {
    # what is written: the paragraphs; a heading is bold here
    "<p>a</p><p>b</p>": ["a", "b"],
    "<p>a<p>b": ["a", "b"],
    "a<br>b<br><br>c": ["a", "b", "c"],
    "<p><b>a<br>b</b>c</p>": ["<b>a</b>", "<b>b</b>c"],
    "a\nb\n \nc": ["a b", "c"],
    "<p>a\n\nb</p>": ["a b"],
    "<div>a<div>b</div>c</div>": ["a", "b", "c"],
    "<ul><li>a</li><li>b</li></ul>c": ["• a", "• b", "c"],
    "<ol><li>a<li><p>b</p></ol>": ["1. a", "2. b"],
    "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>": ["• a", "1. b", "• c"],
    "<ul><li></li><li>a</li></ul>": ["• a"],
    "<dl><dt>a<dd>b</dl>": ["a", "b"],
    "<p>&nbsp;</p><p> </p><p>a</p>": ["a"],
    '<p class="MsoNormal">a<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>': ["a"],
    "<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]--><p>a</p>": ["a"],
    "<style>p {color: red}</style><p>a</p>": ["a"],
    "<p><![if !supportLists]>1)<![endif]> a</p>": ["1) a"],
    '<?xml:namespace prefix = o ns = "x" /><p>a</p>': ["a"],
    "": [],
    "<p></p>": [],
}

LEFT_OUT = {
    '<a href="https://example.org/?a=1&amp;b=2">a</a>': ['<a href="https://example.org/?a=1&b=2">'],
    '<a href="https://example.org/x/">example.org/x</a>': [],
    '<a href="mailto:a@example.org">a@example.org</a>': [],
    '<a name="x">a</a>': [],
    'a<img src="x.png" alt="y">': ['<img src="x.png">'],
    "<s>a</s> <del>b</del> <s>c</s>": ["<s>", "<del>"],
    "<table><tr><td>a</td><td>b</td></tr></table>": ["<table>"],
    "a<script>alert(1)</script>": ["<script>"],
    "a<style>b": ["<style>"],
    "<q>a</q>": ["<q>"],
}


@pytest.mark.parametrize(("written", "expected"), LINES.items())
def test_line(written: str, expected: str) -> None:
    read = from_html.line(written)
    assert read.value.source == expected
    assert read.left_out == ()


@pytest.mark.parametrize(("written", "expected"), PROSES.items())
def test_prose(written: str, expected: list[str]) -> None:
    read = from_html.prose(written)
    assert [text.source for text in read.value.texts] == expected
    assert all(section.title is None for section in read.value.sections)
    assert read.left_out == ()


def test_headings_begin_sections() -> None:
    written = "<p>a</p><h2>B <i>b</i></h2><p>c</p><p>d</p><h3>E</h3>f"
    first, second, third = from_html.prose(written).value.sections
    assert (first.title, [text.source for text in first.paragraphs]) == (None, ["a"])
    assert second.title is not None
    assert second.title.source == "B <i>b</i>"
    assert [text.source for text in second.paragraphs] == ["c", "d"]
    assert third.title is not None
    assert third.title.source == "E"


@pytest.mark.parametrize(("written", "expected"), LEFT_OUT.items())
def test_what_a_text_cannot_say_is_told(written: str, expected: list[str]) -> None:
    assert list(from_html.line(written).left_out) == expected
    assert list(from_html.prose(written).left_out) == expected


def test_what_looks_like_a_tag_is_told_to_the_rules() -> None:
    assert from_html.line("<Title> a").value.lookalikes == ("<Title>",)
    assert from_html.line("5 < z").value.lookalikes == ()


HOSTILE = {
    "less": "<",
    "comment": "<!--",
    "bold": "<b>",
    "quote": '<b "',
    "attributes": "<b a ",
    "ampersand": "&",
    "paragraph": "<p>",
    "end": "</b>",
    "item": "<ul><li>",
    "style": "<style>",
    "declaration": "<![if ",
    "link": '<a href="http://example.org/x">y',
    "break": "a<br>",
    "heading": "<h1>a</h1>",
    "runs": "<b>a</b>c",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_what_is_hostile_is_read(piece: str) -> None:
    assert_is_read(piece, 20_000)


def assert_is_read(piece: str, length: int) -> None:
    source = piece * (length // len(piece))
    assert from_html.prose(source).value is not None
    assert from_html.line(source).value is not None


WORDS = wordlist(
    "< > & ; <b> </b> <i <p> </p> <br/> <ul> <li> <h2> Ә &amp; &nbsp; &#12; <!-- --> <o:p> </a>",
    "<s> <sub> </sub> </span> <style> <![x <script> </script>",
)
SPACED = (" ", "\n", "\n\n", "\u00a0", "<a href='x'>", "<span style='font-style:italic'>")
PIECES = st.sampled_from((*sorted(WORDS), *SPACED))


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@settings(max_examples=500)
def test_any_text_is_read_into_what_our_input_can_say(written: str) -> None:
    line = from_html.line(written).value
    assert parse_text(line.source) == line
    assert not ILLEGAL.search(line.plain)
    for section in from_html.prose(written).value.sections:
        source = "\n\n".join(paragraph.source for paragraph in section.paragraphs)
        assert paragraphs(source) == section.paragraphs
