"""The material isn't part of the repository: without it there is nothing to collect."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.corpus.from_print import CORPUS

REFERENCE = ROOT.parent / "shared" / "reference" / "rsci.md"

collect_ignore_glob = [] if CORPUS.is_dir() and REFERENCE.is_file() else ["test_*.py"]
