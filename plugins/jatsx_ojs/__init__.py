"""The native XML export of Open Journal Systems (OJS) 2.4, 3.1, 3.2, 3.3, 3.4 and 3.5.

A file holds an ``article``, ``articles``, an ``issue`` or ``issues``. No version number stands in
it; each thing is read in whichever form it has. The versions can be told apart by these forms:

2.4
    no namespace, the DOCTYPE of PKP; names as ``firstname``, ``middlename``, ``lastname``;
    ``permissions``, ``indexing``, ``galley`` and ``htmlgalley``; ``citations`` is one text.
3.1
    the namespace ``http://pkp.sfu.ca``, as in all that follow; the metadata stand in ``article``
    itself; files have ``revision``.
3.2
    the metadata stand in ``publication``, one for each version of the article; ``citation``.
3.3
    files have ``file`` instead of ``revision``.
3.4
    locales without the country (``ru``, up to 3.3 ``ru_RU``); titles may hold HTML; ``title``
    begins with what ``prefix`` says again.
3.5
    ``affiliation`` holds a ``name`` in each language, beside it stands ``rorAffiliation``;
    from 3.5.0-4 on ``keyword`` and ``agency`` hold a ``name``.

Source: pkp/ojs and pkp/pkp-lib, ``plugins/importexport/native``: ``native.dtd`` of 2.4,
``native.xsd``, ``pkp-native.xsd`` and the filters that write. What becomes of each part:

article
    ``url_path``, else the internal id, else its place in the file: ``id``; ``id[@type]``: ``doi``
    and ``identifiers``; ``locale``: ``language``; ``prefix`` with ``title``, ``subtitle``:
    ``title``, ``subtitle``; ``abstract``, ``keywords``: likewise; ``section_ref``: ``section``;
    ``date_published``: ``dates.published.online``; ``pages``: ``pages``; ``licenseUrl``:
    ``licenses``; ``copyrightHolder``, ``copyrightYear``: ``copyright``; ``agencies``: ``funding``;
    ``citations``: ``references``, their language undetermined (``und``); galleys with an address:
    ``links``.
people
    names in each language: ``name``, a given name alone everywhere being a mononym;
    ``user_group_ref``: ``kind``; affiliations: ``affiliations``, those of one name, country and
    ROR id once; ``country``: that of the person's one affiliation; ``orcid``, ``email``.
issue
    ``issue_identification``, ``date_published``, ``id[@type='doi']``, ``sections``; the order of
    its articles by section and ``seq``.

Everything else is reported as unread, and what an export never holds as absent; nothing is
guessed. Settings of the system (ids, stages, access, order on the screen) mean nothing outside it
and are passed over: :data:`jatsx_ojs.unread.SETTINGS`. Embedded files are skipped as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jatsx import Reader, Record, hookimpl
from jatsx_ojs.messages import MESSAGES
from jatsx_ojs.recognition import is_native_export


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """The native XML export of OJS."""
    yield Reader(
        name="ojs",
        title="Open Journal Systems, native XML (2.4, 3.1–3.5)",
        recognises=is_native_export,
        read=_read,
        messages=MESSAGES,
    )


def _read(path: Path) -> Iterator[Record]:
    from jatsx_ojs.reader import read

    return read(path)
