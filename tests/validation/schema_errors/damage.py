"""Documents with one part damaged. What the parts stand for stays as the exporter said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from jatsx.documents.json import JsonList, JsonObject
from jatsx.documents.xml import Child, Element

Steps: TypeAlias = tuple[int, ...]


def damaged(root: Any, do: str, at: str, *said: str) -> Any:
    """The document with the part at a place damaged."""
    if isinstance(root, Element):
        return _damaged_element(root, do, at, said)
    return _damaged_value(root, [_key(step) for step in at.split("/")], do, said)


# XML


def changed(element: Element, **said: Any) -> Element:
    """The element with something else in some of its parts."""
    names = ("tag", "attributes", "children", "field", "inline", "fields")
    return Element(**({name: getattr(element, name) for name in names} | said))


ON_ELEMENT: Final[Mapping[str, Callable[..., tuple[Child, ...]]]] = {
    "drop": lambda _: (),
    "repeat": lambda element: (element, element),
    "empty": lambda element: (changed(element, children=()),),
    "text": lambda element, text: (changed(element, children=(text,)),),
    "long": lambda element, count: (changed(element, children=("x" * int(count),)),),
    "rename": lambda element, tag: (changed(element, tag=tag),),
    "inside": lambda element, tag: (
        changed(element, children=(*element.children, Element(tag, {}))),
    ),
    "words": lambda element, text: (changed(element, children=(*element.children, text)),),
    "attribute": lambda element, name, value: (
        changed(element, attributes={**element.attributes, name: value}),
    ),
    "without": lambda element, name: (
        changed(
            element,
            attributes={key: value for key, value in element.attributes.items() if key != name},
        ),
    ),
}
"""What can be done to an element: given it and what is said, what stands in its place."""


def _damaged_element(root: Element, do: str, at: str, said: tuple[str, ...]) -> Element:
    if at == ".":
        (made,) = ON_ELEMENT[do](root, *said)
        assert isinstance(made, Element)
        return made
    steps = _found(root, at)
    if do in ("first", "last"):
        return _moved(root, steps, do)
    return _with(root, steps, lambda element: ON_ELEMENT[do](element, *said))


def _found(root: Element, at: str) -> Steps:
    """The positions that lead to an element: each name is somewhere inside the one before, the
    first of that name, or the one of a number from 0 (``contrib[2]/name``)."""
    steps: Steps = ()
    for step in at.split("/"):
        tag, _, number = step.removesuffix("]").partition("[")
        inner, root = list(_inside(root, tag))[int(number or 0)]
        steps += inner
    return steps


def _inside(element: Element, tag: str) -> Iterator[tuple[Steps, Element]]:
    """The elements of a name anywhere inside another, with the positions that lead to them."""
    for n, child in enumerate(element.children):
        if isinstance(child, Element):
            if child.tag == tag:
                yield (n,), child
            yield from (((n, *steps), one) for steps, one in _inside(child, tag))


def _with(
    element: Element, steps: Steps, change: Callable[[Element], tuple[Child, ...]]
) -> Element:
    """The element with something else in the place of one inside it."""
    child, (n, *rest) = element.children[steps[0]], steps
    assert isinstance(child, Element)
    made = (_with(child, tuple(rest), change),) if rest else change(child)
    return changed(element, children=(*element.children[:n], *made, *element.children[n + 1 :]))


def _moved(root: Element, steps: Steps, to: str) -> Element:
    """The element with one inside it at the other end of its parent."""

    def reordered(parent: Element) -> tuple[Child, ...]:
        n = steps[-1]
        one, rest = parent.children[n], (*parent.children[:n], *parent.children[n + 1 :])
        return (changed(parent, children=(one, *rest) if to == "first" else (*rest, one)),)

    if len(steps) == 1:
        (made,) = reordered(root)
        assert isinstance(made, Element)
        return made
    return _with(root, steps[:-1], reordered)


# JSON


def _damaged_value(value: Any, path: list[str | int], do: str, said: tuple[str, ...]) -> Any:
    key, *rest = path
    if rest:
        return _set(value, key, _damaged_value(value[key], rest, do, said))
    return ON_VALUE[do](value, key, *said)


def _set(value: Any, key: str | int, inner: Any) -> Any:
    if isinstance(value, JsonObject):
        return JsonObject({**value, str(key): inner}, value.field, value.fields)
    assert isinstance(value, JsonList)
    assert isinstance(key, int)
    return _list(value, (*value[:key], inner, *value[key + 1 :]), value.fields)


def _drop(value: Any, key: str | int) -> Any:
    if isinstance(value, JsonObject):
        kept = {name: inner for name, inner in value.items() if name != key}
        return JsonObject(kept, value.field, value.fields)
    assert isinstance(key, int)
    fields = (*value.fields[:key], *value.fields[key + 1 :])
    return _list(value, (*value[:key], *value[key + 1 :]), fields)


def _repeat(value: Any, key: str | int) -> Any:
    assert isinstance(key, int)
    fields = (*value.fields[: key + 1], *value.fields[key:])
    return _list(value, (*value[: key + 1], *value[key:]), fields)


def _list(like: JsonList, items: tuple[Any, ...], fields: tuple[str | None, ...]) -> JsonList:
    return JsonList(items, like.field, fields, like.kinds)


def _emptied(value: Any, key: str | int) -> Any:
    inner = value[key]
    made: Any = ""
    if isinstance(inner, JsonObject):
        made = JsonObject({}, inner.field, inner.fields)
    elif isinstance(inner, JsonList):
        made = JsonList((), inner.field, (), inner.kinds)
    return _set(value, key, made)


ON_VALUE: Final[Mapping[str, Callable[..., Any]]] = {
    "drop": _drop,
    "repeat": _repeat,
    "empty": _emptied,
    "value": lambda value, key, said: _set(value, key, said),
    "number": lambda value, key, said: _set(value, key, int(said)),
    "list": lambda value, key: _set(value, key, [value[key]]),
    "key": lambda value, key, name: _set(value, key, _set(value[key], name, "x")),
}
"""What can be done to a value: given what holds it, its key, and what is said."""


def _key(step: str) -> str | int:
    return int(step) if step.isdecimal() else step
