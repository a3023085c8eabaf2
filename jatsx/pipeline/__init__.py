"""From paths to documents: read → check → export → validate → write."""

from jatsx.pipeline.checking import check
from jatsx.pipeline.exporting import export
from jatsx.pipeline.request import Request
from jatsx.pipeline.validating import Validated, validate_files

__all__ = ["Request", "Validated", "check", "export", "validate_files"]
