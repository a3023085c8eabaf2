"""Fuzzes one target by the coverage of its code, with atheris, which has to be installed.

    python -m tests.fuzzing.by_coverage TARGET [SECONDS]

An input that fails is written to ``tests/fuzzing/corpus/TARGET``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

INSTRUMENTED = ("jatsx", "jatsx_crossref", "jatsx_jats", "jatsx_ojs", "jatsx_spreadsheet")


def main(name: str, seconds: int) -> None:
    """Fuzzes a target, and ends the process."""
    with TemporaryDirectory() as folder, atheris.instrument_imports(include=list(INSTRUMENTED)):
        from tests.fuzzing.targets import CORPUS, TARGETS, seeds

        for place, content in enumerate(seeds(name)):
            (Path(folder) / str(place)).write_bytes(content)
            TARGETS[name](content)  # imports the modules that it needs
        (CORPUS / name).mkdir(parents=True, exist_ok=True)
        options = [f"-max_total_time={seconds}", f"-artifact_prefix={CORPUS / name}/", "-seed=1"]
        atheris.Setup([sys.argv[0], *options, folder], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 60)
