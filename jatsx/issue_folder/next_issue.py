"""A new issue folder like the last one: its files, with the values of the new issue left empty.

Nothing is guessed. The values of the last issue stand in comments. What does not change from issue
to issue is kept: the journal, the sections, the language and the licenses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _
from jatsx.issue_folder.comments import Comments
from jatsx.issue_folder.folder_files import ARTICLE_HEAD, ISSUE_HEAD
from jatsx.issue_folder.layout import file_text
from jatsx.issue_folder.scalars import on_one_line
from jatsx.issue_folder.yaml_tree import part_tree
from jatsx.model import Article, Issue, Journal, Published, Statements
from jatsx.standards.languages import language_subtag

SCHEMA: Final = "# yaml-language-server: $schema={path}"
KEPT: Final = ("language", "licenses", "sections")
"""The fields of an issue that the next one has too."""
CHANGED: Final = ("volume", "number", "whole_number", "year", "doi", "url")
"""The fields of an issue that the next one has with other values."""

_LAST: Final = N_("last issue: {value}")
_ISSUE_NOTE: Final = N_("Write the values of this issue. The comments show those of the last one.")
_ARTICLE_NOTE: Final = N_(
    "For each article, copy this file and change the id. Delete the fields that it does not have."
)
_LANGUAGE_NOTE: Final = N_("the language of the full text")
_IDS_NOTE: Final = N_("ids of affiliations in journal.yaml: {ids}")
_OWN_NOTE: Final = N_("Affiliations that are not in journal.yaml.")
_FUNDING_NOTE: Final = N_("The grants of the article, if it has any.")
_LIST_NOTE: Final = N_("The list as text: an entry a line, with or without numbers.")


def issue_text(last: Issue, own_id: str | None) -> str:
    """The content of issue.yaml. ``own_id`` is the id, if the folder's name cannot be one."""
    lines = [SCHEMA.format(path="schemas/issue.schema.json")]
    lines += [f"# {_(ISSUE_HEAD)}", f"# {_(_ISSUE_NOTE)}", ""]
    if own_id is not None:
        lines += [f"id: {on_one_line(own_id)}"]
    lines += (_empty(name, getattr(last, name)) for name in CHANGED if getattr(last, name))
    dates = [name for name in Published.model_fields if getattr(last.published, name)]
    if dates:
        lines += ["published:"]
        lines += (f"  {_empty(name, getattr(last.published, name))}" for name in dates)
    kept = {name: getattr(last, name) for name in KEPT if getattr(last, name)}
    if kept:
        lines += file_text(part_tree(Issue(**kept)), [], Comments()).rstrip("\n").split("\n")
    return "\n".join(lines) + "\n"


def article_text(last: Issue, articles: Sequence[Article]) -> str:
    """The content of an article file without values. ``articles`` are those of the last issue.

    Fields that the journal's patterns give are left out.
    """
    each = _languages(last.journal, articles)
    lines = [SCHEMA.format(path="../schemas/article.schema.json")]
    lines += [f"# {_(ARTICLE_HEAD)}", f"# {_(_ARTICLE_NOTE)}", "", 'id: "01"']
    patterns = last.journal.patterns
    lines += (f"{name}:" for name in ("doi", "url") if getattr(patterns, name) is None)
    types = ", ".join(dict.fromkeys(one.type for one in articles if one.type))
    lines += [_empty("type", types) if types else "type:"]
    lines += [f"language:  # {_(_LANGUAGE_NOTE)}"]
    if last.sections:
        lines += [f"section:  # {', '.join(section.id for section in last.sections)}"]
    for name in ("title", "abstract", "keywords"):
        lines += ["", f"{name}:", *(f"  {tag}:" for tag in each)]
    lines += ["", *_contributor(last.journal, each)]
    lines += ["", *_affiliation(last.journal, each)]
    schemes = dict.fromkeys(code.scheme for one in articles for code in one.subject_codes)
    if schemes:
        lines += ["", "subject_codes:"]
    lines += (f"  - scheme: {on_one_line(scheme)}\n    code:" for scheme in schemes)
    lines += ["", "dates:", "  received:", "  accepted:"]
    lines += ["", "pages:", "  first:", "  last:"]
    lines += ["", *_funding(articles, each), *_statements(articles)]
    return "\n".join([*lines, f"# {_(_LIST_NOTE)}", *_references(articles, each), ""])


def has_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    return other.exists() and one.samefile(other)


def _empty(name: str, value: str) -> str:
    """A field without a value, and the value of the last issue in a comment."""
    return f"{name}:  # {_(_LAST).format(value=' '.join(value.split()))}"


def _languages(journal: Journal, articles: Iterable[Article]) -> list[str]:
    """The languages of a new article: those of the journal, else those of the last titles."""
    titles = dict.fromkeys(tag for one in articles for tag in one.title)
    return list(journal.languages or titles or ("kk", "ru", "en"))


def _contributor(journal: Journal, languages: Iterable[str]) -> Iterator[str]:
    yield from ("contributors:", "  - name:")
    for tag in languages:
        yield from (f"      {tag}:", "        family:", "        given:")
    ids = ", ".join(one.id for one in journal.affiliations)
    named = f"  # {_(_IDS_NOTE).format(ids=ids)}" if ids else " [a1]"
    yield from ("    orcid:", "    email:", "    corresponding:", f"    affiliations:{named}")


def _affiliation(journal: Journal, languages: Iterable[str]) -> Iterator[str]:
    """An affiliation of the article; commented out if the journal describes affiliations."""
    lines = ["affiliations:", "  - id: a1"]
    for name in ("institution", "city"):
        lines += [f"    {name}:", *(f"      {tag}:" for tag in languages)]
    lines += ["    country:", "    ror:"]
    if not journal.affiliations:
        return iter(lines)
    return iter([f"# {_(_OWN_NOTE)}", *(f"# {line}" for line in lines)])


def _funding(articles: Iterable[Article], languages: Iterable[str]) -> Iterator[str]:
    """A grant, commented out: most articles have none. Nothing if the last ones had none."""
    given = [funding for article in articles for funding in article.funding]
    if not given:
        return
    yield f"# {_(_FUNDING_NOTE)}"
    yield from ("# funding:", "#   - funder:", *(f"#       {tag}:" for tag in languages))
    if any(funding.funder_id for funding in given):
        yield "#     funder_id:"
    yield from ("#     awards:", "#       - number:", "")


def _statements(articles: Iterable[Article]) -> Iterator[str]:
    """The kinds of statements of the last articles, each in the languages that it had."""
    given: dict[str, dict[str, None]] = {}
    for article in articles:
        for kind in Statements.model_fields:
            for tag in getattr(article.statements, kind):
                given.setdefault(kind, {})[tag] = None
    if given:
        yield "statements:"
    for kind, tags in given.items():
        yield from (f"  {kind}:", *(f"    {tag}:" for tag in tags))
    if given:
        yield ""


def _references(articles: Iterable[Article], languages: Collection[str]) -> Iterator[str]:
    """The reference lists of the last articles: one, or one for each language and romanisation.

    Single entries in other languages, and single romanised entries, need no list of their own.
    """
    lists: dict[str, None] = {}
    for entry in (one for article in articles for one in article.references):
        known = [tag for tag in entry.text if language_subtag(tag) in languages]
        if len(known) > 1 or not set(known) - set(languages):
            lists.update(dict.fromkeys(known))
    if len(lists) < 2:
        return iter(["references: |"])
    return iter(["references:", *(f"  {tag}: |" for tag in lists)])
