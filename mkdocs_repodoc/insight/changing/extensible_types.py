"""Types that several others inherit from or implement, and what one more of them has to have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.named_alike import Family, NamedAlike, named_alike
from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository

_LEAST_HEIRS = 3
"""Types that inherit from one, for another to be likely."""
_STAND_IN = re.compile(r"_*(?:mock|fake|stub|dummy)|\w*(?:Mock|Fake|Stub|Dummy)$", re.IGNORECASE)
"""Names of types that stand in for others in tests."""
_LEAST_BODY = 3
"""Lines of a type that shows how others are written."""
_LAST = re.compile(r"[\w$]+$")


class Extensible(NamedTuple):
    """A type that others are made from."""

    base: SymbolRef
    heirs: tuple[SymbolRef, ...]
    """Types of the software that are made from it, in the order of their files."""
    defined: tuple[SymbolRef, ...]
    """Members of the base that most heirs define anew, those that more define first."""
    by_all: bool
    """Whether every heir defines them."""
    model: SymbolRef | None
    """A short heir that defines some."""
    model_lines: int
    alike: tuple[NamedAlike, ...]
    """What is named after the heirs."""


def extensible_types(
    repository: Repository,
    parts: Mapping[str, Sequence[str]],
    most: int,
    most_defined: int,
    is_test: Callable[[str, int], bool],
) -> Mapping[str, tuple[Extensible, ...]]:
    """Return the types of each component that most others are made from.

    Args:
        repository: The linked repository.
        parts: Component → paths of its files.
        most: Types of one component.
        most_defined: Members that are told of one type.
        is_test: Path and line → whether a test stands there, in a file of the software as well.
    """
    chosen = {
        part: nlargest(most, _bases(repository, paths, is_test), key=lambda each: len(each[1]))
        for part, paths in parts.items()
    }
    families = [
        Family(
            tuple(repository.symbol(each).bare_name for each in heirs), frozenset((base, *heirs))
        )
        for found in chosen.values()
        for base, heirs in found
    ]
    alike = iter(named_alike(repository, families, is_test))
    return {
        part: tuple(
            _extensible(repository, base, heirs, next(alike), most_defined) for base, heirs in found
        )
        for part, found in chosen.items()
    }


def _bases(
    repository: Repository, paths: Sequence[str], is_test: Callable[[str, int], bool]
) -> list[tuple[SymbolRef, list[SymbolRef]]]:
    found = []
    for path in paths:
        for position, symbol in enumerate(repository.files[path].outline.symbols):
            if symbol.kind not in NOUNS or symbol.kind == Kind.ENUM:
                continue
            ref = SymbolRef(path, position)
            heirs = [
                each
                for each in repository.links.subclasses.get(ref, ())
                if repository.files[each.path].role in CODE_ROLES
                and not _stands_in(repository, each)
                and not is_test(each.path, repository.symbol(each).line)
            ]
            if len(heirs) >= _LEAST_HEIRS:
                found.append((ref, sorted(heirs)))
    return found


def _stands_in(repository: Repository, ref: SymbolRef) -> bool:
    last = _LAST.search(repository.symbol(ref).name)
    return last is not None and _STAND_IN.match(last[0]) is not None


def _extensible(
    repository: Repository,
    base: SymbolRef,
    heirs: Sequence[SymbolRef],
    alike: tuple[NamedAlike, ...],
    most_defined: int,
) -> Extensible:
    counts = _defined(repository, base, heirs)
    often = [
        ref
        for ref, owners in sorted(counts.items(), key=lambda each: (-len(each[1]), each[0]))
        if 2 * len(owners) > len(heirs) and not repository.symbol(ref).name.endswith("__")
    ][:most_defined]
    defining = {owner for ref in often for owner in counts[ref]}
    lengths = {ref: _length(repository, ref) for ref in heirs if ref in defining}
    long_enough = [ref for ref, lines in lengths.items() if lines >= _LEAST_BODY]
    model = min(long_enough, key=lambda ref: (lengths[ref], ref), default=None)
    return Extensible(
        base=base,
        heirs=tuple(heirs),
        defined=tuple(often),
        by_all=bool(often) and all(len(counts[ref]) == len(heirs) for ref in often),
        model=model,
        model_lines=lengths[model] if model is not None else 0,
        alike=alike,
    )


def _defined(
    repository: Repository, base: SymbolRef, heirs: Sequence[SymbolRef]
) -> dict[SymbolRef, set[SymbolRef]]:
    """Return the members of a type that heirs define anew, each with the heirs that do."""
    prefix = repository.symbol(base).name
    owners = {(each.path, repository.symbol(each).name): each for each in heirs}
    counts: dict[SymbolRef, set[SymbolRef]] = {}
    for position, symbol in enumerate(repository.files[base.path].outline.symbols):
        last = _LAST.search(symbol.name)
        if last is None or _around(symbol.name, last[0]) != prefix:
            continue
        ref = SymbolRef(base.path, position)
        for each in repository.links.overridden_by.get(ref, ()):
            written = repository.symbol(each).name
            inner = _LAST.search(written)
            around = _around(written, inner[0]) if inner else ""
            if (owner := owners.get((each.path, around))) is not None:
                counts.setdefault(ref, set()).add(owner)
    return counts


def _around(name: str, last: str) -> str:
    return name.removesuffix(last).rstrip(".:#")


def _length(repository: Repository, ref: SymbolRef) -> int:
    """Return the lines of a type, members that stand elsewhere in its file included."""
    own = repository.symbol(ref)
    lines = own.end_line - own.line + 1
    begins = (f"{own.name}.", f"{own.name}::")
    spans: Counter[int] = Counter()
    for symbol in repository.files[ref.path].outline.symbols:
        if symbol.name.startswith(begins) and symbol.line > own.end_line:
            spans[symbol.line] = symbol.end_line - symbol.line + 1
    return lines + spans.total()
