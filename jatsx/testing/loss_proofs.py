"""The proof of each reason why a format does not include a value.

A format's ``losses.yaml`` has an entry for each code of its losses. It either tries to place the
value and sees the schema refuse it (``tries``), or names the source of what the agency says
(``source``), or both.

A try of XML changes a valid document at the element of an XPath (``at``): it inserts elements
before, between and after the element's children (``insert``), replaces the element (``replace``),
its text (``text``) or attributes (``set``), or removes it (``remove``). A try of JSON sets a value
at a path (``set``). ``version`` is a version of the format, if the reason names it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml
from lxml import etree

ProofDocument: TypeAlias = Any
Proof: TypeAlias = Mapping[str, Any]

KEYS: Final = frozenset({"tries", "source"})
CHANGES: Final = ("insert", "replace", "text", "set", "remove")


def proofs_in(path: Path) -> dict[str, Proof]:
    """The proof of each code in a file."""
    proofs: dict[str, Proof] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return proofs


def unproven(proofs: Mapping[str, Proof], codes: Mapping[str, str]) -> set[str]:
    """The codes without a proof, and the proofs without a code."""
    proven = {code for code, proof in proofs.items() if proof and KEYS.issuperset(proof)}
    return proven ^ {*codes}


def accepted(
    proof: Proof,
    document: Callable[[str | None], ProofDocument],
    is_valid: Callable[[ProofDocument, str | None], bool],
    changed: Callable[[ProofDocument, Proof], Iterator[ProofDocument]],
) -> list[Proof]:
    """The tries of a proof that the schema accepts. Each must change the valid document."""
    found = []
    for one in proof.get("tries", ()):
        version = one.get("version")
        variants = list(changed(document(version), one))
        assert variants, one
        if any(is_valid(variant, version) for variant in variants):
            found.append(one)
    return found


def changed_xml(root: etree._Element, one: Proof) -> Iterator[etree._Element]:
    """The documents of a try of XML."""
    assert any(change in one for change in CHANGES), one
    for snippet in _listed(one.get("insert")):
        for position in range(len(_element(root, one)) + 1):
            variant = copy.deepcopy(root)
            _element(variant, one)[position:position] = _parsed(snippet, root)
            yield variant
    if "insert" in one:
        return
    variant = copy.deepcopy(root)
    element = _element(variant, one)
    if "text" in one:
        element.text = one["text"]
    for name, value in one.get("set", {}).items():
        element.set(name, value)
    parent = element.getparent()
    if "remove" in one and parent is not None:
        parent.remove(element)
    if "replace" in one and parent is not None:
        index = parent.index(element)
        parent[index : index + 1] = _parsed(one["replace"], root)
    yield variant


def changed_json(document: ProofDocument, one: Proof) -> Iterator[ProofDocument]:
    """The document of a try of JSON."""
    variant = copy.deepcopy(document)
    for path, value in one["set"].items():
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
        inside = variant
        for step in steps:
            inside = inside[step]
        inside[last] = value
    yield variant


def _element(root: etree._Element, one: Proof) -> etree._Element:
    """The first element of the XPath. Elements of the default namespace have the prefix ``_``."""
    namespaces = {prefix or "_": uri for prefix, uri in root.nsmap.items()}
    found: Any = root.xpath(one["at"], namespaces=namespaces)
    assert found, one["at"]
    element: etree._Element = found[0]
    return element


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _parsed(snippet: str, root: etree._Element) -> list[etree._Element]:
    names = {f"xmlns:{prefix}" if prefix else "xmlns": uri for prefix, uri in root.nsmap.items()}
    declared = " ".join(f'{name}="{uri}"' for name, uri in names.items())
    return list(etree.fromstring(f"<snippet {declared}>{snippet}</snippet>"))
