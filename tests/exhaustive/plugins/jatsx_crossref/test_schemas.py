"""All languages that Crossref knows, by the schema as published and by the schema as it is read."""

from __future__ import annotations

import pytest

from jatsx_crossref.version import VERSIONS
from jatsx_crossref.vocabulary import languages
from tests.plugins.jatsx_crossref.test_schemas import NO_LANGUAGES, judges_of_languages


@pytest.mark.parametrize("version", ["5.5.0", "5.4.0"])
def test_rearranged_languages_take_what_the_published_take(version: str) -> None:
    plain, quick = judges_of_languages(version)
    assert len(languages(VERSIONS[version])) > 8_000
    assert all(judge(value) for value in languages(VERSIONS[version]) for judge in (plain, quick))
    assert [value for value in NO_LANGUAGES if quick(value) != plain(value)] == []
