"""The floor as a process: ``python -m benchmarks.floor ARTICLES FOLDER``, JSON Lines to files."""

import json
import sys
from itertools import groupby
from pathlib import Path

from benchmarks.floor import crossref, doaj, jats
from benchmarks.inputs import TIMESTAMP


def main(source: Path, folder: Path) -> None:
    """Writes the documents of all articles, an issue at a time."""
    for name in ("jats", "crossref", "doaj"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    with source.open(encoding="utf-8") as lines:
        for id, issue in groupby(map(json.loads, lines), lambda article: article["issue"]["id"]):
            articles = list(issue)
            for article in articles:
                (folder / "jats" / f"{article['id']}.xml").write_bytes(jats(article))
            (folder / "crossref" / f"{id}.xml").write_bytes(crossref(articles, TIMESTAMP))
            (folder / "doaj" / f"{id}.json").write_bytes(doaj(articles))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
