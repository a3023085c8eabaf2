"""The columns of the sheet of articles."""

from __future__ import annotations

from typing import Final

from jatsx import N_
from jatsx.standards.vocabularies import (
    ABSTRACT_TYPES,
    ARTICLE_TYPES,
    FILE_KINDS,
    LICENSE_VERSIONS,
    RELATIONS,
    STATUSES,
    UPDATES,
)
from jatsx_spreadsheet.columns import Column, Form

DATE: Final = N_("A date: YYYY-MM-DD, YYYY-MM or YYYY. Only the known parts.")
FLAGS: Final = ("yes", "no")

FILES: Final = (
    Column("files[].path", ("file", "файл", "файл"), is_extra=True),
    Column("files[].kind", ("file kind", "вид файла", "файл түрі"), values=FILE_KINDS,
           is_extra=True),
    Column("files[].language", ("file language", "язык файла", "файл тілі"), is_extra=True),
)  # fmt: skip
"""The columns of the files of an article or issue."""

ARTICLE_COLUMNS: Final = (
    Column("id", ("id", "id", "id"), note=N_(
        "A short name of the article, for example 01. Write it in the column “article” of the other"
        " sheets."
    )),
    Column("status", ("status", "статус", "күйі"), values=STATUSES, is_extra=True),
    Column("type", ("type", "тип", "түрі"), values=ARTICLE_TYPES),
    Column("language", ("language", "язык", "тіл"), values=("kk", "ru", "en"), note=N_(
        "The language of the text of the article: kk, ru or en."
    )),
    Column("section", ("section", "раздел", "бөлім"), note=N_(
        "The id of the section in the sheet of sections."
    )),
    Column("title.LANG", ("title", "название", "атауы")),
    Column("subtitle.LANG", ("subtitle", "подзаголовок", "қосымша атауы"), is_extra=True),
    Column("abstract.LANG", ("abstract", "аннотация", "аңдатпа"), Form.PROSE, note=N_(
        "Leave an empty line between paragraphs."
    )),
    Column("keywords.LANG[]", ("keywords", "ключевые слова", "түйін сөздер"), Form.MARKED, note=N_(
        "All keywords in one cell, separated by semicolons."
    )),
    Column("references.LANG", ("references", "литература", "әдебиеттер"), is_read_only=True,
           note=N_(
        "The whole reference list in one cell, each reference on a line of its own."
    )),
    Column("doi", ("DOI", "DOI", "DOI"), Form.CODE, note=N_("The DOI: 10.NNNN/…")),
    Column("url", ("URL", "URL", "URL"), note=N_("The URL of the page of the article.")),
    Column("links[].url", ("full text", "полный текст", "толық мәтін"), note=N_(
        "The URL of the PDF file or of another full text."
    )),
    Column("links[].content_type", ("full text type", "тип полного текста", "толық мәтін түрі"),
           values=("application/pdf", "text/html", "application/xml", "application/epub+zip")),
    Column("links[].language", ("full text language", "язык полного текста", "толық мәтін тілі"),
           is_extra=True),
    *FILES,
    Column("pages.first", ("first page", "первая страница", "бірінші бет")),
    Column("pages.last", ("last page", "последняя страница", "соңғы бет")),
    Column("pages.other", ("other pages", "другие страницы", "басқа беттер"), is_extra=True),
    Column("elocation_id", ("article number", "номер статьи", "мақала нөмірі"), Form.CODE,
           is_extra=True),
    Column("dates.received", ("received", "поступила", "келіп түсті"), Form.DATE, note=DATE),
    Column("dates.revised[]", ("revised", "доработана", "қайта қаралды"), Form.DATE, note=N_(
        "Dates: YYYY-MM-DD, separated by semicolons."
    )),
    Column("dates.accepted", ("accepted", "принята", "қабылданды"), Form.DATE, note=DATE),
    Column("dates.published.print", ("published in print", "дата выхода в печати",
                                     "баспадан шыққан күні"), Form.DATE, is_extra=True),
    Column("dates.published.online", ("published online", "дата публикации онлайн",
                                      "онлайн жарияланған күні"), Form.DATE, is_extra=True),
    Column("subject_codes[].scheme", ("classification", "классификатор", "жіктеуіш"),
           values=("SRSTI", "UDC", "JEL", "BBK", "MSC", "PACS"), note=N_(
        "The name of the classification of the code, for example SRSTI."
    )),
    Column("subject_codes[].code", ("subject code", "код рубрики", "айдар коды"), Form.CODE,
           note=N_(
        "The code as text: 11.25.15. For further codes, add columns with the number 2, 3 …"
    )),
    Column("subject_codes[].heading.LANG", ("subject", "рубрика", "айдар"), is_extra=True),
    Column("licenses[].url", ("license", "лицензия", "лицензия"), note=N_(
        "The URL of the license, if it is not that of the issue."
    )),
    Column("licenses[].applies_to", ("license version", "версия лицензии", "лицензия нұсқасы"),
           values=LICENSE_VERSIONS, is_extra=True),
    Column("licenses[].start_date", ("license start", "начало лицензии", "лицензия басталуы"),
           Form.DATE, is_extra=True),
    Column("copyright.statement.LANG", ("copyright notice", "знак охраны", "қорғау белгісі"),
           is_extra=True),
    Column("copyright.year", ("copyright year", "год авторского права", "авторлық құқық жылы"),
           is_extra=True),
    Column("copyright.holder.LANG", ("copyright holder", "правообладатель", "құқық иесі"),
           is_extra=True),
    Column("statements.acknowledgement.LANG", ("acknowledgement", "благодарности", "алғыс"),
           Form.PROSE),
    Column("statements.conflict_of_interest.LANG", ("conflict of interest", "конфликт интересов",
                                                    "мүдделер қақтығысы"), Form.PROSE),
    Column("statements.data_availability.LANG", ("data availability", "доступность данных",
                                                 "деректердің қолжетімділігі"), Form.PROSE,
           is_extra=True),
    Column("statements.contributions.LANG", ("contributions", "вклад авторов", "авторлар үлесі"),
           Form.PROSE, is_extra=True),
    Column("other_abstracts[].type", ("other abstract type", "тип другой аннотации",
                                      "басқа аңдатпа түрі"), values=ABSTRACT_TYPES, is_extra=True),
    Column("other_abstracts[].text.LANG", ("other abstract", "другая аннотация", "басқа аңдатпа"),
           Form.PROSE, is_extra=True),
    Column("relations[].type", ("relation", "связь", "байланыс"), values=(*RELATIONS, *UPDATES),
           is_extra=True),
    Column("relations[].doi", ("related DOI", "DOI связанной работы", "байланысты DOI"), Form.CODE,
           is_extra=True),
    Column("relations[].url", ("related URL", "URL связанной работы", "байланысты URL"),
           is_extra=True),
    Column("relations[].title.LANG", ("related title", "название связанной работы",
                                      "байланысты атауы"), is_extra=True),
    Column("relations[].date", ("related date", "дата связанной работы", "байланысты күні"),
           Form.DATE, is_extra=True),
    Column("identifiers.KEY", ("identifier", "идентификатор", "идентификатор"), Form.CODE,
           is_extra=True),
    Column("counts.pages", ("number of pages", "число страниц", "беттер саны"), is_extra=True),
    Column("counts.words", ("number of words", "число слов", "сөздер саны"), is_extra=True),
    Column("counts.figures", ("number of figures", "число рисунков", "суреттер саны"),
           is_extra=True),
    Column("counts.tables", ("number of tables", "число таблиц", "кестелер саны"), is_extra=True),
    Column("counts.equations", ("number of equations", "число формул", "формулалар саны"),
           is_extra=True),
    Column("counts.references", ("number of references", "число источников", "дереккөздер саны"),
           is_extra=True),
)  # fmt: skip
"""The columns of an article's own fields."""
