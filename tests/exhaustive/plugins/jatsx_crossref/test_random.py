"""Articles at random: each is exported, and what no rule refuses is valid."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from pydantic import ValidationError

from jatsx.findings.finding import Finding
from jatsx.model import Article, Issue, Part, PerLanguage
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.text import Prose
from jatsx.rules import core_rules
from jatsx.rules.rulebook import Rulebook
from jatsx.validation import validate
from jatsx_crossref import jatsx_rules
from jatsx_crossref.exporter import EXPORTER
from jatsx_crossref.identifiers import crossref_doi, is_address, is_license_address
from jatsx_crossref.schemas import SCHEMAS
from jatsx_crossref.version import VERSIONS
from tests.plugins.jatsx_crossref.deposits import DEPOSITOR, MINIMAL, POLICY, exported, merged
from tests.strategies import articles

BOOK = Rulebook([*core_rules(), *jatsx_rules(("crossref",))])
LEFT_OUT = ("id", "rules", "formats")

ODD = st.sampled_from(
    [
        *("", " ", "\u00a0", "1", "А", "?", "№ 2", "x" * 70, "я" * 300, "a b", "<b>", "a&amp;b"),
        *("2024", "2024-06", "2024-06-30", "2024-02-30", "0999", "ru", "kk-Cyrl", "x_1", "]]>"),
        *("https://example.org/a b", "https://example.org/я", "10.5555/ё", "10.1/x", "\u0301"),
        *("journal", "other", "comment-on", "correction-of", "Internet Archive", "vor", "software"),
        *("A <i>b</i> <sc>c</sc>", "<math><mi>x</mi></math>", "<b>y <math><mn>1</mn></math></b>"),
    ]
)
DATE = st.sampled_from(["2024", "2024-06", "2024-06-30"])
DOI = st.sampled_from(["10.5555/a", "https://doi.org/10.5555/b", "10.5555/2021-4(1)-а"])
USUAL: Mapping[str, st.SearchStrategy[str]] = {
    **dict.fromkeys(("received", "revised", "accepted", "print", "online"), DATE),
    **dict.fromkeys(("date", "start_date", "accessed"), DATE),
    "doi": DOI,
    "url": st.sampled_from(["https://example.org/a", "http://example.org:80/b?c=d#e"]),
    "orcid": st.sampled_from(["0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700"]),
    "ror": st.just("https://ror.org/03q0vrn42"),
    "funder_id": st.sampled_from(["https://ror.org/03q0vrn42", "10.13039/501100004561"]),
    "kind": st.sampled_from(["author", "editor"]),
    "language": st.sampled_from(["ru", "kk-Cyrl", "en"]),
    "affiliations": st.sampled_from(["01", "a"]),
    "family": st.sampled_from(["Иванов", "Ó Súilleabháin"]),
    "content_type": st.sampled_from(["application/pdf", "text/html"]),
    "applies_to": st.sampled_from(["vor", "am", "tdm"]),
    "country": st.just("KZ"),
    "year": st.just("2024"),
    "issn": st.just("2434-561X"),
    "electronic": st.just("2434-561X"),
    "linking": st.just("2434-561X"),
    "isbn": st.just("978-0-306-40615-7"),
    "doi_prefix": st.just("10.5555"),
}
TAGS = st.sampled_from(["ru", "kk", "en", "ru-Latn"])


def values(annotation: Any, name: str) -> st.SearchStrategy[Any]:
    """What a field could hold, as input gives it."""
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        return values(inner[0], name)
    if NoneType in inner:
        return values(inner[0], name)
    if kind in (FrozenMap, PerLanguage):
        return st.dictionaries(TAGS, values(inner[0], name), max_size=2)
    if kind is tuple:
        return st.lists(values(inner[0], name), max_size=2)
    if annotation in (bool, int):
        return st.from_type(annotation)
    if issubclass(annotation, Part):
        return descriptions(annotation)
    return prose() if annotation is Prose else line(name)


def line(name: str) -> st.SearchStrategy[str]:
    """A line of text: mostly of the field's usual form, sometimes odd."""
    usual = USUAL.get(name, st.sampled_from(["Слово", "Word"]))
    return st.integers(0, 19).flatmap(lambda n: ODD if n == 7 else usual)


def prose() -> st.SearchStrategy[Any]:
    """Paragraphs, or sections with and without titles."""
    section = st.fixed_dictionaries({"text": line("text")}, optional={"title": line("title")})
    return line("text") | st.lists(section, max_size=3)


