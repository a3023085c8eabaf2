"""The page: what it contains, in each language, and what it never contains."""

from __future__ import annotations

import re

import pytest

import jatsx
from jatsx.findings.translation import in_language
from tests.library.examples import TIMESTAMP, article
from tests.report_page.pages import ADDRESS, HOSTILE, example, mixed, sentences_of, text_of, tree_of

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture(scope="module")
def result() -> jatsx.Result:
    return mixed()


def test_the_table_has_a_line_for_each_article_and_a_cell_for_each_format(
    result: jatsx.Result,
) -> None:
    tree = tree_of(result.page(language="en"))
    (table,) = tree.xpath("//section[@aria-labelledby='articles']//table")
    heads = [text_of(one) for one in table.xpath("./thead//th[@scope='col']")]
    assert heads == ["Article", "Findings", *result.run.targets]
    good, bad = table.xpath("./tbody/tr")
    assert text_of(good.xpath("./th[@scope='row']/a")[0]) == "07 · Title 07"
    assert {text_of(one) for one in good.xpath("./td[@data-of]")} == {"✓ ready"}
    assert {text_of(one) for one in bad.xpath("./td[@data-of]")} == {"✕ not exported"}
    assert [one.get("data-of") for one in bad.xpath("./td[@data-of]")] == [*result.run.targets]


def test_each_finding_has_its_level_message_hint_and_code(result: jatsx.Result) -> None:
    tree = tree_of(result.page(language="en", emails=True))
    (card,) = tree.xpath("//article[@aria-labelledby='article-2']")
    shown = [text_of(one) for one in card.xpath(".//li")]
    (finding,) = (one for one in result.findings if one.code == "contributor-orcid-checksum")
    (line,) = (one for one in shown if "contributor-orcid-checksum" in one)
    assert line.startswith(f"error: {result.message(finding)}")
    assert text_of(card.xpath(".//li[contains(@class, 'bad')]")[0]) in shown
    assert result.hint(finding).replace("`", "") in line


def test_a_finding_has_its_place() -> None:
    result = example()
    placed = [one for one in result.findings if one.place and one.article]
    page = result.page(language="en")
    assert placed
    assert all(f"{one.place} · {one.code}" in page for one in placed)


def test_the_next_step_leads_to_the_articles_with_errors(result: jatsx.Result) -> None:
    tree = tree_of(result.page(language="en"))
    (step,) = tree.xpath("//section[@aria-labelledby='next']//li[a]")
    assert [one.get("href") for one in step.xpath("./a")] == ["#article-2"]
    assert tree.get_element_by_id("article-2").tag == "h2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_next_step_says_where_the_files_of_each_format_go(language: str) -> None:
    result = example()
    tree = tree_of(result.page(language=language))
    steps = [text_of(one) for one in tree.xpath("//section[@aria-labelledby='next']//ul/li")]
    exporters = result.run.registry.exporters
    with in_language(language):
        expected = [
            f"{name}: {' '.join(exporters[name].next_steps(result.run.written[name]))}"
            for name in result.run.targets
        ]
    assert steps == [one.replace("`", "") for one in expected]


def test_files_are_not_sent_while_there_are_errors(result: jatsx.Result) -> None:
    tree = tree_of(result.page(language="en"))
    (steps,) = tree.xpath("//section[@aria-labelledby='next']/ol")
    assert "Send" not in text_of(steps)


def test_each_format_says_what_it_leaves_out_and_why() -> None:
    result = example()
    tree = tree_of(result.page(language="en"))
    tables = tree.xpath("//section[@aria-labelledby='losses']/details")
    assert len(tables) == len(result.run.targets)
    for format, details in zip(result.run.targets, tables, strict=True):
        reasons = {text_of(one) for one in details.xpath(".//p[@class='why']")}
        losses = result.losses(format)
        lost = {re.sub(r"\[\d+\]", "", one.field or "") for one in losses}
        shown = " ".join(text_of(one) for one in details.xpath(".//p[@class='code']"))
        assert lost == set(shown.replace("·", " ").split())
        for loss in losses:
            why = loss.params.get("why") or loss.params["why_partly"]
            assert any(one.startswith(why.replace("`", "")) for one in reasons), why


def test_a_reader_of_each_language_sees_the_record(result: jatsx.Result) -> None:
    tree = tree_of(result.page(language="en"))
    (record,) = tree.xpath("//article[@aria-labelledby='article-2']//details[@class='record']")
    shown = {one.get("lang"): text_of(one) for one in record.xpath("./div/div")}
    assert set(shown) == {"en", "kk", "ru"}
    assert "Статья о воде" in shown["ru"]
    assert "Аннотация. Аннотация." in shown["ru"]
    assert "Ключевые слова: вода" in shown["ru"]
    assert "Keywords: water" in shown["en"]
    assert [one.text for one in record.xpath(".//i")] == ["о воде"]
    assert "received 2024-02-12, accepted 2024-05-02" in text_of(record)
    (reference,) = record.xpath("./ol/li")
    assert [one.get("lang") for one in reference.xpath("./span")] == ["ru", "ru-Latn"]


