"""Asks a database of known vulnerabilities about the packages of a lock file, by pip-audit.

Where the database cannot be reached, it says so and succeeds: a change does not wait for a network.
A known vulnerability fails. How many packages were asked about is always printed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ASK = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")


def answer(lock: Path) -> Mapping[str, Any] | None:
    """What pip-audit found; None if it could not ask."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "pip_audit", *ASK, "-r", str(lock), "-o", str(file)]
        subprocess.run(command, capture_output=True, check=False, timeout=300)
        found: Mapping[str, Any] | None = json.loads(file.read_text()) if file.exists() else None
        return found


def vulnerabilities(packages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each known vulnerability."""
    for package in packages:
        for one in package.get("vulns", ()):
            fixed = ", ".join(one["fix_versions"]) or "no version"
            yield f"{package['name']} {package['version']}: {one['id']}, mended in {fixed}"


if __name__ == "__main__":
    told = answer(Path(sys.argv[1]))
    packages = told["dependencies"] if told else []
    asked = [package for package in packages if "skip_reason" not in package]
    found = list(vulnerabilities(asked))
    print(f"{len(asked)} of {len(packages)} packages could be asked about; {len(found)} vulnerable")
    print("\n".join(found))
    sys.exit(bool(found))
