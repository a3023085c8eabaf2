"""An export is recognised by what stands at its beginning, not by the name of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx_ojs.recognition import is_native_export

PKP = '<!DOCTYPE issues PUBLIC "-//PKP//OJS Articles and Issues XML//EN" "http://pkp.sfu.ca/x.dtd">'

EXPORTS = {
    "one article": '<article xmlns="http://pkp.sfu.ca" locale="ru">',
    "articles": "<?xml version='1.0'?>\n<articles xmlns='http://pkp.sfu.ca'>",
    "an issue": '<issue published="1" xmlns="http://pkp.sfu.ca">',
    "issues": '<issues xmlns="http://pkp.sfu.ca"',
    "a prefix": '<p:article xmlns:p="http://pkp.sfu.ca">',
    "things before": '<?xml version="1.0"?><!-- a --><?xml-stylesheet href="x"?>\n<issues '
    'xmlns="http://pkp.sfu.ca">',
    "2.4": f"{PKP}<issues><issue published='true'>",
    "2.4, one article": f'<?xml version="1.0"?>\n{PKP}\n<article locale="ru_RU">',
    "2.4 without DOCTYPE": '<issue><title locale="ru_RU">',
    "3.x with the DOCTYPE of 2.4": f'{PKP}<article xmlns="http://pkp.sfu.ca">',
    "entities declared": '<!DOCTYPE article [<!ENTITY a "b">]><article xmlns="http://pkp.sfu.ca">',
}
OTHERS = {
    "JATS": '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3//EN" '
    '"JATS-journalpublishing1-3.dtd"><article xml:lang="ru" article-type="research-article">',
    "JATS without DOCTYPE": '<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="ru">'
    "<front>",
    "articles of another": '<articles xmlns="https://example.org/ns" locale="ru">',
    "issue of another": "<issue><volume>1</volume></issue>",
    "another root": '<journal xmlns="http://pkp.sfu.ca">',
    "PKP's users": '<PKPUsers xmlns="http://pkp.sfu.ca">',
    "HTML": "<!DOCTYPE html><html><body>article</body></html>",
    "JSON": '{"article": {"locale": "ru"}}',
    "YAML": "id: 01\ntitle: article",
    "nothing": "",
    "spaces": "  \n",
    "bytes": "\x00\x01\x02",
}


@pytest.mark.parametrize("head", EXPORTS.values(), ids=list(EXPORTS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_exports(head: str, encoding: str) -> None:
    assert is_native_export(Path("download"), head.encode(encoding))


@pytest.mark.parametrize("head", OTHERS.values(), ids=list(OTHERS))
def test_others(head: str) -> None:
    assert not is_native_export(Path("ojs-native.xml"), head.encode())


def test_a_folder_is_none(tmp_path: Path) -> None:
    assert not is_native_export(tmp_path, b"")
