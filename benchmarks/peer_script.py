"""Measures the peer; run by the Python of the peer's own environment.

``python peer_script.py RECORDS``: prints the CPU time and the elapsed time, in seconds, of
writing and validating each record, except the first, which is the warm-up.
"""

import sys
import time

from commonmeta import Metadata  # type: ignore[import-not-found]

OPTIONS = {
    "depositor": "jatsx example",
    "email": "deposit@example.org",
    "registrant": "jatsx example",
}


def main(records: str) -> None:
    """Prints the cost of each record."""
    with open(records, encoding="utf-8") as lines:  # noqa: PTH123
        read = [Metadata(line, via="commonmeta") for line in lines]
    for number, metadata in enumerate(read):
        cpu, wall = time.process_time(), time.perf_counter()
        metadata.write(to="crossref_xml", **OPTIONS)
        if number:
            print(time.process_time() - cpu, time.perf_counter() - wall)


if __name__ == "__main__":
    main(sys.argv[1])
