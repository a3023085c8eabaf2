"""Rules on an article."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx import Article, Fault, Level, fault, non_blank, present, stripped
from jatsx.model import Dates, Pages, Reference
from jatsx.model.fieldpath import Path
from jatsx.standards.dates import parse_date
from jatsx_rsci.codes import edn_key
from jatsx_rsci.languages import ANY, language_code
from jatsx_rsci.pages import article_pages, is_pages, pages_text
from jatsx_rsci.rules.common import rule


@rule(
    "rsci-article-pages-missing",
    Level.ERROR,
    message="The article has no pages. eLIBRARY requires them.",
    hint=(
        "Add `first` and `last` under `pages`. If the journal has no pages, write the number of the"
        " article under `elocation_id`."
    ),
)
def pages_missing(article: Article) -> Iterator[Fault]:
    """The article has pages, or an article number instead.

    If the article has no pages, its number is sent as the page.

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
    message="eLIBRARY does not allow these pages: {pages}.",
    hint="Use only digits (5 and 14) or only letters (iv and x), without other characters.",
)
def pages_form(article: Article) -> Iterator[Fault]:
    """Pages contain only digits or only letters, and an article number no signs.

    Source: eLIBRARY's explanations of ``article/pages``: digits and letters are not mixed.

    Good:

        pages: {first: iv, last: x, other: "27"}

    Bad:

        pages: {first: S1, last: S8}
    """
    written = pages_text(article.pages)
    pages = written or stripped(article.elocation_id)
    if pages and article_pages(article) is None:
        yield fault(_faulty_field(article.pages) if written else "elocation_id", pages=pages)


@rule(
    "rsci-article-number-form",
    Level.WARNING,
    message=(
        "The article number {number} is sent as the page. eLIBRARY allows only digits or only"
        " letters there."
    ),
    hint="Ask eLIBRARY whether it accepts the number. If the article also has pages, add `pages`.",
)
def number_form(article: Article) -> Iterator[Fault]:
    """The number of an article without pages contains only digits or only letters.

    eLIBRARY has no field for the number, and its explanations do not mention such numbers. The
    number is sent as the page. In pages, eLIBRARY does not allow e7, which mixes digits and
    letters.

    Source: eLIBRARY's explanations of ``article/pages``: digits and letters are not mixed.

    Good:

        elocation_id: "27"

    Bad:

        elocation_id: e7
    """
    number = stripped(article.elocation_id)
    if number and article_pages(article) == (number, "elocation_id") and not is_pages(number):
        yield fault("elocation_id", number=number)


@rule(
    "rsci-article-type-missing",
    Level.WARNING,
    message="The article has no type and is sent as “miscellaneous”.",
    hint="Add the type under `type`, for example research-article, review-article or editorial.",
)
def type_missing(article: Article) -> Iterator[Fault]:
    """The article has a type.

    RSCI counts only some types of article. An article without a type is sent as “miscellaneous”.

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
    message="{edn} is not a valid EDN and is not sent.",
    hint="Copy the EDN from the article's page at elibrary.ru. It is six Latin capital letters.",
)
def edn_form(article: Article) -> Iterator[Fault]:
    """An EDN is six Latin capital letters.

    eLIBRARY assigns an EDN to each article.

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
    message=(
        "eLIBRARY has no code for this language, so its keywords are not sent: {language:language}."
    ),
    hint="Make sure that the keywords are also given in Russian or English.",
)
def keywords_language(article: Article) -> Iterator[Fault]:
    """Keywords are in a language for which eLIBRARY has a code.

    Other texts in such a language are sent with the code for any language. Keywords are not sent.

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
    message="eLIBRARY allows only full dates, so {date} is not sent.",
    hint="If the day is known, write the full date, for example 2024-02-27.",
)
def date_partial(dates: Dates) -> Iterator[Fault]:
    """The dates on which the article was received and accepted are full dates.

    A date without a day is not sent.

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
    message="The reference has no text and is not sent.",
    hint="Write the reference under `text`, as it is printed in the reference list.",
)
def reference_text(reference: Reference) -> Iterator[Fault]:
    """A reference has a text.

    A reference without a text is not sent.

    Source: eLIBRARY's schema, ``refInfo/text``.

    Good:

        text: {ru: Бурдьё П. (1993) Социология политики}

    Bad:

        doi: 10.5555/cited
    """
    if reference and not present(reference.text):
        yield fault("text")


def _faulty_field(pages: Pages) -> str | Path:
    """The field whose text eLIBRARY does not allow; ``pages`` if each is allowed by itself."""
    for field in ("first", "last", "other"):
        written = pages_text(Pages(first=getattr(pages, field)))
        if written and not is_pages(written):
            return ("pages", field)
    return "pages"
