"""Runs a command and prints its cost: ``python -I -S launcher.py COMMAND…``.

This is a small process of its own, because on Linux a child's peak memory includes its parent's.
"""

import os
import resource
import sys
import time


def main(command: list[str]) -> int:
    """Prints elapsed time and CPU time in seconds, and peak memory in KB."""
    start = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
    _, status = os.waitpid(pid, 0)
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
