"""The transcriptions: a folder for each issue, with issue.yaml, journal.yaml and the articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

LANGUAGES: Final = ("kk", "ru", "en")

_SHARED: Final = ("issue.yaml", "journal.yaml")


@dataclass(frozen=True, eq=False, slots=True)
class GoldArticle:
    """A transcribed article: its name, its data, and those of its issue and journal."""

    name: str
    data: Mapping[str, Any]
    issue: Mapping[str, Any]
    journal: Mapping[str, Any]

    def texts(self, field: str) -> dict[str, Any]:
        """A value by language, without languages that have none."""
        return by_language(self.data.get(field))


def by_language(value: Any) -> dict[str, Any]:
    """A value by language; empty if it is not one."""
    if not isinstance(value, Mapping):
        return {}
    return {language: one for language, one in value.items() if one not in (None, "", [])}


def read_gold(folder: Path, names: set[str] | None = None) -> list[GoldArticle]:
    """The articles of a folder of issues, or of a folder that is one.

    Args:
        folder: the folder.
        names: the names of the issues; if the folder has some of them, only these are read.

    Raises:
        OSError: a file cannot be read.
        yaml.YAMLError: a file is not YAML.
    """
    issues = [folder] if _is_issue(folder) else sorted(filter(_is_issue, folder.iterdir()))
    named = [issue for issue in issues if names and issue.name in names]
    return [article for issue in named or issues for article in _articles(issue)]


def _is_issue(folder: Path) -> bool:
    return folder.is_dir() and (folder / "issue.yaml").is_file()


def _articles(folder: Path) -> Iterator[GoldArticle]:
    issue, journal = (_data(folder / name) for name in _SHARED)
    for path in sorted(folder.glob("*.yaml")):
        if path.name not in _SHARED:
            yield GoldArticle(f"{folder.name}/{path.stem}", _data(path), issue, journal)


def _data(path: Path) -> Mapping[str, Any]:
    data = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    return data if isinstance(data, Mapping) else {}
