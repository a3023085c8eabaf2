"""What DOAJ takes no part of, or one of several: each by name, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from jatsx import Loss, is_present
from jatsx.model.fieldpath import subpath
from jatsx.model.text import Prose, Text
from jatsx.standards.dates import parse_date
from jatsx.standards.identifiers import is_issn, orcid_url
from jatsx_doaj.authors import AUTHOR, People, workplaces
from jatsx_doaj.bibjson import content_type, doi, has_full_text, is_address, publication_date
from jatsx_doaj.unplaced import unplaced_losses

if TYPE_CHECKING:
    from jatsx import Article, is_present
    from jatsx.model import Contributor, Part

_Lost: TypeAlias = tuple[str, str]
"""A field, and why it is lost."""

_ADDRESS: Final = "DOAJ takes addresses that begin with http:// or https://"
_AUTHOR_FIELDS: Final = "DOAJ takes an author's name, affiliation and ORCID iD alone"
_AFFILIATION_TEXTS: Final = ("department", "institution", "city", "country_name")
_ONE_NAME: Final = "DOAJ takes one name of an author"
_ONE_TEXT: Final = "DOAJ takes an affiliation as one text, in one language"
_UNPLACED: Final = (
    "orcid_authenticated",
    "email",
    "corresponding",
    "equal_contribution",
    "credit_roles",
    "degree",
    "position",
)
_PLAIN: Final = "DOAJ takes plain text: the characters stay, the formatting is lost"


def losses(article: Article, language: str | None, taken: People) -> list[Loss]:
    """All that a document in a language doesn't say of an article."""
    lost = chain(
        _text_losses(article, language),
        _identifier_losses(article),
        _link_losses(article),
        _contributor_losses(article, taken),
        _affiliation_losses(article, taken),
        _date_losses(article),
        unplaced_losses(article),
    )
    return [Loss(field, why) for field, why in lost]


def _text_losses(article: Article, language: str | None) -> Iterator[_Lost]:
    for field in ("title", "subtitle", "abstract", "keywords"):
        texts: Mapping[str, object] = getattr(article, field)
        for tag, value in texts.items():
            path = subpath(field, tag)
            if tag == language:
                yield from ((place, _PLAIN) for place in _formatted(path, value))
            elif is_present(value):
                yield path, _other_language(language)


def _other_language(language: str | None) -> str:
    if language is None:
        return "DOAJ takes it in the title's language, and there is no title"
    return f"DOAJ takes title, abstract and keywords in one language, which is {language} here"


def _formatted(path: str, value: object) -> Iterator[str]:
    """The paths of texts that have markup."""
    if isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _formatted(f"{path}[{n}]", item)
    elif isinstance(value, (Text, Prose)):
        texts = value.texts if isinstance(value, Prose) else (value,)
        if any(text.has_markup for text in texts):
            yield path


def _identifier_losses(article: Article) -> Iterator[_Lost]:
    if is_present(article.doi) and doi(article) is None:
        yield "doi", "DOAJ takes a DOI of the form 10.NNNN/suffix"
    issn = article.issue.journal.issn
    for medium, number in (("print", issn.print), ("electronic", issn.electronic)):
        if number and is_present(number) and not is_issn(number):
            yield f"issue.journal.issn.{medium}", "DOAJ takes an ISSN of the form NNNN-NNNX"


def _link_losses(article: Article) -> Iterator[_Lost]:
    for n, link in enumerate(article.links):
        if not is_address(link.url):
            yield f"links[{n}]", _ADDRESS
            continue
        if is_present(link.content_type) and content_type(link.content_type) is None:
            yield f"links[{n}].content_type", "DOAJ knows PDF, HTML, ePUB and XML alone"
        if is_present(link.language):
            yield f"links[{n}].language", "DOAJ's links have no language"
    if is_present(article.url) and not is_address(article.url):
        yield "url", _ADDRESS
    elif is_present(article.url) and has_full_text(article):
        yield "url", "DOAJ's links lead to the full text, and there are such links here"


def _contributor_losses(article: Article, taken: People) -> Iterator[_Lost]:
    for n, contributor in enumerate(article.contributors):
        field, name = f"contributors[{n}]", taken.names.get(n)
        if contributor.kind != AUTHOR:
            yield field, "of the contributors DOAJ takes the authors alone"
        elif name is None:
            yield field, "DOAJ takes no author without a name"
        else:
            yield from _other_values(contributor, field, ("name", "group"), {name.field}, _ONE_NAME)
            yield from _author_losses(field, contributor)


def _author_losses(field: str, contributor: Contributor) -> Iterator[_Lost]:
    for key in _UNPLACED:
        if is_present(getattr(contributor, key)):
            yield f"{field}.{key}", _AUTHOR_FIELDS
    if is_present(contributor.orcid) and orcid_url(contributor.orcid or "") is None:
        yield f"{field}.orcid", "DOAJ takes an ORCID iD of the form 0000-0000-0000-000X"


def _affiliation_losses(article: Article, taken: People) -> Iterator[_Lost]:
    authors = [article.contributors[n] for n in taken.names]
    used = {place for author in authors for place in workplaces(article, author)}
    for n, affiliation in enumerate(article.affiliations):
        field = f"affiliations[{n}]"
        if n not in used:
            yield field, "DOAJ takes an affiliation with its author, and no author has this one"
            continue
        fields = {piece.field for piece in taken.affiliations[n]}
        yield from _other_values(affiliation, field, _AFFILIATION_TEXTS, fields, _ONE_TEXT)
        if is_present(affiliation.country) and f"{field}.country" not in fields:
            yield f"{field}.country", "DOAJ takes the country's name in the affiliation's text"
        if is_present(affiliation.ror):
            yield f"{field}.ror", "DOAJ takes no identifiers of institutions"


def _other_values(
    part: Part, field: str, fields: Iterable[str], used: Set[str], why: str
) -> Iterator[_Lost]:
    """The values of some fields, in each language, that weren't taken."""
    for key in fields:
        for tag, value in getattr(part, key).items():
            path = subpath(f"{field}.{key}", tag)
            if path not in used and is_present(value):
                yield path, why


def _date_losses(article: Article) -> Iterator[_Lost]:
    """Of the chosen date the day; of the others what the year and month don't say too."""
    chosen = publication_date(article)
    for field, date in _publication_dates(article):
        if chosen is None:
            yield field, "DOAJ takes a year and a month that exist"
        elif field == chosen.field:
            if chosen.value.is_full:
                yield field, "DOAJ takes the year and month, and not the day"
        elif not _is_said_by(date, chosen.value.iso[:7]):
            yield field, f"DOAJ takes one date of publication, which is {chosen.field} here"


def _publication_dates(article: Article) -> Iterator[tuple[str, str]]:
    """Every date of publication that was written, whether the article inherits it or not."""
    own, issue = article.dates.published, article.issue
    written_dates = (
        ("dates.published.print", own.print),
        ("dates.published.online", own.online),
        ("issue.published.print", issue.published.print),
        ("issue.published.online", issue.published.online),
        ("issue.year", issue.year),
    )
    for field, date in written_dates:
        if date and is_present(date):
            yield field, date


def _is_said_by(date: str, year_and_month: str) -> bool:
    parsed = parse_date(date)
    return parsed is not None and parsed.iso in (year_and_month, year_and_month[:4])
