"""``python -m benchmarks.draft``: how well drafted issues agree with transcriptions of them."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from benchmarks.draft.drafts import DraftedArticle, read_drafts
from benchmarks.draft.gold import read_gold
from benchmarks.draft.invented import Invented, invented_values
from benchmarks.draft.pairs import paired
from benchmarks.draft.prints import made
from benchmarks.draft.scoring import scored, unmarked
from benchmarks.draft.tables import as_json, report
from jatsx.library.drafting import draft
from jatsx_draft.sources import printed_lines

_ENDINGS: Final = {"docx": ".docx", "pdf": ".pdf", "text": ".txt"}
_file = click.Path(path_type=Path, exists=True, dir_okay=False)
_folder = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("prints", metavar="PRINT…", nargs=-1, required=True, type=_file)
@click.option("--gold", required=True, type=_folder, help="The folder of the transcriptions.")
@click.option(
    "--via", type=click.Choice(list(_ENDINGS)), default="text", help="Make this file of it first."
)
@click.option("--without-markup", is_flag=True, help="Remove the markup of the text first.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), help="Also write all figures to a file."
)
def main(
    prints: tuple[Path, ...], gold: Path, via: str, without_markup: bool, json_file: Path | None
) -> None:
    """Draft each PRINT, and compare the drafts with transcriptions of the same issues.

    The files as DOCX and PDF are made from the text: no publisher's PDF is read.
    """
    articles = read_gold(gold, {path.stem for path in prints})
    drafts: list[DraftedArticle] = []
    invented: list[Invented] = []
    with TemporaryDirectory() as folder:
        for number, path in enumerate(prints):
            work = Path(folder) / str(number)
            work.mkdir()
            source = made(path, work, _ENDINGS[via]) if via != "text" or without_markup else path
            found = _drafted(source, work / "issue")
            lines = list(printed_lines(source))
            drafts += found
            invented += [one for article in found for one in invented_values(article, lines)]
    values = list(scored(paired(articles, drafts)))
    click.echo(report(values, invented))
    for one in unmarked(values):
        click.echo(f"- not marked as derived: {one.article} {one.value.path}: {one.value.got}")
    if json_file is not None:
        json_file.write_text(as_json(values, invented) + "\n", "utf-8")


def _drafted(source: Path, out: Path) -> list[DraftedArticle]:
    """The drafted articles of a file; none if it is refused, which is said."""
    conversion = draft(source, out)
    if not out.is_dir():
        for finding in conversion.result.findings:
            click.echo(f"{source.name}: {finding.code}", err=True)
        return []
    return read_drafts(out)


if __name__ == "__main__":
    sys.exit(main())
