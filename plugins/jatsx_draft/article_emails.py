"""The e-mails of an article with their people, and the corresponding author."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jatsx import romanisation
from jatsx_draft.articles import PrintedArticle
from jatsx_draft.evidence import Drafted, at
from jatsx_draft.head import PrintedEmail
from jatsx_draft.people import Person
from jatsx_draft.printed import PrintedLine

STARS: Final = frozenset("*†‡✉§#")


def add_emails(draft: Drafted, people: Sequence[Person], printed: Sequence[PrintedEmail]) -> None:
    """Adds each e-mail to its person: by marks, by authors' data, by its place, by its letters.

    The address beside the byline comes first; another one in authors' data is a doubt.
    """
    owners: dict[int, list[PrintedEmail]] = {}
    left: list[PrintedEmail] = []
    for email in printed:
        owner = _owner_by_marks(people, email)
        owner = _owner_by_data(people, email) if owner is None else owner
        if owner is None:
            left.append(email)
        else:
            owners.setdefault(owner, []).append(email)
    _add_left(draft, people, left, owners)
    for n, emails in sorted(owners.items()):
        _put(draft, n, emails)
    _add_data(draft, people)


def _owner_by_marks(people: Sequence[Person], email: PrintedEmail) -> int | None:
    """The only person with one of the marks of an e-mail; numbers only if one person has each."""
    for mark in email.marks:
        owners = [n for n, person in enumerate(people) if mark in person.marks]
        if len(owners) == 1:
            return owners[0]
    return 0 if len(people) == 1 else None


def _owner_by_data(people: Sequence[Person], email: PrintedEmail) -> int | None:
    address = email.address.casefold()
    for n, person in enumerate(people):
        if any(one.email.casefold() == address for one in person.data.values()):
            return n
    return None


def _add_left(
    draft: Drafted,
    people: Sequence[Person],
    left: Sequence[PrintedEmail],
    owners: dict[int, list[PrintedEmail]],
) -> None:
    """Finds the people of e-mails without marks: by place, or by the letters of the address."""
    seen: set[str] = set()
    for email in left:
        free = [n for n in range(len(people)) if n not in owners]
        by_letters = [n for n in free if _is_spelt(people[n], email.address)]
        is_after_name = 0 < email.after <= len(people) and email.after - 1 in free
        is_each = email.after < len(people) or len({one.after for one in left}) == len(people)
        if is_after_name and is_each and len(people) > 1:
            owners[email.after - 1] = [email]
        elif len(by_letters) == 1:
            owners[by_letters[0]] = [email]
        elif (
            len(free) == 1 and len(left) == 1 and len(people) > 1 and len(owners) == len(people) - 1
        ):
            owners[free[0]] = [email]
        elif email.address not in seen | {one.address for each in owners.values() for one in each}:
            seen.add(email.address)
            draft.doubt("draft-email-owner", ("contributors",), [email.line], value=email.address)


def _is_spelt(person: Person, address: str) -> bool:
    """Whether an address contains the family name of a person."""
    login = "".join(one for one in address.split("@")[0] if one.isalpha())
    families = {name.family.title() for name in person.names}
    families |= {name.swapped().family.title() for name in person.names if not name.is_ordered}
    return any(romanisation.explains_part(family, login, shortest=5) for family in families)


def _put(draft: Drafted, n: int, emails: Sequence[PrintedEmail]) -> None:
    first = emails[0]
    path = ("contributors", n, "email")
    draft.put(path, first.address, [first.line])
    if not first.is_sure:
        draft.doubt("draft-email-mark", path, [first.line], value=first.address)
    for other in emails[1:]:
        if other.address.casefold() == first.address.casefold():
            draft.confirm(path)
        else:
            _doubt(draft, n, first.address, other.address, first.line, other.line)


def _add_data(draft: Drafted, people: Sequence[Person]) -> None:
    """Adds the e-mails of authors' data, or compares them with those beside the byline."""
    for n, person in enumerate(people):
        for data in person.data.values():
            if data.is_email_cut:
                draft.doubt("draft-email-cut", ("contributors", n, "email"), data.lines)
            if not data.email:
                continue
            known = draft.data.get("contributors", [])[n].get("email")
            if known is None:
                draft.put(("contributors", n, "email"), data.email, data.lines)
            elif known.casefold() == data.email.casefold():
                draft.confirm(("contributors", n, "email"))
            else:
                evidence = draft.evidence[("contributors", n, "email")]
                _doubt(draft, n, known, data.email, evidence.lines[0], data.lines[0])


def _doubt(
    draft: Drafted, n: int, value: str, other: str, line: PrintedLine, other_line: PrintedLine
) -> None:
    path = ("contributors", n, "email")
    repeated = any(
        one.params.get("other") == other and one.code == "draft-value-differs"
        for one in draft.findings
    )
    if not repeated:
        draft.doubt(
            "draft-value-differs", path, [line], value=value, other=other, where=at(other_line)
        )


def add_corresponding(draft: Drafted, article: PrintedArticle, people: Sequence[Person]) -> None:
    """Marks the corresponding author: a star that is explained, or the words after the article."""
    explained = {
        mark
        for head in article.heads
        for email in head.emails
        for mark in email.marks
        if mark in STARS
    }
    starred = [n for n, one in enumerate(people) if one.marks & explained]
    named = [
        n
        for n, one in enumerate(people)
        if any(data.is_corresponding for data in one.data.values())
    ]
    found = starred or named
    if len(people) < 2 or not found:
        return
    for n in found:
        person = people[n]
        line = next(iter(person.bylines.values())).line
        lines = [line] if starred else [next(iter(person.data.values())).lines[0]]
        draft.put(("contributors", n, "corresponding"), True, lines)
        if n in starred and n in named:
            draft.confirm(("contributors", n, "corresponding"))
    if starred and named and set(starred) != set(named):
        data = next(iter(people[named[0]].data.values()))
        path = ("contributors", starred[0], "corresponding")
        draft.doubt("draft-corresponding-differs", path, data.lines, where=at(data.lines[0]))
