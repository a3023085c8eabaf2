"""The findings and losses of a run as a Parquet table, which programs read where it is large."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any, Final

from jatsx.findings.finding import Finding, Level
from jatsx.findings.translation import in_language, machine_language
from jatsx.model.frozenmap import FrozenMap
from jatsx.pipeline.process import PartResult
from jatsx.pipeline.report import finding_data
from jatsx.pipeline.result import loss_findings
from jatsx.plugin.registry import Registry

FINDINGS: Final = "findings.parquet"
"""The name of the table in the output."""

ROWS: Final = 50_000
"""How many rows are held before they are written."""

OF_ARTICLE: Final = ("issue", "article", "doi", "source")
OF_FINDING: Final = ("code", "level", "target", "field", "message", "hint", "plugin", "file")
NUMBERS: Final = ("line", "column")
OF_LOSS: Final = ("loss", "extent")
"""The columns. Those of losses are the code of the reason, and how much is lost."""


class FindingsTable:
    """Writes the table. A row is a finding, or a loss of an article in a format."""

    def __init__(self, file: IO[bytes], registry: Registry) -> None:
        """Starts the table.

        Raises:
            PackageMissing: pyarrow is not installed.
        """
        from jatsx.validation.schema import PackageMissing

        try:
            import pyarrow
            from pyarrow.parquet import ParquetWriter
        except ImportError as error:
            raise PackageMissing("pyarrow", "parquet") from error
        texts = [(name, pyarrow.string()) for name in (*OF_ARTICLE, *OF_FINDING, *OF_LOSS)]
        self._schema = pyarrow.schema(texts + [(name, pyarrow.int64()) for name in NUMBERS])
        self._writer = ParquetWriter(file, self._schema)
        self._registry = registry
        self._rows: list[dict[str, Any]] = []

    def take(self, part: PartResult) -> None:
        """Adds the findings and losses of a part."""
        issue = {"issue": part.folder or None}
        if part.issue is not None:
            self.add(part.issue.findings, {"issue": part.issue.id})
        for article in part.articles:
            known = {"article": article.id, "doi": article.doi, "source": article.source}
            self.add(article.findings, issue | known)
            self.add(loss_findings(article, self._registry.exporters), issue | known)

    def add(
        self, findings: Iterable[Finding], known: Mapping[str, str | None] = FrozenMap()
    ) -> None:
        """Adds findings, with what is known of their article and issue."""
        with in_language(machine_language()):
            for one in findings:
                data = finding_data(one, self._registry.sentences)
                row = {**{name: data[name] for name in (*OF_FINDING, *NUMBERS)}, **known}
                if one.level is Level.LOST:
                    reason = {"loss": one.params["code"], "extent": one.params["extent"]}
                    row |= {**reason, "file": known.get("source")}
                self._rows.append(row)
        if len(self._rows) >= ROWS:
            self._write()

    def finish(self) -> None:
        """Writes the rest."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        import pyarrow

        self._writer.write_table(pyarrow.Table.from_pylist(self._rows, self._schema))
        self._rows.clear()
