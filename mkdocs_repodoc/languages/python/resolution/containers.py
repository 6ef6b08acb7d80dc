"""Elements of lists, dictionaries and tuples, and what their methods give."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation, either

CONTAINERS = frozenset({"elements", "pairs", "tuple"})
_ELEMENTS_GIVE = {"pop", "popleft", "__next__"}
_SAME = {"copy", "union", "difference", "intersection", "symmetric_difference", "__iter__"}
_VALUES_GIVE = {"get", "pop", "setdefault"}
_OF_PAIRS = frozenset({"keys", "values", "items", "copy", "popitem", *_VALUES_GIVE})


def element(container: Denotation) -> Denotation | None:
    """Return what a loop over a container binds."""
    if container.kind == "tuple":
        return either(container.parts)
    return container.parts[0]


def item(container: Denotation, number: int | None = None) -> Denotation | None:
    """Return what a subscript of a container is, given the number in it if it is one."""
    if container.kind == "pairs":
        return container.parts[1]
    return element(container) if number is None else part(container, number)


def part(container: Denotation, number: int) -> Denotation | None:
    """Return the element of a number, from 0, as unpacking has it; -1 is the last."""
    if container.kind != "tuple":
        return element(container)
    if not -len(container.parts) <= number < len(container.parts):
        return None
    return container.parts[number]


def method(container: Denotation, name: str) -> Denotation | None:
    """Return a method of a container, if what it gives is known."""
    if container.kind == "pairs":
        known = name in _OF_PAIRS
    else:
        known = container.kind == "elements" and (name in _ELEMENTS_GIVE or name in _SAME)
    return Denotation("method", name, parts=(container,)) if known else None


def given(called: Denotation) -> Denotation | None:
    """Return what a call of a container's method gives."""
    container, name = called.parts[0], called.path
    if container is None or name in _SAME:
        return container
    if container.kind == "elements":
        return container.parts[0]
    keys, values = container.parts
    if name in _VALUES_GIVE:
        return values
    if name == "popitem":
        return Denotation("tuple", exact=False, parts=(keys, values))
    if name == "items":
        return _many(Denotation("tuple", exact=False, parts=(keys, values)))
    return _many(keys if name == "keys" else values)


def _many(of: Denotation | None) -> Denotation | None:
    return Denotation("elements", exact=False, parts=(of,)) if of is not None else None
