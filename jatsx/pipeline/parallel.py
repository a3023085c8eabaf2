"""Pieces worked on in several processes; what comes of them comes in order."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jatsx.findings.plugin_errors import show_tracebacks
from jatsx.pipeline.request import Request
from jatsx.pipeline.scan import InputPart, LineRange
from jatsx.pipeline.worker import PartResult, Worker
from jatsx.plugin.registry import load_registry

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

WORTH_SENDING = 50
"""How many articles go to a process at once: with fewer, sending costs more than it saves."""

AHEAD = 2
"""How many parcels for each process may be under way: so results wait in bounded memory."""


class ProcessLost(Exception):
    """One of several processes was ended from outside: too little memory, or a crash."""


_workshop: Worker | None = None
"""The workshop of a process of the pool."""


def worked_side_by_side(
    pieces: Iterable[InputPart],
    request: Request,
    plugins: Sequence[str],
    *,
    has_several_issues: bool,
) -> Iterator[PartResult]:
    """What comes of pieces of large sources, in their order.

    Raises:
        ProcessLost: a process was ended from outside.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    arguments = (request, tuple(plugins), has_several_issues)
    try:
        with ProcessPoolExecutor(request.jobs, initializer=_open, initargs=arguments) as pool:
            yield from _in_order(pool, pieces, AHEAD * request.jobs)
    except BrokenProcessPool as error:
        raise ProcessLost(str(error)) from error


def _in_order(
    pool: ProcessPoolExecutor, pieces: Iterable[InputPart], most: int
) -> Iterator[PartResult]:
    """What comes of pieces, with so many parcels under way at most."""
    under_way: deque[Future[list[PartResult]]] = deque()
    for parcel in _parcels(pieces):
        under_way.append(pool.submit(_worked, parcel))
        if len(under_way) > most:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _parcels(pieces: Iterable[InputPart]) -> Iterator[list[InputPart]]:
    """The pieces, so many together that they are worth sending."""
    parcel: list[InputPart] = []
    for piece in pieces:
        parcel.append(piece)
        if sum(one.count for one in parcel) >= WORTH_SENDING:
            yield parcel
            parcel = []
    if parcel:
        yield parcel


def can_be_sent(piece: InputPart) -> bool:
    """Whether another process can read the piece by itself."""
    return all(isinstance(content, LineRange) for content in piece.content)


def _open(request: Request, plugins: tuple[str, ...], has_several_issues: bool) -> None:
    global _workshop
    gc.set_threshold(100_000, 10, 10)  # as the command line does
    if request.debug:
        show_tracebacks()
    registry = load_registry(plugins, targets=request.targets)
    _workshop = Worker(request, registry, exports=True, has_several_issues=has_several_issues)


def _worked(parcel: list[InputPart]) -> list[PartResult]:
    assert _workshop is not None
    return [_workshop.worked(piece) for piece in parcel]
