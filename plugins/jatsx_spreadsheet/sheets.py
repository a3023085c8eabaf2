"""The table of all sheets and columns. Reader, exporter, template and docs are made from it."""

from __future__ import annotations

from typing import Final

from jatsx import N_
from jatsx.standards.vocabularies import CONTRIBUTOR_KINDS, LICENSE_VERSIONS, REFERENCE_TYPES
from jatsx_spreadsheet.article_columns import ARTICLE_COLUMNS, DATE, FILES, FLAGS
from jatsx_spreadsheet.columns import Column, Form, Sheet

_LICENSES: Final = (
    Column("licenses[].url", ("license", "лицензия", "лицензия"), note=N_(
        "URL of the license of all articles, for example"
        " https://creativecommons.org/licenses/by/4.0/."
    )),
    Column("licenses[].applies_to", ("license version", "версия лицензии", "лицензия нұсқасы"),
           values=LICENSE_VERSIONS, is_extra=True),
    Column("licenses[].start_date", ("license start", "начало лицензии", "лицензия басталуы"),
           Form.DATE, is_extra=True),
)  # fmt: skip

JOURNAL: Final = Sheet("journal", ("journal", "журнал", "журнал"), (
    Column("title.LANG", ("title", "название", "атауы"), note=N_(
        "The registered title in each language. The language of the first column is that of the"
        " registered title."
    )),
    Column("abbreviated_title", ("abbreviated title", "сокращённое название",
                                 "қысқартылған атауы")),
    Column("issn.print", ("ISSN print", "ISSN печатный", "ISSN баспа"), Form.CODE),
    Column("issn.electronic", ("ISSN online", "ISSN электронный", "ISSN онлайн"), Form.CODE),
    Column("issn.linking", ("ISSN-L", "ISSN-L", "ISSN-L"), Form.CODE, is_extra=True),
    Column("publisher.name.LANG", ("publisher", "издатель", "баспагер")),
    Column("publisher.place.LANG", ("publisher city", "город издателя", "баспагер қаласы")),
    Column("doi", ("DOI", "DOI", "DOI"), Form.CODE, is_extra=True),
    Column("url", ("URL", "URL", "URL")),
    Column("doi_prefix", ("DOI prefix", "префикс DOI", "DOI префиксі"), Form.CODE,
           note=N_("The prefix of the DOIs of the journal: 10.NNNN.")),
    Column("language", ("language", "язык", "тіл"), note=N_("Language code: kk, ru or en.")),
    Column("languages[]", ("languages", "языки", "тілдер"), note=N_(
        "The languages in which the journal publishes titles and abstracts: kk; ru; en."
    )),
    *_LICENSES,
    Column("archives[]", ("archives", "архивы", "мұрағаттар"), is_extra=True),
    Column("identifiers.KEY", ("identifier", "идентификатор", "идентификатор"), Form.CODE,
           is_extra=True),
    Column("formats.KEY.KEY", ("setting", "настройка", "баптау"), is_extra=True),
), is_single=True)  # fmt: skip

ISSUE: Final = Sheet("issue", ("issue", "выпуск", "нөмір"), (
    Column("id", ("id", "id", "id"), note=N_(
        "A short name of the issue for file names: 2024-2. Without it, the name of the file."
    )),
    Column("volume", ("volume", "том", "том")),
    Column("number", ("number", "номер", "нөмірі")),
    Column("whole_number", ("whole number", "сквозной номер", "жалпы нөмірі")),
    Column("year", ("year", "год", "жыл")),
    Column("title.LANG", ("title", "название", "атауы")),
    Column("published.print", ("published in print", "дата выхода в печати",
                               "баспадан шыққан күні"), Form.DATE, note=DATE),
    Column("published.online", ("published online", "дата публикации онлайн",
                                "онлайн жарияланған күні"), Form.DATE, note=DATE),
    Column("doi", ("DOI", "DOI", "DOI"), Form.CODE, is_extra=True),
    Column("url", ("URL", "URL", "URL")),
    *FILES,
    Column("supplement", ("supplement", "приложение", "қосымша"), is_extra=True),
    Column("special", ("special issue", "спецвыпуск", "арнайы нөмір"), is_extra=True),
    Column("language", ("language", "язык", "тіл"), is_extra=True),
    *_LICENSES,
    Column("articles[]", ("order of articles", "порядок статей", "мақалалар реті"),
           is_extra=True),
), is_single=True)  # fmt: skip

