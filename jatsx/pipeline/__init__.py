"""The pipeline from input paths to documents: read → check → export → validate → write."""

from jatsx.pipeline.processes import ProcessLost
from jatsx.pipeline.request import Request
from jatsx.pipeline.run import check, export, read_all
from jatsx.pipeline.validate_files import Validated, validate_files

__all__ = [
    "ProcessLost",
    "Request",
    "Validated",
    "check",
    "export",
    "read_all",
    "validate_files",
]
