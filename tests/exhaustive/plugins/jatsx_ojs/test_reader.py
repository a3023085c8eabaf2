"""Any export is read, of more of them than in a plain run."""

from tests.plugins.jatsx_ojs.test_reader import (
    test_any_export_is_read,
)

__all__ = [
    "test_any_export_is_read",
]
