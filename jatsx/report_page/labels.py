"""The words of the page that do not come from the results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.translation import N_
from jatsx.model.frozenmap import FrozenMap

LABELS: Final[Mapping[str, str]] = FrozenMap(
    {
        "checked": N_("Report of the check"),
        "exported": N_("Report of the export"),
        "skip": N_("Skip to the content"),
        "language": N_("Language of the page"),
        "next": N_("What to do now"),
        "correct": N_("Correct the errors. An article with an error is not exported:"),
        "correct_shared": N_("Correct the errors in files, in the issue or in the journal:"),
        "review": N_("Review the warnings. They do not block export."),
        "send": N_("The exported files are valid. Send them to the agencies."),
        "export": N_("There are no errors. Export the articles with `jatsx export`."),
        "nothing_read": N_("No article could be read. Correct the errors, then try again."),
        "articles": N_("Articles"),
        "article": N_("Article"),
        "findings": N_("Findings"),
        "shared": N_("Files, issue and journal"),
        "no_findings": N_("none"),
        "more": N_("More findings"),
        "hidden": N_("E-mail addresses are not shown."),
        "ready": N_("ready"),
        "refused": N_("not exported"),
        "blocked": N_("blocked"),
        "failed": N_("the plugin failed"),
        "unpublished": N_("not published"),
        "unread": N_("not read"),
        "losses": N_("What each format leaves out"),
        "nothing_lost": N_("Everything is included."),
        "left_out": N_("Left out"),
        "whole": N_("not included"),
        "partly": N_("included in part"),
        "record": N_("The record as a reader sees it"),
        "affiliations": N_("Affiliations"),
        "abstract": N_("Abstract"),
        "keywords": N_("Keywords"),
        "dates": N_("Dates"),
        "received": N_("received"),
        "revised": N_("revised"),
        "accepted": N_("accepted"),
        "print": N_("published in print"),
        "online": N_("published online"),
        "pages": N_("Pages"),
        "subject_codes": N_("Subject codes"),
        "files": N_("Files"),
        "emails": N_("E-mail addresses"),
        "references": N_("References"),
    }
)
"""The English labels by their names in the templates."""
