"""The data model of an article, its issue and its journal.

``article.issue`` is the issue and ``article.issue.journal`` is the journal. All values are
immutable. The model contains values as typed: whether a date or a code is valid is checked by the
rules.
"""

from jatsx.model.article import (
    Article,
    Copyright,
    Counts,
    Dates,
    Link,
    OtherAbstract,
    Pages,
    Relation,
    Statements,
    SubjectCode,
)
from jatsx.model.cited_people import CitedPerson, cited_people
from jatsx.model.contents import ContentsEntry, IssueContents
from jatsx.model.files import LocalFile
from jatsx.model.found_file import FileAccess, FoundFile
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.funding import Award, Funding
from jatsx.model.issue import Issue, IssueSection, Published
from jatsx.model.journal import Issn, Journal, License, Patterns, Publisher
from jatsx.model.part import Part, PerLanguage
from jatsx.model.people import Affiliation, Contributor, PersonName
from jatsx.model.references import CitedAuthor, CitedWork, Reference
from jatsx.model.requirement import Limits, Requirement
from jatsx.model.walk import Texts, WrittenValue

__all__ = [
    "Affiliation",
    "Article",
    "Award",
    "CitedAuthor",
    "CitedPerson",
    "CitedWork",
    "ContentsEntry",
    "Contributor",
    "Copyright",
    "Counts",
    "Dates",
    "FileAccess",
    "FoundFile",
    "FrozenMap",
    "Funding",
    "Issn",
    "Issue",
    "IssueContents",
    "IssueSection",
    "Journal",
    "License",
    "Limits",
    "Link",
    "LocalFile",
    "OtherAbstract",
    "Pages",
    "Part",
    "Patterns",
    "PerLanguage",
    "PersonName",
    "Published",
    "Publisher",
    "Reference",
    "Relation",
    "Requirement",
    "Statements",
    "SubjectCode",
    "Texts",
    "WrittenValue",
    "cited_people",
]
