"""What is asked of an article as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from jatsx.findings.finding import Level
from jatsx.model import Article, inheritance
from jatsx.rules.common import fault, listed
from jatsx.rules.engine import Fault, rule
from jatsx.standards.identifiers import doi_key, is_doi, is_doi_prefix


@rule(
    "article-title-missing",
    Level.ERROR,
    message="The article has no title.",
    hint="Write it under title, in each language in which the journal prints it.",
)
def title_missing(article: Article) -> Iterator[Fault]:
    """The article has a title.

    Every registry asks for one.

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
    message="The article is written in {language:language}, but its titles are in: {written}.",
    hint="Add the title in the article's own language, or correct the language.",
)
def title_language(article: Article) -> Iterator[Fault]:
    """One of the titles is in the article's language: that is the main one.

    The others become translations.

    Source: JATS Tag Library 1.3, ``article-title`` and ``trans-title-group``.

    Good:

        language: ru
        title: {kk: Қайтымды көші-қон, ru: Возвратная миграция}

    Bad:

        language: ru
        title: {kk: Қайтымды көші-қон}
    """
    language = inheritance.language(article)
    if language and any(article.title.values()) and not article.title.get(language.value):
        written = listed(tag for tag, title in article.title.items() if title)
        yield fault("title", language=language.value, written=written)


@rule(
    "article-language-missing",
    Level.ERROR,
    message="Nothing says in which language the article is written.",
    hint="Add language: kk (or ru, en …) to the article, to issue.yaml or to journal.yaml.",
)
def language_missing(article: Article) -> Iterator[Fault]:
    """Article, issue or journal say in which language the article is written.

    Without it nothing tells the main title from its translations.

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
    message="The DOI {doi} doesn't begin with the journal's prefix {prefix}.",
    hint=(
        "Look for a slip. If the DOI is an earlier publisher's, write in journal.yaml, under rules:"
        " article-doi-prefix: warning."
    ),
)
def doi_prefix(article: Article) -> Iterator[Fault]:
    """The article's DOI begins with the journal's prefix.

    A prefix that isn't the depositor's is refused. DOIs from an earlier publisher are the
    exception, for which the journal can lower the level.

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
    hint="Use the id of a section of issue.yaml; it has: {known}.",
)
def section_unknown(article: Article) -> Iterator[Fault]:
    """The section that the article names is one of its issue's.

    Otherwise its heading is known to nobody, and the article stands in no section.

    Source: JATS Tag Library 1.3, ``subj-group`` with ``subj-group-type="heading"``.

    Good:

        section: law
        issue: {sections: [{id: law, title: {en: Current issues of International Law}}]}

    Bad:

        section: laws
        issue: {sections: [{id: law, title: {en: Current issues of International Law}}]}
    """
    if article.section and inheritance.section(article) is None:
        known = listed(section.id for section in article.issue.sections)
        yield fault("section", section=article.section, known=known)
