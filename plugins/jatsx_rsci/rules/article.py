"""What is asked of an article."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Article, Fault, Level, fault, non_blank, present, stripped
from jatsx.model import Dates, Reference
from jatsx.standards.dates import parse_date
from jatsx_rsci.codes import edn_key
from jatsx_rsci.languages import ANY, language_code
from jatsx_rsci.pages import article_pages, pages_text
from jatsx_rsci.rules.common import rule


@rule(
    "rsci-article-pages-missing",
    Level.ERROR,
    message="The article has no pages, and eLIBRARY asks for them.",
    hint=(
        "Write them under pages: first and last. Where the journal has none, write the article's"
        " number in digits under elocation_id."
    ),
)
def pages_missing(article: Article) -> Iterator[Fault]:
    """The article has pages, or a number in their place.

    Source: eLIBRARY's explanations of ``article/pages``.

    Good:

        pages: {first: "5", last: "14"}

    Bad:

        title: {ru: Без страниц}
    """
    if pages_text(article.pages) is None and not non_blank(article.elocation_id):
        yield fault("pages")


@rule(
    "rsci-article-pages-form",
    Level.ERROR,
    message="eLIBRARY allows pages in digits only or in letters only, not {pages}.",
    hint="Write digits (5 and 14) or Roman numbers (iv and x), without other signs.",
)
def pages_form(article: Article) -> Iterator[Fault]:
    """Pages, or the number in their place, are in digits only or in letters only.

    Source: eLIBRARY's explanations of ``article/pages``: both aren't mixed.

    Good:

        pages: {first: iv, last: x, other: "27"}

    Bad:

        pages: {first: S1, last: S8}
    """
    written = pages_text(article.pages)
    pages = written or stripped(article.elocation_id)
    if pages and article_pages(article) is None:
        yield fault("pages" if written else "elocation_id", pages=pages)


@rule(
    "rsci-article-type-missing",
    Level.WARNING,
    message="Nothing says what kind of article this is; it is sent as miscellaneous.",
    hint="Write research-article, review-article, editorial or another kind under type.",
)
def type_missing(article: Article) -> Iterator[Fault]:
    """The article says what kind of article it is.

    RSCI counts articles of some kinds only. One that doesn't say is sent as miscellaneous.

    Source: eLIBRARY's explanations of ``artType``.

    Good:

        type: research-article

    Bad:

        title: {ru: О чём-то}
    """
    if not non_blank(article.type):
        yield fault("type")


@rule(
    "rsci-article-edn-form",
    Level.WARNING,
    message="{edn} is not a valid EDN: six Latin capital letters. It isn't sent.",
    hint="Copy it from the article's page at elibrary.ru.",
)
def edn_form(article: Article) -> Iterator[Fault]:
    """An EDN is six Latin capital letters.

    eLIBRARY assigns it to each article.

    Source: eLIBRARY's explanations of ``edn``.

    Good:

        identifiers: {edn: QWERTY}

    Bad:

        identifiers: {edn: qwerty-1}
    """
    for scheme, edn in article.identifiers.items():
        if scheme.upper() == "EDN" and non_blank(edn) and edn_key(article) is None:
            yield fault(("identifiers", scheme), edn=edn)


@rule(
    "rsci-keywords-language-code",
    Level.WARNING,
    message="eLIBRARY has no code for the language {language}; keywords in it aren't sent.",
    hint="See that the keywords are there in Russian or English too.",
)
def keywords_language(article: Article) -> Iterator[Fault]:
    """Keywords are in a language for which eLIBRARY has a code.

    Other texts in such a language are sent as in any language; keywords aren't.

    Source: eLIBRARY's explanations of ``kwdGroup/@lang``.

    Good:

        keywords: {ru: [вода]}

    Bad:

        keywords: {ug: [سۇ]}
    """
    for tag in present(article.keywords):
        if language_code(tag) == ANY:
            yield fault(("keywords", tag), language=tag)


@rule(
    "rsci-date-day-missing",
    Level.WARNING,
    message="eLIBRARY allows only full dates; {date} isn't sent.",
    hint="Write year, month and day, if the day is known: 2024-02-27.",
)
def date_partial(dates: Dates) -> Iterator[Fault]:
    """The days on which the article was received and accepted are known in full.

    Source: eLIBRARY's explanations of ``dates``: dd.mm.yyyy.

    Good:

        {received: 2024-02-27, accepted: 2024-05-30}

    Bad:

        {received: 2024-02}
    """
    for field in ("received", "accepted"):
        date = parse_date(getattr(dates, field))
        if date and not date.is_full:
            yield fault(field, date=date.iso)


@rule(
    "rsci-reference-text-missing",
    Level.WARNING,
    message="The reference has no text; it isn't sent.",
    hint="Write it under text, as the reference list prints it.",
)
def reference_text(reference: Reference) -> Iterator[Fault]:
    """A reference has its text, as the list prints it.

    Source: eLIBRARY's schema, ``refInfo/text``.

    Good:

        text: {ru: Бурдьё П. (1993) Социология политики}

    Bad:

        doi: 10.5555/cited
    """
    if reference and not present(reference.text):
        yield fault("text")
