"""Faults of the surroundings: exit code 5 and a sentence, never "a plugin failed"."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jatsx.findings.exit_codes import MEANINGS, ExitCode, exit_code
from jatsx.pipeline import Request, check
from jatsx.pipeline.scan import scan_input
from jatsx.plugin.registry import load_registry
from tests.cli.commands import run
from tests.cli.issues import article, issue_folder
from tests.cli.processes import (
    COMMAND,
    TIMESTAMP,
    articles,
    cleared,
    documents,
    environment,
    exporting,
    ran,
    written,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "caa-2021-4"


def limited(what: int, most: int) -> Callable[[], None]:
    """Sets a limit of the system for a process before it starts."""
    return lambda: resource.setrlimit(what, (most, most))


# Exit codes


def test_of_several_exit_codes_the_first_in_this_order_counts() -> None:
    order = [2, 5, 3, 6, 1, 4]
    for number, code in enumerate(order):
        assert exit_code(map(ExitCode, order[number:])) == code
    assert exit_code([]) == 0


def test_the_help_lists_every_exit_code() -> None:
    shown = run("--help").stdout.partition("Exit codes:")[2]
    assert [int(line.split()[0]) for line in shown.split("\n") if line.strip()] == list(MEANINGS)
    assert list(MEANINGS) == list(ExitCode) == [0, 1, 2, 3, 4, 5, 6, 130, 141, 143]


# Standard streams


@pytest.mark.parametrize("arguments", [("--help",), ("rules",), ("schema",), ("plugins",)])
def test_a_closed_pipe_ends_each_command_with_141(
    arguments: tuple[str, ...],
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = ran(*arguments, capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, "")


@pytest.mark.parametrize("closed", ["2>&-", "1>&- 2>&-", "0<&- 2>&-", "2>/dev/full"])
def test_closed_standard_error_changes_nothing(tmp_path: Path, closed: str) -> None:
    arguments = f"export '{EXAMPLE}' --to jats --out '{tmp_path / 'out'}' {' '.join(TIMESTAMP)}"
    shell = f"'{COMMAND[0]}' -m jatsx {arguments} {closed}"
    ended = subprocess.run(shell, shell=True, env=environment(), check=False, capture_output=True)
    assert ended.returncode == 0
    run("export", EXAMPLE, "--to", "jats", "--out", tmp_path / "open", *TIMESTAMP)
    paths = sorted((tmp_path / "open" / "caa-2021-4" / "jats").iterdir())
    for path in paths:
        assert (
            tmp_path / "out" / "caa-2021-4" / "jats" / path.name
        ).read_bytes() == path.read_bytes()
    assert len(paths) == 5


@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full"])
def test_wrong_usage_with_closed_standard_error(closed: str) -> None:
    shell = f"'{COMMAND[0]}' -m jatsx check {closed}"
    assert subprocess.run(shell, shell=True, env=environment(), check=False).returncode == 2


# The output folder


def test_an_output_folder_that_is_moved_away(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(20_000))
    with cleared(exporting(source, tmp_path / "out", jobs=1)) as process:
        (tmp_path / "out" / "i").rename(tmp_path / "moved")
        _, said = process.communicate(timeout=30)
        assert process.returncode == 5
        assert said.decode().startswith(f"Error: {tmp_path / 'out' / 'i'} was moved or deleted")
    assert not (tmp_path / "out" / "i").exists()
    for path in documents(tmp_path / "moved"):
        assert path.stat().st_size


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    ended = run("export", EXAMPLE, "--to", "jats", "--out", tmp_path / "file" / "out", *TIMESTAMP)
    assert ended.exit_code == 5
    assert "Not a directory" in ended.stderr


# Limits of the system


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_is_too_large_for_the_system(tmp_path: Path, jobs: int) -> None:
    source = written(tmp_path / "articles.jsonl", articles(200))
    arguments = ("--to", "crossref", "--out", tmp_path / "out", "--jobs", str(jobs))
    ended = ran("export", source, *arguments, preexec_fn=limited(resource.RLIMIT_FSIZE, 4_096))
    assert ended.returncode == 5, ended.stderr
    assert "larger than the system allows" in ended.stderr
    assert "plugin" not in ended.stderr
    assert not [path for path in tmp_path.glob("out/i/crossref/*") if path.is_file()]


LIMITED = """
import resource, sys
from jatsx.cli import main
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
main(sys.argv[2:], prog_name="jatsx")
"""
"""Python itself needs some file handles to start."""


def with_few_handles(most: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [COMMAND[0], "-c", LIMITED, str(most), *map(str, arguments)]
    return subprocess.run(
        command, env=environment(), capture_output=True, text=True, check=False, timeout=60
    )


def test_too_few_file_handles(tmp_path: Path) -> None:
    """With few handles, nothing opens, then plugins, then schemas, then documents."""
    codes = set()
    for most in (*range(3, 12), 24):
        arguments = ("export", EXAMPLE, "--out", tmp_path / str(most), *TIMESTAMP)
        ended = with_few_handles(most, *arguments)
        codes.add(ended.returncode)
        if ended.returncode:
            assert ended.returncode == 5, (most, ended.stderr)
            assert "Too many files are open" in ended.stderr, (most, ended.stderr)
            assert "plugin" not in ended.stdout + ended.stderr
    assert codes == {0, 5}


def test_too_few_file_handles_for_processes(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(200))
    arguments = ("export", source, "--out", tmp_path / "out", "--jobs", "3", *TIMESTAMP)
    ended = with_few_handles(12, *arguments)
    assert ended.returncode == 5, ended.stderr
    assert "Too many files are open" in ended.stderr


# Input that is no file


@pytest.fixture
def at_most_5_seconds() -> Any:
    """Ends a test that waits for a pipe."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("at_most_5_seconds")
