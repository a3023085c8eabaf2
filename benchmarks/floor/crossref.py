"""A Crossref deposit of an issue's synthetic articles by f-strings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.floor.characters import text


def crossref(articles: Sequence[Mapping[str, Any]], timestamp: str) -> bytes:
    """The deposit of articles of one issue."""
    issue = articles[0]["issue"]
    journal = issue["journal"]
    options = journal["formats"]["crossref"]
    year, month = issue["published"]["online"].split("-")
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<doi_batch version="5.5.0" xmlns="http://www.crossref.org/schema/5.5.0" \
xmlns:ai="http://www.crossref.org/AccessIndicators.xsd" \
xmlns:fr="http://www.crossref.org/fundref.xsd" xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" \
xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:rel="http://www.crossref.org/relations.xsd" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.crossref.org/schema/5.5.0 \
https://www.crossref.org/schemas/crossref5.5.0.xsd">
  <head>
    <doi_batch_id>{issue["id"]}-{timestamp}</doi_batch_id>
    <timestamp>{timestamp}</timestamp>
    <depositor>
      <depositor_name>{text(options["depositor_name"])}</depositor_name>
      <email_address>{text(options["email_address"])}</email_address>
    </depositor>
    <registrant>{text(options["registrant"])}</registrant>
  </head>
  <body>
    <journal>
      <journal_metadata>
        <full_title>{text(journal["title"]["en"])}</full_title>
        <issn media_type="print">{journal["issn"]["print"]}</issn>
        <issn media_type="electronic">{journal["issn"]["electronic"]}</issn>
      </journal_metadata>
      <journal_issue>
        <publication_date media_type="online">
          <month>{month}</month>
          <year>{year}</year>
        </publication_date>
        <journal_volume>
          <volume>{issue["volume"]}</volume>
        </journal_volume>
        <issue>{issue["number"]}</issue>
      </journal_issue>
{"".join(_article(article, year, month) for article in articles)}\
    </journal>
  </body>
</doi_batch>
""".encode()


def _article(article: Mapping[str, Any], year: str, month: str) -> str:
    title, abstract, pages = article["title"], article["abstract"], article["pages"]
    places = {place["id"]: place for place in article["affiliations"]}
    accepted_year, accepted_month, accepted_day = article["dates"]["accepted"].split("-")
    return f"""\
      <journal_article language="ru">
{"".join(_title(title[tag]) for tag in ("ru", "kk", "en"))}\
        <contributors>
{"".join(_author(author, places) for author in article["contributors"])}\
        </contributors>
{"".join(_abstract(tag, words) for tag, words in abstract.items())}\
        <publication_date media_type="online">
          <month>{month}</month>
          <year>{year}</year>
        </publication_date>
        <acceptance_date>
          <month>{accepted_month}</month>
          <day>{accepted_day}</day>
          <year>{accepted_year}</year>
        </acceptance_date>
        <pages>
          <first_page>{pages["first"]}</first_page>
          <last_page>{pages["last"]}</last_page>
        </pages>
        <fr:program name="fundref">
{"".join(map(_funding, article["funding"]))}\
        </fr:program>
        <doi_data>
          <doi>{text(article["doi"])}</doi>
          <resource>{text(article["url"])}</resource>
        </doi_data>
        <citation_list>
{"".join(map(_reference, article["references"]))}\
        </citation_list>
      </journal_article>
"""


def _title(title: str) -> str:
    return f"""\
        <titles>
          <title>{text(title)}</title>
        </titles>
"""


def _author(author: Mapping[str, Any], places: Mapping[str, Mapping[str, Any]]) -> str:
    is_first = author["corresponding"]
    names, place = author["name"], places[author["affiliations"][0]]
    role = '            <role vocab="crossref" type="corresponding-author"/>\n'
    return f"""\
          <person_name sequence="{"first" if is_first else "additional"}" \
contributor_role="author" language="ru">
            <given_name>{text(names["ru"]["given"])}</given_name>
            <surname>{text(names["ru"]["family"])}</surname>
{role if is_first else ""}\
            <affiliations>
              <institution>
                <institution_name>{text(place["institution"]["ru"])}</institution_name>
                <institution_place>{text(place["city"]["ru"])}</institution_place>
              </institution>
            </affiliations>
            <alt-name>
{"".join(_other_name(tag, names[tag]) for tag in ("kk", "en"))}\
            </alt-name>
          </person_name>
"""


def _other_name(tag: str, name: Mapping[str, str]) -> str:
    return f"""\
              <name language="{tag}">
                <surname>{text(name["family"])}</surname>
                <given_name>{text(name["given"])}</given_name>
              </name>
"""


def _abstract(tag: str, abstract: str) -> str:
    return f"""\
        <jats:abstract xml:lang="{tag}">
          <jats:p>{text(abstract)}</jats:p>
        </jats:abstract>
"""


def _funding(funding: Mapping[str, Any]) -> str:
    number = funding["awards"][0]["number"]
    return f"""\
          <fr:assertion name="fundgroup">
            <fr:assertion name="funder_name">{text(funding["funder"]["ru"])}</fr:assertion>
            <fr:assertion name="award_number">{text(number)}</fr:assertion>
          </fr:assertion>
"""


def _reference(reference: Mapping[str, Any]) -> str:
    entry = text(reference["text"]["ru"])
    return f"""\
          <citation key="{reference["label"]}">
            <unstructured_citation>{entry}</unstructured_citation>
          </citation>
"""
