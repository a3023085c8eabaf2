"""What is said of a plugin's code that failed: a line for all, a traceback for ``--debug``.

Failures are logged by :mod:`logging` under the name ``jatsx``, at the level DEBUG.
"""

from __future__ import annotations

from typing import Final

PLUGIN_ERRORS: Final = (Exception, SystemExit)
"""What a plugin may raise at the cost of its own output alone."""

LOGGER: Final = "jatsx"


def describe_error(error: BaseException, whose: str) -> str:
    """What went wrong in a line. The traceback is logged, as that of a plugin or a part of it."""
    import logging

    logging.getLogger(LOGGER).debug("%s failed:", whose, exc_info=error)
    try:
        said = str(error)
    except PLUGIN_ERRORS:
        said = ""
    return f"{type(error).__name__}: {said}".removesuffix(": ")


def show_tracebacks() -> None:
    """Shows the traceback of each failure from now on, on standard error."""
    import logging

    logger = logging.getLogger(LOGGER)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    logger.setLevel(logging.DEBUG)
