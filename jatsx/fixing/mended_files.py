"""Which values of which files are changed, as findings say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeAlias

from jatsx.findings.finding import Finding, Mend, Place
from jatsx.findings.sentences import NOTE
from jatsx.fixing.file_text import FileText, Refusal
from jatsx.model.fieldpath import Path as FieldPath
from jatsx.model.fieldpath import parse_path
from jatsx.model.value_hash import value_at
from jatsx.readers.errors import UnreadableFile
from jatsx.readers.source_file import SUFFIXES

PREFIXES: Final[tuple[FieldPath, ...]] = ((), ("issue",), ("issue", "journal"))
"""What the path of a field begins with if the file describes an article, an issue or a journal."""


NotedValue: TypeAlias = tuple[str | None, FieldPath]
"""The id of an article, or None, and the path of a value of it, of its issue or its journal."""


@dataclass(frozen=True, slots=True)
class PlacedMend:
    """A change of a value, with the finding that asks for it.

    Args:
        code: the code of the finding.
        field: the path of the value, from the article.
        new: the value as it should be written.
        old: the value as it is written; None if the field is not written yet.
        is_excerpt: whether both are only a part of the value.
        article: the id of the article, or None.
        place: where the value is, or would be, in its file.
        refusal: why it is not made; None if it is.
    """

    code: str
    field: str
    new: str
    old: str | None
    is_excerpt: bool
    article: str | None
    place: Place
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file with the changes that are made in it."""

    path: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    mends: tuple[PlacedMend, ...] = ()


def files_to_mend(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings that have mends, by the name of their file."""
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.mends and finding.place is not None:
            files.setdefault(finding.place.file, []).append(finding)
    return files


def is_mendable(name: str) -> bool:
    """Whether a file may be one that describes an article, an issue or a journal."""
    return Path(name).suffix.lower() in SUFFIXES


def noted_values(findings: Iterable[Finding]) -> frozenset[NotedValue]:
    """The values that a note says to be in doubt."""
    notes = (one for one in findings if NOTE in one.params)
    return frozenset((one.article, parse_path(one.field)) for one in notes if one.field)


def mended_file(
    path: Path,
    content: bytes,
    findings: Iterable[Finding],
    noted: Collection[NotedValue] = (),
) -> tuple[MendedFile, list[PlacedMend]]:
    """A file with the changes that its findings ask for, and the changes that are not made.

    Nothing is changed in values that are noted, inside them or around them.
    """
    placed = placed_mends(findings)
    try:
        text = FileText(content, is_json=path.suffix.lower() == ".json")
    except UnreadableFile:
        return MendedFile(path, content, content), refused(placed, Refusal.UNREADABLE)
    done: list[PlacedMend] = []
    left = refused((one for one in placed if _is_noted(one, noted)), Refusal.NOTED)
    for mends in _by_value(one for one in placed if not _is_noted(one, noted)):
        refusal = _change(text, mends)
        if refusal is None:
            done += mends
        else:
            left += refused(mends, refusal)
    return MendedFile(path, content, text.content, tuple(done)), left


def refused(mends: Iterable[PlacedMend], refusal: Refusal) -> list[PlacedMend]:
    """Changes that are not made, with the reason."""
    return [replace(one, refusal=refusal) for one in mends]


def placed_mends(findings: Iterable[Finding]) -> list[PlacedMend]:
    """The changes that findings ask for, each once."""
    placed: dict[Mend, PlacedMend] = {}
    for finding in findings:
        for mend in finding.mends if finding.place else ():
            placed.setdefault(mend, _of_finding(mend, finding))
    return [*placed.values()]


def _is_noted(mend: PlacedMend, noted: Collection[NotedValue]) -> bool:
    path = parse_path(mend.field)
    return any(
        article == mend.article and (path[: len(other)] == other or other[: len(path)] == path)
        for article, other in noted
    )


def _of_finding(mend: Mend, finding: Finding) -> PlacedMend:
    place = finding.place or Place("")
    values = (mend.field, mend.new, mend.old, mend.is_excerpt)
    return PlacedMend(finding.code, *values, finding.article, place)


def _by_value(mends: Iterable[PlacedMend]) -> list[list[PlacedMend]]:
    """Changes of whole values one by one, then those of excerpts, by the value that they are of.

    A value that is changed as a whole can still contain the excerpts.
    """
    whole: list[list[PlacedMend]] = []
    excerpts: dict[str, list[PlacedMend]] = {}
    for one in mends:
        if one.is_excerpt:
            excerpts.setdefault(one.field, []).append(one)
        else:
            whole.append([one])
    return [*whole, *excerpts.values()]


def _change(text: FileText, mends: list[PlacedMend]) -> Refusal | None:
    """Makes the changes of one value; says why not, if it doesn't."""
    first = mends[0]
    path = _path_in_file(text.data, parse_path(first.field))
    if path is None:
        return Refusal.ELSEWHERE
    if first.is_excerpt:
        return text.change_excerpts(path, _excerpts(mends))
    return text.change(path, first.old, first.new)


def _excerpts(mends: Iterable[PlacedMend]) -> Mapping[str, str]:
    return {str(one.old): one.new for one in mends}


def _path_in_file(data: object, path: FieldPath) -> FieldPath | None:
    """The path in a file of a field, which starts at the article; None if the file has neither the
    field nor what is around it."""
    inner = [path[len(prefix) :] for prefix in PREFIXES if path[: len(prefix)] == prefix]
    written = [one for one in inner if one and value_at(data, one) is not None]
    around = [one for one in inner if one and value_at(data, one[:-1]) is not None]
    return next(iter(written or around), None)