SECTIONS: Final = Sheet("sections", ("sections", "разделы", "бөлімдер"), (
    Column("id", ("id", "id", "id"), note=N_(
        "A short name of the section. Write it in the column “section” of the articles."
    )),
    Column("title.LANG", ("title", "название", "атауы")),
))  # fmt: skip

ARTICLES: Final = Sheet("articles", ("articles", "статьи", "мақалалар"), ARTICLE_COLUMNS)

AUTHORS: Final = Sheet("authors", ("authors", "авторы", "авторлар"), (
    Column("name.LANG.family", ("family name", "фамилия", "тегі"), Form.NAME, note=N_(
        "One person in each row, in the order of the printed article."
    )),
    Column("name.LANG.given", ("given name", "имя", "аты"), Form.NAME),
    Column("name.LANG.patronymic", ("patronymic", "отчество", "әкесінің аты"), Form.NAME),
    Column("name.LANG.suffix", ("name suffix", "суффикс имени", "есім қосымшасы"), is_extra=True),
    Column("group.LANG", ("group", "коллектив", "ұжым"), is_extra=True),
    Column("kind", ("kind", "роль", "рөлі"), values=CONTRIBUTOR_KINDS, is_extra=True),
    Column("affiliations[]", ("affiliations", "места работы", "жұмыс орындары"), note=N_(
        "The ids of the person's rows in the sheet of affiliations, separated by semicolons."
    )),
    Column("orcid", ("ORCID", "ORCID", "ORCID"), Form.CODE,
           note=N_("ORCID iD: 0000-0002-1825-0097.")),
    Column("orcid_authenticated", ("ORCID confirmed", "ORCID подтверждён", "ORCID расталған"),
           Form.FLAG, values=FLAGS, is_extra=True),
    Column("email", ("e-mail", "эл. почта", "эл. пошта")),
    Column("corresponding", ("corresponding", "для переписки", "хат алмасу үшін"), Form.FLAG,
           values=FLAGS),
    Column("equal_contribution", ("equal contribution", "равный вклад", "тең үлес"), Form.FLAG,
           values=FLAGS, is_extra=True),
    Column("credit_roles[]", ("CRediT roles", "роли CRediT", "CRediT рөлдері"), is_extra=True),
    Column("degree.LANG", ("degree", "учёная степень", "ғылыми дәрежесі")),
    Column("position.LANG", ("position", "должность", "лауазымы")),
), article="required")  # fmt: skip

AFFILIATIONS: Final = Sheet("affiliations", ("affiliations", "места работы", "жұмыс орындары"), (
    Column("id", ("id", "id", "id"), note=N_(
        "A short name of the institution, for example kaznu. Write it in the column “affiliations”"
        " of the authors."
    )),
    Column("institution.LANG", ("institution", "организация", "ұйым")),
    Column("department.LANG", ("department", "подразделение", "бөлімше")),
    Column("city.LANG", ("city", "город", "қала")),
    Column("country", ("country", "страна", "ел"), note=N_("The code of the country: KZ, RU, CN.")),
    Column("country_name.LANG", ("country name", "название страны", "ел атауы"), is_extra=True),
    Column("ror", ("ROR", "ROR", "ROR")),
), article="optional")  # fmt: skip

