"""The readers that jatsx ships pass the conformance tests for readers."""

from __future__ import annotations

import json

from jatsx.plugin.registry import load_registry
from jatsx.testing.reader_conformance import ReaderConformance, Sample

READERS = load_registry().readers

YAML = """\
id: "07"
doi: 10.5555/seven
language: ru
title: {ru: Вода и соль, en: Water and salt}
contributors:
  - name: {ru: {family: Образцов, given: Автор}}
    email: author@example.org
pages: {first: "5", last: "17"}
issue:
  id: 2024-3
  year: "2024"
  journal: {title: {ru: Журнал примеров}, issn: {electronic: 2434-561X}}
"""
VALUES = (
    "10.5555/seven",
    "Вода и соль",
    "Water and salt",
    "Образцов",
    "author@example.org",
    "2434",
)
ARTICLE = {
    "id": "07",
    "doi": "10.5555/seven",
    "language": "ru",
    "title": {"ru": "Вода и соль", "en": "Water and salt"},
    "issue": {"id": "2024-3", "year": "2024", "journal": {"title": {"ru": "Журнал примеров"}}},
}
LINES = "".join(
    json.dumps({**ARTICLE, "id": f"{number:02}"}, ensure_ascii=False) + "\n" for number in range(3)
)
NATIVE = """<?xml version="1.0" encoding="utf-8"?>
<article xmlns="http://pkp.sfu.ca" locale="ru" status="3" stage="production">
  <id type="internal" advice="ignore">12</id>
  <publication locale="ru" version="1" status="3">
    <id type="doi" advice="update">10.5555/seven</id>
    <title locale="ru">Вода и соль</title>
    <title locale="en">Water and salt</title>
    <keywords locale="ru"><keyword>источник</keyword></keywords>
    <authors>
      <author include_in_browse="true" user_group_ref="Автор" seq="0" id="1">
        <givenname locale="ru">Автор</givenname>
        <familyname locale="ru">Образцов</familyname>
        <email>author@example.org</email>
      </author>
    </authors>
  </publication>
</article>
"""


class TestArticleFile(ReaderConformance):
    reader = READERS["article"]
    samples = (
        Sample("07.yaml", YAML.encode(), VALUES),
        Sample("07.json", json.dumps(ARTICLE, ensure_ascii=False).encode(), VALUES[:3]),
    )


class TestJsonLines(ReaderConformance):
    reader = READERS["json-lines"]
    samples = (Sample("2024-3.jsonl", LINES.encode(), ("10.5555/seven", "Вода и соль", "Журнал")),)


class TestOjs(ReaderConformance):
    reader = READERS["ojs"]
    samples = (
        Sample(
            "native.xml",
            NATIVE.encode(),
            ("10.5555/seven", "Вода и соль", "источник", "Образцов", "author@example.org"),
        ),
    )
