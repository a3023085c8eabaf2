"""Long work in a thread of its own, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from jatsx.pipeline.run import Progress

Made = TypeVar("Made")


class Work(Generic[Made]):
    """Work that is done once, in the background.

    Args:
        function: does the work; it is called with a function that gets the progress.
    """

    def __init__(self, function: Callable[[Progress], Made]) -> None:
        self.done = 0
        self.number = 0
        self.made: Made | None = None
        self.error: Exception | None = None
        self._function: Callable[[Progress], Made] | None = function
        self._is_cancelled = False
        self._ended = Event()
        Thread(target=self._run, name="jatsx-desk-work", daemon=True).start()

    @property
    def is_running(self) -> bool:
        """Whether the work is still being done."""
        return not self._ended.is_set()

    def wait(self, seconds: float) -> None:
        """Waits until the work is done, but not longer than this."""
        self._ended.wait(seconds)

    def cancel(self) -> None:
        """Asks the work to end."""
        self._is_cancelled = True

    def _run(self) -> None:
        try:
            assert self._function is not None
            self.made = self._function(self._progress)
        except Exception as error:
            self.error = error
        finally:
            self._function = None  # it may hold a password
            self._ended.set()

    def _progress(self, done: int, number: int) -> bool:
        self.done, self.number = done, number
        return not self._is_cancelled
