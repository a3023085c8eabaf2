"""Words of affiliations, positions, degrees and names, as the beginnings of words."""

from __future__ import annotations

from typing import Final

INSTITUTIONS: Final = (
    *("univers", "institut", "academ", "college", "school", "center", "centre", "department"),
    *(
        "faculty",
        "ministry",
        "committee",
        "laborator",
        "organization",
        "organisation",
        "foundation",
    ),
    *("agency", "hospital", "library", "museum", "council", "association", "scientific complex"),
    *("llp", "ltd", "llc", "jsc", "ngo", "polytechnic", "conservator", "observator", "chamber"),
    *("универс", "институт", "академи", "колледж", "школ", "центр", "кафедр", "факультет"),
    *(
        "министерств",
        "комитет",
        "лаборатор",
        "тоо",
        "нао",
        "рггп",
        "ргп",
        "ао ",
        "фонд",
        "агентств",
    ),
    *("больниц", "библиотек", "музе", "совет", "ассоциац", "комплекс", "отдел", "управлен"),
    *("мектеб", "мектеп", "орталы", "министрліг", "зертхана", "жшс", "кеақ", "ақ ", "қоры"),
    *(
        "агенттіг",
        "аурухана",
        "кітапхана",
        "кеңес",
        "қауымдастығ",
        "қауымдастық",
        "бөлім",
        "палата",
        "ғзи",
        "нии",
    ),
)
"""How words of the names of institutions begin."""

DEPARTMENTS: Final = (
    *("department", "faculty", "school of", "higher school", "chair of", "division", "laborator"),
    *("кафедр", "факультет", "высшая школа", "отдел", "лаборатор", "жоғары мектеб", "бөлім"),
    *("зертхана",),
)
"""How words of the names of departments begin."""

POSITIONS: Final = (
    *("professor", "associate professor", "assistant professor", "lecturer", "senior lecturer"),
    *("researcher", "research fellow", "fellow", "senior fellow", "head", "director", "dean"),
    *("rector", "vice", "senior", "chief", "leading", "junior", "chair"),
    *("ambassador", "teacher", "acting", "president", "student", "doctoral", "phd student"),
    *("master student", "master's student", "undergraduate", "doctorant", "postdoc", "expert"),
    *("analyst", "editor", "1st year", "2nd year", "3rd year"),
    *("профессор", "доцент", "ассоциированн", "преподавател", "старш", "научн", "главн", "ведущ"),
    *("младш", "заведующ", "зав.", "директор", "декан", "ректор", "проректор", "студент"),
    *("докторант", "магистрант", "аспирант", "и.о.", "и. о.", "начальник", "эксперт", "аналитик"),
    *("ассистент", "учител", "судь", "советник"),
    *("қауымдаст", "оқытушы", "аға", "бас ", "жетекші", "кіші", "ғылыми қызметкер", "меңгеруші"),
    *("мұғалім", "м.а", "проректор", "доценті", "профессоры", "1 курс", "2 курс", "3 курс"),
)
"""How positions begin."""

POSITION_ENDS: Final = (
    *("professor", "lecturer", "researcher", "fellow", "director", "dean", "rector", "chair"),
    *("associate", "teacher", "student", "expert", "analyst", "editor", "manager", "specialist"),
    *("officer", "coordinator", "scientist", "ambassador", "assistant", "head", "president"),
    *("профессор", "доцент", "преподаватель", "сотрудник", "директор", "декан", "ректор"),
    *("докторант", "магистрант", "аспирант", "студент", "эксперт", "аналитик", "специалист"),
    *("оқытушы", "оқытушысы", "қызметкер", "қызметкері", "меңгерушісі", "директоры", "деканы"),
    *("ректоры", "докторанты", "магистранты", "студенті", "доценті", "профессоры", "президенті"),
)
"""How positions end."""

DEGREES: Final = (
    *(
        "phd",
        "ph.d",
        "ph. d",
        "doctor of",
        "dr.",
        "candidate of",
        "master of",
        "msc",
        "m.sc",
        "mba",
    ),
    *("bachelor", "cand. sc", "doctor phd", "d.sc", "dsc", "ll.m", "llm", "md"),
    *("доктор", "кандидат", "магистр ", "магистр,", "бакалавр", "ғылым докторы", "ғылым кандидаты"),
    *("философия докторы", "магистрі"),
)
"""How degrees begin."""

DEGREE_SHORT: Final = r"[а-яәіқғ]{1,6}\.\s?(?:[а-яәіқғ]{1,4}\.\s?)?[нкғ]\.?\s?[ндк]?\.?"
"""An abbreviated degree in Cyrillic letters: к.э.н., т.ғ.к., саяс.ғ.д."""

PATRONYMICS: Final = (
    *("ович", "евич", "ьич", "овна", "евна", "ична", "инична", "ұлы", "улы", "қызы", "кызы"),
    *("ovich", "evich", "ovna", "evna", "ichna", "inichna", "uly", "kyzy", "qyzy", "ovych"),
)
"""How patronymics end."""

FAMILIES: Final = (
    *("ов", "ев", "ёв", "ова", "ева", "ёва", "ин", "ина", "ын", "ына", "ский", "ская", "цкий"),
    *("цкая", "енко", "баев", "баева", "ов.", "их", "ых"),
    *("ov", "ev", "yov", "ova", "eva", "yova", "in", "ina", "yn", "yna", "sky", "skiy", "skaya"),
    *("enko", "ikh", "ykh", "aya", "off", "eff"),
)
"""How many family names of the region end."""

PARTICLES: Final = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "di",
        "da",
        "del",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "фон",
        "ла",
        "дель",
        "дер",
        "ди",
        "да",
        "ван",
        "де",
        "аль",
        "ибн",
        "оглы",
        "кызы",
        "ogly",
        "uly",
        "kyzy",
        "угли",
    ]
)
"""Small words inside names."""

COUNTRIES: Final = {
    "usa": "US",
    "u.s.a.": "US",
    "us": "US",
    "uk": "GB",
    "u.k.": "GB",
    "сша": "US",
    "рф": "RU",
    "рк": "KZ",
    "ақш": "US",
    "қр": "KZ",
    "republic of kazakhstan": "KZ",
    "республика казахстан": "KZ",
    "қазақстан республикасы": "KZ",
    "the republic of kazakhstan": "KZ",
    "russian federation": "RU",
    "российская федерация": "RU",
    "ресей федерациясы": "RU",
    "kyrgyz republic": "KG",
    "кыргызская республика": "KG",
    "қырғыз республикасы": "KG",
    "republic of uzbekistan": "UZ",
    "республика узбекистан": "UZ",
    "өзбекстан республикасы": "UZ",
    "people's republic of china": "CN",
    "кнр": "CN",
    "қхр": "CN",
    "prc": "CN",
    "turkey": "TR",
    "türkiye": "TR",
    "ұлыбритания": "GB",
    "великобритания": "GB",
    "united states of america": "US",
}
"""Names of countries that CLDR does not have, and their codes."""
