"""Correcting the files of a source: what can be corrected, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from jatsx.findings.finding import Finding
from jatsx.findings.surroundings import InputChanged
from jatsx.fixing.file_text import Refusal
from jatsx.fixing.mended_files import (
    MendedFile,
    PlacedMend,
    files_to_mend,
    is_mendable,
    mended_file,
    noted_values,
    placed_mends,
    refused,
)
from jatsx.fixing.write_files import WrittenFile, obstacle, write_file
from jatsx.library.arguments import WrongArgument, verified_timestamp
from jatsx.library.requests import NO_SETTINGS, request_of
from jatsx.library.result import Result
from jatsx.library.session import Session, default_session
from jatsx.library.sources import Articles
from jatsx.pipeline import run
from jatsx.pipeline.options import Settings
from jatsx.pipeline.run import Progress
from jatsx.readers.file_state import read_whole
from jatsx.readers.source_file import decoded


@dataclass(frozen=True, slots=True)
class Fixes:
    """The changes that correct files. Nothing is written before :meth:`write`.

    Args:
        files: the files that change, each with its changes.
        refused: the changes that are not made, with the reason.
        result: the result of the check that found them.
        blocked: the files that would change, but cannot be written, with the reason.
    """

    files: Sequence[MendedFile]
    refused: Sequence[PlacedMend]
    result: Result
    blocked: Sequence[WrittenFile] = ()

    @property
    def mends(self) -> list[PlacedMend]:
        """The changes that are made."""
        return [mend for file in self.files for mend in file.mends]

    def diff(self) -> str:
        """The changes as a unified diff; empty if nothing changes."""
        return "".join(line for file in self.files for line in _diff(file))

    def write(self, timestamp: str | None = None) -> list[WrittenFile]:
        """Writes the files, and keeps a copy of each in the folder ``before-fix``.

        A file that was changed after it was read, that is protected or that is a link is not
        written: the result says so, also of the files in ``blocked``.

        Args:
            timestamp: 17 digits (YYYYMMDDhhmmssSSS, UTC), which name the folder; None for now.

        Raises:
            WrongArgument: the timestamp is not valid.
            OSError: a file cannot be written, for example because the disk is full.
        """
        moment = verified_timestamp(timestamp)
        return [*(write_file(file, moment) for file in self.files), *self.blocked]


def possible_fixes(result: Result) -> Fixes:
    """The changes that :func:`~jatsx.fix` would make now, by what a check has found.

    Raises:
        InputChanged: a file was changed while it was being read.
        OSError: a file cannot be read.
    """
    return fixes_of(result, contents_to_mend(result.findings))


def contents_to_mend(findings: Iterable[Finding]) -> dict[str, bytes]:
    """The contents of the files that findings ask to change, by the names of the files.

    Raises:
        InputChanged: a file was changed while it was being read.
        OSError: a file cannot be read.
    """
    names = [name for name in files_to_mend(findings) if is_mendable(name)]
    return {name: read_whole(Path(name)) for name in names if Path(name).is_file()}


def fixes_of(result: Result, contents: Mapping[str, bytes]) -> Fixes:
    """The changes that the findings of a result ask for in files with these contents.

    Raises:
        InputChanged: a file was changed since its content was read.
    """
    files: list[MendedFile] = []
    left: list[PlacedMend] = []
    blocked: list[WrittenFile] = []
    noted = noted_values(result.findings)
    for name, findings in files_to_mend(result.findings).items():
        if name not in contents:
            left += refused(placed_mends(findings), Refusal.SOURCE)
            continue
        path = Path(name)
        if read_whole(path) != contents[name]:
            raise InputChanged(name)
        file, others = mended_file(path, contents[name], findings, noted)
        left += others
        if reason := obstacle(file) if file.mends else None:
            blocked.append(WrittenFile(file, reason=reason))
        elif file.mends:
            files.append(file)
    return Fixes(files, left, result, blocked)


def _diff(file: MendedFile) -> Iterator[str]:
    """The lines of a file's diff. A byte-order mark and carriage returns stay where they are."""
    name = str(file.path)
    before, after = (decoded(one).split("\n") for one in (file.before, file.after))
    lines = unified_diff(_ended(before), _ended(after), f"a/{name}", f"b/{name}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _ended(lines: list[str]) -> list[str]:
    """The lines of a text with their line feeds; the last one has none."""
    whole = [f"{line}\n" for line in lines[:-1]]
    return [*whole, lines[-1]] if lines[-1] else whole


def fix(
    source: Articles,
    *,
    to: Collection[str] = (),
    settings: Settings = NO_SETTINGS,
    reader: str | None = None,
    journal: str | Path | None = None,
    include: Collection[str] = (),
    session: Session | None = None,
    progress: Progress | None = None,
) -> Fixes:
    """Finds the values in YAML and JSON files whose right form is certain. Nothing is written.

    :meth:`Fixes.write` writes the files. Nothing else in them changes by a byte. The changes that
    one finding asks for are also its ``mends``. In files of other readers nothing is corrected:
    what could be is in ``refused``.

    Args:
        source: paths of files and folders. The other arguments are those of :func:`check`.

    Raises:
        WrongArgument: a format, an option, a value, a reader or a status does not exist, or the
            source is not a file or folder on disk.
        InputChanged: a file was changed while it was being read.
        OSError: the system is at fault, for example too many files are open.
    """
    session = session or default_session()
    request = request_of(
        source,
        session,
        to=to,
        settings=settings,
        reader=reader,
        journal=journal,
        include=include,
        keep_clean=False,
    )
    if not all(isinstance(one, Path) for one in request.inputs):
        raise WrongArgument("expected the paths of files or folders on disk")
    result = Result(run.check(request, session.registry, progress))
    contents = contents_to_mend(result.findings)
    if contents:  # the findings are those of these contents, even if a file has just been changed
        result = Result(run.check(request, session.registry, progress))
    return fixes_of(result, contents)
