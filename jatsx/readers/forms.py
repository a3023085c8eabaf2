"""A plain text where fields or a list are expected: the form it needs, with the user's own values.

The form is shown in a hint. It is never used instead of what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jatsx.model.article import Copyright, Dates, Link, Pages, SubjectCode
from jatsx.model.funding import Award, Funding
from jatsx.model.issue import Published
from jatsx.model.journal import Issn, License, Publisher
from jatsx.model.part import Part, PerLanguage
from jatsx.model.people import Affiliation, Contributor, PersonName
from jatsx.model.references import Reference
from jatsx.readers.yaml_quoting import quoted

LONGEST: Final = 120
"""How many characters of a value are shown."""

_PLAIN = re.compile(r"[\w(/][\w .()/–—’“”№+-]*\Z")
_PAGES = re.compile(
    r"(?:pp?|с|стр|б)?\.?\s*(?P<first>\w*\d+)\s*(?:[-–—−‐‑]+\s*(?P<last>\w*\d+))?\s*\Z",
    re.IGNORECASE,
)
_CREATIVE_COMMONS = re.compile(
    r"CC[ -]?(?P<kind>BY(?:-(?:NC|ND|SA|NC-ND|NC-SA))?)[ -](?P<version>\d\.\d)\Z", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:\w\.\s*)+\Z")
_PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|ұлы|улы|қызы|кызы)\Z", re.IGNORECASE)
_SRSTI = re.compile(r"\d\d(?:\.\d\d){0,2}\Z")
_KAZAKH = re.compile("[әіңғүұқөһ]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_GLUED = re.compile(r"(?P<field>[a-z_]+):(?P<value>[^/\s].*)\Z")
_ITEM = re.compile(r"\s*[;,]\s*|\s+-(?=\S)")


def mapping_form(annotation: Any, value: object, tag: str | None) -> str | None:
    """The form of a value that must have fields; None if the value has no such form.

    Args:
        annotation: the type of the value in the model.
        value: what was written.
        tag: the language of the value, if it is known.
    """
    if annotation is Pages and isinstance(value, list) and all(isinstance(x, str) for x in value):
        value = "–".join(value)
    if not isinstance(value, str) or not value.strip():
        return None
    text = " ".join(value.split())
    if _is_per_language(annotation):
        return f"{{{language_of(text)}: {flow(text)}}}"
    if not (isinstance(annotation, type) and issubclass(annotation, Part)):
        return None
    glued = _GLUED.match(text)
    if glued and glued["field"] in annotation.model_fields:
        return f"{{{glued['field']}: {flow(glued['value'])}}}"
    make = _FORMS.get(annotation)
    return make(text, tag or language_of(text)) if make else None


def list_form(item: Any, value: object) -> str | None:
    """The form of a text that must be a list."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = " ".join(value.split())
    if isinstance(item, type) and issubclass(item, Part):
        if "\n" in value.strip():
            return None
        form = mapping_form(item, text, None)
        return f"[{form}]" if form else None
    parts = [part for part in _ITEM.split(text.removeprefix("-").strip()) if part]
    return f"[{', '.join(map(flow, parts))}]"


def text_form(value: object) -> str | None:
    """The form of a list of texts that must be one text: it was written in square brackets."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return quoted(_shortened(f"[{', '.join(value)}]"))
    return None


def pair_form(value: object) -> str | None:
    """The form of a text that was read as a field and its value, because of a colon in it."""
    if isinstance(value, dict) and len(value) == 1:
        (name, text), *_ = value.items()
        return quoted(_shortened(f"{name}: {text}")) if isinstance(text, str) else None
    return None


def is_person(annotation: Any) -> bool:
    """Whether a value is a person, in whose form the parts of the name must be checked."""
    return annotation in (PersonName, Contributor)


def flow(text: str) -> str:
    """A text as it is written in brackets.

    >>> flow("115"), flow("law: a review")
    ('115', '"law: a review"')
    """
    shown = _shortened(text)
    return shown if _PLAIN.match(shown) and shown == shown.strip() else quoted(shown)


def language_of(text: str) -> str:
    """The language that a text of a Kazakh journal probably is in, by its letters."""
    if _KAZAKH.search(text):
        return "kk"
    return "ru" if _CYRILLIC.search(text) else "en"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _is_per_language(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is PerLanguage


def _fields(values: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in values) + "}"


def _pages(text: str, tag: str) -> str | None:  # noqa: ARG001
    found = _PAGES.match(text)
    if found is None:
        return None
    return _fields((name, page) for name, page in found.groupdict().items() if page)


def _license(text: str, tag: str) -> str | None:
    found = _CREATIVE_COMMONS.match(text)
    if found:
        path = f"{found['kind'].lower()}/{found['version']}"
        return f"{{url: https://creativecommons.org/licenses/{path}/}}"
    return _url(text, tag)


def _url(text: str, tag: str) -> str | None:  # noqa: ARG001
    is_url = text.startswith(("https://", "http://")) and not re.search(r"[\s,{}\[\]]", text)
    return f"{{url: {text}}}" if is_url else None


def _name(text: str, tag: str) -> str | None:
    before, comma, after = text.partition(",")
    words = text.split()
    if comma:
        family, given = before.strip(), after.split()
    elif len(words) > 1 and (_INITIALS.match(" ".join(words[:-1])) or tag == "en"):
        is_last = not _INITIALS.match(" ".join(words[1:]))
        family, given = (words[-1], words[:-1]) if is_last else (words[0], words[1:])
    else:
        family, given = words[0], words[1:]
    patronymic = [given.pop()] if len(given) > 1 and _PATRONYMIC.search(given[-1]) else []
    parts = {"family": [family], "given": given, "patronymic": patronymic}
    return _fields((name, flow(" ".join(part))) for name, part in parts.items() if part)


def _contributor(text: str, tag: str) -> str | None:
    return f"{{name: {{{tag}: {_name(text, tag)}}}}}"


def _subject_code(text: str, tag: str) -> str | None:  # noqa: ARG001
    return f"{{scheme: SRSTI, code: {text}}}" if _SRSTI.match(text) else None


def _in_language(*names: str) -> Callable[[str, str], str]:
    """The form ``{name: {ru: text}}``, with other fields before it."""
    *others, last = names

    def form(text: str, tag: str) -> str:
        before = "".join(f"{other}, " for other in others)
        return f"{{{before}{last}: {{{tag}: {flow(text)}}}}}"

    return form


def _one(name: str) -> Callable[[str, str], str]:
    return lambda text, tag: f"{{{name}: {flow(text)}}}"  # noqa: ARG005


_FORMS: Final[Mapping[type[Part], Callable[[str, str], str | None]]] = {
    Pages: _pages,
    License: _license,
    Link: _url,
    PersonName: _name,
    Contributor: _contributor,
    Reference: _in_language("text"),
    Affiliation: _in_language("id: a1", "institution"),
    SubjectCode: _subject_code,
    Issn: _one("print"),
    Publisher: _in_language("name"),
    Dates: _one("received"),
    Published: _one("online"),
    Funding: _in_language("statement"),
    Award: _one("number"),
    Copyright: _in_language("statement"),
}
"""What makes the form of a part from a text and its language."""
