"""What the versions say in different ways is read alike: each difference is a pair of forms."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from jatsx.model import Article

from .reading import NAMESPACE, records


class Difference(NamedTuple):
    """An article in an older form and in a newer one, and a part of what both say."""

    older: str
    newer: str
    said: dict[str, object]


def old(inside: str, attributes: str = "") -> str:
    """An article of 2.4, without a namespace."""
    return f'<article locale="ru_RU" {attributes}>{inside}</article>'


def middle(inside: str, attributes: str = "") -> str:
    """An article of 3.1: everything stands in it."""
    return f'<article {NAMESPACE} locale="ru_RU" {attributes}>{inside}</article>'


def new(inside: str, attributes: str = "", locale: str = "ru") -> str:
    """An article of 3.4 or 3.5: it has a publication."""
    publication = f'<publication status="3" {attributes}>{inside}</publication>'
    return f'<article {NAMESPACE} locale="{locale}">{publication}</article>'


def people(inside: str) -> str:
    return f'<authors><author user_group_ref="Автор" seq="0" id="1">{inside}</author></authors>'


TITLE = '<title locale="ru">Т</title>'
NAME = {"family": "Мысалова", "given": "Айжан Примерқызы"}

DIFFERENCES = {
    "locales": Difference(
        middle('<title locale="kk_KZ">Т</title><title locale="en_US">E</title>'),
        new('<title locale="kk">Т</title><title locale="en">E</title>'),
        {"language": "ru", "title": {"kk": "Т", "en": "E"}},
    ),
    "a locale with a script": Difference(
        middle('<title locale="sr_RS@latin">P</title>'),
        new('<title locale="sr@latin">P</title>'),
        {"title": {"sr-Latn": "P"}},
    ),
    "keywords": Difference(
        middle('<keywords locale="ru_RU"><keyword>а</keyword><keyword>б</keyword></keywords>'),
        new(
            '<keywords locale="ru"><keyword><name>а</name></keyword>'
            "<keyword><name>б</name></keyword></keywords>"
        ),
        {"keywords": {"ru": ["а", "б"]}},
    ),
    "keywords of 2.4": Difference(
        old('<indexing><subject locale="ru_RU">а; б;</subject></indexing>'),
        middle('<keywords locale="ru_RU"><keyword>а</keyword><keyword>б</keyword></keywords>'),
        {"keywords": {"ru": ["а", "б"]}},
    ),
    "agencies": Difference(
        middle('<agencies locale="ru_RU"><agency>Фонд</agency></agencies>'),
        new('<agencies locale="ru"><agency><name>Фонд</name></agency></agencies>'),
        {"funding": [{"funder": {"ru": "Фонд"}}]},
    ),
    "affiliations": Difference(
        middle(
            people(
                '<affiliation locale="kk_KZ">Ж</affiliation>'
                '<affiliation locale="ru_RU">У</affiliation>'
            )
        ),
        new(
            people(
                '<affiliation><name locale="kk">Ж</name><name locale="ru">У</name></affiliation>'
            )
        ),
        {"affiliations": [{"id": "a1", "institution": {"kk": "Ж", "ru": "У"}}]},
    ),
    "names": Difference(
        old(
            "<author><firstname>Айжан</firstname><middlename>Примерқызы</middlename>"
            "<lastname>Мысалова</lastname></author>"
        ),
        new(
            people(
                '<givenname locale="ru">Айжан Примерқызы</givenname>'
                '<familyname locale="ru">Мысалова</familyname>'
            )
        ),
        {"contributors": [{"name": {"ru": NAME}}]},
    ),
    "names until 3.1.1": Difference(
        middle(
            people(
                "<firstname>Айжан</firstname><middlename>Примерқызы</middlename>"
                "<lastname>Мысалова</lastname>"
            )
        ),
        middle(
            people(
                '<givenname locale="ru_RU">Айжан Примерқызы</givenname>'
                '<familyname locale="ru_RU">Мысалова</familyname>'
            )
        ),
        {"contributors": [{"name": {"ru": NAME}}]},
    ),
    "titles with a prefix": Difference(
        middle('<title locale="en_US">Sun</title><prefix locale="en_US">The</prefix>'),
        new('<title locale="en">The Sun</title><prefix locale="en">The</prefix>'),
        {"title": {"en": "The Sun"}},
    ),
    "DOI and other ids": Difference(
        middle('<id type="doi">10.5555/a</id><id type="public">x</id>'),
        new('<id type="doi" advice="update">10.5555/a</id><id type="public">x</id>'),
        {"doi": "10.5555/a", "identifiers": {"publisher-id": "x"}},
    ),
    "the publisher's id of 2.4": Difference(
        old('<id type="doi">10.5555/a</id>', 'public_id="x"'),
        middle('<id type="doi">10.5555/a</id><id type="public">x</id>', 'url_path="x"'),
        {"doi": "10.5555/a", "identifiers": {"publisher-id": "x"}},
    ),
    "the date of publication": Difference(
        old("<date_published>2024-03-29</date_published>"),
        middle("", 'date_published="2024-03-29"'),
        {"dates": {"published": {"online": "2024-03-29"}}},
    ),
    "the date of publication, since 3.2": Difference(
        middle("", 'date_published="2024-03-29"'),
        new("", 'date_published="2024-03-29"'),
        {"dates": {"published": {"online": "2024-03-29"}}},
    ),
    "license and copyright": Difference(
        old(
            "<permissions><license_url>https://example.org/l</license_url>"
            '<copyright_holder locale="ru_RU">О</copyright_holder>'
            "<copyright_year>2024</copyright_year></permissions>"
        ),
        new(
            "<licenseUrl>https://example.org/l</licenseUrl>"
            '<copyrightHolder locale="ru">О</copyrightHolder>'
            "<copyrightYear>2024</copyrightYear>"
        ),
        {
            "licenses": [{"url": "https://example.org/l"}],
            "copyright": {"holder": {"ru": "О"}, "year": "2024"},
        },
    ),
    "references": Difference(
        old("<citations>Один.\n\n  Два. </citations>"),
        new("<citations><citation>Один.</citation><citation>Два.</citation></citations>"),
        {"references": [{"text": {"und": "Один."}}, {"text": {"und": "Два."}}]},
    ),
    "a galley elsewhere": Difference(
        old(
            '<galley locale="ru_RU"><label>PDF</label><file><remote src="https://example.org/p"/>'
            "</file></galley>"
        ),
        new(
            '<article_galley locale="ru"><name locale="ru">PDF</name><seq>0</seq>'
            '<remote src="https://example.org/p"/></article_galley>'
        ),
        {"links": [{"url": "https://example.org/p", "language": "ru"}]},
    ),
    "a galley's file at an address": Difference(
        middle(
            '<submission_file id="9"><revision number="1" filetype="application/pdf">'
            '<href src="https://example.org/p.pdf"/></revision></submission_file>'
            '<article_galley locale="ru_RU"><submission_file_ref id="9" revision="1"/>'
            "</article_galley>"
        ),
        f'<article {NAMESPACE} locale="ru"><submission_file id="9"><file id="8" extension="pdf">'
        '<href src="https://example.org/p.pdf"/></file></submission_file><publication status="3">'
        '<article_galley locale="ru"><submission_file_ref id="9"/></article_galley>'
        "</publication></article>",
        {
            "links": [
                {
                    "url": "https://example.org/p.pdf",
                    "content_type": "application/pdf",
                    "language": "ru",
                }
            ]
        },
    ),
    "the issue of an article by itself": Difference(
        middle(
            "<issue_identification><volume>1</volume><number>2</number><year>2024</year>"
            '<title locale="ru_RU">Н</title></issue_identification>',
            'section_ref="A"',
        ),
        new(
            "<issue_identification><volume>1</volume><number>2</number><year>2024</year>"
            '<title locale="ru">Н</title></issue_identification>',
            'section_ref="A"',
        ),
        {
            "section": "A",
            "issue": {
                "id": "2024-1-2",
                "volume": "1",
                "number": "2",
                "year": "2024",
                "title": {"ru": "Н"},
                "sections": [{"id": "A"}],
            },
        },
    ),
}


@pytest.mark.parametrize("difference", DIFFERENCES.values(), ids=list(DIFFERENCES))
def test_both_forms_say_the_same(difference: Difference, tmp_path: Path) -> None:
    older, newer = (_read(xml, tmp_path) for xml in (difference.older, difference.newer))
    assert older == newer
    described = newer.model_dump(mode="json", exclude_defaults=True)
    assert {name: described[name] for name in difference.said} == difference.said


ISSUE_OLD = """
<issue published="true" public_id="n"><id type="doi">10.5555/i</id><title locale="ru_RU">Н</title>
  <volume>1</volume><number>2</number><year>2024</year><date_published>2024-03-30</date_published>
  <section><title locale="ru_RU">Статьи</title><abbrev locale="ru_RU">СТ</abbrev>
    <article locale="ru_RU" public_id="a"><title locale="ru_RU">А</title></article>
    <article locale="ru_RU" public_id="b"><title locale="ru_RU">Б</title></article></section>
