"""When Python looks for objects that hold each other."""

from __future__ import annotations

import atexit
import gc
from typing import Final

NEW_OBJECTS: Final = 100_000
"""How many more objects there are when Python looks again: about as many as an issue is made of."""


def seek_rarely() -> None:
    """Lets this process look for objects that hold each other less often than Python would.

    What an export makes of an article are trees, which are freed as soon as nobody needs them.
    Looking through them while they grow finds nothing, and took a twentieth of a run.
    """
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])


def end_without_seeking() -> None:
    """Lets this process end without a look through all that is loaded.

    Python would look more than once, which took a tenth of an export of one article, though the
    system takes the memory back anyway. It is for a process of jatsx's own: what others left open
    in theirs might not be flushed.
    """
    atexit.register(gc.freeze)
