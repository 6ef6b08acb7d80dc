"""Bases, subclasses and overrides over the whole repository."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.kinds import FUNCTIONS, NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
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
    indexed: Mapping[SymbolRef, Sequence[SymbolRef]] | None = None,
    *,
    losses: LinkingLosses | None = None,
) -> Inheritance:
    """Work out which class inherits from which, and which member overrides which.

    Args:
        names: Answers over the whole repository.
        files: All files with their outlines, in sorted order.
        before: What was found before an edit.
        unchanged: Paths of the files that mean exactly what they meant before it.
        indexed: What indexes say that a symbol implements or inherits from, near or far.
        losses: Takes the files of which it can't be worked out.
    """
    known = before.files if before is not None else {}
    outlines = {source.path: outline for source, outline in files}

    def of_file(path: str) -> Ancestry:
        own, ancestry = names.of(path), known.get(path)
        if own is None:
            return Ancestry()
        if ancestry is None or path not in unchanged or not ancestry.paths.issubset(unchanged):
            ancestry = _ancestry(own, path, range(len(outlines[path].symbols)))
        return ancestry

    losses = losses or LinkingLosses()
    by_file = losses.of_files(
        (path for path in outlines if names.of(path) is not None),
        of_file,
        lambda _: Ancestry(),
        "What the classes of the file inherit could not be found, and is not told",
    )
    return losses.of_all(
        "what inherits from a class",
        lambda: _gathered(by_file, indexed or {}, outlines),
        Inheritance(files=by_file),
    )


def _gathered(
    files: dict[str, Ancestry],
    indexed: Mapping[SymbolRef, Sequence[SymbolRef]],
    outlines: Mapping[str, FileOutline],
) -> Inheritance:
    """Return what all files and indexes say together."""
    found = Inheritance(files=files)
    for ancestry in files.values():
        found.bases |= ancestry.bases
        found.overrides |= ancestry.overrides
    _add_indexed(found, indexed, outlines)
    _turn_around(found)
    return found


def _turn_around(found: Inheritance) -> None:
    """Add what inherits from a class, and what overrides a member."""
    subclasses: dict[SymbolRef, list[SymbolRef]] = {}
    overridden: dict[SymbolRef, list[SymbolRef]] = {}
    for this, bases in found.bases.items():
        for base in bases:
            subclasses.setdefault(base, []).append(this)
    for member, original in found.overrides.items():
        overridden.setdefault(original, []).append(member)
    found.subclasses = {ref: tuple(refs) for ref, refs in subclasses.items()}
    found.overridden_by = {ref: tuple(refs) for ref, refs in overridden.items()}


def _add_indexed(
    found: Inheritance,
    indexed: Mapping[SymbolRef, Sequence[SymbolRef]],
    outlines: Mapping[str, FileOutline],
) -> None:
    """Add what indexes say and the languages' own rules do not find."""

    def kind(ref: SymbolRef) -> Kind:
        return outlines[ref.path].symbols[ref.position].kind

    for this, others in sorted(indexed.items()):
        if kind(this) in FUNCTIONS:
            originals = [other for other in others if kind(other) in FUNCTIONS]
            if originals and this not in found.overrides:
                found.overrides[this] = originals[0]
        elif kind(this) in NOUNS:
            bases = [other for other in others if kind(other) in NOUNS]
            far = {each for base in bases for each in _above(base, found.bases, indexed)}
            own = found.bases.get(this, ())
            far.update(each for base in own for each in _above(base, found.bases, indexed))
            near = tuple(base for base in bases if base not in far)
            if near:
                found.bases[this] = tuple(dict.fromkeys((*own, *near)))


def _above(
    base: SymbolRef,
    bases: Mapping[SymbolRef, Sequence[SymbolRef]],
    indexed: Mapping[SymbolRef, Sequence[SymbolRef]],
) -> Iterator[SymbolRef]:
    """Yield all that a type inherits from, itself left out."""
    seen = {base}
    waiting = [base]
    while waiting:
        this = waiting.pop()
        for each in (*bases.get(this, ()), *indexed.get(this, ())):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
                yield each


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
