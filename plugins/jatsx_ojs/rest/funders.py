"""The funders of an article, which the API of OJS 3.6 gives with the submission or its version.

Source: pkp/pkp-lib, main: ``schemas/funder.json``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jatsx_ojs.rest.api import entries
from jatsx_ojs.rest.elements import node, plain, texts
from jatsx_ojs.tree import XmlNode
from jatsx_ojs.wordlists import wordlist

SYSTEM: Final = wordlist("_href id grants name publicationId ror rorObject seq submissionId")
"""Fields of a funder that are read otherwise, or have no meaning outside OJS."""


def funders(value: Any, address: str) -> list[XmlNode]:
    """The ``funders`` element, if there are funders."""
    listed = entries(value)
    if listed is None:
        return texts("funders", value, address)
    around = node("funders", address)
    around.children = [_funder(one, f"{address}[{n}]") for n, one in enumerate(listed) if one]
    return [around] if around.children else []


def _funder(funder: Any, address: str) -> XmlNode:
    if not isinstance(funder, dict):
        return node("funder", address, plain(funder))
    element = node("funder", address)
    ror = texts("ror", funder.get("ror"), f"{address}.ror")
    element.children = [*_names(funder, address), *ror]
    grants = entries(funder.get("grants"))
    if grants is None:
        element.children += texts("grants", funder.get("grants"), f"{address}.grants")
    for n, grant in enumerate(grants or ()):
        element.children.append(_grant(grant, f"{address}.grants[{n}]"))
    for name in (one for one in funder if one not in SYSTEM):
        element.children += texts(name, funder[name], f"{address}.{name}")
    return element


def _names(funder: Mapping[str, Any], address: str) -> list[XmlNode]:
    """The names as typed, else those of the organisation in ROR."""
    found = texts("name", funder.get("name"), f"{address}.name")
    organisation = funder.get("rorObject")
    if found or not isinstance(organisation, dict):
        return found
    return texts("name", organisation.get("name"), f"{address}.rorObject.name")


def _grant(grant: Any, address: str) -> XmlNode:
    if not isinstance(grant, dict):
        return node("grant", address, plain(grant))
    element = node("grant", address)
    for name, value in grant.items():
        element.children += texts(name, value, f"{address}.{name}")
    return element