FUNDING: Final = Sheet("funding", ("funding", "финансирование", "қаржыландыру"), (
    Column("funder.LANG", ("funder", "спонсор", "қаржыландырушы")),
    Column("funder_id", ("funder id", "id спонсора", "қаржыландырушы id"), Form.CODE, note=N_(
        "ROR id or Funder Registry DOI of the funder."
    )),
    Column("awards[].number", ("grant number", "номер гранта", "грант нөмірі"), Form.CODE),
    Column("awards[].doi", ("grant DOI", "DOI гранта", "грант DOI"), Form.CODE, is_extra=True),
    Column("awards[].title.LANG", ("project title", "название проекта", "жоба атауы"),
           is_extra=True),
    Column("statement.LANG", ("funding statement", "сведения о финансировании",
                              "қаржыландыру туралы мәлімет")),
), article="required")  # fmt: skip

_WORK: Final = (
    Column("work.title", ("cited title", "название источника", "дереккөз атауы"), is_extra=True),
    Column("work.authors[].family", ("cited family name", "фамилия автора источника",
                                     "дереккөз авторының тегі"), is_extra=True),
    Column("work.authors[].given", ("cited given name", "имя автора источника",
                                    "дереккөз авторының аты"), is_extra=True),
    Column("work.authors[].group", ("cited group", "коллектив источника", "дереккөз ұжымы"),
           is_extra=True),
    Column("work.source", ("cited source", "издание источника", "дереккөз басылымы"),
           is_extra=True),
    Column("work.series", ("cited series", "серия источника", "дереккөз сериясы"), is_extra=True),
    Column("work.publisher", ("cited publisher", "издательство источника", "дереккөз баспасы"),
           is_extra=True),
    Column("work.place", ("cited place", "место издания источника", "дереккөз басылған жер"),
           is_extra=True),
    Column("work.year", ("cited year", "год источника", "дереккөз жылы"), is_extra=True),
    Column("work.volume", ("cited volume", "том источника", "дереккөз томы"), is_extra=True),
    Column("work.issue", ("cited issue", "номер источника", "дереккөз нөмірі"), is_extra=True),
    Column("work.edition", ("cited edition", "версия источника", "дереккөз нұсқасы"),
           is_extra=True),
    Column("work.first_page", ("cited first page", "первая страница источника",
                               "дереккөздің бірінші беті"), is_extra=True),
    Column("work.last_page", ("cited last page", "последняя страница источника",
                              "дереккөздің соңғы беті"), is_extra=True),
    Column("work.elocation_id", ("cited article number", "номер статьи источника",
                                 "дереккөз мақаласының нөмірі"), Form.CODE, is_extra=True),
    Column("work.issn", ("cited ISSN", "ISSN источника", "дереккөз ISSN"), Form.CODE,
           is_extra=True),
    Column("work.isbn", ("cited ISBN", "ISBN источника", "дереккөз ISBN"), Form.CODE,
           is_extra=True),
)  # fmt: skip

REFERENCES: Final = Sheet("references", ("references", "литература", "әдебиеттер"), (
    Column("label", ("label", "номер", "нөмірі"), note=N_("Number or label as printed.")),
    Column("text.LANG", ("text", "текст", "мәтін"), tags=("kk", "ru", "en", "kk-Latn", "ru-Latn"),
           note=N_("One reference in each row: the original, and beside it its romanised text.")),
    Column("type", ("type", "тип", "түрі"), values=REFERENCE_TYPES),
    Column("doi", ("DOI", "DOI", "DOI"), Form.CODE),
    Column("url", ("URL", "URL", "URL")),
    Column("accessed", ("accessed", "дата обращения", "қаралған күні"), Form.DATE, note=DATE),
    *_WORK,
), article="required")  # fmt: skip

SHEETS: Final = (
    *(JOURNAL, ISSUE, SECTIONS, ARTICLES),
    *(AUTHORS, AFFILIATIONS, FUNDING, REFERENCES),
)
"""All sheets, in the order of the workbook."""

OF_ARTICLE: Final = {
    "contributors": AUTHORS,
    "affiliations": AFFILIATIONS,
    "funding": FUNDING,
    "references": REFERENCES,
}
"""The sheets whose rows are items of a list of an article, by the field of the list."""
