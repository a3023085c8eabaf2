"""What counts as said, and what as blank."""

from __future__ import annotations

from jatsx.model.presence import present


def test_what_says_something_is_kept_in_order() -> None:
    assert list(present({"b": "x", "a": " ", "c": "", "d": (), "e": (1,)}).items()) == [
        ("b", "x"),
        ("e", (1,)),
    ]