def test_nothing_of_the_input_is_markup_or_script(result: jatsx.Result) -> None:
    page = result.page(language="en", emails=True)
    tree = tree_of(page)
    assert tree.xpath("//img | //iframe | //object | //*[@onerror]") == []
    assert [one.get("type") for one in tree.xpath("//script")] == ["application/json", None]
    assert "alert" not in tree.xpath("//script")[1].text
    assert "49" not in text_of(tree.get_element_by_id("article-2"))
    assert HOSTILE in tree.get_element_by_id("article-2").text_content()
    assert any(HOSTILE in one for one in sentences_of(page)["en"])


def test_the_page_needs_no_network(result: jatsx.Result) -> None:
    tree = tree_of(result.page(language="en"))
    assert tree.xpath("//link | //*[@src] | //base | //form") == []
    assert {one.get("href")[0] for one in tree.xpath("//a")} == {"#"}
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_addresses_are_shown_only_if_asked(result: jatsx.Result) -> None:
    hidden, shown = result.page(language="en"), result.page(language="en", emails=True)
    assert ADDRESS not in hidden
    assert "private" not in hidden
    assert "Write to …@…" in hidden
    assert shown.count(ADDRESS) >= 2


def test_an_invalid_address_is_hidden_too() -> None:
    people = [{"name": {"en": {"family": "A"}}, "email": "private(at)example.org"}]
    result = jatsx.check([article(contributors=people)], keep_articles=True)
    assert "contributor-email-form" in {one.code for one in result.findings}
    assert "private" not in result.page(language="en")
    assert "private(at)example.org" in result.page(language="en", emails=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_first_in_the_readers_language(result: jatsx.Result, language: str) -> None:
    page = result.page(language=language)
    with in_language(language):
        assert result.page() == page
    tree, table = tree_of(page), sentences_of(page)
    assert tree.get("lang") == language
    (pressed,) = tree.xpath("//button[@aria-pressed='true']")
    assert pressed.get("data-language") == language
    for one in tree.xpath("//*[@data-t]"):
        sentence = table[language][int(one.get("data-t"))]
        assert one.text_content() in (sentence, sentence.replace("`", ""))


def test_the_page_has_all_languages(result: jatsx.Result) -> None:
    tables = [sentences_of(result.page(language=language)) for language in LANGUAGES]
    assert tables[0] == tables[1] == tables[2]
    assert set(tables[0]) == set(LANGUAGES)
    for sentences in zip(*tables[0].values(), strict=True):
        assert len(set(sentences)) > 1
    assert "What to do now" in tables[0]["en"]
    assert "Что делать дальше" in tables[0]["ru"]
    assert "Енді не істеу керек" in tables[0]["kk"]


def test_a_check_has_no_losses() -> None:
    result = jatsx.check([article()], to=["jats"], keep_articles=True)
    tree = tree_of(result.page(language="en"))
    assert text_of(tree.find(".//h1")) == "Report of the check: 2024-3"
    assert tree.xpath("//section[@aria-labelledby='losses']") == []
    assert {text_of(one) for one in tree.xpath("//td[@data-of]")} == {"✓ ready"}


def test_what_cannot_be_read_is_shown() -> None:
    tree = tree_of(jatsx.check("no such folder", keep_articles=True).page(language="en"))
    assert "file-missing" in text_of(tree.xpath("//section[@aria-labelledby='shared']")[0])
    steps = text_of(tree.xpath("//section[@aria-labelledby='next']")[0])
    assert "No article could be read." in steps


def test_without_articles_there_are_no_records() -> None:
    result = jatsx.check([article()], to=["jats"])
    tree = tree_of(result.page(language="en"))
    assert tree.xpath("//details[@class='record']") == []
    assert "07 · Title 07" in text_of(tree)


def test_many_findings_of_an_article_are_folded() -> None:
    references = [{"text": {"en": f"Entry {n}"}, "doi": f"wrong{n}"} for n in range(30)]
    result = jatsx.check([article(references=references)], to=["jats"], keep_articles=True)
    tree = tree_of(result.page(language="en"))
    (card,) = tree.xpath("//article")
    assert len(card.xpath("./ul/li")) == 10
    rest = card.xpath("./details[starts-with(normalize-space(), 'More findings')]//li")
    number = text_of(tree.xpath("//tbody/tr/td[1]")[0])
    assert re.findall(r"\d+", number)[0] == str(10 + len(rest)) or "warnings" in number


def test_the_same_result_gives_the_same_page() -> None:
    one, other = (
        jatsx.export([article()], timestamp=TIMESTAMP, keep_articles=True).page(language="kk")
        for _ in range(2)
    )
    assert one == other


def test_results_of_processes_have_their_articles(tmp_path: object) -> None:
    import json
    from pathlib import Path

    source = Path(str(tmp_path)) / "articles.jsonl"
    source.write_text("".join(json.dumps(article(f"{n:02}")) + "\n" for n in range(60)), "utf-8")
    result = jatsx.export(source, to=["jats"], jobs=2, keep_articles=True)
    assert [one.article.id for one in result.articles if one.article] == [
        f"{n:02}" for n in range(60)
    ]
