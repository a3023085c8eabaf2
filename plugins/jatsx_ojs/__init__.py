"""The native XML export of Open Journal Systems (OJS) 2.4, 3.1, 3.2, 3.3, 3.4 and 3.5.

The REST API of 3.4 and 3.5 is read by :mod:`jatsx_ojs.rest`.

A file contains an ``article``, ``articles``, an ``issue`` or ``issues``. It has no version number.
Each element is read in the form that it has. The versions have these forms:

2.4
    no namespace, the DOCTYPE of PKP; names in ``firstname``, ``middlename``, ``lastname``;
    ``permissions``, ``indexing``, ``galley`` and ``htmlgalley``; ``citations`` is one text.
3.1
    the namespace ``http://pkp.sfu.ca``, as in all later versions; the metadata are in ``article``;
    files have ``revision``.
3.2
    the metadata are in ``publication``, one for each version of the article; ``citation``.
3.3
    files have ``file`` instead of ``revision``.
3.4
    locales without the country (``ru``, up to 3.3 ``ru_RU``); titles may contain HTML; ``title``
    repeats ``prefix`` at its beginning.
3.5
    ``affiliation`` contains a ``name`` in each language, and ``rorAffiliation`` is a new element;
    from 3.5.0-4, ``keyword`` and ``agency`` contain a ``name``.

Source: pkp/ojs and pkp/pkp-lib, ``plugins/importexport/native``: ``native.dtd`` of 2.4,
``native.xsd``, ``pkp-native.xsd`` and the export filters. The elements are read as follows:

article
    ``status``, or ``stage`` without a date: ``status``; ``date_submitted``:
    ``dates.received``, with a warning; ``url_path``, else the internal id, else
    its position in the file: ``id``;
    ``id[@type]``: ``doi`` and ``identifiers``; ``locale``: ``language``; ``prefix`` with ``title``,
    ``subtitle``: ``title``, ``subtitle``; ``abstract``, ``keywords``: the same names;
    ``section_ref``: ``section``; ``date_published``: ``dates.published.online``; ``pages``:
    ``pages``; ``licenseUrl``: ``licenses``; ``copyrightHolder``, ``copyrightYear``: ``copyright``;
    ``agencies``: ``funding``; ``citations``: ``references``, with an undetermined language
    (``und``); galleys with a URL: ``links``.
people
    names in each language: ``name``, with only a given name read as a family name; of an
    organization (``contributor_type``, from 3.6): ``group``;
    ``user_group_ref``: ``kind``; affiliations: ``affiliations``, with equal ones combined;
    ``country``: the country of the person's only affiliation; ``orcid``, ``email``.
issue
    ``issue_identification``, ``date_published``, ``id[@type='doi']``, ``sections``; the order of
    its articles by section and ``seq``.

All other values are reported as unread. Values that an export never contains are reported as
missing. Nothing is guessed. Settings of the system (ids, stages, access, order on the screen) are
ignored: :data:`jatsx_ojs.unread.SETTINGS`. Embedded files are skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jatsx import InputFile, InputSource, Reader, Record, WebAddress, hookimpl
from jatsx_ojs.messages import MESSAGES
from jatsx_ojs.recognition import is_native_export
from jatsx_ojs.rest.options import OPTIONS


@hookimpl
def jatsx_readers() -> Iterable[Reader]:
    """The native XML export and the REST API of OJS."""
    yield Reader(
        name="ojs",
        title="Open Journal Systems, native XML (2.4, 3.1–3.5)",
        recognises=is_native_export,
        read=_read,
        messages=MESSAGES,
    )
    yield Reader(
        name="ojs-rest",
        title="Open Journal Systems, REST API (3.4, 3.5)",
        recognises=_is_address,
        read=_read_address,
        messages=MESSAGES,
        options=OPTIONS,
        reads_addresses=True,
    )


def _read(path: InputFile) -> Iterator[Record]:
    from jatsx_ojs.reader import read

    return read(path)


def _is_address(source: InputSource, head: bytes) -> bool:  # noqa: ARG001
    return isinstance(source, WebAddress)


def _read_address(source: WebAddress, options: Mapping[str, str]) -> Iterator[Record]:
    from jatsx_ojs.rest.reader import read

    return read(source, options)
