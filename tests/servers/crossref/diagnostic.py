"""Crossref's diagnostics: what became of a submission, and each message in its real form.

Sources: Crossref's documentation of submission logs and of error messages, and logs that users
quoted in public.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from lxml import etree

State: TypeAlias = Literal["unknown_submission", "queued", "in_process", "completed"]

ALL_OF_A_JOURNAL: Final = "all doi's under the current journal element"
"""Words that stand in ``<doi>``."""


@dataclass(frozen=True, slots=True)
class Record:
    """A ``<record_diagnostic>``. ``doi`` may also be ``none``, empty, or words."""

    status: Literal["Success", "Warning", "Failure"]
    doi: str
    msg: str
    msg_id: str = ""
    conflicts: tuple[str, ...] = ()
    """The DOIs in ``<dois_in_conflict>``, elements ``<doi>`` again."""
    has_citations: bool = False
    """Whether there is a ``<citations_diagnostic>``: the references are matched later."""


def added(doi: str) -> Record:
    return Record("Success", doi, "Successfully added")


def updated(doi: str) -> Record:
    return Record("Success", doi, "Successfully updated")


def updated_in_handle(doi: str) -> Record:
    """As journals are updated."""
    return Record("Success", doi, "Successfully updated in handle")


def added_with_conflict(doi: str, *others: str) -> Record:
    """It is registered."""
    return Record("Warning", doi, "Added with conflict", conflicts=others)


def updated_with_conflict(doi: str, *others: str) -> Record:
    """It is registered."""
    return Record("Warning", doi, "Updated with conflict", conflicts=others)


def old_timestamp(doi: str, sent: str, last: str) -> Record:
    msg = (
        f"Record not processed because submitted version: {sent} is less or equal to "
        f"previously submitted version {last} (DOI match)"
    )
    return Record("Failure", doi, msg, "4")


def foreign_prefix(doi: str) -> Record:
    prefix = doi.partition("/")[0]
    return Record("Failure", doi, f"User not allowed to add records for prefix: {prefix}")


def foreign_doi(doi: str, title: str) -> Record:
    msg = f'user not allowed to add or update records for the title "{title}"'
    return Record("Failure", doi, msg)


def title_missing() -> Record:
    msg = "Deposit contains title error(s): Title name value is missing from the title element"
    return Record("Failure", "none", msg, "56")


def issn_and_doi_missing(title: str) -> Record:
    msg = (
        f"Deposit contains title error: title: {title} "
        "must deposit with an ISSN and/or journal title DOI"
    )
    return Record("Failure", "", msg, "28")


def issn_invalid(issn: str) -> Record:
    return Record("Failure", "", f'ISSN "{_digits(issn)}" is invalid')


def issn_of_another_title(issn: str, title: str) -> Record:
    digits = _digits(issn)
    msg = (
        f'ISSN "{digits}" has already been assigned, '
        f"issn ({digits}) is assigned to another title ({title})"
    )
    return Record("Failure", ALL_OF_A_JOURNAL, msg, "22")


def issn_of_another_owner(issn: str, title: str, prefix: str) -> Record:
    digits = _digits(issn)
    msg = (
        f'ISSN "{digits}" has already been assigned, '
        f"title/issn: {title}/{digits} is owned by publisher: {prefix}"
    )
    return Record("Failure", ALL_OF_A_JOURNAL, msg, "22")


def orcid_checksum(orcid: str) -> Record:
    msg = f'Error in Journal Article (Author ORCID): ORCID "{orcid}" has invalid checksum'
    return Record("Failure", "DOI not found", msg, "45")


def orcid_twice(orcid: str) -> Record:
    msg = (
        f'Error in Journal Article (Author ORCID): ORCID URL "{orcid.rpartition("/")[2]}" '
        "has duplicates in contributor list"
    )
    return Record("Failure", "DOI not found", msg, "45")


def malformed(detail: str) -> Record:
    """The file is not well-formed, or not valid against the schema."""
    msg = f"org.crossref.common.xml.MalformedXmlException: Error: {detail}"
    return Record("Failure", "", msg)


def diagnostic(
    state: State, submission_id: str = "0", batch_id: str = "", records: Sequence[Record] = ()
) -> bytes:
    """A ``<doi_batch_diagnostic>``."""
    root = etree.Element("doi_batch_diagnostic", status=state)
    etree.SubElement(root, "submission_id").text = submission_id
    etree.SubElement(root, "batch_id").text = batch_id or None
    if state == "completed":
        root.set("sp", "a-cs1")
        root.extend(_record_diagnostic(record) for record in records)
        root.append(_batch_data(records))
    etree.indent(root, "   ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _record_diagnostic(record: Record) -> etree._Element:
    element = etree.Element("record_diagnostic", status=record.status)
    if record.msg_id:
        element.set("msg_id", record.msg_id)
    etree.SubElement(element, "doi").text = record.doi or None
    etree.SubElement(element, "msg").text = record.msg
    if record.conflicts:
        etree.SubElement(element, "conflict_id").text = "8104544"
        in_conflict = etree.SubElement(element, "dois_in_conflict")
        for doi in record.conflicts:
            etree.SubElement(in_conflict, "doi").text = doi
    if record.has_citations:
        etree.SubElement(element, "citations_diagnostic", deferred="1695924866")
    return element


def _batch_data(records: Sequence[Record]) -> etree._Element:
    counted = Counter(record.status for record in records)
    element = etree.Element("batch_data")
    etree.SubElement(element, "record_count").text = str(len(records))
    etree.SubElement(element, "success_count").text = str(counted["Success"])
    etree.SubElement(element, "warning_count").text = str(counted["Warning"])
    etree.SubElement(element, "failure_count").text = str(counted["Failure"])
    return element


def _digits(issn: str) -> str:
    return issn.replace("-", "")
