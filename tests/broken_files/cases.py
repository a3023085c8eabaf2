"""Whole files that are broken as programs, systems and mail break them, each in a folder.

A folder has the files that differ from the issue in ``tests/mistakes/good``, and
``expected.yaml``: ``what`` has happened, in every language, the codes of all findings, and the
files of the good issue that are ``missing``.
Single mistakes of people who type are in ``tests/mistakes``.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

import jatsx
from jatsx.findings.finding import Finding

HERE: Final = Path(__file__).parent
GOOD: Final = HERE.parent / "mistakes" / "good"
CASES: Final = sorted(path.parent for path in HERE.glob("*/expected.yaml"))


@dataclass(frozen=True)
class Broken:
    """A broken issue folder, and what is found in it."""

    case: Path
    what: Mapping[str, str]
    codes: Sequence[str]
    missing: Sequence[str]

    @property
    def files(self) -> list[Path]:
        """The files that differ, from the issue folder."""
        found = (path for path in self.case.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.case) for path in found if path.name != "expected.yaml")

    def findings(self, folder: Path, session: jatsx.Session) -> list[Finding]:
        """What is found in the issue, which is written into a folder that does not exist yet."""
        shutil.copytree(GOOD, folder)
        for file in self.files:
            (folder / file).write_bytes((self.case / file).read_bytes())
        for name in self.missing:
            (folder / name).unlink()
        return list(jatsx.check(folder, session=session).run.all_findings)


def read_case(case: Path) -> Broken:
    """What a folder describes."""
    said = yaml.safe_load((case / "expected.yaml").read_text("utf-8"))
    return Broken(case, said["what"], said["codes"], said.get("missing", ()))
