"""The printed issue, as text, DOCX or PDF, becomes an issue whose doubts are marked.

The lines of a file (:mod:`jatsx_draft.sources`) are divided into contents pages and blocks of one
language (:mod:`jatsx_draft.blocks`), found by labels in three languages. The head of each block is
sorted into title, names, affiliations and e-mails (:mod:`jatsx_draft.heads`). Blocks with the same
people are an article (:mod:`jatsx_draft.articles`). Its values are written with the evidence of
each (:mod:`jatsx_draft.evidence`): the printed line, and how sure it is. Places in print that
contradict each other are findings. ``docs/draft.md`` describes what is read, and the limits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jatsx import N_, InputFile, Option, Reader, Record, hookimpl
from jatsx_draft.messages import MESSAGES


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """Printed issues. They are read only if they are asked for: a text file may be anything."""
    yield Reader(
        name="print",
        title=N_("Printed issue: text, DOCX, PDF"),
        recognises=_recognises,
        read=_read,
        messages=MESSAGES,
        whole_issues=True,
        reads_print=True,
        options=(
            Option("files", N_("further files of the same issue, separated as in PATH")),
            Option("layout", N_("the layout file of another issue of the journal")),
            Option("issns", N_("the ISSNs of the journal, which is then not read from the print")),
        ),
    )


def _recognises(path: InputFile, head: bytes) -> bool:  # noqa: ARG001
    return False


def _read(path: InputFile, options: Mapping[str, str]) -> Iterator[Record]:
    from jatsx_draft.reader import read

    return read(path, options)
