"""Licenses and the copyright notice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jatsx import (
    Article,
    Loss,
    Sourced,
    inheritance,
    json_object,
    losses_of,
    lost_markup,
    non_blank,
    present,
)
from jatsx.model import License
from jatsx.model.fieldpath import subpath

from jatsx_datacite.addresses import address
from jatsx_datacite.parts import Parts, Values, plain
from jatsx_datacite.settings import Settings
from jatsx_datacite.unsupported import LICENSE_FIELDS

_CREATIVE_COMMONS: Final = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/licenses/"
    r"(by|by-nc|by-nd|by-sa|by-nc-nd|by-nc-sa)/(2\.0|2\.5|3\.0|4\.0)"
    r"/?(?:(?:deed|legalcode)(?:\.[A-Za-z-]+)?)?\Z"
)
_CC0: Final = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/publicdomain/zero/1\.0"
    r"/?(?:(?:deed|legalcode)(?:\.[A-Za-z-]+)?)?\Z"
)
_NAMES: Final[Mapping[str, str]] = {
    "by": "Attribution",
    "nc": "Non Commercial",
    "nd": "No Derivatives",
    "sa": "Share Alike",
}
_PORTS: Final[Mapping[str, str]] = {
    "2.0": "Generic",
    "2.5": "Generic",
    "3.0": "Unported",
    "4.0": "International",
}
"""The names of the international versions in SPDX. Versions for countries have other names."""


def rights_list(article: Article, _: Settings) -> Parts:
    """``rightsList``: the licenses, with their SPDX names if known, and the copyright notice."""
    for license in inheritance.licenses(article):
        yield from _license(license.value, license.field)
    for tag, notice in present(article.copyright.statement).items():
        field = subpath("copyright.statement", tag)
        yield json_object({"rights": Sourced(plain(notice), field), "lang": tag}, field=field)
        yield from lost_markup(notice, field, "plain-text")


def spdx(url: str) -> tuple[str, str] | None:
    """The SPDX name and identifier of the license at a URL. Source: SPDX License List.

    >>> spdx("https://creativecommons.org/licenses/by-nc/4.0/")
    ('Creative Commons Attribution Non Commercial 4.0 International', 'CC-BY-NC-4.0')
    """
    if _CC0.match(url):
        return "Creative Commons Zero v1.0 Universal", "CC0-1.0"
    if found := _CREATIVE_COMMONS.match(url):
        terms, number = found.groups()
        name = " ".join(_NAMES[term] for term in terms.split("-"))
        full = f"Creative Commons {name} {number} {_PORTS[number]}"
        return full, f"CC-{terms.upper()}-{number}"
    return None


def _license(license: License, own: str) -> Parts:
    url = address(license.url)
    if url is None:
        if non_blank(license.url):
            yield Loss(own, "rights-address-form")
        return
    named = spdx(url)
    described: Values = {
        "rights": named[0] if named else None,
        "rightsUri": Sourced(url, f"{own}.url"),
        "rightsIdentifier": named[1] if named else None,
        "rightsIdentifierScheme": "SPDX" if named else None,
        "schemeUri": "https://spdx.org/licenses/" if named else None,
    }
    yield json_object(described, field=own)
    yield from losses_of(license, LICENSE_FIELDS, own)
