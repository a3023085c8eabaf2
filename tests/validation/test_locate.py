"""One bad article of ten costs only itself, whatever its format does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from jatsx.documents.document import Document, ExportContext
from jatsx.documents.loss import Loss
from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.validation.schema import Schema
from tests.documents.making import made
from tests.pipeline.formats import CULPRIT, IDS, JSON, Make, exported, fmt, notes, stumbling

OTHERS = [id_ for id_ in IDS if id_ != CULPRIT]


def makes(*documents: Any) -> Make:
    return lambda *_: documents


def raises(error: BaseException) -> Make:
    def make(*_: object) -> Any:
        raise error

    return make


def raises_halfway(run: Sequence[Article], context: ExportContext) -> Any:
    yield from notes(run, context)
    raise RuntimeError("halfway")


SOUND = made("notes")
FAILED: dict[str, Make] = {
    "raises": raises(ValueError("why")),
    "raises halfway": raises_halfway,
    "ends the program": raises(SystemExit(0)),
    "recurses for ever": lambda run, context: FAILED["recurses for ever"](run, context),
    "returns None": lambda *_: None,
    "returns nothing": makes(),
    "returns a string": lambda *_: "<notes/>",
    "returns bytes": lambda *_: b"<notes/>",
    "returns a document alone": lambda *_: Document("x.xml", SOUND),
    "makes None": makes(None),
    "makes a string": makes("<notes/>"),
    "a name with ..": makes(Document("../x.xml", SOUND)),
    "a name with /": makes(Document("x/y.xml", SOUND)),
    "a name with \\": makes(Document("x\\y.xml", SOUND)),
    "a name that is a path": makes(Document("/tmp/x.xml", SOUND)),
    "a name of a drive": makes(Document("c:x.xml", SOUND)),
    "a name of dots": makes(Document("..", SOUND)),
    "a name that is empty": makes(Document("", SOUND)),
    "a name with a line break": makes(Document("x\n.xml", SOUND)),
    "a name that is no text": makes(Document(5, SOUND)),  # type: ignore[arg-type]
    "a name that no system takes": makes(Document("x" * 300, SOUND)),
    "content that is nothing": makes(Document("x.xml", None)),
    "content that no encoding has": makes(Document("x.xml", made("notes", None, "\ud800"))),
    "losses that are none": makes(Document("x.xml", SOUND, losses=["title"])),  # type: ignore[arg-type]
    "losses that are nothing": makes(Document("x.xml", SOUND, losses=None)),  # type: ignore[arg-type]
    "two documents of one name": makes(Document("x.xml", SOUND), Document("x.xml", SOUND)),
    "a document of another article": makes(Document("x.xml", SOUND, articles=["99"])),
}
REFUSED: dict[str, Make] = {
    "bytes that are no XML": makes(Document("x.xml", b"<notes>")),
    "bytes that are nothing": makes(Document("x.xml", b"")),
    "an element with a name that is none": makes(Document("x.xml", made("a b"))),
    "a character that XML can't hold": makes(Document("x.xml", made("notes", None, "\0"))),
    "another root": makes(Document("x.xml", made("other"))),
    "an element too many": makes(Document("x.xml", made("notes", None, made("x")))),
    "an lxml element that is invalid": makes(Document("x.xml", etree.Element("other"))),
    "one of two documents is invalid": lambda run, context: [
        *notes(run, context),
        Document("x.xml", made("other")),
    ],
}
CODES = {
    **dict.fromkeys(list(REFUSED)[:4], "document-syntax"),
    "another root": "document-root-unknown",
    "an element too many": "document-part-unexpected",
    "an lxml element that is invalid": "document-root-unknown",
    "one of two documents is invalid": "document-root-unknown",
}
BAD = [(name, make, "failed", 3) for name, make in FAILED.items()]
BAD += [(name, make, "refused", 1) for name, make in REFUSED.items()]


@pytest.mark.parametrize("per", ["article", "issue"])
@pytest.mark.parametrize(("name", "make", "status", "exit_code"), BAD, ids=[bad[0] for bad in BAD])
def test_a_culprit_is_named_and_the_others_are_written(
    tmp_path: Path, per: str, name: str, make: Make, status: str, exit_code: int
) -> None:
    result = exported(tmp_path, fmt(stumbling(make), per=per))
    assert result.statuses == {**dict.fromkeys(OTHERS, "valid"), CULPRIT: status}, name
    assert result.result.exit_code == exit_code
    assert result.files() == written(per)
    assert {finding.code for finding in result.of(CULPRIT)} == {CODES.get(name, "plugin-failed")}
    assert not any(result.of(id_) for id_ in OTHERS)


def written(per: str) -> list[str]:
    return [f"notes/{id_}.xml" for id_ in OTHERS] if per == "article" else ["notes/2024-2.xml"]


@pytest.mark.parametrize("per", ["article", "issue"])
def test_the_document_of_the_others_describes_them_all(tmp_path: Path, per: str) -> None:
    result = exported(tmp_path, fmt(stumbling(makes(None)), per=per))
    described = [
        note.get("id")
        for name in result.files()
        for note in etree.parse(str(result.out / "2024-2" / name)).getroot()
    ]
    assert described == OTHERS


@pytest.mark.parametrize("per", ["article", "issue"])
def test_other_formats_go_on(tmp_path: Path, per: str) -> None:
    bad, good = fmt(stumbling(raises(OSError())), per=per), fmt(name="good", per=per)
    result = exported(tmp_path, bad, good)
    (culprit,) = [one for one in result.result.articles if one.id == CULPRIT]
    assert {name: one.status for name, one in culprit.targets.items()} == {
        "notes": "failed",
        "good": "valid",
    }


def test_a_format_that_fails_only_for_the_whole_run_is_told_of_all(tmp_path: Path) -> None:
    """No article alone is the culprit: none is written half."""

    def make(run: Sequence[Article], context: ExportContext) -> Any:
        return notes(run, context) if len(run) == 1 else None

    result = exported(tmp_path, fmt(make, per="issue"))
    assert set(result.statuses.values()) == {"failed"}
    assert result.files() == []
    details = {finding.params["detail"] for id_ in IDS for finding in result.of(id_)}
    assert details == {"TypeError: 'NoneType' object is not iterable"}


def test_a_schema_that_cant_be_read_is_the_formats_failure(tmp_path: Path) -> None:
    result = exported(tmp_path, fmt(schema=Schema.dtd(tmp_path, "missing.dtd")))
    assert set(result.statuses.values()) == {"failed"}
    assert result.result.exit_code == 3


# What is well made


CONTENT: dict[str, tuple[Any, bytes]] = {
    "an element": (
        made("notes"),
        b'<?xml version="1.0" encoding="UTF-8"?>\n<notes/>\n',
    ),
    "an lxml element": (
        etree.Element("notes"),
        b'<?xml version="1.0" encoding="UTF-8"?>\n<notes/>\n',
    ),
    "bytes": (b"<notes/>", b"<notes/>"),
}


@pytest.mark.parametrize("name", CONTENT)
def test_a_document_is_written_as_its_bytes(tmp_path: Path, name: str) -> None:
    content, expected = CONTENT[name]
    result = exported(tmp_path, fmt(makes(Document("x.xml", content)), per="issue"))
    assert (result.out / "2024-2/notes/x.xml").read_bytes() == expected


VALUES: dict[str, Any] = {
    "an object": {"title": "Қазақ"},
    "a map of the model": FrozenMap({"title": "Қазақ"}),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_json_value_is_written(tmp_path: Path, name: str) -> None:
    make = makes(Document("x.json", VALUES[name]))
    result = exported(tmp_path, fmt(make, per="issue", schema=JSON))
    assert set(result.statuses.values()) == {"valid"}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_has_no_word_for_isnt_written(tmp_path: Path, number: float) -> None:
    (tmp_path / "any.json").write_text("{}")
    make = makes(Document("x.json", {"title": number}))
    result = exported(tmp_path, fmt(make, per="issue", schema=Schema.json(tmp_path, "any.json")))
    assert set(result.statuses.values()) == {"failed"}


def test_a_doctype_is_written_with_either_kind_of_element(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE notes SYSTEM "note.dtd">'
    elements: tuple[Any, ...] = (made("notes"), etree.Element("notes"))
    documents = [
        Document(f"{number}.xml", content, doctype=doctype)
        for number, content in enumerate(elements)
    ]
    result = exported(tmp_path, fmt(makes(*documents), per="issue"))
    assert [doctype in (result.out / "2024-2" / name).read_text() for name in result.files()] == [
        True,
        True,
    ]


def test_a_loss_is_told_of_its_article(tmp_path: Path) -> None:
    document = Document("x.xml", SOUND, losses={"03": [Loss("title.kk", "there is one title.")]})
    result = exported(tmp_path, fmt(makes(document), per="issue"))
    (article,) = [one for one in result.report["articles"] if one["findings"]]
    (finding,) = article["findings"]
    assert (article["id"], finding["code"], finding["level"]) == ("03", "field-lost", "lost")
    assert (finding["field"], finding["target"]) == ("title.kk", "notes")
    assert result.result.exit_code == 0


def test_an_error_is_led_back_to_the_field_that_made_the_element(tmp_path: Path) -> None:
    bad = made("title", None, made("b", None, "x"), field="title.en")
    document = made("notes", None, made("note", {"id": CULPRIT}, bad))
    result = exported(tmp_path, fmt(stumbling(makes(Document("x.xml", document)))))
    line = (tmp_path / "2024-2.jsonl").read_text().splitlines()[4]
    (found,) = result.of(CULPRIT)
    assert (found.code, found.field) == ("document-parts-barred", "title.en")
    assert found.place is not None
    assert (found.place.line, found.place.column) == (5, line.index('"Title') + 1)


def test_a_document_that_is_refused_names_the_plugin_that_made_it(tmp_path: Path) -> None:
    result = exported(tmp_path, fmt(stumbling(makes(Document("x.xml", b"<x/>")))))
    (article,) = [one for one in result.report["articles"] if one["id"] == CULPRIT]
    assert {finding["params"]["plugin"] for finding in article["findings"]} == {"notes (test 1)"}
