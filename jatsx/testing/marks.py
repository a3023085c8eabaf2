"""Articles in which every value is marked, so that it can be found in a document.

A mark is a value of the same form as the original that occurs nowhere else. It contains what a
careless exporter changes: both cases, leading and trailing zeros, two spaces, a no-break space, a
combining character, a character outside the basic plane, Kazakh letters, quotation marks, dashes,
other punctuation, and a full stop at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any, Final

from stdnum.iso7064 import mod_11_2

from jatsx.model import Article, Part
from jatsx.model.fieldpath import Path, format_path
from jatsx.model.fields import field_of, is_free_text
from jatsx.model.text import TAGS, Prose, Text
from jatsx.testing.data import leaves
from jatsx.testing.other_values import is_any_text

LONG: Final = 2_500
"""The number of characters of a long text."""

NUMBERS: Final = frozenset(
    {
        "first",
        "last",
        "other",
        "first_page",
        "last_page",
        "volume",
        "number",
        "issue",
        "whole_number",
    }
)
"""Names of fields that usually contain numbers."""

CODES: Final = frozenset({"affiliations[]", "articles[]", "section", "scheme", "status", "id"})
"""Names of fields whose values are codes, or the ids of other parts."""

AWKWARD: Final = "e\u0301  \U0001d4b3 010.50; қЁё: a–b—c-d, “e” «f» ’g' №\u00a05 % # / ?"
"""What a text contains besides its word."""

SHAPES: Final[Mapping[str, str]] = {
    "doi": "10.5555/{}.A",
    "email": "{}.One@Example.org",
    "url": "http://example.org/{}/A/?q=%2FA#A/",
}
"""The marked values of fields that do not allow any text."""


def _orcid(digest: str) -> str:
    """A valid ORCID iD made of a hash."""
    digits = f"00000002{int(digest[:12], 16) % 10**7:07}"
    whole = digits + mod_11_2.calc_check_digit(digits)
    return "-".join(whole[n : n + 4] for n in range(0, 16, 4))


def _ror(digest: str) -> str:
    """A valid ROR id made of a hash."""
    number = int(digest[:12], 16) % 32**6
    letters = "".join(_CROCKFORD[number >> 5 * n & 31] for n in range(5, -1, -1))
    return f"https://ror.org/0{letters}{98 - number * 100 % 97:02}"


_CROCKFORD: Final = "0123456789abcdefghjkmnpqrstvwxyz"

IDENTIFIERS: Final[Mapping[str, Callable[[str], str]]] = {
    "orcid": _orcid,
    "ror": _ror,
    "funder_id": _ror,
}
"""The marked values of identifiers with a check digit."""


@dataclass(frozen=True, slots=True)
class MarkedValue:
    """A marked value: its path, the value, and its lines as a document contains them."""

    path: Path
    value: str
    lines: tuple[str, ...]

    @property
    def field(self) -> str:
        """The path as a string."""
        return format_path(self.path)


def marked(
    data: Mapping[str, Any], salt: str = "", *, is_long: bool = False
) -> tuple[Mapping[str, Any], list[MarkedValue]]:
    """The data of an article with each value marked, and the marks.

    Args:
        data: the data of the article.
        salt: a word that makes the marks different from those of other articles.
        is_long: whether texts are long.
    """
    marks = [mark for path, value in leaves(data) for mark in _marks(path, value, salt, is_long)]
    values = {mark.path: mark.value for mark in marks}
    return _filled(data, values, ()), marks


def marked_up(article: Article) -> tuple[Mapping[str, Any], list[MarkedValue]]:
    """The data of an article with each text in which markup is allowed marked, and the marks.

    The lines of a mark are the texts between the tags of its value: one of every tag, and a
    formula. The last one contains characters that are written as references in XML.
    """
    data = article.model_dump(exclude_defaults=True)
    paths = [path for path, _ in leaves(data) if _allows_markup(article, path)]
    marks = [_markup_mark(path) for path in paths]
    return _filled(data, {mark.path: mark.value for mark in marks}, ()), marks


def _allows_markup(article: Article, path: Path) -> bool:
    found: Any = article
    for step in path:
        if isinstance(found, (Text, Prose)):
            return True
        is_part = isinstance(found, Part)
        found = getattr(found, str(step)) if is_part else found[step]
    return isinstance(found, (Text, Prose))


def _markup_mark(path: Path) -> MarkedValue:
    token = _token(path, "")
    lines = [f"{token}{n:02}" for n in range(2 * len(TAGS) + 3)]
    formula = f"<math><mi>{lines[-2]}</mi></math>"
    tagged = (f"{lines[2 * n]}<{tag}>{lines[2 * n + 1]}</{tag}>" for n, tag in enumerate(TAGS))
    lines[-1] += ' & <b> &amp; "'
    end = escape(lines[-1], quote=False)
    return MarkedValue(path, f"{''.join(tagged)}{lines[-3]}{formula}{end}", tuple(lines))


def _filled(data: Any, values: Mapping[Path, str], path: Path) -> Any:
    """The data with other values at some paths."""
    if isinstance(data, Mapping):
        return {key: _filled(item, values, (*path, key)) for key, item in data.items()}
    if isinstance(data, (list, tuple)):
        return [_filled(item, values, (*path, position)) for position, item in enumerate(data)]
    return values.get(path, data)


def _marks(path: Path, value: Any, salt: str, is_long: bool) -> Iterator[MarkedValue]:
    name, token = field_of(path).rpartition(".")[2], _token(path, salt)
    if not isinstance(value, str) or name in CODES:
        return
    if name in IDENTIFIERS:
        yield _mark(path, IDENTIFIERS[name](_digest(path, salt)))
    elif name in SHAPES:
        yield _mark(path, SHAPES[name].format(token))
    elif is_free_text(path) or path[0] == "abstract":
        yield _text_mark(path, token, is_long)
    elif name in NUMBERS:
        yield _mark(path, _digits(path, salt))
    elif is_any_text(path):
        yield _mark(path, f"{token}.0")


def _text_mark(path: Path, token: str, is_long: bool) -> MarkedValue:
    lines = [_line(f"{token}{letter}", is_long) for letter in _letters(path)]
    return MarkedValue(path, "\n\n".join(lines), tuple(lines))


def _letters(path: Path) -> str:
    has_paragraphs = path[0] in ("abstract", "other_abstracts", "statements")
    return "abc" if has_paragraphs and path[-1] != "title" else "a"


def _line(token: str, is_long: bool) -> str:
    filler = "filler " * (LONG // len("filler ")) if is_long else ""
    return f"{token} {filler}{AWKWARD} {token}Z."


def _mark(path: Path, value: str) -> MarkedValue:
    return MarkedValue(path, value, (value,))


def _token(path: Path, salt: str) -> str:
    """A word that occurs only at one path. The words of a list are in no particular order."""
    return "Q" + _digest(path, salt)[:7].translate(str.maketrans("0123456789", "ghkmnprstw"))


def _digits(path: Path, salt: str) -> str:
    """A number that occurs only at one path, with a leading and a trailing zero.

    The last page is greater than the first.
    """
    half = 500_000 if str(path[-1]).startswith("last") else 0
    return f"0{int(_digest(path, salt)[:8], 16) % 400_000 + 100_000 + half}0"


def _digest(path: Path, salt: str) -> str:
    return sha256(f"{salt}/{format_path(path)}".encode()).hexdigest()
