"""What a command wrote besides documents, as data of the report (``--format json``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enum import StrEnum

    from jatsx.fixing.mended_files import PlacedMend
    from jatsx.fixing.write_files import WrittenFile
    from jatsx.issue_folder import WrittenIssue
    from jatsx.library.fixes import Fixes


def fixes_data(fixes: Fixes, written: Sequence[WrittenFile] | None) -> Mapping[str, Any]:
    """The values that were corrected, and those that were not.

    ``written`` is None if nothing is written (``--dry-run``).
    """
    failed = [one for one in (fixes.blocked if written is None else written) if one.reason]
    done = fixes.files if written is None else [one.file for one in written if one.reason is None]
    unwritten = (_change(mend, one.reason) for one in failed for mend in one.file.mends)
    return {
        "dry_run": written is None,
        "corrected": [_change(mend, None) for file in done for mend in file.mends],
        "not_corrected": [*(_change(one, one.refusal) for one in fixes.refused), *unwritten],
        "kept": [*dict.fromkeys(str(one.folder) for one in written or () if one.folder)],
    }


def folders_data(issues: Iterable[WrittenIssue]) -> Sequence[Mapping[str, Any]]:
    """The issues that were written, each with its folder."""
    return [
        {
            "folder": None if one.folder is None else str(one.folder),
            "articles": [article.id for article in one.articles],
            "refused": [article.id for article in one.refused],
            "others": [str(path) for path in one.others],
            "notes": None if one.notes is None else str(one.notes),
        }
        for one in issues
    ]


def _change(mend: PlacedMend, reason: StrEnum | None) -> Mapping[str, Any]:
    return {
        "field": mend.field,
        "new": mend.new,
        "old": mend.old,
        "is_excerpt": mend.is_excerpt,
        "code": mend.code,
        "article": mend.article,
        "file": mend.place.file,
        "line": mend.place.line,
        "column": mend.place.column,
        "reason": reason,
    }
