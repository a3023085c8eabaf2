"""``jatsx`` in a process of its own, with the shelf as its only plugin.

``python -m tests.cli.deposit.shelf_command deposit 2024-1 --to shelf``
"""

from __future__ import annotations

import pytest

from jatsx.cli import main
from tests.deposit.conftest import install_shelf

if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        install_shelf(patch)
        main()
