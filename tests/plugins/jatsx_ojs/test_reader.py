"""What the reader decides, and what it leaves to people."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jatsx import Article, Level, Reader
from jatsx.findings.sentences import Sentences
from jatsx_ojs import jatsx_readers
from jatsx_ojs.messages import MESSAGES
from jatsx_ojs.people import GROUPS
from jatsx_ojs.wordlists import wordlist

from .reading import NAMESPACE, article_record, own_codes, read_article, records


def people(*authors: str) -> str:
    return f"<authors>{''.join(authors)}</authors>"


def author(inside: str, attributes: str = "") -> str:
    return f'<author {attributes}><givenname locale="ru">И</givenname>{inside}</author>'


FINDINGS = {
    # what stands in the publication: what is said of it
    "nothing": ("", []),
    "a value of no field": (
        '<source locale="ru">Журнал</source><source locale="en">J</source>',
        ["ojs-value-unread publication/source"],
    ),
    "a value for a field": (
        '<type locale="ru">Статья</type>',
        ["ojs-value-unplaced type publication/type"],
    ),
    "a text in one language twice": (
        '<title locale="ru">А</title><title locale="ru_RU">Б</title>',
        ["ojs-value-unread publication/title"],
    ),
    "an empty value": ('<source locale="ru"> </source><rights locale="ru"/>', []),
    "an element of a plugin": (
        '<funders><funder name="Фонд"/></funders>',
        ["ojs-value-unplaced funding publication/funders"],
    ),
    "an attribute of a plugin": (
        '<title locale="ru" plugin="x">А</title>',
        ["ojs-attribute-unknown title/@plugin"],
    ),
    "a text between elements": (
        "<authors>и др.<author><givenname>И</givenname></author></authors>",
        ["ojs-value-unread authors/text()"],
    ),
    "an element in a text": (
        '<title locale="ru">А <b>б</b></title>',
        ["ojs-value-unread title/b"],
    ),
    "a link in an abstract": (
        '<abstract locale="ru">&lt;a href="https://example.org"&gt;x&lt;/a&gt;</abstract>',
        ["ojs-html-left-out abstract.ru"],
    ),
    "an unknown locale": ('<title locale="kz_KZ">А</title>', ["ojs-language-unknown"]),
    "a biography": (
        people(author("<biography>Б</biography>"), author("<biography>Б</biography>")),
        ["ojs-value-unread author/biography"],
    ),
    "a country without affiliation": (
        people(author("<country>KZ</country>")),
        ["ojs-value-unplaced affiliations author/country"],
    ),
    "an unknown group": (
        people(author("", 'user_group_ref="Гость"')),
        ["ojs-group-unknown contributors[0].kind"],
    ),
    "the contact of 3.1": (
        people(author(""), author("", 'primary_contact="true"')),
        ["ojs-contact-unplaced contributors[1].corresponding"],
    ),
    "funders in two languages": (
        '<agencies locale="ru"><agency>А</agency></agencies>'
        '<agencies locale="en"><agency>B</agency></agencies>',
        ["ojs-agencies-paired funding"],
    ),
    "more funders in one language": (
        '<agencies locale="ru"><agency>А</agency></agencies>'
        '<agencies locale="en"><agency>B</agency><agency>C</agency></agencies>',
        ["ojs-agencies-unpaired funding"],
    ),
    "a galley whose file is embedded": (
        '<article_galley locale="ru"><name locale="ru">PDF</name><seq>0</seq>'
        '<id type="internal">1</id></article_galley>',
        ["ojs-galley-without-address links"],
    ),
    "the DOI of a galley": (
        '<article_galley><id type="doi">10.5555/g</id><remote src="https://example.org/g"/>'
        "</article_galley>",
        ["ojs-value-unread article_galley/id"],
    ),
    "an address that only users of the OJS can open": (
        '<galley><file><href src="https://example.org/$$$call$$$/api/file"/></file></galley>',
        ["ojs-galley-without-address links"],
    ),
    "an institution in one of two languages": (
        '<title locale="ru">А</title><title locale="en">B</title>'
        + people(author('<affiliation locale="ru">У</affiliation>')),
        ["ojs-affiliation-languages affiliations[0].institution"],
    ),
    "a cover": (
        "<covers><cover><cover_image>a.png</cover_image><embed>QUJD</embed></cover></covers>",
        ["ojs-value-unread publication/covers"],
    ),
    "a prefix without title": (
        '<prefix locale="en">The</prefix>',
        ["ojs-value-unread publication/prefix"],
    ),
}


@pytest.mark.parametrize(("inside", "expected"), FINDINGS.values(), ids=list(FINDINGS))
def test_findings(inside: str, expected: list[str], tmp_path: Path) -> None:
    record = article_record(inside, tmp_path)
    assert own_codes(record) == expected
    assert record.article is not None


def test_every_finding_has_a_sentence_and_a_place(tmp_path: Path) -> None:
    everything = "".join(inside for inside, _ in FINDINGS.values())
    sentences = Sentences(MESSAGES)
    for record in records(f"<article {NAMESPACE} locale='ru'>{everything}</article>", tmp_path):
        for finding in record.findings:
            said = sentences.sentence(finding) + sentences.hint(finding)
            assert finding.code in MESSAGES
            assert finding.place is not None
            assert finding.place.line is not None
            assert not ("{" in said and "_" in said.partition("{")[2][:12]), said


def test_what_no_export_holds_is_said_where_it_belongs(tmp_path: Path) -> None:
    file, record = records(f'<article {NAMESPACE} date_submitted="2024-01-02"/>', tmp_path)
    assert [finding.field for finding in file.findings] == ["issue.journal"]
    absent = [(finding.code, finding.field) for finding in record.findings]
    assert absent == [
        ("ojs-received-submitted", "dates.received"),
        ("ojs-url-absent", "url"),
        ("ojs-accepted-absent", "dates.accepted"),
        ("ojs-subject-codes-absent", "subject_codes"),
    ]
    assert record.article is not None
    assert (record.article.dates.received, record.article.dates.accepted) == ("2024-01-02", None)
    article = record.article
    assert article is not None
    assert not article.dates.published
    assert not article.subject_codes
    assert not article.issue.journal
    assert article.language is None


# people


@pytest.mark.parametrize(
    ("kind", "group"), [(kind, name) for kind, names in GROUPS.items() for name in sorted(names)]
)
def test_groups(kind: str, group: str, tmp_path: Path) -> None:
    record = article_record(people(author("", f'user_group_ref="{group.title()}"')), tmp_path)
    assert record.article is not None
    assert record.article.contributors[0].kind == kind
    assert own_codes(record) == []


def test_order_of_people(tmp_path: Path) -> None:
    authors = (author(f"<email>{n}</email>", f'seq="{n}"') for n in (2, 10, 0))
    article = read_article(people(*authors), tmp_path)
    assert [one.email for one in article.contributors] == ["0", "2", "10"]


def test_a_given_name_alone_is_a_mononym(tmp_path: Path) -> None:
    article = read_article(people(author("")), tmp_path)
    assert article.contributors[0].name["ru"].model_dump(exclude_none=True) == {"family": "И"}


def test_a_family_name_missing_in_one_language_is_no_mononym(tmp_path: Path) -> None:
    """Which of the names is meant, nobody says: it stays a given name, and rules ask for it."""
    article = read_article(people(author('<familyname locale="en">F</familyname>')), tmp_path)
    name = article.contributors[0].name
    assert name["ru"].model_dump(exclude_none=True) == {"given": "И"}
    assert name["en"].model_dump(exclude_none=True) == {"family": "F"}


def test_affiliations_are_shared_if_all_of_them_is_the_same(tmp_path: Path) -> None:
    def at(name: str, country: str) -> str:
        return author(f"<affiliation><name>{name}</name></affiliation><country>{country}</country>")

    article = read_article(
        people(at("У", "KZ"), at("У", "KZ"), at("У", "KG"), at("Ж", "KZ")), tmp_path
    )
    assert [one.affiliations for one in article.contributors] == [
        ("a1",),
        ("a1",),
        ("a2",),
        ("a3",),
    ]
    described = [(one.institution["ru"], one.country) for one in article.affiliations]
    assert described == [("У", "KZ"), ("У", "KG"), ("Ж", "KZ")]


def test_a_ror_id_without_names(tmp_path: Path) -> None:
    ror = "<rorAffiliation><ror>https://ror.org/03q0vrn42</ror></rorAffiliation>"
    article = read_article(people(author(ror)), tmp_path)
    assert article.affiliations[0].ror == "https://ror.org/03q0vrn42"


# versions of the article


def versions(attributes: str, *publications: str) -> str:
    inside = "".join(
        f"<publication {one}><id type='internal'>{n}</id><title>{n}</title></publication>"
        for n, one in enumerate(publications, 1)
    )
    return f"<article {NAMESPACE} locale='ru' {attributes}>{inside}</article>"


CURRENT = {
    "named": (versions("current_publication_id='1'", "status='3'", "status='3'"), "1"),
    "the last published": (versions("", "status='3'", "status='3'", "status='1'"), "2"),
    "named but absent": (versions("current_publication_id='9'", "status='3'", "status='1'"), "1"),
    "none published": (versions("", "status='1'", "status='1'"), "2"),
}


@pytest.mark.parametrize(("xml", "title"), CURRENT.values(), ids=list(CURRENT))
def test_the_current_version_is_read(xml: str, title: str, tmp_path: Path) -> None:
    _, record = records(xml, tmp_path)
    assert record.article is not None
    assert record.article.title["ru"].plain == title
    assert own_codes(record)[0] == "ojs-article-versions"


UNCLEAR = ["ojs-status-unclear status"]
UNKNOWN = ["ojs-status-unknown status"]
STATES: dict[str, tuple[str, str | None, list[str]]] = {
    "published": (versions("", "status='3'"), None, []),
    "published, as is its version": (versions("status='3'", "status='3'"), None, []),
    "queued": (versions("", "status='1'"), "scheduled", UNCLEAR),
    "scheduled": (versions("status='5'", "status='5'"), "scheduled", []),
    "scheduled, says its version": (versions("status='3'", "status='5'"), "scheduled", []),
    "declined": (versions("status='4'", "status='4'"), "declined", []),
    "declined, its version queued": (versions("status='4'", "status='1'"), "declined", []),
    "a status of another version": (versions("status='9'", "status='3'"), None, UNKNOWN),
    "3.1, published": (
        f"<article {NAMESPACE} stage='production' date_published='2024-01-01'/>",
        None,
        [],
    ),
    "3.1, not": (f"<article {NAMESPACE} stage='submission'/>", "scheduled", UNCLEAR),
    "2.4": ("<article locale='ru_RU'/>", None, []),
}


@pytest.mark.parametrize(("xml", "status", "expected"), STATES.values(), ids=list(STATES))
def test_an_article_has_its_status(
    xml: str, status: str | None, expected: list[str], tmp_path: Path
) -> None:
    record = records(xml, tmp_path)[1]
    assert record.article is not None
    assert record.article.status == status
    assert own_codes(record) == expected
    assert any(one.blocks("any") for one in record.findings) == (expected == UNKNOWN)


def test_an_unknown_attribute_of_what_was_read_is_an_error(tmp_path: Path) -> None:
    record = article_record("<title plugin='x'>Т</title>", tmp_path)
    (found,) = (one for one in record.findings if one.code == "ojs-attribute-unknown")
    assert found.level is Level.ERROR
    assert dict(found.params) == {"name": "title/@plugin", "times": "1", "value": "x"}


def test_an_unknown_attribute_of_an_issue_names_the_issue(tmp_path: Path) -> None:
    xml = f"<issue {NAMESPACE} meaning='x' url_path='spring'><articles/></issue>"
    of_file, *_ = records(xml, tmp_path)
    (found,) = (one for one in of_file.findings if one.code == "ojs-attribute-unknown")
    assert (found.level, found.issue) == (Level.ERROR, "spring")


def _authors(*attributes: str) -> str:
    people = "".join(
        f"<author seq='{n}' {one}><givenname locale='en'>The Steppe</givenname>"
        f"<familyname locale='en'>Group</familyname></author>"
        for n, one in enumerate(attributes)
    )
    return f"<authors>{people}</authors>"


def test_a_group_stays_a_group(tmp_path: Path) -> None:
    """In 3.6 a group has its name where a person has the given name."""
    inside = _authors("contributor_type='PERSON'", "contributor_type='ORGANIZATION'")
    inside = inside.replace("<familyname locale='en'>Group</familyname></author></authors>", "")
    inside += "</author></authors>"
    record = article_record(inside, tmp_path)
    assert own_codes(record) == []
    assert record.article is not None
    person, group = record.article.contributors
    assert (person.name["en"].given, dict(person.group)) == ("The Steppe", {})
    assert (dict(group.name), dict(group.group)) == ({}, {"en": "The Steppe"})


def test_an_anonymous_contributor_has_no_name(tmp_path: Path) -> None:
    record = article_record(_authors("contributor_type='ANONYMOUS'"), tmp_path)
    (code,) = own_codes(record)
    assert code.startswith("ojs-contributor-anonymous contributors[0].name")
    assert record.article is not None
    (anonymous,) = record.article.contributors
    assert not anonymous.name
    assert not anonymous.group


def test_a_contributor_of_an_unknown_type_is_an_error(tmp_path: Path) -> None:
    record = article_record(_authors("contributor_type='ROBOT'"), tmp_path)
    (found,) = (one for one in record.findings if one.level is Level.ERROR)
    assert (found.code, found.field) == ("ojs-contributor-type", "contributors[0].name")


# names for files

IDS = {
    "the address": ("<id type='internal'>7</id><publication url_path='a.b-c'/>", "a.b-c"),
    "the number": ("<id type='internal'>7</id><publication url_path=''/>", "7"),
    "the place": ("<publication/>", "1"),
    "a bad address": ("<publication url_path='../Ә/x y.'/>", "x-y"),
}


@pytest.mark.parametrize(("inside", "expected"), IDS.values(), ids=list(IDS))
def test_the_id_can_be_a_file_name(inside: str, expected: str, tmp_path: Path) -> None:
    _, record = records(f"<article {NAMESPACE}>{inside}</article>", tmp_path)
    assert record.id == expected


def test_an_issue_without_numbers_is_named_for_the_file(tmp_path: Path) -> None:
    _, record = records(f"<article {NAMESPACE}/>", tmp_path)
    assert record.article is not None
    assert record.article.issue.id == "export"


def test_articles_of_one_issue_exported_singly_share_it(tmp_path: Path) -> None:
    def one(number: int, section: str) -> str:
        return (
            f"<article><publication section_ref='{section}'><issue_identification>"
            f"<number>{number}</number></issue_identification></publication></article>"
        )

    articles = one(1, "A") + one(1, "B") + one(2, "A")
    file, first, second, third = records(f"<articles {NAMESPACE}>{articles}</articles>", tmp_path)
    assert first.article is not None
    assert second.article is not None
    assert third.article is not None
    assert first.article.issue is second.article.issue
    assert [section.id for section in first.article.issue.sections] == ["A", "B"]
    assert (first.article.issue.id, third.article.issue.id) == ("1", "2")
    assert first.article.issue.articles == ()
    absent = [finding for finding in file.findings if finding.code == "ojs-section-title-absent"]
    assert len(absent) == 3


# places


def test_a_field_that_is_not_there_is_located_around(tmp_path: Path) -> None:
    xml = (
        f"<issue {NAMESPACE}>\n<issue_identification>\n<year>2024</year></issue_identification>\n"
        "<articles>\n<article locale='ru'>\n<authors>\n<author><givenname>И</givenname></author>"
        "</authors></article></articles></issue>"
    )
    _, record = records(xml, tmp_path)
    assert record.locate is not None
    lines = {
        "contributors[0].email": 7,
        "contributors[0].name.ru.family": 7,
        "doi": 5,
        "issue.year": 3,
        "issue.volume": 2,
        "issue.journal.issn.print": 2,
    }
    assert {field: (place := record.locate(field, "")) and place.line for field in lines} == lines


def test_the_plugin_offers_the_reader() -> None:
    reader, _ = jatsx_readers()
    assert isinstance(reader, Reader)
    assert reader.name == "ojs"


# any XML

NAMES = wordlist(
    "publication title prefix abstract keywords keyword name authors author givenname familyname",
    "firstname lastname affiliation rorAffiliation ror country email citations citation pages id",
    "issue_identification volume number year article_galley submission_file_ref submission_file",
    "file href remote agencies agency identifier permissions indexing subject covers embed galley",
    "label languages language article section articles other",
)
ATTRIBUTES = wordlist(
    "locale id type seq status user_group_ref primary_contact_id current_publication_id src",
    "url_path section_ref date_published public_id language stage",
)
VALUES = ("ru", "kk_KZ", "1", "2", "3", "doi", "internal", "https://example.org", "Ә <b>x</b> & y")


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    """An element of the export, with anything in it."""
    name = draw(st.sampled_from(sorted(NAMES)))
    keys = draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=2, unique=True))
    said = "".join(f" {key}={quoteattr(draw(st.sampled_from(VALUES)))}" for key in keys)
    inside = draw(st.lists(elements(depth - 1), max_size=3)) if depth else ()
    return f"<{name}{said}>{escape(draw(st.sampled_from(VALUES)))}{''.join(inside)}</{name}>"


@given(root=st.sampled_from(["article", "articles", "issue"]), inside=st.lists(elements()))
@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_any_export_is_read(root: str, inside: list[str], tmp_path: Path) -> None:
    """Whatever stands in it: articles of the model and findings, never an exception."""
    for record in records(f"<{root} {NAMESPACE}>{''.join(inside)}</{root}>", tmp_path):
        assert {finding.code for finding in record.findings} <= set(MESSAGES)
        if record.article is not None:
            assert Article.model_validate_json(record.article.model_dump_json()) == record.article
