"""Errors raised by the code of plugins: one line in the finding, the traceback in the log.

The tracebacks are logged by :mod:`logging` under the name ``jatsx``, at the level DEBUG. The option
``--debug`` shows them.
"""

from __future__ import annotations

from typing import Final

from jatsx.findings.surroundings import raise_surroundings

PLUGIN_ERRORS: Final = (Exception, SystemExit)
"""The exceptions of a plugin that are caught. Only the output of that plugin is lost."""

LOGGER: Final = "jatsx"


def describe_error(error: BaseException, source: str) -> str:
    """The type and message of an error in one line.

    Logs the traceback. ``source`` names the plugin, or a part of it, in the log.

    Raises:
        InputChanged, OSError: the surroundings caused the error, not the plugin.
    """
    import logging

    raise_surroundings(error)

    logging.getLogger(LOGGER).debug("%s failed:", source, exc_info=error)
    try:
        message = str(error)
    except PLUGIN_ERRORS:
        message = ""
    return f"{type(error).__name__}: {message}".removesuffix(": ")


def are_tracebacks_shown() -> bool:
    """Whether tracebacks are logged anywhere."""
    import logging

    return logging.getLogger(LOGGER).isEnabledFor(logging.DEBUG)


def show_tracebacks() -> None:
    """Shows the traceback of every later error on standard error."""
    import logging

    logger = logging.getLogger(LOGGER)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    logger.setLevel(logging.DEBUG)
