"""Small issue folders to run the command line on."""

from __future__ import annotations

from pathlib import Path

JOURNAL = """\
title: {en: Journal of Examples}
issn: {electronic: 1234-5679}
publisher: {name: {en: Example Press}}
licenses: [{url: "https://creativecommons.org/licenses/by/4.0/"}]
rules: {sample-value: off}
formats:
  crossref: {depositor_name: example, email_address: deposit@example.org, registrant: example}
"""
ISSUE = """\
volume: 3
number: 1
year: 2024
published: {online: 2024-06}
"""
ARTICLE = """\
id: {id}
doi: 10.5555/{id}
url: https://example.org/{id}
language: en
title: {{en: Article {id}}}
abstract: {{en: Short.}}
contributors:
  - name: {{en: {{family: Example, given: Author}}}}
"""


def article(id_: str) -> bytes:
    """A sound article."""
    return ARTICLE.format(id=id_).encode()


def issue_folder(folder: Path, **files: bytes) -> Path:
    """An issue folder with these files: ``journal``, ``issue``, or an article by its stem."""
    (folder / "articles").mkdir(parents=True)
    described = {"journal": JOURNAL.encode(), "issue": ISSUE.encode(), **files}
    for stem, content in described.items():
        parent = folder if stem in ("journal", "issue") else folder / "articles"
        (parent / f"{stem.removeprefix('a')}.yaml").write_bytes(content)
    return folder
