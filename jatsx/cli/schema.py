"""``jatsx schema``."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument(
    "part", type=click.Choice(["article", "issue", "journal", "report"]), default="article"
)
def command(part: str) -> None:
    """Print a JSON Schema: of the input files, or of report.json.

    With the schema of the input, an editor completes the names of fields and underlines unknown
    ones. The schema of the report is for programs that read it.

    \b
    Examples:
      jatsx schema > article.schema.json
      jatsx schema journal > journal.schema.json
      jatsx schema report > report.schema.json
    """
    import json

    from jatsx.model.editor_schema import input_schema
    from jatsx.pipeline.report import report_schema

    schema = report_schema() if part == "report" else input_schema(part)
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
