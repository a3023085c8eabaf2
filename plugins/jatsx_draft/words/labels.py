"""The fixed labels of printed articles and issues, in Kazakh, Russian and English.

Labels are compared without case, spaces and punctuation, and long ones with a wrong letter
(:mod:`jatsx_draft.labels`), so that each variant is written once.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias


class LabelKind(StrEnum):
    """What a label says about the text after it."""

    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    REFERENCES = "references"
    AUTHOR_DATA = "author data"
    RECEIVED = "received"
    REVISED = "revised"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    FUNDING = "funding"
    THANKS = "thanks"
    CONFLICT = "conflict"
    CONTRIBUTIONS = "contributions"
    DATA = "data"
    BODY = "body"
    CONTENTS = "contents"
    GUIDELINES = "guidelines"
    EMAIL = "email"
    CORRESPONDING = "corresponding"
    SRSTI = "SRSTI"
    UDC = "UDC"
    JEL = "JEL"
    CITATION = "citation"


Variants: TypeAlias = Mapping[str, tuple[str, ...]]

LABELS: Final[Mapping[LabelKind, Variants]] = {
    LabelKind.ABSTRACT: {
        "en": ("Abstract", "Annotation", "Summary"),
        "ru": ("Аннотация", "Резюме", "Реферат"),
        "kk": ("Аңдатпа", "Андатпа", "Түйін", "Түйіндеме", "Түсініктеме"),
    },
    LabelKind.KEYWORDS: {
        "en": ("Keywords", "Key words", "Key words and phrases", "Index terms"),
        "ru": ("Ключевые слова", "Ключевые слова и фразы", "Ключевые слова и словосочетания"),
        "kk": (
            "Түйін сөздер",
            "Түйінді сөздер",
            "Кілт сөздер",
            "Кілтті сөздер",
            "Негізгі сөздер",
            "Тірек сөздер",
            "Тірек сөздер мен сөз тіркестері",
            "Түйін сөз",
        ),
    },
    LabelKind.REFERENCES: {
        "en": (
            "References",
            "Reference list",
            "List of references",
            "Literature",
            "Literature cited",
            "Bibliography",
            "Works cited",
            "References (transliterated)",
            "References in Latin script",
            "Transliterated references",
            "Transliteration",
        ),
        "ru": (
            "Литература",
            "Список литературы",
            "Список использованной литературы",
            "Список источников",
            "Список использованных источников",
            "Список источников и литературы",
            "Используемая литература",
            "Использованная литература",
            "Использованные источники",
            "Библиография",
            "Библиографический список",
            "Пристатейный библиографический список",
            "Список цитируемой литературы",
            "Транслитерация",
        ),
        "kk": (
            "Әдебиеттер",
            "Әдебиет",
            "Әдебиеттер тізімі",
            "Пайдаланылған әдебиеттер",
            "Пайдаланылған әдебиет",
            "Пайдаланылған әдебиеттер тізімі",
            "Пайдаланған әдебиеттер тізімі",
            "Пайдаланылған дереккөздер",
            "Пайдаланылған дереккөздер тізімі",
            "Қолданылған әдебиеттер",
            "Қолданылған әдебиеттер тізімі",
            "Библиография",
            "Транслитерация",
        ),
    },
    LabelKind.AUTHOR_DATA: {
        "en": (
            "Information about authors",
            "Information about the authors",
            "Information about author",
            "Information about the author",
            "Information on authors",
            "About the authors",
            "About the author",
            "About authors",
            "Authors' information",
            "Author information",
            "Authors' data",
        ),
        "ru": (
            "Информация об авторах",
            "Информация об авторе",
            "Сведения об авторах",
            "Сведения об авторе",
            "Данные об авторах",
            "Об авторах",
            "Об авторе",
        ),
        "kk": (
            "Авторлар туралы мәлімет",
            "Автор туралы мәлімет",
            "Авторлар туралы мәліметтер",
            "Авторлар туралы ақпарат",
            "Автор туралы ақпарат",
            "Авторлар жайлы мәлімет",
            "Авторлар туралы",
            "Автор туралы",
        ),
    },
    LabelKind.RECEIVED: {
        "en": (
            "Received",
            "Received by the editors",
            "Previously sent",
            "First sent",
            "Sent",
            "Submitted",
            "Article received",
            "Date received",
            "Date of receipt",
            "Registered",
            "Received date",
            "Received on",
            "The article was received",
            "The article was submitted",
        ),
        "ru": (
            "Поступила",
            "Поступила в редакцию",
            "Статья поступила",
            "Статья поступила в редакцию",
            "Дата поступления",
            "Дата поступления статьи",
            "Получена",
            "Получено",
            "Отправлена",
            "Подана",
            "Поступило",
            "Зарегистрирована",
        ),
        "kk": (
            "Жіберілді",
            "Алғаш жіберілді",
            "Келіп түсті",
            "Редакцияға түсті",
            "Редакцияға келіп түсті",
            "Мақала түсті",
            "Мақала келіп түсті",
            "Мақала редакцияға түсті",
            "Түсті",
            "Түскен күні",
            "Алынды",
            "Тіркелді",
            "Алғаш тіркелді",
        ),
    },
    LabelKind.REVISED: {
        "en": (
            "Revised",
            "Re-registered",
            "Resubmitted",
            "Re-submitted",
            "Re-sent",
            "Received in revised form",
            "Revised version received",
            "Corrected",
            "Date revised",
            "Approved after reviewing",
            "After revision",
        ),
        "ru": (
            "Переотправлена",
            "Повторно отправлена",
            "Перерегистрирована",
            "Доработана",
            "После доработки",
            "Поступила после доработки",
            "Поступила после рецензирования",
            "После рецензирования",
            "Исправлена",
            "Одобрена после рецензирования",
            "Пересмотрена",
            "Доработанный вариант получен",
            "Повторно поступила",
        ),
        "kk": (
            "Қайта жіберілді",
            "Қайта тіркелді",
            "Қайта түсті",
            "Түзетілді",
            "Өңделді",
            "Қайта өңделді",
            "Толықтырылды",
            "Рецензиядан кейін мақұлданды",
            "Түзетілген",
        ),
    },
    LabelKind.ACCEPTED: {
        "en": (
            "Accepted",
            "Accepted for publication",
            "Date accepted",
            "Approved",
            "Accepted date",
            "Accepted on",
        ),
        "ru": (
            "Принята",
            "Принята к публикации",
            "Принята к печати",
            "Принята в печать",
            "Принято",
            "Принято к публикации",
            "Одобрена",
            "Дата принятия",
            "Дата принятия к публикации",
            "Утверждена",
        ),
        "kk": (
            "Қабылданды",
            "Жариялауға қабылданды",
            "Баспаға қабылданды",
            "Басуға қабылданды",
            "Мақұлданды",
            "Жариялауға ұсынылды",
            "Қабылданған күні",
        ),
    },
    LabelKind.PUBLISHED: {
        "en": ("Published", "Published online", "Available online", "Date of publication"),
        "ru": ("Опубликована", "Опубликовано", "Опубликована онлайн", "Дата публикации"),
        "kk": ("Жарияланды", "Онлайн жарияланды", "Жарияланған күні"),
    },
    LabelKind.FUNDING: {
        "en": (
            "Funding",
            "Financing",
            "Financial support",
            "Funding information",
            "Funding source",
        ),
        "ru": ("Финансирование", "Источник финансирования", "Информация о финансировании"),
        "kk": ("Қаржыландыру", "Қаржыландыру көзі", "Қаржыландыру туралы ақпарат"),
    },
    LabelKind.THANKS: {
        "en": ("Acknowledgements", "Acknowledgments", "Acknowledgement", "Acknowledgment"),
        "ru": ("Благодарности", "Благодарность", "Выражение признательности"),
        "kk": ("Алғыс айту", "Алғыс", "Алғыс білдіру"),
    },
    LabelKind.CONFLICT: {
        "en": ("Conflict of interest", "Conflicts of interest", "Conflict of interests"),
        "ru": ("Конфликт интересов",),
        "kk": ("Мүдделер қақтығысы", "Мүдде қақтығысы"),
    },
    LabelKind.CONTRIBUTIONS: {
        "en": ("Author contributions", "Authors' contributions", "Contribution of authors"),
        "ru": ("Вклад авторов",),
        "kk": ("Авторлардың үлесі", "Авторлардың қосқан үлесі"),
    },
    LabelKind.DATA: {
        "en": ("Data availability", "Data availability statement"),
        "ru": ("Доступность данных",),
        "kk": ("Деректердің қолжетімділігі",),
    },
    LabelKind.BODY: {
        "en": ("Introduction", "Basic provisions", "Main part", "Background"),
        "ru": ("Введение", "Основные положения", "Основная часть"),
        "kk": ("Кіріспе", "Негізгі ережелер", "Негізгі бөлім"),
    },
    LabelKind.CONTENTS: {
        "en": ("Contents", "Table of contents", "Content"),
        "ru": ("Содержание", "Оглавление"),
        "kk": ("Мазмұны", "Мазмұн"),
    },
    LabelKind.GUIDELINES: {
        "en": (
            "Information for authors",
            "Guidelines for authors",
            "Instructions for authors",
            "Rules for authors",
            "Requirements for authors",
            "Requirements for articles",
            "Rules for submission",
        ),
        "ru": (
            "Информация для авторов",
            "Правила для авторов",
            "Требования к статьям",
            "Требования к оформлению статей",
            "Правила оформления статей",
            "К сведению авторов",
            "Авторам",
        ),
        "kk": (
            "Авторларға мәлімет",
            "Авторларға арналған ақпарат",
            "Авторларға арналған ережелер",
            "Авторлар назарына",
            "Мақалаға қойылатын талаптар",
            "Авторларға",
        ),
    },
    LabelKind.EMAIL: {
        "en": ("e-mail", "email", "E-mail address", "Contact e-mail"),
        "ru": ("эл. почта", "электронная почта", "электронный адрес", "эл. адрес"),
        "kk": ("эл. пошта", "электрондық пошта", "электронды пошта", "эл. поштасы"),
    },
    LabelKind.CORRESPONDING: {
        "en": (
            "Corresponding author",
            "Corresponding authors",
            "Author for correspondence",
            "Correspondence",
            "Correspondence to",
            "Contact author",
        ),
        "ru": (
            "Автор-корреспондент",
            "Корреспондент автор",
            "Автор для корреспонденции",
            "Для корреспонденции",
            "Корреспондирующий автор",
            "Контактное лицо",
        ),
        "kk": (
            "Корреспондент автор",
            "Автор-корреспондент",
            "Хат-хабар авторы",
            "Байланыс авторы",
            "Хат алмасушы автор",
        ),
    },
    LabelKind.SRSTI: {
        "en": ("SRSTI", "IRSTI", "ISTIR", "SCSTI", "IRSTI code"),
        "ru": ("МРНТИ", "ГРНТИ"),
        "kk": ("ҒТАМР", "ХҒТАР", "МҒТАР", "ҒТАХР"),
    },
    LabelKind.UDC: {
        "en": ("UDC",),
        "ru": ("УДК",),
        "kk": ("ӘОЖ", "ЭОЖ"),
    },
    LabelKind.JEL: {
        "en": ("JEL", "JEL codes", "JEL classification", "JEL code"),
        "ru": ("Коды JEL", "Код JEL"),
        "kk": ("JEL кодтары", "JEL коды"),
    },
    LabelKind.CITATION: {
        "en": ("For citation", "How to cite", "To cite this article", "Cite this article"),
        "ru": ("Для цитирования", "Цитирование", "Как цитировать"),
        "kk": ("Дәйексөз үшін", "Сілтеме жасау үшін", "Дәйексөз алу үшін"),
    },
}
"""The variants of each label, by language. The first one of each list is the most usual."""

SCHEMES: Final[Mapping[LabelKind, str]] = {
    LabelKind.SRSTI: "SRSTI",
    LabelKind.UDC: "UDC",
    LabelKind.JEL: "JEL",
}
"""The classification that a label of a subject code means."""
