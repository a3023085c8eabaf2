"""What print says, and where in the model it has to land."""

from __future__ import annotations

from typing import Final

CAA: Final = "caa-2021-4"
KAZNU: Final = "irilj-2024-2"

LANDED: Final[dict[tuple[str, str], dict[str, str | bool | None]]] = {
    (CAA, "01"): {
        "issue.journal.title.en": "Central Asia's Affairs",
        "issue.journal.issn.electronic": "2788-5909",
        "issue.journal.doi": "10.52536/CAA",
        "issue.journal.publisher.place.en": "Nur-Sultan",
        "issue.number": "4",
        "issue.year": "2021",
        "doi": "10.52536/2788-5909.2021-4.01",
        "language": "en",
        "contributors[0].name.en.given": "Susan M.",
        "contributors[0].name.ru.family": "Эллиот",
        "contributors[0].position.en": "Senior Fellow",
        "contributors[2].email": "dlehmann@caspianpolicy.org",
        "contributors[2].affiliations[0]": "a1",
        "affiliations[0].country": "US",
        "affiliations[0].country_name.en": "United States",
        "funding[0].funder.en": "Caspian Policy Center",
        "pages.last": "17",
        "references[7].url": None,
        "references[2].text.en": "Ibid.",
    },
    (CAA, "02"): {
        "contributors[0].email": "abdrashev_A@kisi.kz",
        "contributors[0].degree.en": "Master of International Relations",
        "references[3].doi": "10.20542/978-5-9535-0537-6",
    },
    (CAA, "03"): {
        "contributors[0].name.kk.given": "Айгүл",
        "contributors[0].position.en": "Chief Researcher; Dean",
        "contributors[0].affiliations[1]": "a2",
        "affiliations[0].institution.en": "“Astana” International Scientific Complex",
        "affiliations[1].department.en": "Higher School of Social Sciences and Humanities",
        "funding[0].funder.en": None,
        "funding[0].awards[0].number": "BR10965282",
        "references[6].text.ru-Latn": (
            "Mezhdunarodnoe pravo. Izd. 2-e, dop. i pererab. Mezhd. Otnosh (2). 1998."
        ),
    },
    (CAA, "04"): {
        "affiliations[0].country": "CN",
        "affiliations[1].institution.en": "Kazakh Ablai khan University of IR&WL",
        "references[7].url": (
            "https://www.europarl.europa.eu/RegData/etudes/BRIE/2019/637891/"
            "EPRS_BRI(2019)637891_EN.pdf"
        ),
    },
    (CAA, "05"): {
        "subject_codes[0].scheme": "SRSTI",
        "subject_codes[0].code": "11.25.15",
        "pages.first": "47",
        "pages.last": None,
    },
    (KAZNU, "01"): {
        "issue.whole_number": "106",
        "issue.published.print": "2024-06",
        "issue.journal.publisher.name.kk": "«Қазақ университеті»",
        "section": "1",
        "issue.sections[0].title.ru": (
            "Актуальные проблемы международных отношений: миграционные процессы"
        ),
        "dates.received": "2024-03-04",
        "dates.accepted": "2024-06-03",
        "affiliations[0].country": "IN",
        "affiliations[0].country_name.kk": "Үндістан",
        "affiliations[0].department.kk": (
            "Ресей және Орталық Азияны зерттеу орталығы, Халықаралық зерттеулер мектебі"
        ),
        "references[9].doi": "10.38085/2308829X-2020-1-6-12",
    },
    (KAZNU, "02"): {
        "contributors[0].name.ru.patronymic": "Ренатович",
        "contributors[0].corresponding": True,
        "contributors[1].corresponding": False,
        "keywords.ru[1]": "«утечка мозгов»",
        "references[0].text.en-Latn": (
            "Delovarova L. (2024) «Migration Policy of Kazakhstan: Overview Of External Vector»,"
            " Vestnik KazNU. Seriya mezhdunarodnye otnosheniya i mezhdunarodnoe pravo,"
            " 105 (1): 50-57"
        ),
        "references[1].text.en-Latn": None,
        "references[2].text.ru": "Бурдьё П. (1993) Социология политики, Москва: Socio-Logos",
        "references[2].text.ru-Latn": "Burd'yo P. (1993) Sociologiya politiki, Moskva: Socio-Logos",
    },
    (KAZNU, "04"): {
        "dates.revised[0]": "2024-04-12",
        "funding[0].awards[0].number": "BR 18574168",
        "contributors[0].name.ru.family": "Усорова",
        "references[24].label": "25",
        "references[24].doi": "10.1111/j.1468-4446.2000.00339.x",
    },
    (KAZNU, "05"): {
        "contributors[0].name.ru.family": "Нурдаuletova",
        "contributors[2].affiliations[0]": "a1",
        "affiliations[1].department.en": "Faculty of International Relations",
        "funding[0].awards[0].number": "#AP14870606",
        "references[0].doi": "10.1016/j.eu-ras.2018.08.001",
        "references[6].url": (
            "https://russian-council.ru/analytics-and-comments/comments/"
            "mnogovektornost-zakonchilas/?sphrase_id=53890473"
        ),
        "references[10].text.ru-Latn": (
            "Chghen, Minghua, Wan, Shchan, Lyu, Wanghfei, Ly, Yusighn. (2021, March 23)."
            " Regionalnye razlichiya Kitaya i evolyutsiya tendentsiy vyvoza PII v raiony,"
            " raspolozhennyye vdol «Poyasa i puti». URL:"
            " http://proxy.library.spbu.ru:2808/kcms/detail/detail.aspx?recid=&FileName=."
        ),
    },
    (KAZNU, "09"): {
        "contributors[1].name.en.given": "Salтанat",
        "contributors[1].degree.kk": "PhD",
        "funding[0].funder.kk": "ҚР Ғылым және жоғары білім министрлігі",
        "funding[0].awards[0].number": "АР19679313",
        "references[4].url": (
            "https://inbusiness.kz/kz/author_news/euraziyaga-tote-zholdyn-aleuetin-kytaj-"
            "kazakstan-men-orta-aziya-elderinen-karasty rady"
        ),
        "references[14].text.kk-Latn": None,
    },
    (KAZNU, "10"): {
        "contributors[0].name.en.family": "Tatarinova",
        "contributors[0].name.ru.family": "Татарина",
        "dates.revised[0]": "2024-04-03",
        "references[16].url": "http://www.iaicis.ru/html/?id=22",
        "references[19].text.de": (
            "Battis U. (2002), Allgemeines Verwaltungsrecht. – Müller, s. 456"
        ),
    },
}
"""What stands where in the articles that were read; None where nothing may stand."""