@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.jsonl", "a.xml", "a"])
@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_pipe_is_not_opened(tmp_path: Path, command: str, name: str) -> None:
    os.mkfifo(tmp_path / name)
    ended = run(command, tmp_path / name)
    assert ended.exit_code == 2
    assert "It is a pipe, a socket or a device.  [file-not-regular]" in ended.stdout


@pytest.mark.usefixtures("at_most_5_seconds")
def test_a_pipe_in_an_issue_folder_is_not_opened(tmp_path: Path) -> None:
    folder = issue_folder(tmp_path / "2024-1", a01=article("01"))
    os.mkfifo(folder / "articles" / "02.yaml")
    ended = run("check", folder)
    assert ended.exit_code == 1
    assert "02.yaml is not a file or folder." in ended.stdout


@pytest.mark.usefixtures("at_most_5_seconds")
def test_a_pipe_is_not_opened_as_journal(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.yaml")
    ended = run("check", EXAMPLE, "--journal", tmp_path / "journal.yaml")
    assert ended.exit_code == 2
    assert "journal.yaml is not a file or folder." in ended.stdout


def test_a_socket_and_a_device_are_not_opened(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s.yaml")
        assert "[file-not-regular]" in run("check", "s.yaml").stdout
    assert "[file-not-regular]" in run("validate", "/dev/zero").stdout


# Input that changes


@pytest.mark.parametrize("change", ["cut", "longer", "moved", "replaced"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_large_source_that_changes_during_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, jobs: str
) -> None:
    source = written(tmp_path / "articles.jsonl", articles(1_100))

    def scanned(job: Any) -> Any:
        found = scan_input(job)
        changed(source, change)
        return found

    monkeypatch.setattr("jatsx.pipeline.run.scan_input", scanned)
    arguments = ("--to", "jats", "--out", tmp_path / "out", "--jobs", jobs)
    ended = run("export", source, *arguments)
    assert ended.exit_code == 5
    assert ended.stderr == (
        f"Error: {source} was changed while it was being read. Run the command again.\n"
    )
    assert not (tmp_path / "out" / "report.json").exists()


class ChangedAtRead:
    """An open file that is changed when it is read, after so many reads."""

    def __init__(self, file: Any, change: Callable[[], None], after: int) -> None:
        self.file, self.change, self.after = file, change, after

    def read(self, *size: int) -> Any:
        if not self.after:
            self.change()
        self.after -= 1
        return self.file.read(*size)

    def __enter__(self) -> ChangedAtRead:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


NATIVE = (
    '<articles xmlns="http://pkp.sfu.ca">'
    + f"<article><id>1</id>{'<x/>' * 20_000}</article>" * 3
    + "</articles>"
)


@pytest.mark.parametrize("change", ["cut", "longer", "moved"])
@pytest.mark.parametrize("kind", ["folder", "article", "ojs"])
def test_a_source_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, change: str
) -> None:
    source = issue_folder(tmp_path / "2024-1", a01=article("01"), a02=article("02"))
    first, second = (source / "articles" / f"{number}.yaml" for number in ("01", "02"))
    changing, opens_before, reads_before = second if change == "moved" else first, 0, 0
    if kind != "folder":
        source = changing = first
        opens_before = 1  # for its first bytes, by which its kind is recognised
    if kind == "ojs":
        first = source = changing = tmp_path / "native.xml"
        source.write_text(NATIVE)
        reads_before = 1
    path_open = Path.open

    def change_it() -> None:
        monkeypatch.undo()
        changed(changing, change)

    def opening(self: Path, *arguments: Any, **named: Any) -> Any:
        nonlocal opens_before
        file = path_open(self, *arguments, **named)
        if self != first:
            return file
        opens_before -= 1
        return file if opens_before >= 0 else ChangedAtRead(file, change_it, reads_before)

    monkeypatch.setattr(Path, "open", opening)
    ended = run("check", source)
    assert ended.exit_code == 5, ended.stdout
    assert "was changed while it was being read." in ended.stderr


def changed(path: Path, change: str) -> None:
    """Changes a file as other programs may do meanwhile."""
    content = path.read_bytes()
    if change == "cut":
        os.truncate(path, len(content) // 2)
    elif change == "longer":
        with path.open("ab") as file:
            file.write(b"{}\n")
    elif change == "moved":
        path.rename(path.with_name("elsewhere"))
    else:
        path.unlink()
        path.write_bytes(content.replace(b"Title", b"title"))


def test_an_unchanged_source_is_read(tmp_path: Path) -> None:
    source = written(tmp_path / "articles.jsonl", articles(3))
    result = check(Request([source], ["jats"], {}), load_registry())
    assert result.exit_code == 0
