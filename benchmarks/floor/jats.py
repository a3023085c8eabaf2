"""JATS of a synthetic article by f-strings."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from benchmarks.floor.characters import text

_COUNTRY = {"kk": "Қазақстан", "ru": "Казахстан", "en": "Kazakhstan"}
_OTHERS = ("kk", "en")
_JOURNAL = """\
    <journal-meta>
      <journal-id journal-id-type="issn">{print}</journal-id>
      <journal-title-group>
        <journal-title xml:lang="en">{en}</journal-title>
        <trans-title-group xml:lang="ru">
          <trans-title>{ru}</trans-title>
        </trans-title-group>
        <trans-title-group xml:lang="kk">
          <trans-title>{kk}</trans-title>
        </trans-title-group>
      </journal-title-group>
      <issn publication-format="print" pub-type="ppub">{print}</issn>
      <issn publication-format="electronic" pub-type="epub">{electronic}</issn>
      <publisher>
        <publisher-name xml:lang="en">{publisher}</publisher-name>
      </publisher>
    </journal-meta>"""


def jats(article: Mapping[str, Any]) -> bytes:
    """The article in JATS."""
    title, abstract, keywords = article["title"], article["abstract"], article["keywords"]
    issue, pages = article["issue"], article["pages"]
    code = article["subject_codes"][0]["code"]
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 \
20210610//EN" "JATS-journalpublishing1-3-mathml3.dtd">
<article xmlns:ali="http://www.niso.org/schemas/ali/1.0/" \
xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink" \
article-type="{article["type"]}" dtd-version="1.3" xml:lang="ru">
  <front>
{_journal(issue["journal"])}
    <article-meta>
      <article-id pub-id-type="doi">{text(article["doi"])}</article-id>
      <article-categories>
        <subj-group subj-group-type="classification" vocab="SRSTI">
          <subject vocab="SRSTI" vocab-term-identifier="{code}">{code}</subject>
        </subj-group>
      </article-categories>
      <title-group>
        <article-title xml:lang="ru">{text(title["ru"])}</article-title>
{"".join(map(_trans_title, _OTHERS, (title[tag] for tag in _OTHERS)))}\
      </title-group>
      <contrib-group>
{"".join(map(_author, article["contributors"]))}\
      </contrib-group>
{"".join(map(_affiliation, article["affiliations"]))}\
      <author-notes>
        <corresp id="c1">
          <email>{text(article["contributors"][0]["email"])}</email>
        </corresp>
      </author-notes>
{_publication(issue)}
      <fpage>{pages["first"]}</fpage>
      <lpage>{pages["last"]}</lpage>
      <history>
{"".join(_date(*dated) for dated in article["dates"].items())}\
      </history>
      <self-uri xlink:href="{escape(article["url"])}" xlink:title="{escape(title["ru"])}"/>
      <abstract xml:lang="ru">
        <p>{text(abstract["ru"])}</p>
      </abstract>
{"".join(map(_trans_abstract, _OTHERS, (abstract[tag] for tag in _OTHERS)))}\
{"".join(_keywords(tag, keywords[tag]) for tag in ("ru", *_OTHERS))}\
      <funding-group>
{"".join(map(_funding, article["funding"]))}\
      </funding-group>
    </article-meta>
  </front>
  <back>
    <ref-list>
{"".join(map(_reference, article["references"]))}\
    </ref-list>
  </back>
</article>
""".encode()


def _journal(journal: Mapping[str, Any]) -> str:
    titles = {tag: text(title) for tag, title in journal["title"].items()}
    publisher = text(journal["publisher"]["name"]["en"])
    return _JOURNAL.format_map({**titles, **journal["issn"], "publisher": publisher})


def _publication(issue: Mapping[str, Any]) -> str:
    year, month = issue["published"]["online"].split("-")
    return f"""\
      <pub-date date-type="pub" publication-format="electronic" iso-8601-date="{year}-{month}">
        <month>{month}</month>
        <year>{year}</year>
      </pub-date>
      <volume>{issue["volume"]}</volume>
      <issue>{issue["number"]}</issue>"""


def _trans_title(tag: str, title: str) -> str:
    return f"""\
        <trans-title-group xml:lang="{tag}">
          <trans-title>{text(title)}</trans-title>
        </trans-title-group>
"""


def _trans_abstract(tag: str, abstract: str) -> str:
    return f"""\
      <trans-abstract xml:lang="{tag}">
        <p>{text(abstract)}</p>
      </trans-abstract>
"""


def _author(author: Mapping[str, Any]) -> str:
    is_corresponding = author["corresponding"]
    names = "".join(_name(tag, name) for tag, name in author["name"].items())
    rid = author["affiliations"][0]
    return f"""\
        <contrib contrib-type="author"{' corresp="yes"' if is_corresponding else ""}>
          <name-alternatives>
{names}\
          </name-alternatives>
          <email>{text(author["email"])}</email>
          <xref ref-type="aff" rid="{rid}"/>
{'          <xref ref-type="corresp" rid="c1"/>' + chr(10) if is_corresponding else ""}\
        </contrib>
"""


def _name(tag: str, name: Mapping[str, str]) -> str:
    return f"""\
            <name xml:lang="{tag}">
              <surname>{text(name["family"])}</surname>
              <given-names>{text(name["given"])}</given-names>
            </name>
"""


def _affiliation(affiliation: Mapping[str, Any]) -> str:
    institution, city = affiliation["institution"], affiliation["city"]
    places = "".join(_place(tag, institution[tag], city[tag]) for tag in institution)
    return f"""\
      <aff-alternatives id="{affiliation["id"]}">
{places}\
      </aff-alternatives>
"""


def _place(tag: str, institution: str, city: str) -> str:
    return f"""\
        <aff xml:lang="{tag}">
          <institution-wrap>
            <institution>{text(institution)}</institution>
          </institution-wrap>
          <city>{text(city)}</city>
          <country country="KZ">{_COUNTRY[tag]}</country>
        </aff>
"""


def _date(kind: str, date: str) -> str:
    year, month, day = date.split("-")
    return f"""\
        <date date-type="{kind}" iso-8601-date="{date}">
          <day>{day}</day>
          <month>{month}</month>
          <year>{year}</year>
        </date>
"""


def _keywords(tag: str, keywords: list[str]) -> str:
    items = "".join(f"        <kwd>{text(keyword)}</kwd>\n" for keyword in keywords)
    return f"""\
      <kwd-group kwd-group-type="author" xml:lang="{tag}">
{items}\
      </kwd-group>
"""


def _funding(funding: Mapping[str, Any]) -> str:
    names = "".join(
        f'              <institution xml:lang="{tag}">{text(name)}</institution>\n'
        for tag, name in funding["funder"].items()
    )
    return f"""\
        <award-group>
          <funding-source>
            <institution-wrap>
{names}\
            </institution-wrap>
          </funding-source>
          <award-id>{text(funding["awards"][0]["number"])}</award-id>
        </award-group>
"""


def _reference(reference: Mapping[str, Any]) -> str:
    label, texts = reference["label"], reference["text"]
    indent = "        " if len(texts) == 1 else "          "
    cited = "".join(
        f'{indent}<mixed-citation xml:lang="{tag}">{text(entry)}</mixed-citation>\n'
        for tag, entry in texts.items()
    )
    if len(texts) > 1:
        cited = f"        <citation-alternatives>\n{cited}        </citation-alternatives>\n"
    return f"""\
      <ref id="ref{label}">
        <label>{label}</label>
{cited}\
      </ref>
"""
