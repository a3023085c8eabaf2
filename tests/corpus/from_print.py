"""Turns the printed issues of the corpus into issue folders of jatsx.

The corpus holds what two issues print, oddities included, in a layout of its own. Values go
through unchanged: nothing is corrected, nothing is guessed. What the corpus says twice, or what
the model has no place for (editorial board, printed forms of a name), stays behind.

    python tests/corpus/from_print.py DIR [--test-values]

With ``--test-values`` the issues also get what no print gives but deposits need: landing pages
under example.org, a depositor, and DOIs of the test prefix for articles without one.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

CORPUS: Final = Path(__file__).resolve().parents[3] / "shared" / "corpus"
"""Where the printed issues are, a folder each."""

COUNTRIES: Final = {"China": "CN", "India": "IN", "Kazakhstan": "KZ", "United States": "US"}
"""The countries that the issues print, and their codes (ISO 3166-1 alpha-2)."""

UNMARKED_LANGUAGE: Final = "en"
"""The language of a reference for which the corpus names none: all such lists are English."""

TEST_DEPOSITOR: Final = {
    "depositor_name": "jatsx example",
    "email_address": "deposit@example.org",
    "registrant": "jatsx example",
}

Printed: TypeAlias = Mapping[str, Any]
Described: TypeAlias = dict[str, Any]


def written_issue(source: Path, target: Path, *, test_values: bool) -> Path:
    """The issue folder in ``target`` that describes the printed issue in ``source``.

    Raises:
        FileExistsError: the folder is there already.
    """
    described = described_issue(source)
    if test_values:
        described = _with_test_values(described, source.name)
    return write_issue(target / source.name, described, tuple(derived(read(source / "issue.yaml"))))


def described_issue(source: Path) -> dict[str, Described]:
    """What each file of the issue folder says, by its path in the folder."""
    printed = read(source / "issue.yaml")
    articles = [_article(path, sections(printed)) for path in sorted(source.glob("[0-9]*.yaml"))]
    return {
        "journal.yaml": journal(read(source / "journal.yaml")),
        "issue.yaml": issue(printed, [article["id"] for article in articles]),
        **{f"articles/{article['id']}.yaml": article for article in articles},
    }


def write_issue(folder: Path, described: Mapping[str, Described], notes: Iterable[str]) -> Path:
    """Writes an issue folder; the notes are comments in issue.yaml."""
    (folder / "articles").mkdir(parents=True)
    for name, part in described.items():
        _write(folder / name, part, notes if name == "issue.yaml" else ())
    return folder


def journal(printed: Printed) -> Described:
    """journal.yaml."""
    issn = printed["issn"]
    return _said(
        title=_said(**printed["title"]),
        abbreviated_title=printed.get("abbreviation"),
        issn=_said(print=issn["print"], electronic=issn.get("electronic") or issn.get("online")),
        publisher=publisher(printed["publisher"]),
        doi=printed.get("doi"),
        url=printed["website"],
        doi_prefix=printed["doi_prefix"],
        languages=printed.get("metadata_languages") or printed["languages"],
    )


def publisher(printed: Printed) -> Described:
    """The publisher: CAA names it in three languages, KazNU on a Kazakh cover."""
    if "name_cover" in printed:
        return {"name": {"kk": printed["name_cover"]}, "place": {"kk": printed["city_cover"]}}
    return {"name": dict(printed["name"]), "place": {"en": printed["city"]}}


def issue(printed: Printed, articles: Sequence[str]) -> Described:
    """issue.yaml. Year and number are the derived ones where none is printed."""
    return _said(
        number=_printed_or_derived(printed, "number"),
        whole_number=printed.get("continuous_number"),
        year=_printed_or_derived(printed, "year"),
        published=_said(print=printed.get("date_published")),
        sections=sections(printed),
        articles=list(articles),
    )


def derived(printed: Printed) -> Iterator[str]:
    """What issue.yaml says though it isn't printed, and what it was derived from."""
    for field in ("number", "year"):
        if printed[field] is None:
            value = printed[f"{field}_derived"]
            yield f"{field} {value['value']} is derived: {value['basis']}"


