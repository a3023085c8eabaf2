"""The lines of a head that are no title, sorted into names, affiliations and e-mails."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from jatsx_draft.bylines import Byline
from jatsx_draft.head import Head, Named, PrintedAffiliation, PrintedEmail
from jatsx_draft.issue_text import stands_out
from jatsx_draft.letters import spaced
from jatsx_draft.patterns import EMAIL, ORCID, is_footnote, marks_at_start
from jatsx_draft.places import country_code, has_institution, is_country, is_half_name
from jatsx_draft.printed import Gap, PrintedLine
from jatsx_draft.roles import is_role

LONGEST: Final = 600
"""The maximum number of characters of an affiliation."""

_EMAIL_LABEL = re.compile(r"(?:e-?mail|эл\.?\s?почта|эл\.?\s?пошта)\s*:?", re.IGNORECASE)
OPEN_END = re.compile(r"(?:,|\b(?:of|the|and|имени|им\.|атындағы|и|және|при|under|for|in))\s*\Z")
_PUNCTUATION = re.compile(r"[\s.,;:()\[\]*†‡/–—-]+")


def sort_lines(head: Head, lines: Sequence[PrintedLine], bylines: Mapping[int, Byline]) -> None:
    """Sorts the lines around the title into names, affiliations and e-mails.

    Lines after the first name that are none of these are kept too: they are doubts.
    """
    is_title = {id(line) for line in head.title}
    current: PrintedAffiliation | None = None
    for n, line in enumerate(lines):
        if id(line) in is_title:
            current = None
            continue
        head.orcids += [(orcid, line, len(head.names)) for orcid in ORCID.findall(line.text)]
        rest = _take_emails(head, line)
        byline = bylines.get(id(line))
        if byline:
            current = _add_names(head, line, byline)
            continue
        rest = spaced(ORCID.sub(" ", rest))
        if not _PUNCTUATION.sub("", rest):
            current = None
        elif not head.names:
            head.above.append(line)
        elif current and _continues(current, line, rest):
            current.lines.append(line)
            current.texts.append(rest)
        elif _is_after_names(line, rest, _paragraph(lines, n)):
            current = _affiliation(head, line, rest)
        else:
            head.unread.append(line)


def _add_names(head: Head, line: PrintedLine, byline: Byline) -> PrintedAffiliation | None:
    """Adds the names of a line; returns the affiliation that is glued to them."""
    head.names += [Named(name, line) for name in byline.names]
    if len(byline.names) == 1:
        head.roles += [(role, line, len(head.names) - 1) for role in byline.roles]
    elif byline.roles:
        head.unread.append(line)
    return _affiliation(head, line, byline.rest) if byline.rest else None


def _affiliation(head: Head, line: PrintedLine, text: str) -> PrintedAffiliation:
    """Adds an affiliation. If it begins inside a name, the unread line above it is a part of it."""
    found = PrintedAffiliation([line], [text], marks_at_start(text), len(head.names))
    above = head.unread[-1] if head.unread else None
    if above and _begins_inside_name(text) and not head.affiliations_after_last_name:
        head.unread.pop()
        found.lines.insert(0, above)
        found.texts.insert(0, above.text)
    head.affiliations.append(found)
    return found


def _continues(current: PrintedAffiliation, line: PrintedLine, text: str) -> bool:
    """Whether a line continues the affiliation above it."""
    if marks_at_start(text):
        return False
    before = current.texts[-1]
    if line.gap is Gap.NONE:
        is_complete = country_code(re.split(r"[,(]", before)[-1].strip(" ).;")) is not None
        return not (is_complete and has_institution(before) and is_affiliation(text))
    if _begins_inside_name(text):
        return True
    return bool(OPEN_END.search(before)) or text[:1].islower() or text.startswith("(")


def _begins_inside_name(text: str) -> bool:
    """Whether a line begins with the last word of the name of an institution."""
    return is_half_name(re.split(r"[,(]", text)[0].strip())


def _paragraph(lines: Sequence[PrintedLine], n: int) -> str:
    """The text from a line to the end of its paragraph."""
    end = n + 1
    while end < len(lines) and lines[end].gap is Gap.NONE:
        end += 1
    return " ".join(line.text for line in lines[n:end])


def _is_after_names(line: PrintedLine, text: str, paragraph: str) -> bool:
    """Whether a line after the names is an affiliation."""
    if stands_out(line) and not has_institution(text):
        return False
    if marks_at_start(text) or has_institution(paragraph) or is_role(text) or is_affiliation(text):
        return len(paragraph) < LONGEST
    return False


def _email(head: Head, address: str, marks: tuple[str, ...], line: PrintedLine) -> PrintedEmail:
    """An e-mail. A number at its start that a name has too may be its mark: that is a doubt."""
    known = {mark for named in head.names for mark in named.name.marks if mark.isdigit()}
    number = re.match(r"\d+", address)
    if number and not marks and number[0] in known:
        rest = address[number.end() :]
        return PrintedEmail(rest, (number[0],), line, len(head.names), is_sure=False)
    return PrintedEmail(address, marks, line, len(head.names))


def _take_emails(head: Head, line: PrintedLine) -> str:
    """Takes the e-mails of a line; returns the rest of it."""
    text = line.text
    addresses = EMAIL.findall(text)
    if not addresses:
        return text
    at = 0
    for address in addresses:
        before = text[at : text.index(address, at)]
        marks = marks_at_start(before.lstrip(" ,;("))
        head.emails.append(_email(head, address, marks, line))
        at += len(before) + len(address)
    if is_footnote(text):
        return ""
    return _EMAIL_LABEL.sub(" ", EMAIL.sub(" ", text))


def is_affiliation(text: str) -> bool:
    """Whether a text looks like an affiliation: an institution, or a place in brackets."""
    parts = [part.strip(" ().") for part in re.split(r"[,(]", text)]
    has_place = any(is_country(part) for part in parts if part)
    return has_place or is_role(text) or (has_institution(text) and len(parts) > 1)
