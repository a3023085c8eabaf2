"""``jatsx --version --verbose``: what a person who helps needs to know about a computer.

The names are the same in every language, as those of ``report.json``, so that it can be sent to
somebody who reads another language, and searched for. It is YAML. It contains no value of a
variable that may be a secret.
"""

from __future__ import annotations

import locale
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jatsx import __version__
from jatsx.cli.language import LOCALE_VARIABLES, VARIABLE
from jatsx.findings.translation import reader_language
from jatsx.plugin.contract import CONTRACT

if TYPE_CHECKING:
    from jatsx.findings.finding import Finding
    from jatsx.plugin.exporter import Exporter
    from jatsx.plugin.registry import Plugin

SHOWN: Final = (VARIABLE, *LOCALE_VARIABLES, "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUTF8")
"""The variables of the environment whose values are shown, if they are set."""

PREFIX: Final = "JATSX_"
"""Other variables with this prefix may be secrets: it is shown only that they are set."""

TOOLS: Final = ("browser", "dev", "mutants")
"""The extras for developers, whose packages are not shown."""

NAME: Final = re.compile(r"[\w.-]+")
"""The name at the beginning of a requirement (PEP 508)."""

Lines = Mapping[str, object]


def support_text() -> str:
    """All that is known about this installation, as YAML."""
    import yaml

    from jatsx.plugin.registry import load_registry

    registry = load_registry()
    told: Lines = {
        "jatsx": __version__,
        "contract": CONTRACT,
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": platform.platform(),
        "language": reader_language(),
        "encodings": _encodings(),
        "variables": dict(_variables(os.environ)),
        "places": _places(),
        "plugins": {plugin.name: _plugin(plugin) for plugin in registry.plugins},
        "findings": list(map(_finding, registry.findings)),
        "schemas": {name: _versions(one) for name, one in registry.exporters.items()},
        "packages": dict(_packages()),
    }
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1_000)


def _encodings() -> Lines:
    return {
        "output": sys.stdout.encoding,
        "files": sys.getfilesystemencoding(),
        "locale": locale.getpreferredencoding(False),
        "terminal": sys.stdout.isatty(),
    }


def _variables(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The variables that change what jatsx does.

    >>> dict(_variables({"JATSX_LANG": "kk", "JATSX_OJS_TOKEN": "abc", "HOME": "/home/a"}))
    {'JATSX_LANG': 'kk', 'JATSX_OJS_TOKEN': '(set, not shown)'}
    """
    for name in sorted(environment):
        if name in SHOWN:
            yield name, environment[name]
        elif name.startswith(PREFIX):
            yield name, "(set, not shown)"


def _places() -> Lines:
    return {
        "program": str(Path(__file__).parent.parent),
        "interpreter": sys.executable,
        "ledger": _ledger(),
        "configuration": "none: journal.yaml holds the settings of a journal",
    }


def _ledger() -> str:
    """The ledger of this user: its path, and whether it exists."""
    from jatsx.deposit.fault import LedgerFault
    from jatsx.deposit.ledger.file import default_path

    try:
        path = default_path()
    except LedgerFault:
        return "unknown: the package platformdirs is not installed"
    try:
        return f"{path} ({path.stat().st_size} bytes)"
    except OSError as error:
        return f"{path} ({'absent' if isinstance(error, FileNotFoundError) else error.strerror})"


def _plugin(plugin: Plugin) -> str:
    """The distribution and version of a plugin, and why it is not used."""
    if plugin.missing:
        return f"{plugin.distribution} {plugin.version}, missing: {plugin.missing}"
    fault = f", broken: {plugin.fault}" if plugin.fault else ""
    return f"{plugin.distribution} {plugin.version}{fault}"


def _versions(exporter: Exporter) -> str:
    """The versions of a format, the default first."""
    return ", ".join(version or "(without a version)" for version in exporter.versions)


def _finding(finding: Finding) -> Lines:
    return {"code": finding.code, **{name: str(one) for name, one in finding.params.items()}}


def _packages() -> Iterator[tuple[str, str]]:
    """The packages that jatsx uses, with their versions, in the order of their names."""
    for name in sorted(set(_used()), key=str.lower):
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            yield name, "absent"


def _used() -> Iterator[str]:
    """The names in the requirements of jatsx, without those of its tools."""
    try:
        requirements = metadata.requires("jatsx") or ()
    except metadata.PackageNotFoundError:  # a checkout that is not installed
        return
    for requirement in requirements:
        text, _, marker = requirement.partition(";")
        if not any(f'extra == "{tool}"' in marker.replace("'", '"') for tool in TOOLS):
            yield NAME.findall(text)[0]
