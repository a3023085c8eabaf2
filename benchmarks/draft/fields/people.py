"""Authors, by their position in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.draft.compared import Compared, compared
from benchmarks.draft.comparison import Verdict, bare
from benchmarks.draft.gold import GoldArticle, by_language
from jatsx import Article
from jatsx.model.people import Contributor, PersonName

_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[\s-]?)+")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.")


def people(gold: GoldArticle, article: Article) -> Iterator[Compared | None]:
    """The authors."""
    authors = gold.data.get("authors") or []
    contributors = [one for one in article.contributors if one.kind == "author"]
    for position in range(max(len(authors), len(contributors))):
        author = authors[position] if position < len(authors) else {}
        got = contributors[position] if position < len(contributors) else Contributor(kind="")
        item, path = f"author {position + 1}", f"contributors[{position}]"
        yield from _names(author, got, item, path, _contents_families(gold, position))
        for field in ("email", "orcid"):
            yield compared(
                field, getattr(got, field), _one(author.get(field)), f"{path}.{field}", item=item
            )
        for field in ("degree", "position"):
            yield from _printed_roles(field, author, got, item, path)
    if len(authors) > 1:
        yield from _marks(authors, contributors)


def _names(
    author: Mapping[str, Any], got: Contributor, item: str, path: str, others: Mapping[str, str]
) -> Iterator[Compared | None]:
    gold = by_language(author.get("name"))
    for language in sorted({*gold, *got.name}):
        right, name = gold.get(language) or {}, got.name.get(language) or PersonName()
        place = f"{path}.name.{language}"
        if right or name.family:
            families = [*family_forms(right), *_one(others.get(language) if right else None)]
            yield compared(
                "family name",
                name.family,
                families,
                f"{place}.family",
                language=language,
                item=item,
            )
        given, patronymics = given_forms(right)
        if given or name.given:
            yield compared(
                "given name", name.given, given, f"{place}.given", language=language, item=item
            )
        yield _patronymic(name.patronymic, patronymics, f"{place}.patronymic", language, item)


def _patronymic(got: str | None, right: list[str], path: str, language: str, item: str) -> Compared:
    """A patronymic; that both sides have none counts as exact."""
    found = compared("patronymic", got, right, path, language=language, item=item)
    return found or Compared("patronymic", Verdict.EXACT, None, None, path, language, item)


def family_forms(name: Mapping[str, Any]) -> list[str]:
    """The family name, and its forms in the byline and elsewhere in that language.

    >>> family_forms({"given": "Ana", "family": "Omar", "byline": "A. Omarova"})
    ['Omar', 'Omarova']
    """
    if not name:
        return []
    forms = [str(name.get("family") or "")]
    known = {*_words(name, "given"), *_words(name, "patronymic")}
    for printed in _printed(name):
        words = [word for word in _INITIALS.sub(" ", printed).split() if word not in known]
        if len(words) == 1 or words == forms[0].split():
            forms.append(" ".join(words))
    return list(dict.fromkeys(form for form in forms if form))


def given_forms(name: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The given names and the patronymics: as transcribed, and the printed initials.

    >>> given_forms({"given": "Ana", "patronymic": "Serikqyzy", "byline": "A.S. Omar"})
    (['Ana', 'A.', 'A.S.', 'A. S.'], ['Serikqyzy', 'S.'])
    """
    given, patronymics = _one(name.get("given")), _one(name.get("patronymic"))
    for printed in _printed(name):
        initials = _INITIAL.findall(printed)
        if initials and printed != name.get("given"):
            given += [initials[0], "".join(initials), " ".join(initials)]
            patronymics += initials[1:2] if patronymics else []
    return list(dict.fromkeys(given)), list(dict.fromkeys(patronymics))


def _printed(name: Mapping[str, Any]) -> list[str]:
    return [bare(str(name[key])) for key in ("byline", "as_printed") if name.get(key)]


def _words(name: Mapping[str, Any], key: str) -> list[str]:
    return str(name.get(key) or "").split()


def _contents_families(gold: GoldArticle, position: int) -> dict[str, str]:
    """The family name of an author in the contents, by language."""
    found = {}
    for entry in gold.issue.get("table_of_contents") or ():
        if entry.get("doi") == gold.data.get("doi"):
            for language, names in by_language(entry.get("authors")).items():
                parts = str(names).split(",")
                if position < len(parts) and len(parts[position].split()) == 2:
                    found[language] = parts[position].split()[1]
    return found


def _marks(authors: list[Any], contributors: list[Contributor]) -> Iterator[Compared | None]:
    """The marks of corresponding authors, where there are several authors."""
    for position in range(max(len(authors), len(contributors))):
        author = authors[position] if position < len(authors) else {}
        right = ["true"] if author.get("corresponding") else []
        marked = position < len(contributors) and contributors[position].corresponding
        path = f"contributors[{position}].corresponding"
        yield compared(
            "corresponding author",
            "true" if marked else None,
            right,
            path,
            item=f"author {position + 1}",
        )


def _printed_roles(
    field: str, author: Mapping[str, Any], got: Contributor, item: str, path: str
) -> Iterator[Compared | None]:
    gold = by_language(author.get(field))
    listed = author.get(f"{field}s")
    if listed:
        gold = {"en": ", ".join(map(str, listed))}
    drafted = getattr(got, field)
    for language in sorted({*gold, *drafted}):
        yield compared(
            field,
            drafted.get(language),
            _one(gold.get(language)),
            f"{path}.{field}.{language}",
            language=language,
            item=item,
        )


def _one(value: Any) -> list[str]:
    return [] if value in (None, "") else [str(value)]
