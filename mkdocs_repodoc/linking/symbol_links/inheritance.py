"""Bases, subclasses and overrides over the whole repository."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import OutlinedFiles


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
    names: RepositoryNames,
    files: OutlinedFiles,
    before: Inheritance | None = None,
    unchanged: Collection[str] = (),
) -> Inheritance:
    """Work out which class inherits from which, and which member overrides which.

    Args:
        names: Answers over the whole repository.
        files: All files with their outlines, in sorted order.
        before: What was found before an edit.
        unchanged: Paths of the files that mean exactly what they meant before it.
    """
    found = Inheritance()
    subclasses: dict[SymbolRef, list[SymbolRef]] = {}
    overridden: dict[SymbolRef, list[SymbolRef]] = {}
    known = before.files if before is not None else {}
    for source, outline in files:
        path = source.path
        own = names.of(path)
        if own is None:
            continue
        ancestry = known.get(path)
        if ancestry is None or path not in unchanged or not ancestry.paths.issubset(unchanged):
            ancestry = _ancestry(own, path, range(len(outline.symbols)))
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


def _ancestry(names: LanguageNames, path: str, positions: Iterable[int]) -> Ancestry:
    found = Ancestry()
    for position in positions:
        this = SymbolRef(path, position)
        bases = names.bases(this)
        if not bases:
            continue
        ancestors = names.ancestors(this)
        found.bases[this] = tuple(dict.fromkeys(bases))
        found.overrides.update(_overrides(names, this, ancestors))
        found.paths.update(ref.path for ref in (this, *ancestors))
    return found


def _overrides(
    names: LanguageNames, this: SymbolRef, ancestors: Sequence[SymbolRef]
) -> Iterator[tuple[SymbolRef, SymbolRef]]:
    for position, short in names.overriding(this):
        for ancestor in ancestors:
            original = names.member(ancestor, short)
            if original is not None:
                yield SymbolRef(this.path, position), original
                break
