"""Rules on the requirements that a journal declares: each can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from jatsx.findings.finding import Level
from jatsx.model import Journal, Requirement
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.rules.journal.journal import LEVELS
from jatsx.rules.requirement_fields import article_fields, is_article_field, is_list, is_text
from jatsx.rules.requirements import compiled
from jatsx.standards.languages import is_language_tag
from jatsx.standards.vocabularies import ARTICLE_TYPES

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


@rule(
    "journal-requirement-name",
    Level.WARNING,
    message="“{name}” is not a valid name for a requirement.",
    hint="Use lowercase Latin letters, digits and hyphens: abstract-length. Start with a letter.",
)
def requirement_name(journal: Journal) -> Iterator[Fault]:
    """The name of a requirement consists of lowercase Latin letters, digits and hyphens.

    The name is a part of the code of each finding.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {abstract-length: {field: abstract, words: {min: 150}}}

    Bad:

        requirements: {Abstract length: {field: abstract, words: {min: 150}}}
    """
    for name in journal.requirements:
        if not _NAME.match(name):
            yield fault(("requirements", name), name=name)


@rule(
    "journal-requirement-field",
    Level.WARNING,
    message="An article has no field {value}, so the requirement {name} is not checked.",
    hint="The most similar field is {similar}. The page docs/model.md lists all fields.",
)
def requirement_field(journal: Journal) -> Iterator[Fault]:
    """The field of a requirement is a field of an article, without positions and languages.

    The names of nested fields are joined with dots: ``contributors.orcid``.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {author-orcid: {field: contributors.orcid, required: yes}}

    Bad:

        requirements: {author-orcid: {field: authors.orcid, required: yes}}
    """
    for name, requirement in journal.requirements.items():
        if not is_article_field(requirement.field):
            similar = get_close_matches(requirement.field, sorted(article_fields()), n=1, cutoff=0)
            path = ("requirements", name, "field")
            yield fault(path, name=name, value=requirement.field, similar=similar[0])


@rule(
    "journal-requirement-level",
    Level.WARNING,
    message="“{level}” is not a valid level, so the requirement {name} is a warning.",
    hint="Write error, warning or off.",
)
def requirement_level(journal: Journal) -> Iterator[Fault]:
    """The level of a requirement is error, warning or off.

    A requirement without a level is a warning.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {abstract: {field: abstract, required: yes, level: error}}

    Bad:

        requirements: {abstract: {field: abstract, required: yes, level: high}}
    """
    for name, requirement in journal.requirements.items():
        if requirement.level is not None and requirement.level not in LEVELS:
            yield fault(("requirements", name, "level"), name=name, level=requirement.level)


@rule(
    "journal-requirement-pattern",
    Level.WARNING,
    message="The pattern of the requirement {name} is not a valid regular expression: “{pattern}”.",
    hint=(
        "Check it for an unclosed bracket. For the syntax, see “Regular Expression HOWTO” at"
        " docs.python.org."
    ),
)
def requirement_pattern(journal: Journal) -> Iterator[Fault]:
    """The pattern of a requirement is a valid regular expression (Python).

    An invalid pattern is not checked.

    Source: jatsx documentation, docs/rules/requirements.md; Python documentation, module ``re``.

    Good:

        requirements: {volume-pages: {field: pages.first, pattern: "[0-9]+"}}

    Bad:

        requirements: {volume-pages: {field: pages.first, pattern: "[0-9+"}}
    """
    for name, requirement in journal.requirements.items():
        pattern = requirement.pattern
        if pattern is not None and compiled(pattern) is None:
            yield fault(("requirements", name, "pattern"), name=name, pattern=pattern)


@rule(
    "journal-requirement-language",
    Level.WARNING,
    message="“{tag}” in the requirement {name} is not a valid language code.",
    hint="Use language codes such as kk, ru or en.",
)
def requirement_language(journal: Journal) -> Iterator[Fault]:
    """The languages of a requirement are valid BCP 47 tags.

    With an invalid tag, the texts in the language that is meant are not checked.

    Source: RFC 5646; jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {abstract: {field: abstract, required: yes, languages: [kk, ru, en]}}

    Bad:

        requirements: {abstract: {field: abstract, required: yes, languages: [kz, ru, en]}}
    """
    for name, requirement in journal.requirements.items():
        for position, tag in enumerate(requirement.languages):
            if not is_language_tag(tag):
                yield fault(("requirements", name, "languages", position), name=name, tag=tag)


@rule(
    "journal-requirement-type",
    Level.WARNING,
    message="“{type}” in the requirement {name} is not a known article type.",
    hint="Use one of these values: {known}.",
)
def requirement_type(journal: Journal) -> Iterator[Fault]:
    """The article types of a requirement are known values, such as ``research-article``.

    With a misspelled type, the articles of the type that is meant are not checked.

    Source: JATS Tag Library 1.3, ``article/@article-type``; jatsx documentation,
    docs/rules/requirements.md.

    Good:

        requirements: {doi: {field: doi, required: yes, types: [research-article]}}

    Bad:

        requirements: {doi: {field: doi, required: yes, types: [research article]}}
    """
    for name, requirement in journal.requirements.items():
        for position, type in enumerate(requirement.types):
            if type not in ARTICLE_TYPES:
                path = ("requirements", name, "types", position)
                yield fault(path, name=name, type=type, known=listed(ARTICLE_TYPES))


@rule(
    "journal-requirement-limits",
    Level.WARNING,
    message=(
        "The requirement {name} cannot be met: its minimum ({min}) is greater than its maximum"
        " ({max})."
    ),
    hint="Correct one of the two numbers.",
)
def requirement_limits(journal: Journal) -> Iterator[Fault]:
    """The minimum of a requirement is not greater than its maximum.

    Otherwise no article can meet the requirement.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {keywords-number: {field: keywords, items: {min: 3, max: 5}}}

    Bad:

        requirements: {keywords-number: {field: keywords, items: {min: 5, max: 3}}}
    """
    for name, requirement in journal.requirements.items():
        for unit in ("words", "characters", "items"):
            limits = getattr(requirement, unit)
            if limits.min is not None and limits.max is not None and limits.min > limits.max:
                path = ("requirements", name, unit)
                yield fault(path, name=name, min=str(limits.min), max=str(limits.max))


@rule(
    "journal-requirement-empty",
    Level.WARNING,
    message="The requirement {name} does not set any condition for its field.",
    hint="Add required: yes, words, characters, items or pattern.",
)
def requirement_empty(journal: Journal) -> Iterator[Fault]:
    """A requirement has at least one condition: required, words, characters, items or pattern.

    A requirement without a condition never reports anything.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {abstract: {field: abstract, required: yes}}

    Bad:

        requirements: {abstract: {field: abstract}}
    """
    for name, requirement in journal.requirements.items():
        if not _has_check(requirement):
            yield fault(("requirements", name), name=name)


@rule(
    "journal-requirement-unit",
    Level.WARNING,
    message="{setting} cannot be checked for the field {field_name} of the requirement {name}.",
    hint="Use `items` for lists, and `words`, `characters` and `pattern` for texts.",
)
def requirement_unit(journal: Journal) -> Iterator[Fault]:
    """A requirement limits the entries of a list, or the words and characters of a text.

    A limit that does not fit the field finds nothing.

    Source: jatsx documentation, docs/rules/requirements.md.

    Good:

        requirements: {keywords-number: {field: keywords, items: {min: 3}}}

    Bad:

        requirements: {abstract-length: {field: abstract, items: {min: 150}}}
    """
    for name, requirement in journal.requirements.items():
        field = requirement.field
        settings = (
            ("items", requirement.items, is_list(field)),
            ("words", requirement.words, is_text(field)),
            ("characters", requirement.characters, is_text(field)),
            ("pattern", requirement.pattern, is_text(field)),
        )
        for setting, value, is_possible in settings if is_article_field(field) else ():
            if value and not is_possible:
                path = ("requirements", name, setting)
                yield fault(path, setting=setting, field_name=field, name=name)


def _has_check(requirement: Requirement) -> bool:
    limits = (requirement.words, requirement.characters, requirement.items)
    has_limits = any(one.min is not None or one.max is not None for one in limits)
    return bool(requirement.required or has_limits or requirement.pattern)
