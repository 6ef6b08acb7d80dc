"""The members of a type: its variants, fields, constructors and methods, the most used first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_repodoc.insight.symbols.object_construction import is_constructor
from mkdocs_repodoc.model.kinds import HELD, LOCAL_SCOPES, NOUNS, ROWS, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository

_SEPARATORS = ("::", ".", "#")
_FIELDS = (HELD | VALUES) & ROWS
_METHODS = LOCAL_SCOPES | (HELD - ROWS)
_VARIANTS = frozenset({Kind.VARIANT, Kind.ENUMERATOR})
_CONTRACT = frozenset({"required", "abstract", "declaration"})
"""Labels of methods that others have to write."""


@dataclass(frozen=True, slots=True)
class TypeMembers:
    """The direct members of a type; those that special syntax calls are in `all` only.

    Attributes:
        variants: The values of an enumeration, or the cases of a tagged type, in source order.
        fields: Its fields, those that the code reads most first; constants if it has no others.
        constructors: What makes a value of it and is written as a member.
        methods: Methods and properties: what others have to write, then what is public, then the
            rest, each the most used first.
        inner: Types that are defined in it, in source order.
        all: All of them.
    """

    variants: tuple[SymbolRef, ...]
    fields: tuple[SymbolRef, ...]
    constructors: tuple[SymbolRef, ...]
    methods: tuple[SymbolRef, ...]
    inner: tuple[SymbolRef, ...]
    all: tuple[SymbolRef, ...]

    @classmethod
    def of(cls, repository: Repository, code: Collection[str], ref: SymbolRef) -> TypeMembers:
        """Return the members of a type.

        Args:
            repository: The linked repository.
            code: Paths of the files whose uses count.
            ref: An outer type.
        """
        symbol = repository.symbol
        found = list(_members(repository, code, ref))

        def uses(member: SymbolRef) -> int:
            using = (use for use in repository.links.uses.of(member) if use.path in code)
            return sum(use.kind != "assign" for use in using)

        def rank(member: SymbolRef) -> tuple[bool, bool, int, SymbolRef]:
            demanded = not _CONTRACT.isdisjoint(symbol(member).labels)
            return not demanded, not symbol(member).public, -uses(member), member

        variants = _variants(repository, ref, found)
        fields = [
            each
            for each in found
            if symbol(each).kind in _FIELDS
            and each not in variants
            and not _is_special(symbol(each))
        ]
        if any(symbol(each).kind != Kind.CONSTANT for each in fields):
            fields = [each for each in fields if symbol(each).kind != Kind.CONSTANT]
        fields.sort(key=lambda each: ("static" in symbol(each).labels, -uses(each), each))
        own = repository.files[ref.path]  # members elsewhere are of the same language
        makers = [each for each in found if is_constructor(own, symbol(each))]
        methods = [each for each in found if each not in makers and _is_method(symbol(each))]
        return cls(
            tuple(variants),
            tuple(fields),
            tuple(makers),
            tuple(sorted(methods, key=rank)),
            tuple(each for each in found if symbol(each).kind in NOUNS),
            tuple(found),
        )


def _variants(
    repository: Repository, ref: SymbolRef, found: Iterable[SymbolRef]
) -> Sequence[SymbolRef]:
    owner = repository.symbol(ref)
    is_enumeration = owner.kind == Kind.ENUM or "enum" in owner.labels
    return [
        each
        for each in found
        if (symbol := repository.symbol(each)).kind in _VARIANTS
        or (is_enumeration and _is_value(symbol))
    ]


NO_MEMBERS = TypeMembers((), (), (), (), (), ())


def _members(repository: Repository, code: Collection[str], ref: SymbolRef) -> Iterator[SymbolRef]:
    """Yield the direct members; those that its own file lacks may stand elsewhere in the folder."""
    name = repository.symbol(ref).name
    own = repository.files[ref.path]
    folder = [path for path in repository.folders[own.folder].files if path in code]
    seen: set[str] = set()
    for path in sorted(folder, key=lambda each: (each != ref.path, each)):
        file = repository.files[path]
        if file.source.language != own.source.language:
            continue
        symbols = file.outline.symbols
        if path != ref.path and any(symbol.name == name for symbol in symbols):
            continue
        for position, symbol in enumerate(symbols):
            inner = _inside(symbol.name, name)
            if inner and (path == ref.path or inner not in seen):
                seen.add(inner)
                yield SymbolRef(path, position)


def _inside(name: str, owner: str) -> str:
    """Return the name of a direct member within its type; empty for anything else."""
    for separator in _SEPARATORS:
        if name.startswith(f"{owner}{separator}"):
            rest = name[len(owner) + len(separator) :]
            bare = rest.removeprefix("#")
            return "" if any(each in bare for each in _SEPARATORS) else rest
    return ""


def _is_special(symbol: Symbol) -> bool:
    last = symbol.name.rpartition(".")[2]
    return last.startswith("__") and last.endswith("__")


def _is_value(symbol: Symbol) -> bool:
    """Whether a member of an enumeration is one of its values."""
    is_field = symbol.kind in _FIELDS and "instance" not in symbol.labels
    return is_field and symbol.signature.startswith(" =") and not _is_special(symbol)


def _is_method(symbol: Symbol) -> bool:
    return symbol.kind in _METHODS and not _is_special(symbol)
