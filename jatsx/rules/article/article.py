"""Rules on an article as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article, inheritance
from jatsx.rules.common import ID_FORM, ID_FORM_HINT, fault, is_file_name, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import doi_key, is_doi, is_doi_prefix
from jatsx.standards.languages import is_language_tag


@rule("article-id-form", Level.ERROR, message=ID_FORM, hint=ID_FORM_HINT, fixed=True)
def article_id_form(article: Article) -> Iterator[Fault]:
    """The article's id can be used as a file name on every operating system.

    The exported files are named after the id. With an id such as ``../x``, files would be written
    to another folder. Windows reserves some names for devices (NUL, COM1 …) and removes a dot at
    the end of a name.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".

    Good:

        id: "02"

    Bad:

        id: 2024/02
    """
    if not is_file_name(article.id):
        yield fault("id", id=article.id)


@rule(
    "article-title-missing",
    Level.ERROR,
    message="The article has no title.",
    hint="Add it under `title`, in each language in which the journal prints it.",
)
def title_missing(article: Article) -> Iterator[Fault]:
    """The article has a title.

    Every registry requires a title.

    Source: Crossref ``titles``, DOAJ ``bibjson.title``: required.

    Good:

        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        language: kk
    """
    if not any(article.title.values()):
        yield fault("title")


@rule(
    "article-title-language",
    Level.ERROR,
    message=(
        "The language of the article is {language:language}, but it has titles only in: {written}."
    ),
    hint="Add the title in the language of the article, or correct `language`.",
)
def title_language(article: Article) -> Iterator[Fault]:
    """The article has a title in its own language.

    This title is the main title. Titles in other languages are translations.

    Source: JATS Tag Library 1.3, ``article-title`` and ``trans-title-group``.

    Good:

        language: ru
        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        language: ru
        title: {kk: Қайтымды көші-қон}
    """
    language = inheritance.language(article)
    if language and not is_language_tag(language.value):
        return
    if language and any(article.title.values()) and not article.title.get(language.value):
        written = listed(tag for tag, title in article.title.items() if title)
        yield fault("title", language=language.value, written=written)


@rule(
    "article-language-missing",
    Level.ERROR,
    message="The article has no language.",
    hint="Add `language: kk` (or `ru`, `en` …) to the article, issue.yaml or journal.yaml.",
)
def language_missing(article: Article) -> Iterator[Fault]:
    """The article has a language, its own or that of its issue or journal.

    The language decides which title is the main title and which titles are translations.

    Source: JATS Tag Library 1.3, ``article/@xml:lang``.

    Good:

        language: ru
        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}
    """
    if inheritance.language(article) is None:
        yield fault("language")


@rule(
    "article-doi-prefix",
    Level.ERROR,
    message="The DOI {doi} does not start with the journal's DOI prefix {prefix}.",
    hint=(
        "Correct the DOI. If it belongs to an earlier publisher, add to journal.yaml, under"
        " `rules`: `article-doi-prefix: warning`."
    ),
)
def doi_prefix(article: Article) -> Iterator[Fault]:
    """The article's DOI starts with the journal's DOI prefix.

    A deposit with a prefix that does not belong to the depositor is refused. DOIs from an earlier
    publisher are an exception: for them, the journal can lower the level of this rule.

    Source: Crossref documentation, "The structure of a DOI".

    Good:

        doi: 10.5555/irilj.2024.106.2.02
        issue: {journal: {doi_prefix: "10.5555"}}

    Bad:

        doi: 10.5556/irilj.2024.106.2.02
        issue: {journal: {doi_prefix: "10.5555"}}
    """
    prefix = article.issue.journal.doi_prefix
    if not (article.doi and prefix and is_doi(article.doi) and is_doi_prefix(prefix)):
        return
    if not doi_key(article.doi).startswith(f"{prefix}/"):
        yield fault("doi", doi=article.doi, prefix=prefix)


@rule(
    "article-section-unknown",
    Level.WARNING,
    message="The issue has no section with the id {section}.",
    hint="Correct the id, or add the section to issue.yaml. Sections in issue.yaml: {known}.",
)
def section_unknown(article: Article) -> Iterator[Fault]:
    """The article's section is one of the sections of its issue.

    The section heading comes from the issue. If the section is not known, the article is exported
    without a section heading.

    Source: JATS Tag Library 1.3, ``subj-group`` with ``subj-group-type="heading"``.

    Good:

        section: law
        issue: {sections: [{id: law, title: {en: Current issues of International Law}}]}

    Bad:

        section: laws
        issue: {sections: [{id: law, title: {en: Current issues of International Law}}]}
    """
    known = [section.id for section in article.issue.sections]
    if article.section and article.section not in known:
        yield fault("section", section=article.section, known=listed(known))