def descriptions(part: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    """A part of the model, some of its fields left out."""
    fields = {
        name: values(field.annotation, name)
        for name, field in part.model_fields.items()
        if name not in LEFT_OUT and not (part is Article and name == "issue")
    }
    required = {name for name, field in part.model_fields.items() if field.is_required()}
    needed = {name: fields.get(name, st.just("01")) for name in required}
    optional = {name: value for name, value in fields.items() if name not in required}
    return st.fixed_dictionaries(needed, optional=optional)


ISSUES = descriptions(Issue)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "version": st.sampled_from(list(VERSIONS)),
        "crossmark_policy": st.just(POLICY),
        "crossmark_domains": st.just("journal.example.org example.org"),
        "journal_titles": st.sampled_from(["ru", "ru ru"]),
        "references": st.sampled_from(["original", "romanised"]),
        "language": st.sampled_from(["en", "kk", "xx"]),
        "collections": st.sampled_from(["none", "text-mining", "syndication crawler-based"]),
    },
)


@pytest.mark.filterwarnings("default")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(descriptions(Article), ISSUES, OPTIONS)
def test_what_no_rule_refuses_is_valid(
    own: dict[str, Any], issue: dict[str, Any], options: dict[str, str]
) -> None:
    settings = {"journal": {"formats": {"crossref": {**DEPOSITOR, **options}}}}
    given = merged(merged(MINIMAL, {**own, "issue": issue}), {"issue": settings})
    try:
        article = Article.model_validate(given)
    except ValidationError:
        assume(False)
    document = exported(article, options, options.get("version", "5.5.0"))
    assert is_refused(article) or document.schema_errors == ()
    assert all(EXPORTER.reason(loss) for loss in document.losses.get(article.id, ()))


@pytest.mark.parametrize("version", VERSIONS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles(), st.sampled_from([{}, {"crossmark_policy": "no DOI", "journal_titles": "xx"}]))
def test_any_article_is_exported(version: str, article: Article, options: dict[str, str]) -> None:
    document = exported(article, options, version)
    assert etree.fromstring(document.xml).tag.endswith("doi_batch")
    assert is_refused(article) or document.schema_errors == ()


def is_refused(article: Article) -> bool:
    """Whether a rule keeps an article from Crossref."""
    findings = [*BOOK.article_findings(article), *BOOK.issue_findings(article.issue)]
    assert all(isinstance(finding, Finding) for finding in findings), findings
    return any(isinstance(found, Finding) and found.blocks("crossref") for found in findings)


@settings(max_examples=300, deadline=None)
@given(
    st.text("htps:/.?#%&=aя0@[]-_~!'()*,; \"<>\\^`{|}A9F", min_size=1, max_size=40)
    | st.from_regex(r"https?://[a-z.]{1,9}(:[0-9]+)?[/?#][!-~]{0,20}", fullmatch=True)
)
def test_an_address_that_we_take_the_schema_takes(address: str) -> None:
    if is_address(address):
        document = exported(Article.model_validate({**MINIMAL, "url": address}))
        assert address in document.xml.decode().replace("&amp;", "&")
        assert document.schema_errors == ()
    if is_license_address(address):
        licensed = Article.model_validate({**MINIMAL, "licenses": [{"url": address}]})
        assert exported(licensed).schema_errors == ()


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=30).map("10.5555/{}".format))
def test_a_doi_that_we_take_the_schema_takes(doi: str) -> None:
    try:
        article = Article.model_validate({**MINIMAL, "doi": doi})
    except ValidationError:
        assume(False)
    document = exported(article)
    assert (document.schema_errors == ()) == (crossref_doi(doi) is not None)


@pytest.mark.parametrize("version", ["5.4.0", "5.3.1"])
@settings(max_examples=200, deadline=None)
@given(name=st.text("Аb1?- \t'", min_size=1, max_size=8))
def test_a_name_is_taken_before_5_5_0_as_we_say(version: str, name: str) -> None:
    contributors = [{"name": {"ru": {"family": name}}}]
    article = Article.model_validate({**MINIMAL, "contributors": contributors})
    assume(name.strip())
    collapsed = " ".join(name.split())
    is_valid = validate(exported(article, version=version).xml, SCHEMAS[version]) == ()
    assert is_valid == VERSIONS[version].takes_name(collapsed)
