"""The oddities of the printed issues that are findings: which rule tells each, and where."""

from __future__ import annotations

from typing import Final, TypeAlias

Oddity: TypeAlias = tuple[str, int]
"""A file of the corpus, and the oddity's number in it, from 1."""

NOTHING_SAID: Final = (
    ("article-srsti-missing", "subject_codes"),
    ("article-history-missing", "dates.received"),
    ("article-license-missing", "licenses"),
    ("contributor-orcid-missing", "contributors[0].orcid"),
)
"""What the articles of Central Asia's Affairs lack."""

NO_STATEMENT: Final = (("article-conflict-missing", "statements.conflict_of_interest"),)
NO_SRSTI: Final = (("article-srsti-missing", "subject_codes"),)
NO_DOI: Final = (("article-doi-missing", "doi"),)
NO_ORCID: Final = (("contributor-orcid-missing", "contributors[0].orcid"),)

FOUND: Final[dict[str, dict[Oddity, tuple[tuple[str, str], ...]]]] = {
    "caa-2021-4": {
        ("01", 3): (("text-script-mixed", "title.kk"),),
        ("01", 5): (("article-corresponding-missing", "contributors"),),
        ("01", 7): NO_STATEMENT,
        ("01", 9): (("reference-text-number", "references[15].text.en"),),
        ("01", 10): tuple(
            ("reference-text-ibid", f"references[{n}].text.en") for n in (2, 22, 23, 26)
        ),
        ("01", 16): tuple(
            ("address-scheme-missing", f"references[{n}].url") for n in (7, 8, 18, 21)
        ),
        ("01", 19): NO_SRSTI,
        ("01", 20): NOTHING_SAID[1:],
        ("02", 1): (("contributor-name-email", "contributors[0].email"),),
        ("02", 2): (("text-paragraph-cut", "abstract.kk"),),
        ("02", 4): (("reference-text-number", "references[2].text.en"),),
        ("02", 12): NOTHING_SAID,
        ("03", 1): (("contributor-name-spelling", "contributors[0].name.en.given"),),
        ("03", 3): (("contributor-name-email", "contributors[1].email"),),
        ("03", 5): tuple(
            ("contributor-name-mark", f"contributors[{n}].name.en.family") for n in (0, 1)
        ),
        ("03", 7): (("text-hyphen-left", "title.en"),),
        ("03", 9): (("funding-funder-missing", "funding[0].awards"),),
        ("03", 18): NOTHING_SAID,
        ("04", 3): (
            ("keyword-text-punctuation", "keywords.kk[6]"),
            ("keyword-text-punctuation", "keywords.ru[6]"),
        ),
        ("04", 12): NOTHING_SAID,
        ("05", 7): NO_STATEMENT,
        ("05", 8): tuple(("reference-text-ibid", f"references[{n}].text.en") for n in (2, 4)),
        ("05", 13): NOTHING_SAID[1:],
        ("journal", 4): (("journal-doi-form", "issue.journal.doi"),),
        ("journal", 5): (("address-scheme-missing", "issue.journal.url"),),
    },
    "irilj-2024-2": {
        ("01", 1): NO_SRSTI,
        ("01", 2): NO_DOI,
        ("01", 7): (("text-paragraph-cut", "abstract.kk"),),
        ("01", 10): (("keyword-text-conjunction", "keywords.en[4]"),),
        ("01", 22): NO_STATEMENT,
        ("02", 1): NO_SRSTI,
        ("02", 2): NO_DOI,
        ("02", 4): NO_ORCID,
        ("02", 8): (("article-keywords-number", "keywords.kk"),),
        ("02", 13): tuple(
            ("text-romanised-letters", f"references[{n}].text.ru-Latn") for n in (10, 11)
        ),
        ("02", 21): (("article-title-capitals", "title.ru"),),
        ("02", 22): NO_STATEMENT,
        ("04", 1): NO_SRSTI,
        ("04", 2): NO_DOI,
        ("04", 4): NO_ORCID,
        ("04", 7): (("contributor-name-spelling", "contributors[0].name.ru.family"),),
        ("04", 13): (("award-number-space", "funding[0].awards[0].number"),),
        ("04", 19): (("text-escape-left", "references[18].url"),),
        ("04", 20): (("reference-doi-broken", "references[15].doi"),),
        ("04", 21): (("article-title-capitals", "title.en"),),
        ("04", 22): (("keyword-text-punctuation", "keywords.kk[3]"),),
        ("04", 27): NO_STATEMENT,
        ("05", 1): NO_SRSTI,
        ("05", 2): NO_DOI,
        ("05", 4): NO_ORCID,
        ("05", 5): (("text-script-mixed", "contributors[0].name.ru.family"),),
        ("05", 6): (("contributor-name-mixed", "contributors[0].name.kk.given"),),
        ("05", 8): (("affiliation-place-repeated", "affiliations[2]"),),
        ("05", 12): (("text-paragraph-cut", "abstract.kk"),),
        ("05", 17): (("reference-doi-broken", "references[0].doi"),),
        ("05", 18): (("reference-address-differs", "references[6].text.ru-Latn"),),
        ("05", 19): (("address-host-inside", "references[10].url"),),
        ("05", 24): (("award-number-sign", "funding[0].awards[0].number"),),
        ("05", 30): NO_STATEMENT,
        ("09", 1): NO_SRSTI,
        ("09", 2): NO_DOI,
        ("09", 3): NO_ORCID,
        ("09", 4): NO_STATEMENT,
        ("09", 7): (("text-script-mixed", "contributors[1].name.en.given"),),
        ("09", 15): (("article-title-capitals", "title.kk"),),
        ("09", 17): (("award-number-letters", "funding[0].awards[0].number"),),
        ("09", 19): (("reference-date-later", "references[19].text.kk"),),
        ("09", 20): (("reference-romanised-missing", "references[14].text"),),
        ("09", 23): (
            *(("text-script-mixed", f"references[{n}].text.kk-Latn") for n in (6, 7, 13, 19, 20)),
            ("text-script-mixed", "references[20].url"),
            *(
                ("reference-address-differs", f"references[{n}].text.kk-Latn")
                for n in (4, 5, 6, 12, 13, 19)
            ),
            *(("reference-address-differs", f"references[{n}].text.ru-Latn") for n in (15, 16, 18)),
        ),
        ("09", 24): (("reference-work-repeated", "references[8].url"),),
        ("09", 25): (("text-escape-left", "references[15].url"),),
        ("10", 1): NO_SRSTI,
        ("10", 2): NO_DOI,
        ("10", 3): NO_ORCID,
        ("10", 4): NO_STATEMENT,
        ("10", 5): (("contributor-name-spelling", "contributors[0].name.en.family"),),
        ("10", 10): (
            ("text-escape-left", "contributors[0].email"),
            ("contributor-email-form", "contributors[0].email"),
        ),
        ("10", 14): (("text-paragraph-cut", "abstract.en"),),
        ("10", 15): (("article-title-capitals", "title.ru"),),
        ("10", 19): tuple(
            ("text-romanised-letters", f"references[{n}].text.ru-Latn") for n in range(1, 6)
        ),
        ("10", 20): tuple(
            ("reference-address-differs", f"references[{n}].text.ru-Latn") for n in (16, 28)
        ),
        ("issue", 10): (
            *NO_DOI,
            ("article-license-missing", "licenses"),
            *NO_ORCID,
            *NO_SRSTI,
        ),
    },
}
"""By issue: the code and field of each finding, in the article of the file's number. What nobody
says of an issue is told of its articles."""