def sections(printed: Printed) -> list[Described]:
    """The sections of the issue; their numbers are their ids."""
    return [
        {"id": section["number"], "title": dict(section["title"])}
        for section in printed["sections"] or ()
    ]


def article(printed: Printed, id: str, sections: Sequence[Described]) -> Described:
    """An article of the issue. Its date of publication is the issue's."""
    authors = printed["authors"]
    workplaces = affiliations(authors)
    return _said(
        id=id,
        doi=printed["doi"],
        type=printed["article_type"],
        language=printed["language"],
        section=section_id(printed, sections),
        title=dict(printed["title"]),
        abstract={language: _Block(text) for language, text in printed["abstract"].items()},
        keywords=dict(printed["keywords"]),
        contributors=[contributor(author, workplaces) for author in authors],
        affiliations=[{"id": f"a{n}", **place} for n, place in enumerate(workplaces, 1)],
        subject_codes=[dict(code) for code in printed["subject_codes"]],
        funding=[funding(source) for source in printed["funding"]],
        dates=dates(printed["dates"]),
        pages=_said(**printed["pages"]),
        references=references(printed["references"]),
    )


def section_id(printed: Printed, sections: Sequence[Described]) -> str | None:
    """The id of the section whose title the article repeats."""
    if "section" not in printed:
        return None
    return next(
        str(section["id"]) for section in sections if section["title"] == printed["section"]
    )


def contributor(author: Printed, workplaces: Sequence[Described]) -> Described:
    """An author. Positions and degrees without a language are those of CAA: English."""
    return _said(
        name={language: person_name(name) for language, name in author["name"].items()},
        orcid=author["orcid"],
        email=author["email"],
        corresponding=author["corresponding"],
        degree=author.get("degree") or _in_english(author.get("degrees")),
        position=author.get("position") or _in_english(author.get("positions")),
        affiliations=[f"a{workplaces.index(place) + 1}" for place in _own_affiliations(author)],
    )


def person_name(printed: Printed) -> Described:
    """A name in one language, without its printed forms."""
    parts = ("family", "given", "patronymic")
    return {part: printed[part] for part in parts if part in printed}


def affiliations(authors: Sequence[Printed]) -> list[Described]:
    """The distinct affiliations of an article's authors, in order."""
    distinct: list[Described] = []
    for author in authors:
        distinct += [place for place in _own_affiliations(author) if place not in distinct]
    return distinct


def affiliation(printed: Printed, department: Printed | None) -> Described:
    """An affiliation. CAA prints its department in it, KazNU with the author."""
    countries = _per_language(printed, "country")
    return _said(
        institution=_per_language(printed, "institution"),
        department=department or _per_language(printed, "department"),
        city=_per_language(printed, "city"),
        country=COUNTRIES[countries["en"]],
        country_name=countries,
    )


def funding(printed: Printed) -> Described:
    """A funder, its award as printed and the statement, whose language is that of plain names."""
    (language,) = printed["statement"]
    title = printed.get("project_title")
    award = _said(number=printed.get("award"), title={language: title} if title else None)
    return _said(
        funder=_in_language(printed.get("funder"), language),
        awards=[award] if award else None,
        statement=dict(printed["statement"]),
    )


def dates(printed: Printed) -> Described:
    """The article's own dates."""
    received, revised, accepted = (
        printed[kind]["date"] if kind in printed else None
        for kind in ("received", "revised", "accepted")
    )
    return _said(received=received, revised=[revised] if revised else None, accepted=accepted)


def references(entries: Sequence[Printed]) -> list[Described]:
    """The reference list: an original and its romanised twin are one reference."""
    romanised = {entry["n"]: entry for entry in entries if entry["list"] == "romanised"}
    originals = [
        reference(entry, romanised.get(entry.get("pairs_with_romanised_n")))
        for entry in entries
        if entry["list"] == "original"
    ]
    alone = [entry for entry in romanised.values() if "pairs_with_original_n" not in entry]
    return originals + [reference(entry, None) for entry in alone]


