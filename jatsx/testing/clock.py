"""A clock with a fixed time.

Modules that import :mod:`time` or :mod:`datetime` afterwards use it.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from typing import Any


def set_clock(now: float) -> None:
    """Sets Python's clock to seconds since 1970, in this process, permanently."""
    time.time = lambda: now
    time.time_ns = lambda: int(now * 1e9)
    for name in ("gmtime", "localtime", "ctime"):
        setattr(time, name, _at(now, getattr(time, name)))
    for name in ("asctime", "strftime"):
        setattr(time, name, _of_struct(name))
    datetime.datetime, datetime.date = _shifted(now)  # type: ignore[misc, assignment]


def _at(now: float, read: Callable[[float], Any]) -> Callable[[float | None], Any]:
    def reading(seconds: float | None = None) -> Any:
        return read(now if seconds is None else seconds)

    return reading


def _of_struct(name: str) -> Callable[..., str]:
    made: Callable[..., str] = getattr(time, name)
    given = 1 if name == "strftime" else 0

    def making(*arguments: Any) -> str:
        return made(*arguments) if len(arguments) > given else made(*arguments, time.localtime())

    return making


def _shifted(now: float) -> tuple[type, type]:
    """The classes ``datetime`` and ``date`` with a fixed now and today."""
    real, real_date = datetime.datetime, datetime.date

    class Like(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, real_date if cls.__name__ == "date" else real)

    class ShiftedDatetime(real, metaclass=Like):  # type: ignore[misc, valid-type]
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return cls.fromtimestamp(now, tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(now, datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now)

    class ShiftedDate(real_date, metaclass=Like):  # type: ignore[misc, valid-type]
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now)

    ShiftedDatetime.__name__, ShiftedDate.__name__ = "datetime", "date"
    return ShiftedDatetime, ShiftedDate
