"""The awkward articles and the rich article, with which every exporter is tested.

A file of ``articles/`` contains unusual fields of an article, and of its ``issue`` and ``journal``.
The other fields are in ``base.yaml``. ``{repeat: 300, of: …}`` is a list of 300 items, in which
``{n}`` is the number of the item. ``{times: 300, text: …}`` is a long text. ``~`` removes a field
of the base. ``rich/`` is an issue folder with an article that has a value in every field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap

HERE: Final = Path(__file__).parent
ARTICLES: Final = HERE / "articles"
RICH: Final = HERE / "rich"

LARGE: Final = 5_000
"""An article whose data have more characters is large."""


@dataclass(frozen=True, slots=True)
class Awkward:
    """An awkward article by its name. ``needed`` contains values for fields that it lacks."""

    name: str
    needed: Mapping[str, Any] = FrozenMap()

    @property
    def path(self) -> Path:
        """The file with its data."""
        return RICH / "articles" / "full.yaml" if self.is_rich else ARTICLES / f"{self.name}.yaml"

    @property
    def is_rich(self) -> bool:
        """Whether it is the rich article, which fills every field."""
        return self.name == RICH.name

    @property
    def article(self) -> Article:
        """The article. Each call returns a new object."""
        if self.is_rich:
            return rich_article()
        return Article.model_validate({**self.needed, **_whole(self.path)})

    @property
    def is_large(self) -> bool:
        """Whether it is large. A large article is exported in only one variant."""
        return not self.is_rich and len(repr(_whole(self.path))) > LARGE


def awkward_articles(needed: Mapping[str, Any] = FrozenMap()) -> Iterator[Awkward]:
    """All awkward articles by name, and the rich article at the end."""
    for path in sorted(ARTICLES.glob("*.yaml")):
        yield Awkward(path.stem, needed)
    yield Awkward(RICH.name)


def rich_article() -> Article:
    """The article with a value in every field of the model, except the options of formats."""
    from jatsx.readers.issue_folder import read_folder

    (record,) = read_folder(RICH)
    assert record.article is not None, record.findings
    return record.article


def described(case: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a file merged with the base: ``journal``, ``issue`` and ``article``."""
    own = {key: value for key, value in case.items() if key not in ("journal", "issue")}
    over = {"journal": case.get("journal", {}), "issue": case.get("issue", {}), "article": own}
    base = _base()
    return {part: _written({**base[part], **over[part]}) for part in base}


@cache
def _base() -> Mapping[str, Any]:
    base: Mapping[str, Any] = read(HERE / "base.yaml")
    return base


def read(path: Path) -> Any:
    """The data of a YAML file, with each scalar as a string; ``{}`` if it has only comments."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader) or {}


@cache
def _whole(path: Path) -> Mapping[str, Any]:
    """The data of an article, with its issue and journal."""
    parts = described(read(path))
    issue = {"id": "2024-1", **parts["issue"], "journal": parts["journal"]}
    return {**parts["article"], "issue": issue}


def _written(value: Any) -> Any:
    """The value with ``~`` removed and with repetitions expanded."""
    if isinstance(value, list):
        return [_written(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"repeat", "of"}:
        return [_numbered(value["of"], n) for n in range(1, int(value["repeat"]) + 1)]
    if set(value) == {"times", "text"}:
        return value["text"] * int(value["times"])
    return {key: _written(item) for key, item in value.items() if item != "~"}


def _numbered(value: Any, n: int) -> Any:
    if isinstance(value, str):
        return value.replace("{n}", str(n))
    if isinstance(value, list):
        return [_numbered(item, n) for item in value]
    return {key: _numbered(item, n) for key, item in value.items()}
