"""The facts of ``facts.xml`` as the REST API answers them, in 3.5 and in 3.4."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

Answers = dict[str, Any]
"""Answers by the path of their resource."""

REGIONS = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_US"}


def texts(kk: str = "", ru: str = "", en: str = "") -> dict[str, str]:
    """A text in each language; OJS also writes the languages without one, after the others."""
    given = {"kk": kk, "ru": ru, "en": en}
    return dict(sorted(given.items(), key=lambda one: not one[1]))


def term(name: str) -> dict[str, Any]:
    return {"name": name, "identifier": None, "source": None}


SUMMARY = {
    "_href": "https://example.org/su/api/v1/issues/12",
    "id": 12,
    "identification": "Том 5 № 2 (2024): Вода",
    "volume": 5,
    "number": "2",
    "year": 2024,
    "title": texts("Су", "Вода"),
    "datePublished": "2024-06-28 00:00:00",
    "published": True,
    "publishedUrl": "https://example.org/su/issue/view/12",
    "description": texts(ru="Номер о водных ресурсах"),
    "doiObject": {"id": 1, "doi": "10.5555/su.2024.2", "status": 3},
    "coverImage": {"en": None, "kk": None, "ru": None},
    "galleys": [],
}

REVIEW = {
    "_href": "https://example.org/su/api/v1/submissions/71",
    "id": 71,
    "contextId": 1,
    "currentPublicationId": 88,
    "dateSubmitted": "2024-01-15 08:09:10",
    "locale": "ru",
    "status": 3,
    "statusLabel": "Опубликовано",
    "stageId": 5,
    "publications": [{"id": 88, "status": 3, "sectionId": 4}],
    "urlPublished": "https://example.org/su/article/view/71",
}

ARTICLE = {
    **REVIEW,
    "id": 70,
    "currentPublicationId": 77,
    "dateSubmitted": "2023-12-01 18:00:00",
    "locale": "kk",
    "urlPublished": "https://example.org/su/article/view/su-1",
}

ISSUE = {
    **SUMMARY,
    "lastModified": "2024-06-29 10:00:00",
    "urlPath": "",
    "accessStatus": 1,
    "sections": [
        {
            "id": 3,
            "seq": 1,
            "abbrev": texts(en="ART"),
            "title": texts("Мақалалар", "Статьи", "Articles"),
            "wordCount": 0,
        },
        {"id": 4, "seq": 2, "abbrev": texts(en="REV"), "title": texts(ru="Обзоры")},
    ],
    "articles": [REVIEW, ARTICLE],
}

PUBLICATION: dict[str, Any] = {
    "_href": "https://example.org/su/api/v1/submissions/70/publications/77",
    "id": 77,
    "submissionId": 70,
    "locale": "kk",
    "status": 3,
    "version": 1,
    "primaryContactId": 101,
    "urlPath": "su-1",
    "urlPublished": "https://example.org/su/article/view/su-1/version/77",
    "seq": 0,
    "sectionId": 3,
    "issueId": 12,
    "accessStatus": 0,
    "datePublished": "2024-06-28",
    "lastModified": "2024-06-28 12:00:00",
    "pub-id::publisher-id": "su-2024-2-1",
    "doiObject": {"id": 2, "doi": "10.5555/su.2024.2.1", "resolvingUrl": "https://doi.org/…"},
    "title": texts(
        "H<sub>2</sub>O буының таралуы: ң, ғ, ү, ұ, қ, ө, һ, і",
        "Распределение паров H<sub>2</sub>O &amp; «ёлочки»",
        "Distribution of H<sub>2</sub>O vapour",
    ),
    "prefix": texts(en="The"),
    "subtitle": texts(ru="часть II"),
    "fullTitle": texts("…", "…", "…"),
    "abstract": texts(
        "<p>Аңдатпа <em>қазақша</em>.</p>",
        "<p>Аннотация, p &lt; 0,05.</p><p>Второй абзац.</p>",
        "<p>Abstract.</p>",
    ),
    "coverage": texts(ru="Балхаш"),
    "licenseUrl": "https://creativecommons.org/licenses/by-nc/4.0",
    "copyrightHolder": texts(ru="Авторы"),
    "copyrightYear": 2024,
    "keywords": {"en": [], "kk": [term("су буы")], "ru": [term("водяной пар"), term("озеро")]},
    "supportingAgencies": {"ru": [term("Комитет науки")], "en": [term("Science Committee")]},
    "subjects": {"ru": [term("гидрология")]},
    "disciplines": [],
    "authorsString": "…",
    "authors": [
        {
            "id": 101,
            "seq": 0,
            "publicationId": 77,
            "fullName": "Әйгерім Нұрғалиева",
            "givenName": texts("Әйгерім", "Айгерим", "Aigerim"),
            "familyName": texts("Нұрғалиева", "Нургалиева", "Nurgaliyeva"),
            "preferredPublicName": texts(),
            "biography": texts(ru="<p>Доцент.</p>"),
            "userGroupId": 14,
            "userGroupName": texts("Автор", "Автор", "Author"),
            "affiliations": [
                {
                    "id": 5,
                    "authorId": 101,
                    "ror": "https://ror.org/03q0vrn42",
                    "rorObject": {"id": 1, "name": {"en": "Al-Farabi KazNU"}},
                    "name": texts(
                        "Әл-Фараби атындағы ҚазҰУ", "КазНУ им. аль-Фараби", "Al-Farabi KazNU"
                    ),
                }
            ],
            "country": "KZ",
            "email": "a@example.kz",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
            "orcidAccessToken": "0b5cur3-t0k3n",
            "orcidIsVerified": False,
        },
        {
            "id": 102,
            "seq": 1,
            "givenName": texts(ru="Мононим"),
            "familyName": texts(),
            "userGroupName": texts(ru="Переводчик", en="Translator"),
            "affiliations": [
                {"id": 6, "ror": None, "name": texts(ru="ИП «Ромашка & Ко»")},
                {"id": 7, "ror": None, "name": texts(ru="Институт географии")},
            ],
            "country": "KZ",
            "email": "m@example.kz",
            "orcid": None,
        },
    ],
    "galleys": [
        {"id": 31, "label": "PDF", "locale": "ru", "urlRemote": "", "submissionFileId": 9},
        {
            "id": 32,
            "label": "HTML",
            "locale": "en",
            "urlRemote": "https://example.org/su/1.html",
            "submissionFileId": None,
        },
    ],
    "citations": [
        "Иванов И. И. Вода. 2020. С. 201–215. https://doi.org/10.5555/abc",
        "Smith J. <i>Water</i>. 2019.",
    ],
    "citationsRaw": "Иванов И. И. Вода. 2020. С. 201–215. https://doi.org/10.5555/abc\n"
    "Smith J. <i>Water</i>. 2019.",
    "pages": "5–17",
}

SECOND = {
    "id": 88,
    "submissionId": 71,
    "locale": "ru",
    "status": 3,
    "version": 1,
    "primaryContactId": 104,
    "urlPath": None,
    "seq": 1,
    "sectionId": 4,
    "datePublished": "2024-06-28",
    "doiObject": None,
    "title": texts(ru="Обзор качества воды"),
    "copyrightYear": 2024,
    "keywords": [],
    "authors": [
        {
            "id": 104,
            "seq": 0,
            "givenName": texts(ru="Ерлан"),
            "familyName": texts(ru="Сәрсенов"),
            "userGroupName": texts(en="Author"),
            "affiliations": [{"id": 8, "ror": None, "name": texts(ru="Институт географии")}],
            "country": "KZ",
            "email": "e@example.kz",
        }
    ],
    "galleys": [],
    "citations": [],
    "citationsRaw": "",
    "pages": "e7",
}

ACCEPTED = [
    {"id": 1, "decision": 3, "dateDecided": "2024-01-20 10:00:00", "label": "…"},
    {"id": 2, "decision": 2, "dateDecided": "2024-03-05 10:00:00", "label": "…"},
]


def answers_3_5() -> Answers:
    """The answers of 3.5, by path."""
    return deepcopy(
        {
            "issues/12": ISSUE,
            "submissions/70/publications/77": PUBLICATION,
            "submissions/71/publications/88": SECOND,
            "submissions/70/decisions": ACCEPTED,
            "submissions/71/decisions": [],
        }
    )


def answers_3_4() -> Answers:
    """The answers of 3.4: terms are texts, a person has one affiliation, citations are HTML.

    A second affiliation and ROR ids do not exist; see :func:`of_3_4`.
    """
    answers = answers_3_5()
    for path, answer in answers.items():
        if "/publications/" not in path:
            continue
        for name in ("keywords", "supportingAgencies", "subjects"):
            lists = answer.get(name) or {}
            answer[name] = {tag: [one["name"] for one in found] for tag, found in lists.items()}
        for author in answer["authors"]:
            affiliations = author.pop("affiliations")
            author["affiliation"] = affiliations[0]["name"]
        answer["citations"] = [_linked(one) for one in answer["citations"]]
        answer["galleys"] = {str(2 * n): one for n, one in enumerate(answer["galleys"])}
    return answers


def with_regions(value: Any) -> Any:
    """An answer with the locales of OJS 3.3: ``ru_RU`` instead of ``ru``."""
    if isinstance(value, dict):
        return {REGIONS.get(name, name): with_regions(one) for name, one in value.items()}
    if isinstance(value, list):
        return [with_regions(one) for one in value]
    return value


def _linked(citation: str) -> str:
    return re.sub(r"https?://\S+", r'<a href="\g<0>">\g<0></a>', citation)
