"""The agency of the separate package is tested here, because the server is here.

Its other tests are in ``plugins/jatsx-datacite/tests``.
"""

from __future__ import annotations

import sys

from tests.conftest import ROOT
from tests.deposit.conftest import no_secret_is_left

__all__ = ["no_secret_is_left"]

sys.path.append(str(ROOT / "plugins" / "jatsx-datacite"))
