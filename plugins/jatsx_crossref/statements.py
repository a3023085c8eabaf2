"""The copyright and the statements of the authors as assertions in ``crossmark``.

An ``assertion`` has no language. A statement in several languages is an assertion for each. The
names of one copyright holder are one assertion, because several would be several holders.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jatsx import Content, Extent, FrozenMap, Loss, element, present
from jatsx.model.fieldpath import subpath
from jatsx_crossref.texts import face_markup

if TYPE_CHECKING:
    from jatsx.model import Article

STATEMENTS: Final = FrozenMap(
    {
        "acknowledgement": "Acknowledgements",
        "conflict_of_interest": "Conflict of interest",
        "data_availability": "Data availability",
        "contributions": "Author contributions",
    }
)
"""The label of each statement. Its name is the field."""

COPYRIGHT: Final = FrozenMap(
    {"group_name": "copyright_and_licensing", "group_label": "Copyright and Licensing"}
)
"""The group of the copyright. Source: Crossref documentation, "Crossmark"."""

GROUP: Final = FrozenMap({"group_name": "statements", "group_label": "Statements"})


def copyright_assertions(article: Article) -> Iterator[Content]:
    """An ``assertion`` for each copyright notice, one for the year and one for the holder."""
    written = article.copyright
    for tag, statement in present(written.statement).items():
        attributes = {"name": "copyright", "label": "Copyright", **COPYRIGHT}
        field = subpath("copyright.statement", tag)
        yield element("assertion", attributes, face_markup(statement), field=field)
    attributes = {"name": "copyright_year", "label": "Copyright year", **COPYRIGHT}
    yield element("assertion", attributes, written.year, field="copyright.year")
    holders = present(written.holder)
    attributes = {"name": "copyright_holder", "label": "Copyright holder", **COPYRIGHT}
    names = " / ".join(name.strip() for name in holders.values())
    yield element("assertion", attributes, names, field="copyright.holder")


def statement_assertions(article: Article) -> Iterator[Content]:
    """An ``assertion`` for each statement in each language."""
    for name, label in STATEMENTS.items():
        for tag, prose in present(getattr(article.statements, name)).items():
            texts, field = [*filter(None, prose.texts)], subpath("statements", name, tag)
            attributes = {"name": name, "label": label, **GROUP}
            inside = [(face_markup(text), " ") for text in texts[:-1]]
            yield element(
                "assertion", attributes, inside, map(face_markup, texts[-1:]), field=field
            )
            if len(texts) > 1:
                yield Loss(field, "assertion-paragraphs", extent=Extent.FORM)