</issue>"""

ISSUE_NEW = f"""
<issue {NAMESPACE} published="1"><id type="doi">10.5555/i</id>
  <issue_identification><volume>1</volume><number>2</number><year>2024</year>
    <title locale="ru">Н</title></issue_identification><date_published>2024-03-30</date_published>
  <sections><section ref="СТ"><abbrev locale="en">ART</abbrev><title locale="ru">Статьи</title>
  </section></sections>
  <articles>
    <article locale="ru"><id type="public">b</id>
      <publication status="3" url_path="b" seq="2" section_ref="ART">
        <title locale="ru">Б</title></publication></article>
    <article locale="ru"><id type="public">a</id>
      <publication status="3" url_path="a" seq="1" section_ref="СТ">
        <title locale="ru">А</title></publication></article>
  </articles>
</issue>"""


def test_issues(tmp_path: Path) -> None:
    """In 2.4 sections hold their articles, in order; from 3.0 on articles name their section, by
    any of its abbreviations, and their place in it."""
    _, *older = records(ISSUE_OLD, tmp_path)
    _, *newer = records(ISSUE_NEW, tmp_path)
    assert {one.id: one.article for one in older} == {one.id: one.article for one in newer}
    issue = older[0].article and older[0].article.issue
    assert issue
    assert issue.model_dump(mode="json", exclude_defaults=True) == {
        "id": "2024-1-2",
        "volume": "1",
        "number": "2",
        "year": "2024",
        "title": {"ru": "Н"},
        "published": {"online": "2024-03-30"},
        "doi": "10.5555/i",
        "sections": [{"id": "СТ", "title": {"ru": "Статьи"}}],
        "articles": ["a", "b"],
    }


def _read(xml: str, folder: Path) -> Article:
    _, record = records(xml, folder)
    assert record.article is not None
    return record.article
