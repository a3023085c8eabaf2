"""A rule on the names of cities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jatsx.findings.finding import Level
from jatsx.model import Texts
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

PLACES: Final = ("city", "place")
"""Fields with the name of a city."""

_BEFORE = re.compile(
    r"(?:г|гор|қ)\.(?=[ \u00a0]?\w)|(?:город|қала|city of)(?=[ \u00a0])", re.IGNORECASE
)
_AFTER = re.compile(r"[ \u00a0](?:қ\.|г\.|қаласы)\Z", re.IGNORECASE)


@rule(
    "place-name-word",
    Level.WARNING,
    message="“{place}” contains a word that does not belong to the name of the city: “{word}”.",
    hint="Write only the name of the city, for example {name}.",
)
def place_word(texts: Texts) -> Iterator[Fault]:
    """The name of a city is written without г., город, қ. or қаласы.

    Registries and indexes group institutions by city, and treat “г. Алматы” and “Алматы” as two
    cities.

    Source: JATS Tag Library 1.3, ``city``: the name of a city.

    Good:

        affiliations: [{id: a1, city: {ru: Алматы}}]

    Bad:

        affiliations: [{id: a1, city: {ru: г. Алматы}}]
    """
    for value in texts.values:
        if len(value.path) < 2 or value.path[-2] not in PLACES or value.language is None:
            continue
        place = value.plain.strip()
        found = _BEFORE.match(place) or _AFTER.search(place)
        if found:
            word = found[0].strip()
            name = (place[: found.start()] + place[found.end() :]).strip()
            yield fault(value.path, excerpt=word, place=place, word=word, name=name)
