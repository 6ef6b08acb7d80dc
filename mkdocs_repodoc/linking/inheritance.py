"""Bases, subclasses and overrides over the whole repository."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import is_assigned
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.repository import SymbolRef


@dataclass(slots=True)
class Ancestry:
    """What the classes of one file inherit."""

    bases: dict[SymbolRef, tuple[SymbolRef, ...]] = field(default_factory=dict)
    overrides: dict[SymbolRef, SymbolRef] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    """The files that define the bases, near and far."""


@dataclass(slots=True)
class Inheritance:
    """How classes and their members inherit."""

    bases: dict[SymbolRef, tuple[SymbolRef, ...]] = field(default_factory=dict)
    subclasses: dict[SymbolRef, tuple[SymbolRef, ...]] = field(default_factory=dict)
    overrides: dict[SymbolRef, SymbolRef] = field(default_factory=dict)
    overridden_by: dict[SymbolRef, tuple[SymbolRef, ...]] = field(default_factory=dict)
    files: dict[str, Ancestry] = field(default_factory=dict)


def find_inheritance(
    resolver: Resolver, before: Inheritance | None = None, unchanged: Collection[str] = ()
) -> Inheritance:
    """Work out which class inherits from which, and which member overrides which.

    Args:
        resolver: Answers over the whole repository.
        before: What was found before an edit.
        unchanged: Paths of the files that mean exactly what they meant before it.
    """
    found = Inheritance()
    subclasses: dict[SymbolRef, list[SymbolRef]] = {}
    overridden: dict[SymbolRef, list[SymbolRef]] = {}
    known = before.files if before is not None else {}
    for path in sorted(resolver.table.names):
        ancestry = known.get(path)
        if ancestry is None or path not in unchanged or not ancestry.paths.issubset(unchanged):
            ancestry = _ancestry(resolver, path)
        found.files[path] = ancestry
        found.bases |= ancestry.bases
        found.overrides |= ancestry.overrides
        for this, bases in ancestry.bases.items():
            for base in bases:
                subclasses.setdefault(base, []).append(this)
        for member, original in ancestry.overrides.items():
            overridden.setdefault(original, []).append(member)
    found.subclasses = {ref: tuple(refs) for ref, refs in subclasses.items()}
    found.overridden_by = {ref: tuple(refs) for ref, refs in overridden.items()}
    return found


def _ancestry(resolver: Resolver, path: str) -> Ancestry:
    found = Ancestry()
    for position, symbol in enumerate(resolver.table.names[path].outline.symbols):
        if symbol.kind != Kind.CLASS or not symbol.bases:
            continue
        this = SymbolRef(path, position)
        bases = [SymbolRef(*ref) for ref in resolver.classes.bases(*this) if ref is not None]
        if not bases:
            continue
        found.bases[this] = tuple(dict.fromkeys(bases))
        found.overrides.update(_overrides(resolver, this))
        found.paths.update(ref[0] for ref in resolver.classes.order(*this) if ref is not None)
    return found


def _overrides(resolver: Resolver, this: SymbolRef) -> Iterator[tuple[SymbolRef, SymbolRef]]:
    names = resolver.table.names
    order = [ref for ref in resolver.classes.order(*this)[1:] if ref is not None]
    for position, short in members(resolver, this):
        if short.startswith("__") and not short.endswith("__"):
            continue  # a private name is mangled with its class: it overrides nothing
        if is_assigned(names[this.path].outline.symbols[position]):
            continue  # `self.x = …` sets what a base class has, it does not replace it
        for path, base in order:
            base_name = names[path].outline.symbols[base].name
            original = names[path].positions.get(f"{base_name}.{short}")
            if original is not None:
                yield SymbolRef(this.path, position), SymbolRef(path, original)
                break


def members(resolver: Resolver, owner: SymbolRef) -> list[tuple[int, str]]:
    """Return the positions and names of what a class defines directly."""
    names = resolver.table.names[owner.path]
    prefix = f"{names.outline.symbols[owner.position].name}."
    found = []
    for position in range(owner.position + 1, len(names.outline.symbols)):
        symbol = names.outline.symbols[position]
        if symbol.name.startswith(prefix):
            short = symbol.name[len(prefix) :]
            if "." not in short and names.positions[symbol.name] == position:
                found.append((position, short))
        elif symbol.line > names.outline.symbols[owner.position].end_line:
            break
    return found
