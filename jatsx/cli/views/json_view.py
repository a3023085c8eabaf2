"""Results for programs: the report as JSON."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jatsx.pipeline.output import opened_in
from jatsx.pipeline.output_folder import REPORT
from jatsx.pipeline.report import Report, finding_data

if TYPE_CHECKING:
    from jatsx.deposit.comparison import Comparison
    from jatsx.deposit.result import DepositResult
    from jatsx.deposit.status import StatusResult
    from jatsx.findings.sentences import Sentences
    from jatsx.pipeline import Validated
    from jatsx.pipeline.result import RunResult
    from jatsx.plugin.registry import Registry


def show(result: RunResult, registry: Registry, out: Path | str | None) -> None:
    """Prints the report, with the same content as ``report.json``."""
    stream = sys.stdout.buffer
    if out is None:
        Report(stream, registry).whole(result)
    else:
        with opened_in(out, REPORT) as report:
            shutil.copyfileobj(report, stream)


def show_validated(results: Sequence[Validated], registry: Registry) -> None:
    """Prints the format, the version and the findings of each file."""
    sentences = registry.sentences
    _print([_validated_data(result, sentences) for result in results])


def show_result(result: DepositResult | StatusResult | Comparison) -> None:
    """Prints what became of articles at an agency."""
    _print(result.to_dict())


def _print(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2).encode())


def _validated_data(result: Validated, sentences: Sentences) -> dict[str, object]:
    return {
        "file": str(result.path),
        "format": result.format,
        "title": result.title,
        "version": result.version,
        "valid": result.is_valid if result.is_validated else None,
        "findings": [finding_data(finding, sentences) for finding in result.findings],
    }
