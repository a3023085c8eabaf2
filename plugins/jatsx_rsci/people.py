"""``authors``: everybody who contributed, each in up to three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from jatsx import el
from jatsx.documents.build import Lost, Pieces, at, elements, stated, wrapped
from jatsx.standards.identifiers import orcid_url
from jatsx_rsci.affiliations import place_elements
from jatsx_rsci.languages import by_code, code_losses, language_code
from jatsx_rsci.texts import line, said
from jatsx_rsci.unplaced import contributor_losses
from jatsx_rsci.vocabulary import AUTHOR, ROLES

if TYPE_CHECKING:
    from jatsx import Article, Element
    from jatsx.model import Contributor, PersonName

MOST: Final = 3
"""In how many languages a person is described."""

PREFERRED: Final = ("KKZ", "RUS", "ENG")
"""The languages that are kept where there are more."""


def authors(article: Article) -> Pieces:
    """``authors``: those whose part RSCI has a word for, and who have a name."""
    num = 0
    inside: list[Pieces] = []
    for n in range(len(article.contributors)):
        pieces = tuple(author(article, n, num + 1))
        num += len(elements(pieces))
        inside.extend(pieces)
    return wrapped("authors", None, inside, of="contributors")


def author(article: Article, position: int, num: int) -> Iterator[Pieces]:
    """``author``: role, correspondence, ORCID iD, names."""
    contributor, of = article.contributors[position], f"contributors[{position}]"
    if not is_placed(contributor):
        yield Lost(of, f"role has no code for {contributor.kind or 'nothing'}")
        return
    if not described_in(contributor):
        yield Lost(of, "individInfo needs a surname")
        return
    yield wrapped(
        "author",
        {"num": str(num)},
        el("role", None, ROLES.get(contributor.kind), of=f"{of}.kind"),
        el("correspondent", None, "1", of=f"{of}.corresponding")
        if contributor.corresponding
        else None,
        author_codes(contributor, of),
        (individ_info(article, contributor, tag, of) for tag in described_in(contributor)),
        of=of,
    )
    yield from name_losses(contributor, of)
    yield from contributor_losses(contributor, of)


def is_placed(contributor: Contributor) -> bool:
    """Whether RSCI has a word for what somebody did."""
    return contributor.kind in (AUTHOR, *ROLES)


def author_codes(contributor: Contributor, of: str) -> Iterator[Pieces]:
    """``authorCodes``: the ORCID iD, bare."""
    address = orcid_url(contributor.orcid or "")
    if address:
        bare = address.rpartition("/")[2]
        yield wrapped("authorCodes", None, el("orcid", None, bare, of=f"{of}.orcid"))
    elif said(contributor.orcid):
        yield Lost(f"{of}.orcid", "orcid takes the form NNNN-NNNN-NNNN-NNNX")


def individ_info(article: Article, contributor: Contributor, tag: str, of: str) -> Pieces:
    """``individInfo``: a contributor in one language."""
    name, group = contributor.name.get(tag), contributor.group.get(tag)
    email = said(contributor.email)
    surname = (
        el("surname", None, name.family, of=at(of, "name", tag, "family"))
        if name and said(name.family)
        else el("surname", None, group, of=at(of, "group", tag))
    )
    return wrapped(
        "individInfo",
        {"lang": language_code(tag)},
        surname,
        initials(name, at(of, "name", tag)) if name else None,
        place_elements(article, contributor, tag, of),
        other_info(contributor, tag, of),
        el("email", None, email, of=f"{of}.email"),
        of=at(of, "name" if name else "group", tag),
    )


def initials(name: PersonName, of: str) -> Element | None:
    """``initials``: given names and patronymic, in full where they are written so."""
    parts = (said(name.given), said(name.patronymic))
    return el("initials", None, " ".join(part for part in parts if part), of=f"{of}.given")


def other_info(contributor: Contributor, tag: str, of: str) -> Element | None:
    """``otherInfo``: degree and position."""
    text = line(contributor.degree.get(tag), contributor.position.get(tag), by=", ")
    return el("otherInfo", None, text.plain, of=at(of, "degree", tag))


def described_in(contributor: Contributor) -> tuple[str, ...]:
    """The languages in which a contributor is described, in the order written, three at most.

    >>> from jatsx.model import Contributor, PersonName
    >>> tags = ("de", "ru", "en", "kk")
    >>> described_in(Contributor(name={tag: PersonName(family="Burnashev") for tag in tags}))
    ('ru', 'en', 'kk')
    """
    codes = by_code(surnames(contributor))
    kept = sorted(codes, key=lambda code: code not in PREFERRED)[:MOST]
    return tuple(tag for code, tag in codes.items() if code in kept)


def surnames(contributor: Contributor) -> dict[str, str]:
    """What stands in ``surname`` in each language: the family name, else the group's."""
    families = {tag: name.family or "" for tag, name in contributor.name.items()}
    return {**stated(contributor.group), **stated(families)}


def name_losses(contributor: Contributor, of: str) -> Iterator[Lost]:
    """What isn't said of names, and in which languages nothing is."""
    described = described_in(contributor)
    names = surnames(contributor)
    for tag, name in contributor.name.items():
        if name and tag not in names:
            yield Lost(at(of, "name", tag), "individInfo needs a surname")
        elif said(name.suffix):
            yield Lost(at(of, "name", tag, "suffix"), "individInfo has no suffix")
        if said(name.family) and tag in stated(contributor.group):
            yield Lost(at(of, "group", tag), "individInfo has one surname: the person's")
    for tag, field in _fields(contributor, names).items():
        if tag not in described and len(by_code(names)) > MOST:
            yield Lost(at(of, field, tag), f"an author has at most {MOST} individInfo")
    yield from _code_losses(contributor, names, of)
    for field, values in (("degree", contributor.degree), ("position", contributor.position)):
        yield from _undescribed(values, described, at(of, field))


def _fields(contributor: Contributor, names: Mapping[str, str]) -> dict[str, str]:
    """The field that each surname is of."""
    families = {tag for tag, name in contributor.name.items() if said(name.family)}
    return {tag: "name" if tag in families else "group" for tag in names}


def _code_losses(contributor: Contributor, names: Mapping[str, str], of: str) -> Iterator[Lost]:
    fields = _fields(contributor, names)
    for lost in code_losses(names, "", "individInfo"):
        tag = next(tag for tag in names if at("", tag) == lost.field)
        yield Lost(at(of, fields[tag], tag), lost.why)


def _undescribed(values: Mapping[str, str], described: tuple[str, ...], of: str) -> Iterator[Lost]:
    for tag in stated(values):
        if tag not in described:
            yield Lost(at(of, tag), "otherInfo stands beside a surname in its language")
