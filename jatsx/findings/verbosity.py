"""Whether everything is shown, also what is only useful to some: ``--verbose``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_verbose: ContextVar[bool] = ContextVar("is_verbose", default=False)


def is_verbose() -> bool:
    """Whether code points and folded findings are shown too."""
    return _is_verbose.get()


@contextmanager
def verbose(*, on: bool = True) -> Iterator[None]:
    """Shows everything, or not."""
    token = _is_verbose.set(on)
    try:
        yield
    finally:
        _is_verbose.reset(token)
