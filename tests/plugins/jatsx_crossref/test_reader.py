"""What the reader of deposits decides, and what it leaves to people."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.findings.finding import Level
from jatsx.findings.sentences import Sentences
from jatsx.model.part import Part
from jatsx_crossref.reader.messages import MESSAGES
from tests.cli.commands import run

from .reading import (
    METADATA,
    article,
    article_record,
    codes,
    deposit,
    journal,
    read_article,
    records,
)

AUTHOR = (
    "<person_name sequence='first' contributor_role='author'>{}<surname>Ш</surname>{}</person_name>"
)


def people(*inside: str) -> str:
    return f"<contributors>{''.join(inside)}</contributors>"


def person(after: str = "", before: str = "") -> str:
    return AUTHOR.format(before, after)


def asserted(name: str, value: str) -> str:
    inside = f"<assertion name='{name}'>{value}</assertion>"
    return f"<crossmark><custom_metadata>{inside}</custom_metadata></crossmark>"


FINDINGS: dict[str, tuple[str, list[str]]] = {
    # what stands in the article: what is said of it
    "nothing": ("", []),
    "an unknown element": (
        "<scn_policies><x>y</x></scn_policies>",
        ["crossref-value-unread journal_article/scn_policies"],
    ),
    "an unknown element without text": (
        "<ai:program><ai:free_to_read/></ai:program>",
        ["crossref-value-unread ai:program/ai:free_to_read"],
    ),
    "a text between elements": (
        "<contributors>et al.</contributors>",
        ["crossref-value-unread contributors/text()"],
    ),
    "a second title": (
        "<titles><title>А</title></titles><titles><title>B</title></titles>",
        ["crossref-title-language title.und"],
    ),
    "two titles in one block": (
        "<titles><title>А</title><title>Б</title></titles>",
        ["crossref-value-unread titles/title"],
    ),
    "an original title without a relation": (
        "<titles><title>А</title><original_language_title language='kk'>Ә"
        "</original_language_title></titles>",
        ["crossref-title-original title.kk"],
    ),
    "markup that the model does not have": (
        "<titles><title>А <ovl>x</ovl></title></titles>",
        ["crossref-markup-left-out title.ru"],
    ),
    "a name in the same language twice": (
        people(person("<alt-name><name language='ru'><surname>Sh</surname></name></alt-name>")),
        ["crossref-name-language contributors[0].name.ru-x-2"],
    ),
    "an anonymous contributor": (
        people("<anonymous contributor_role='author'/>"),
        ["crossref-contributor-anonymous contributors"],
    ),
    "a role that is not the kind": (
        people(person("<role vocab='crossref' type='editor'/>")),
        ["crossref-value-unread role/@vocab", "crossref-value-unread role/@type"],
    ),
    "two abstracts in one language": (
        "<jats:abstract><jats:p>А</jats:p></jats:abstract>" * 2,
        ["crossref-abstract-language abstract.ru-x-2"],
    ),
    "a heading of an abstract": (
        "<jats:abstract><jats:title>Abstract.</jats:title><jats:p>А</jats:p></jats:abstract>",
        [],
    ),
    "a heading that says more": (
        "<jats:abstract><jats:title>Why water</jats:title><jats:p>А</jats:p></jats:abstract>",
        ["crossref-value-unread jats:abstract/jats:title"],
    ),
    "a season": (
        "<publication_date><month>21</month><year>2024</year></publication_date>",
        ["crossref-value-unread publication_date/month"],
    ),
    "a date of another medium": (
        "<publication_date media_type='other'><year>2024</year></publication_date>",
        ["crossref-value-unread journal_article/publication_date"],
    ),
    "another kind of number": (
        "<publisher_item><item_number item_number_type='sequence'>1</item_number></publisher_item>",
        ["crossref-value-unread publisher_item/item_number"],
    ),
    "an assertion of the publisher": (
        asserted("content_type", "Article"),
        ["crossref-value-unread custom_metadata/assertion"],
    ),
    "a date in words": (
        asserted("received", "17 June 2011"),
        ["crossref-value-unread custom_metadata/assertion"],
    ),
    "two dates of acceptance": (
        "<acceptance_date><year>2023</year></acceptance_date>" + asserted("accepted", "2024"),
        ["crossref-date-differs dates.accepted"],
    ),
    "two funders of one award": (
        "<fr:program><fr:assertion name='fundgroup'>"
        "<fr:assertion name='funder_name'>А</fr:assertion>"
        "<fr:assertion name='funder_name'>Б</fr:assertion>"
        "<fr:assertion name='award_number'>1</fr:assertion></fr:assertion></fr:program>",
        ["crossref-funding-ungrouped funding[2]"],
    ),
    "an unknown relation": (
        "<rel:program><rel:related_item><rel:inter_work_relation relationship-type='references'"
        " identifier-type='doi'>10.5555/x</rel:inter_work_relation></rel:related_item>"
        "</rel:program>",
        ["crossref-value-unread rel:program/rel:related_item"],
    ),
    "a volume of an unknown type": (
        "<citation_list><citation key='1'><volume_title>А</volume_title></citation>"
        "</citation_list>",
        ["crossref-reference-type references[0].type"],
    ),
    "an unknown part of a reference": (
        "<citation_list><citation key='1'><doi>10.5555/x</doi><std_designator>ГОСТ</std_designator>"
        "</citation></citation_list>",
        ["crossref-value-unplaced references citation/std_designator"],
    ),
    "an acronym": (
        people(
            person(
                "<affiliations><institution><institution_name>К</institution_name>"
                "<institution_acronym>K</institution_acronym></institution></affiliations>"
            )
        ),
        ["crossref-value-unplaced affiliations institution/institution_acronym"],
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str, tmp_path: Path) -> None:
    inside, expected = FINDINGS[name]
    record = article_record(inside, tmp_path)
    assert codes(record) == expected
    for finding in record.findings:
        assert finding.level is Level.WARNING
        assert finding.place is not None
        sentences = Sentences(MESSAGES)
        assert "{" not in sentences.sentence(finding) + sentences.hint(finding)


READ: dict[str, tuple[str, str, object]] = {
    # what stands in the article: the field and its value
    "an affiliation as text": (
        people(person("<affiliation>КазНУ, Алматы</affiliation>")),
        "affiliations",
        [{"id": "a1", "institution": {"ru": "КазНУ, Алматы"}}],
    ),
    "equal affiliations are one": (
        people(*[person("<affiliation>КазНУ</affiliation>")] * 2),
        "affiliations",
        [{"id": "a1", "institution": {"ru": "КазНУ"}}],
    ),
    "a city and a country": (
        people(
            person(
                "<affiliations><institution><institution_name>К</institution_name>"
                "<institution_place>Алматы, Казахстан</institution_place></institution>"
                "</affiliations>"
            )
        ),
        "affiliations",
        [
            {
                "id": "a1",
                "institution": {"ru": "К"},
                "city": {"ru": "Алматы"},
                "country_name": {"ru": "Казахстан"},
            }
        ],
    ),
    "a name of 5.4.0 as text": (
        people(person("<alt-name><name>Sh. A.</name></alt-name>")),
        "contributors",
        [{"name": {"ru": {"family": "Ш"}, "und": {"family": "Sh. A."}}}],
    ),
    "a role instead of contributor_role": (
        people(
            "<person_name sequence='first'><surname>Ш</surname>"
            "<role vocab='crossref' type='translator'/><role vocab='credit' type='software'/>"
            "<role vocab='crossref' type='corresponding-author'/></person_name>"
        ),
        "contributors",
        [
            {
                "kind": "translator",
                "name": {"ru": {"family": "Ш"}},
                "corresponding": True,
                "credit_roles": ["software"],
            }
        ],
    ),
    "paragraphs in two languages": (
        "<jats:abstract><jats:p xml:lang='ru'>А</jats:p><jats:p xml:lang='en'>B</jats:p>"
        "</jats:abstract>",
        "abstract",
        {"ru": "А", "en": "B"},
    ),
    "sections in sections": (
        "<jats:abstract><jats:sec><jats:title>М</jats:title><jats:sec><jats:title>Н</jats:title>"
        "<jats:p>т</jats:p></jats:sec></jats:sec></jats:abstract>",
        "abstract",
        {"ru": [{"title": "М", "text": ""}, {"title": "Н", "text": "т"}]},
    ),
    "an abstract without paragraphs": (
        "<jats:abstract>Просто <jats:italic>текст</jats:italic></jats:abstract>",
        "abstract",
        {"ru": "Просто <i>текст</i>"},
    ),
    "an abstract of another JATS namespace": (
        "<abstract xmlns='https://jats.nlm.nih.gov/ns/archiving/1.3'><p>А</p></abstract>",
        "abstract",
        {"ru": "А"},
    ),
    "funding with an identifier inside the name": (
        "<fr:program><fr:assertion name='fundgroup'><fr:assertion name='funder_name'> А\n"
        "<fr:assertion name='funder_identifier'>10.13039/1</fr:assertion></fr:assertion>"
        "<fr:assertion name='award_number'>1</fr:assertion>"
        "<fr:assertion name='grant_doi'>10.5555/g</fr:assertion></fr:assertion></fr:program>",
        "funding",
        [
            {
                "funder": {"ru": "А"},
                "funder_id": "10.13039/1",
                "awards": [{"number": "1", "doi": "10.5555/g"}],
            }
        ],
    ),
    "funding without groups": (
        "<fr:program><fr:assertion name='funder_name'>А</fr:assertion>"
        "<fr:assertion name='award_number'>1</fr:assertion></fr:program>",
        "funding",
        [{"funder": {"ru": "А"}, "awards": [{"number": "1"}]}],
    ),
    "the DOI of a grant before the number of another": (
        "<fr:program><fr:assertion name='funder_name'>А</fr:assertion>"
        "<fr:assertion name='grant_doi'>10.5555/g</fr:assertion>"
        "<fr:assertion name='award_number'>1</fr:assertion></fr:program>",
        "funding",
        [{"funder": {"ru": "А"}, "awards": [{"doi": "10.5555/g"}, {"number": "1"}]}],
    ),
    "an award inside the name": (
        "<fr:program><fr:assertion name='funder_name'>А<fr:assertion name='award_number'>1"
        "</fr:assertion></fr:assertion></fr:program>",
        "funding",
        [{"funder": {"ru": "А"}, "awards": [{"number": "1"}]}],
    ),
    "technical keys are not labels": (
        "<citation_list><citation key='ref12'><doi>10.5555/x</doi></citation>"
        "<citation key='[7]'><doi>10.5555/y</doi></citation>"
        "<citation key='10.5555/a-B7'><doi>10.5555/z</doi></citation>"
        "<citation key='Reed 2020'><doi>10.5555/w</doi></citation></citation_list>",
        "references",
        [
            {"doi": "10.5555/x"},
            {"label": "[7]", "doi": "10.5555/y"},
            {"doi": "10.5555/z"},
            {"label": "Reed 2020", "doi": "10.5555/w"},
        ],
    ),
    "the title of a translated work": (
        "<titles><title>А</title><original_language_title language='kk'>Ә"
        "</original_language_title></titles><rel:program><rel:related_item>"
        "<rel:intra_work_relation relationship-type='isTranslationOf' identifier-type='doi'>"
        "10.5555/x</rel:intra_work_relation></rel:related_item></rel:program>",
        "relations",
        [{"type": "translation-of", "doi": "10.5555/x", "title": {"kk": "Ә"}}],
    ),
    "a date without a medium": (
        "<publication_date><month>3</month><day>9</day><year>2024</year></publication_date>",
        "dates",
        {"published": {"print": "2024-03-09"}},
    ),
    "several identifiers of one type": (
        "<publisher_item><identifier id_type='other'>1</identifier>"
        "<identifier id_type='other'>2</identifier></publisher_item>",
        "identifiers",
        {"other": "1", "other-2": "2"},
    ),
    "a formula": (
        "<titles><title>x <mml:math><mml:mi>y</mml:mi></mml:math></title></titles>",
        "title",
        {"ru": "x <math><mi>y</mi></math>"},
    ),
}


@pytest.mark.parametrize("name", READ)
def test_fields(name: str, tmp_path: Path) -> None:
    inside, field, expected = READ[name]
    data = read_article(inside, tmp_path).model_dump(mode="json", exclude_defaults=True)
    assert data[field] == expected


def test_a_text_without_a_language_has_that_of_the_article(tmp_path: Path) -> None:
    assert [*read_article("", tmp_path, language="kk").title] == ["kk"]


def test_without_a_language_of_the_article_it_has_that_of_the_journal(tmp_path: Path) -> None:
    record = article_record("", tmp_path, language="")
    assert record.article is not None
    assert [*record.article.title] == ["ru"]
    assert record.article.language is None
    assert codes(record) == ["crossref-language-of-journal language"]


def test_without_any_language_it_is_undetermined(tmp_path: Path) -> None:
    metadata = "<journal_metadata><full_title>J</full_title></journal_metadata>"
    content = deposit(journal(article(language=""))).replace(METADATA, metadata)
    of_file, record = records(content, tmp_path)
    assert record.article is not None
    assert [*record.article.title] == ["und"]
    assert "crossref-language-absent language" in codes(record)
    assert codes(of_file) == ["crossref-title-language issue.journal.title.und"]


def test_an_issue_that_is_repeated_is_one(tmp_path: Path) -> None:
    issue = "<journal_issue><publication_date><year>2024</year></publication_date></journal_issue>"
    repeated = (journal(article(doi=f"10.5555/{n}"), issue=issue) for n in ("b", "a"))
    _, *read = records(deposit(*repeated), tmp_path)
    issues = {record.article.issue for record in read if record.article}
    assert [issue.articles for issue in issues] == [("b", "a")]


def test_several_issues_have_different_ids(tmp_path: Path) -> None:
    numbers = (f"<journal_issue><issue>{n}</issue></journal_issue>" for n in ("1", "2", "№1"))
    _, *read = records(deposit(*(journal(article(), issue=one) for one in numbers)), tmp_path)
    assert [record.article.issue.id for record in read if record.article] == ["1", "2", "1-2"]


def test_settings_that_differ_are_reported(tmp_path: Path) -> None:
    policies = (
        f"<crossmark><crossmark_policy>10.5555/{n}</crossmark_policy></crossmark>" for n in "ab"
    )
    _, first, second = records(deposit(journal(*map(article, policies))), tmp_path)
    assert first.article is not None
    assert first.article.issue.journal.formats["crossref"]["crossmark_policy"] == "10.5555/a"
    assert codes(first) == []
    assert codes(second) == ["crossref-setting-differs issue.journal crossmark_policy"]


def test_other_content_of_a_deposit_is_named(tmp_path: Path) -> None:
    book = "<book book_type='monograph'><book_metadata/></book>"
    of_file, record = records(deposit(book, journal(article())), tmp_path)
    assert codes(of_file) == ["crossref-content-type book"]
    assert record.article is not None


def test_each_value_has_a_line(tmp_path: Path) -> None:
    lines = deposit(journal(article("<pages><first_page>5</first_page></pages>"))).replace(
        ">", ">\n"
    )
    _, record = records(lines, tmp_path)
    assert record.locate is not None
    for field in ("pages.first", "title.ru", "doi", "issue.journal.title.ru"):
        place = record.locate(field, "")
        assert place is not None
        assert place.line is not None
        near = "\n".join(lines.splitlines()[place.line - 1 : place.line + 2])
        assert {"pages.first": "5", "title.ru": "Название", "doi": "10.5555"}.get(field, "") in near


def test_parts_of_the_model_are_only_what_is_written(tmp_path: Path) -> None:
    """A value that the deposit does not have is absent, and not empty."""
    read = read_article(people(person()), tmp_path)
    for part in (read, *read.contributors):
        assert isinstance(part, Part)
        assert all(getattr(part, name) for name in part.model_fields_set)


def test_the_first_check_says_what_crossref_does_not_hold(tmp_path: Path) -> None:
    """A note of the new issue folder names the fields, until somebody deletes it."""
    source = tmp_path / "deposit.xml"
    source.write_text(deposit(journal(article())))
    folder = tmp_path / "issue"
    run("convert", str(source), "--out", str(folder))
    checked = run("check", str(folder))
    assert "crossref-fields-absent" in checked.stdout
    assert "keywords" in checked.stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_declared_encodings(encoding: str, tmp_path: Path) -> None:
    declared = encoding.removesuffix("-sig")
    content = f'<?xml version="1.0" encoding="{declared}"?>{deposit(journal(article()))}'
    _, record = records(content.encode(encoding), tmp_path)
    assert record.article is not None
    assert record.article.title["ru"].plain == "Название"


def test_reading_changes_no_article_of_another(tmp_path: Path) -> None:
    """An article is the same alone and among others, but for the order of its issue."""
    alone = read_article(people(person()), tmp_path)
    among = article(people(person())), article("<pages><first_page>1</first_page></pages>")
    _, first, _ = records(deposit(journal(*among)), tmp_path)
    assert first.article is not None
    assert first.article.model_copy(update={"issue": alone.issue}) == alone
