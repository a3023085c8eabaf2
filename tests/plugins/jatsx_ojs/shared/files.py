"""Four exports from elsewhere, and which of their values lands in which field.

A table names for each field of the articles the element or attribute that holds its value, as an
XPath from the article; ``p:`` is PKP's namespace. HTML is compared by its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

INPUTS: Final = Path(__file__).parents[5] / "shared" / "inputs" / "ojs"

PUBLICATION: Final = {
    "doi": "p:publication/p:id[@type='doi']",
    "dates.received": "@date_submitted",
    "dates.published.online": "p:publication/@date_published",
    "id": "p:publication/@url_path",
    "section": "p:publication/@section_ref",
    "issue.sections[0].id": "p:publication/@section_ref",
    "licenses[0].url": "p:publication/p:licenseUrl",
    "copyright.year": "p:publication/p:copyrightYear",
    "references[0].text.und": "p:publication/p:citations/p:citation[1]",
    "references[1].text.und": "p:publication/p:citations/p:citation[2]",
}


def localised(fields: Mapping[str, str], locales: Mapping[str, str]) -> dict[str, str]:
    """Rows for each language: ``{tag}`` in the field, ``{locale}`` in the XPath."""
    return {
        field.format(tag=tag): f"{path}[@locale='{locale}']"
        for tag, locale in locales.items()
        for field, path in fields.items()
    }


def person(n: int, languages: Mapping[str, str]) -> dict[str, str]:
    """The rows of a contributor's name."""
    at = f"//p:author[{n + 1}]"
    return localised(
        {
            f"contributors[{n}].name.{{tag}}.given": f"{at}/p:givenname",
            f"contributors[{n}].name.{{tag}}.family": f"{at}/p:familyname",
        },
        languages,
    )


def keywords(languages: Mapping[str, str], count: int, term: str) -> dict[str, str]:
    return {
        f"keywords.{tag}[{n}]": f"//p:keywords[@locale='{locale}']/p:keyword[{n + 1}]{term}"
        for tag, locale in languages.items()
        for n in range(count)
    }


def kazakh(locales: Mapping[str, str], affiliation: str) -> dict[str, str]:
    """The rows of the two exports that say the same in the locales of 3.3 and 3.5."""
    russian = {"ru": locales["ru"]}
    mononym = {tag: locale for tag, locale in locales.items() if tag != "kk"}
    return {
        **PUBLICATION,
        "language": "@locale",
        **localised(
            {"title.{tag}": "p:publication/p:title", "abstract.{tag}": "p:publication/p:abstract"},
            locales,
        ),
        **localised({"subtitle.{tag}": "p:publication/p:subtitle"}, russian),
        **localised({"copyright.holder.{tag}": "//p:copyrightHolder"}, russian),
        **localised({"issue.title.{tag}": "//p:issue_identification/p:title"}, russian),
        **keywords(locales, 2, ""),
        **person(0, locales),
        **localised({"contributors[1].name.{tag}.family": "//p:author[2]/p:givenname"}, mononym),
        **person(2, mononym),
        **{f"contributors[{n}].email": f"//p:author[{n + 1}]/p:email" for n in range(3)},
        "contributors[0].orcid": "//p:orcid",
        **localised({"affiliations[0].institution.{tag}": f"//p:author[1]/{affiliation}"}, locales),
        **localised(
            {
                "affiliations[1].institution.{tag}": (
                    f"//p:author[2]/{affiliation.replace('rorA', 'a')}"
                )
            },
            mononym,
        ),
        **{f"affiliations[{n}].country": f"//p:author[{n + 1}]/p:country" for n in range(2)},
        **{f"issue.{name}": f"//p:issue_identification/p:{name}" for name in ("volume", "number")},
        "issue.year": "//p:issue_identification/p:year",
    }


FRENCH: Final = {"fr": "fr", "de": "de"}
FILES: Final[dict[str, list[dict[str, str]]]] = {
    "ojs33-kk-ru-en.xml": [
        kazakh({"kk": "kk_KZ", "ru": "ru_RU", "en": "en_US"}, "p:affiliation"),
    ],
    "ojs35-kk-ru-en.xml": [
        {
            **kazakh({"kk": "kk", "ru": "ru", "en": "en"}, "p:rorAffiliation/p:name"),
            "affiliations[0].ror": "//p:ror",
        }
    ],
    "szh-ojs35-fr-de-excerpt.xml": [
        {
            **PUBLICATION,
            "id": "p:id[@type='internal']",
            "language": "@locale",
            **localised(
                {
                    "title.{tag}": "p:publication/p:title",
                    "subtitle.{tag}": "p:publication/p:subtitle",
                    "abstract.{tag}": "p:publication/p:abstract",
                },
                FRENCH,
            ),
            **keywords(FRENCH, 1, "/p:name"),
            **person(0, {"fr": "fr"}),
            **person(1, {"fr": "fr"}),
            "contributors[0].email": "//p:author[1]/p:email",
            "contributors[0].orcid": "//p:author[1]/p:orcid",
            "affiliations[0].institution.fr": "//p:author[1]/p:affiliation/p:name",
            "affiliations[1].institution.fr": "//p:author[2]/p:affiliation/p:name",
            "copyright.holder.fr": "//p:copyrightHolder",
        }
    ],
    "ojs312-articles.xml": [
        {
            "id": "p:id[@type='internal']",
            "language": "@locale",
            "title.en": "p:title",
            "abstract.en": "p:abstract",
            "section": "@section_ref",
            "dates.received": "@date_submitted",
            "contributors[0].name.en.given": "p:authors/p:author/p:givenname",
            "contributors[0].name.en.family": "p:authors/p:author/p:familyname",
            "contributors[0].email": "p:authors/p:author/p:email",
            "affiliations[0].institution.en": "p:authors/p:author/p:affiliation",
            "affiliations[0].country": "p:authors/p:author/p:country",
            **{
                f"keywords.en[{n}]": f"p:keywords/p:keyword[{n + 1}]"
                for n in range(3)
                if position == 1
            },
        }
        for position in range(3)
    ],
}
"""The rows of each article of each file."""

DERIVED: Final = ("pages.", "issue.id", "issue.sections[", ".id", ".affiliations[")
"""Fields whose values aren't copied: pages taken apart, ids that the reader gives."""
