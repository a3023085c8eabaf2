"""Sending a request again, as long as that may help."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from jatsx.http.faults import HttpFault

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a client waits, in seconds.

    Args:
        timeout: for a connection, and for each part of an answer.
        answer: for a whole answer.
        attempts: how often a request is sent at most.
        first_wait: before the second attempt; each further wait is twice as long.
        longest_wait: before an attempt, also if the server asks for more (``Retry-After``).
        total: for all attempts of a request.
    """

    timeout: float = 30
    answer: float = 120
    attempts: int = 4
    first_wait: float = 1
    longest_wait: float = 60
    total: float = 300


class TryAgain(Exception):
    """A fault after which the same request may succeed.

    Args:
        fault: what is raised after the last attempt.
        is_unprocessed: whether the server has certainly not processed the request.
        wait: how many seconds the server asks to wait.
    """

    def __init__(
        self, fault: HttpFault, *, is_unprocessed: bool, wait: float | None = None
    ) -> None:
        super().__init__(str(fault))
        self.fault = fault
        self.is_unprocessed = is_unprocessed
        self.wait = wait


def repeated(send: Callable[[], Answer], patience: Patience, *, is_repeatable: bool) -> Answer:
    """The answer to a request, which is sent again after :class:`TryAgain`.

    Args:
        send: sends the request once.
        patience: how often, and how long it waits.
        is_repeatable: whether it is sent again if the server may have processed it.

    Raises:
        HttpFault: the last attempt failed too.
    """
    from stamina import retry_context

    def wait(fault: Exception) -> bool | float:
        if not isinstance(fault, TryAgain) or not (is_repeatable or fault.is_unprocessed):
            return False
        return True if fault.wait is None else min(fault.wait, patience.longest_wait)

    answers: list[Answer] = []
    failed: list[TryAgain] = []
    with suppress(TryAgain):
        for attempt in retry_context(
            on=wait,
            attempts=patience.attempts,
            timeout=patience.total,
            wait_initial=patience.first_wait,
            wait_max=patience.longest_wait,
            wait_jitter=patience.first_wait,
        ):
            with attempt:
                try:
                    answers.append(send())
                except TryAgain as again:
                    failed.append(again)
                    raise
    if answers:
        return answers[0]
    fault = failed[-1].fault
    fault.is_unprocessed = all(one.is_unprocessed for one in failed)
    raise fault  # outside the handlers, so that the errors of the attempts are not attached
