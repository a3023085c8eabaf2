"""What the peer takes for Crossref deposits, run by the Python of the peer's own environment.

``python peer_script.py RECORDS``: prints, for each record but the first, which warms up, the
seconds of processor and on the clock that writing and validating it took.
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
    """Prints what each record cost."""
    with open(records, encoding="utf-8") as lines:  # noqa: PTH123
        read = [Metadata(line, via="commonmeta") for line in lines]
    for number, metadata in enumerate(read):
        cpu, wall = time.process_time(), time.perf_counter()
        metadata.write(to="crossref_xml", **OPTIONS)
        if number:
            print(time.process_time() - cpu, time.perf_counter() - wall)


if __name__ == "__main__":
    main(sys.argv[1])
