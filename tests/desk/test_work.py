"""Work in the background."""

from __future__ import annotations

import gc
from weakref import ref

from jatsx.desk.work import Work
from jatsx.pipeline.run import Progress


class Password:
    """Something that is forgotten."""


def test_what_the_work_was_given_is_forgotten_when_it_ends() -> None:
    password = Password()
    forgotten = ref(password)

    def use(progress: Progress, given: Password = password) -> str:  # noqa: ARG001
        return "done"

    work = Work(use)
    del use, password
    work.wait(5)
    gc.collect()
    assert work.made == "done"
    assert forgotten() is None


def test_an_error_is_kept() -> None:
    def fail(progress: Progress) -> None:
        raise ValueError(f"no {progress}")

    work = Work(fail)
    work.wait(5)
    assert isinstance(work.error, ValueError)
    assert not work.is_running
