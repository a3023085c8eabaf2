"""Several files are converted to one issue folder, and checked and exported directly."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from jatsx.cli import main
from jatsx.model import Article
from jatsx.readers.issue_folder import read_folder
from jatsx.testing.awkward import rich_article
from tests.plugins.jatsx_jats.reader.reading import document_of


def write_articles(folder: Path) -> list[str]:
    """Files of three articles of an issue; the second and third are in another section."""
    rich = rich_article()
    sections = (
        rich.issue.sections[0].model_copy(update={"id": id}) for id in ("one", "two", "two")
    )
    paths: list[str] = []
    for n, section in enumerate(sections):
        title = {tag: f"{one.plain} {section.id}" for tag, one in section.title.items()}
        changed = {"id": section.id, "title": title}
        article = rich.model_dump(mode="json", exclude_defaults=True)
        article |= {"id": f"0{n + 1}", "doi": f"10.5555/{n}", "url": f"https://example.org/{n}"}
        article["section"] = section.id
        article["issue"] |= {"sections": [changed], "articles": ["03", "01", "02"]}
        path = folder / f"0{n + 1}.xml"
        path.write_bytes(document_of(Article.model_validate(article)))
        paths.append(str(path))
    return paths


def test_the_articles_of_an_issue_are_in_one_folder(tmp_path: Path) -> None:
    paths = write_articles(tmp_path)
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["convert", *paths, "--out", str(out)])
    assert result.exit_code == 0, result.output
    records = [*read_folder(out)]
    articles = [one.article for one in records if one.article is not None]
    assert [one.id for one in articles] == ["03", "01", "02"]
    assert len({one.issue for one in articles}) == 1
    assert [one.id for one in articles[0].issue.sections] == ["Раздел one", "Раздел two"]
    assert articles[0].issue.articles == ("03", "01", "02")


def test_files_are_exported_again(tmp_path: Path) -> None:
    paths = write_articles(tmp_path)
    out = tmp_path / "out"
    args = ["export", *paths, "--to", "jats", "--out", str(out)]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    (issue,) = (path for path in out.iterdir() if path.is_dir())
    assert sorted(path.name for path in (issue / "jats").iterdir()) == [
        "01.xml",
        "02.xml",
        "03.xml",
    ]
    for n, path in enumerate(sorted((issue / "jats").iterdir())):
        assert f"10.5555/{n}" in path.read_text("utf-8")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    paths = write_articles(tmp_path)
    bad = tmp_path / "bad.xml"
    bad.write_text("<article><front>", "utf-8")
    result = CliRunner().invoke(main, ["check", *paths, str(bad)])
    assert result.exit_code == 1
    assert "xml-file-truncated" in result.output
    assert "Traceback" not in result.output
