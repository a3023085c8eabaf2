"""The open API shows journals and what was registered."""

from __future__ import annotations

from tests.servers.crossref import CrossrefServer, Record, TitleRecord
from tests.servers.crossref.client import Client
from tests.servers.deposits import ISSN, TITLE, article, deposit

DOI = "10.5555/a"


def test_the_open_api_shows_a_journal(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.titles = [
        TitleRecord("Herald", {"1563-0285": "print", "2618-1215": "electronic"})
    ]
    answer = client.http.get(f"{crossref_server.url}/journals/2618-1215").json()
    assert answer["message"] == {
        "title": "Herald",
        "ISSN": ["1563-0285", "2618-1215"],
        "issn-type": [
            {"value": "1563-0285", "type": "print"},
            {"value": "2618-1215", "type": "electronic"},
        ],
    }
    assert client.http.get(f"{crossref_server.url}/journals/{ISSN}").status_code == 404


def test_the_open_api_shows_a_work(crossref_server: CrossrefServer, client: Client) -> None:
    client.result(deposit(article("10.5555/A(1)")))
    for doi in ("10.5555/a(1)", "10.5555%2FA%281%29"):
        message = client.http.get(f"{crossref_server.url}/works/{doi}").json()["message"]
        assert (message["DOI"], message["title"]) == ("10.5555/a(1)", ["About 10.5555/A(1)"])
        assert message["resource"]["primary"]["URL"].startswith("https://journal.example.org/")
        assert (message["ISSN"], message["container-title"]) == ([ISSN], [TITLE])
        assert message["deposited"]["date-time"].endswith("Z")
    assert client.http.get(f"{crossref_server.url}/works/10.5555/a").status_code == 404


def test_the_open_api_shows_what_was_deposited(
    crossref_server: CrossrefServer, client: Client
) -> None:
    content = """<journal_article language="kk">
      <titles><title>H<sub>2</sub>O &amp; x</title></titles>
      <contributors>
        <person_name sequence="first" contributor_role="author">
          <given_name>А</given_name><surname>Ә</surname>
          <affiliations><institution><institution_name>Lab</institution_name></institution>
          </affiliations><ORCID>https://orcid.org/0000-0002-1825-0097</ORCID>
        </person_name>
        <organization sequence="additional" contributor_role="author">Топ</organization>
      </contributors>
      <jats:abstract xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1"><jats:p>А</jats:p>
      </jats:abstract>
      <publication_date media_type="print"><month>03</month><year>2024</year></publication_date>
      <pages><first_page>5</first_page><last_page>17</last_page></pages>
      <crossmark>
        <crossmark_policy>10.5555/policy</crossmark_policy>
        <updates><update type="correction" date="2024-03-01">10.5555/OLD</update></updates>
      </crossmark>
      <doi_data><doi>10.5555/a</doi><resource>https://journal.example.org/a</resource></doi_data>
    </journal_article>"""
    assert client.result(deposit(content)) == [Record("Success", DOI, "Successfully added")]
    shown = client.http.get(f"{crossref_server.url}/works/{DOI}").json()["message"]
    assert (shown["title"], shown["language"]) == (["H<sub>2</sub>O &amp; x"], "kk")
    assert (shown["page"], shown["issue"]) == ("5-17", "1")
    assert shown["update-to"] == [{"DOI": "10.5555/old", "type": "correction"}]
    assert shown["abstract"] == "<jats:p>А</jats:p>"
    assert shown["published-print"] == shown["published"] == {"date-parts": [[2024, 3]]}
    assert shown["author"] == [
        {
            "given": "А",
            "family": "Ә",
            "ORCID": "https://orcid.org/0000-0002-1825-0097",
            "sequence": "first",
            "affiliation": [{"name": "Lab"}],
        },
        {"name": "Топ", "sequence": "additional", "affiliation": []},
    ]
    assert "timestamp" not in shown


def test_a_test_can_put_any_record_there(crossref_server: CrossrefServer, client: Client) -> None:
    crossref_server.register("10.5555/B", {"DOI": "10.5555/b", "title": ["Old"]})
    shown = client.http.get(f"{crossref_server.url}/works/10.5555/B").json()["message"]
    assert shown == {"DOI": "10.5555/b", "title": ["Old"]}