def reference(entry: Printed, twin: Printed | None) -> Described:
    """One reference. An address without a scheme is no URL: it stays in the text alone."""
    url = entry.get("url", "")
    return _said(
        label=entry["n"],
        text=reference_text(entry, twin),
        doi=entry.get("doi"),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def reference_text(entry: Printed, twin: Printed | None) -> Described:
    """The entry, and its romanised twin where that says something else."""
    language = entry.get("language", UNMARKED_LANGUAGE)
    if twin is None or twin["text"] == entry["text"]:
        return {language: entry["text"]}
    tag = f"{language}-Latn" if twin["language"] == language else twin["language"]
    return {language: entry["text"], tag: twin["text"]}


def _article(path: Path, sections: Sequence[Described]) -> Described:
    return article(read(path), path.stem.partition("-")[0], sections)


def _with_test_values(described: Mapping[str, Described], issue_id: str) -> dict[str, Described]:
    return {name: part | _test_values(name, part, issue_id) for name, part in described.items()}


def _test_values(name: str, part: Described, issue_id: str) -> Described:
    if name == "journal.yaml":
        return {
            "formats": {"crossref": dict(TEST_DEPOSITOR)},
            "rules": {**part.get("rules", {}), "sample-value": "off"},
        }
    if name == "issue.yaml":
        return {}
    doi = part.get("doi", f"10.5555/{issue_id}.{part['id']}")
    return {"doi": doi, "url": f"https://example.org/{issue_id}/{part['id']}"}


def _own_affiliations(author: Printed) -> list[Described]:
    return [affiliation(place, author.get("department")) for place in author["affiliations"]]


def _per_language(printed: Printed, field: str) -> dict[str, str]:
    blocks = {language: block for language, block in printed.items() if isinstance(block, Mapping)}
    return {language: block[field] for language, block in blocks.items() if field in block}


def _in_english(values: Sequence[str] | None) -> Described | None:
    return {"en": "; ".join(values)} if values else None


def _in_language(name: Printed | str | None, language: str) -> Described | None:
    return {language: name} if isinstance(name, str) else dict(name or {})


def _printed_or_derived(printed: Printed, field: str) -> Any:
    return printed[field] or printed[f"{field}_derived"]["value"]


def _said(**values: Any) -> Described:
    return {name: value for name, value in values.items() if value not in (None, {}, [])}


class _TextLoader(yaml.BaseLoader):
    """Reads every plain scalar as text, null excepted."""


class _TextDumper(yaml.SafeDumper):
    """Writes every text plainly where it can: jatsx reads plain scalars as text."""


class _Block(str):
    """Running text, to be written as a block."""


def _block_node(dumper: yaml.SafeDumper, block: _Block) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(block), style="|")


_TextDumper.yaml_implicit_resolvers = {}
_TextDumper.add_representer(_Block, _block_node)
_TextLoader.add_implicit_resolver("!null", re.compile("null$"), ["n"])
_TextLoader.add_constructor("!null", lambda _loader, _node: None)


def read(path: Path) -> Printed:
    """A file of the corpus, every value as text."""
    printed: Printed = yaml.load(path.read_text(encoding="utf-8"), _TextLoader)
    return printed


def _write(path: Path, part: Described, notes: Iterable[str]) -> None:
    comments = "".join(f"# {note}\n" for note in notes)
    text = yaml.dump(part, Dumper=_TextDumper, allow_unicode=True, sort_keys=False, width=100_000)
    path.write_text(comments + text, encoding="utf-8")


def main() -> None:
    """Writes every printed issue of the corpus."""
    parser = argparse.ArgumentParser(description="Turns the printed issues into issue folders.")
    parser.add_argument("directory", metavar="DIR", type=Path, help="where the folders go")
    parser.add_argument("--test-values", action="store_true", help="add what no print gives")
    arguments = parser.parse_args()
    for source in sorted(path for path in CORPUS.iterdir() if path.is_dir()):
        print(written_issue(source, arguments.directory, test_values=arguments.test_values))


if __name__ == "__main__":
    main()
