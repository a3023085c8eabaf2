"""``jatsx schema``."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("part", type=click.Choice(["article", "issue", "journal"]), default="article")
def command(part: str) -> None:
    """Print the JSON Schema of the input, for editors.

    An editor that knows it completes field names and underlines unknown ones.

    \b
    Examples:
      jatsx schema > article.schema.json
      jatsx schema journal > journal.schema.json
    """
    import json

    from jatsx.model.editor_schema import input_schema

    click.echo(json.dumps(input_schema(part), ensure_ascii=False, indent=2))
