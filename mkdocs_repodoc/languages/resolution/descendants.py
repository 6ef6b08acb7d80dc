"""Types that inherit from some that are known, however long the line is and in circles as well."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from mkdocs_repodoc.model.linked_symbols import SymbolRef


def with_descendants(
    bases: Mapping[SymbolRef, Sequence[SymbolRef]], is_first: Callable[[SymbolRef], bool]
) -> frozenset[SymbolRef]:
    """Return the types that are of a kind, or inherit from one that is.

    Args:
        bases: A type → those that it inherits from directly.
        is_first: Whether a type is of the kind by itself; asked once for each in `bases`.
    """
    derived: dict[SymbolRef, list[SymbolRef]] = {}
    for ref, direct in bases.items():
        for base in direct:
            derived.setdefault(base, []).append(ref)
    waiting = [ref for ref in {**bases, **derived} if is_first(ref)]
    found = set(waiting)
    while waiting:
        for each in derived.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)
