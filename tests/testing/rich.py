"""The article with a value in every field of the model, including options of formats."""

from __future__ import annotations

from typing import Final

from jatsx.model import Article
from jatsx.model.frozenmap import FrozenMap
from jatsx.testing import awkward

FORMATS: Final = {
    "crossref": {
        "depositor_name": "jatsx example",
        "email_address": "deposit@example.org",
        "registrant": "jatsx example",
    },
    "rsci": {"titleid": "99999"},
}


def rich_article() -> Article:
    """The rich article of ``jatsx.testing``, with options of formats."""
    article = awkward.rich_article()
    formats = FrozenMap({name: FrozenMap(options) for name, options in FORMATS.items()})
    journal = article.issue.journal.model_copy(update={"formats": formats})
    issue = article.issue.model_copy(update={"journal": journal})
    return article.model_copy(update={"issue": issue})
