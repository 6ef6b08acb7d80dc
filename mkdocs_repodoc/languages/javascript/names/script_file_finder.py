"""Every identifier of a file that means a definition, an import or a member of either.

`script_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names import (
    declared_names,
    exchange,
    object_literals,
    used_names,
)
from mkdocs_repodoc.languages.javascript.names.assigned_members import given_members
from mkdocs_repodoc.languages.javascript.names.documented_types import bind_documented_types
from mkdocs_repodoc.languages.javascript.names.meanings import Meanings
from mkdocs_repodoc.languages.javascript.names.name_walk import (
    Handlers,
    Member,
    Signature,
    Used,
    Walker,
)
from mkdocs_repodoc.languages.javascript.names.symbol_keys import KEPT, bracket_of
from mkdocs_repodoc.languages.javascript.names.type_formulas import TypeFormulas
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, OutlinedTree
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Reference, ReferenceKind, Target

_CALLED = frozenset((Kind.FUNCTION, Kind.METHOD, Kind.CONSTRUCTOR))
_HANDLERS: Handlers = {
    **declared_names.HANDLERS,
    **exchange.HANDLERS,
    **used_names.HANDLERS,
    **object_literals.HANDLERS,
}


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean.

    Returns:
        One reference for each identifier of a chain (`a`, `a.b`, `a.b.c`). Names that are local
        variables or parameters have none, but their members do where the type is known.
    """
    walker = Walker(file.code, file.symbols, file.imports, _HANDLERS)
    bind_documented_types(walker, file.root, file.code)
    walker.visit_all(file.root.named_children)
    meanings = Meanings(file.code, given_members(walker))
    references = _References(meanings)
    references.definitions(file.symbols)
    for member in walker.members:
        references.member(member)
    for used in walker.used:
        references.used(used)
    for member in walker.shorthands:  # a variable that is a symbol goes before its key
        references.member(member)
    types = tuple(_with_formulas(walker, meanings, dict(_types(walker, meanings))))
    offers = tuple(dict.fromkeys(_offers(walker, meanings)))
    return FileNames(references.targets(), references.in_order(), types, offers)


class _References:
    """Collects the references of one file."""

    def __init__(self, meanings: Meanings) -> None:
        self._meanings = meanings
        self._numbers: dict[Target, int] = {}
        self._found: dict[tuple[int, int], Reference] = {}

    def targets(self) -> tuple[Target, ...]:
        """Return the distinct targets, in the order of their numbers."""
        return tuple(self._numbers)

    def in_order(self) -> tuple[Reference, ...]:
        """Return the references by their place in the source."""
        return tuple(self._found[place] for place in sorted(self._found))

    def definitions(self, symbols: Sequence[Symbol]) -> None:
        """Add the name of each symbol."""
        for position, symbol in enumerate(symbols):
            if symbol.has_place:
                target = Target("own", (str(position),))
                self._add(
                    Reference(
                        symbol.name_line,
                        symbol.column,
                        symbol.end_column,
                        self._number(target),
                        "definition",
                        position,
                    )
                )

    def member(self, member: Member) -> None:
        """Add a name that is no expression."""
        target = member.target
        if target is None and member.of is not None:
            target = self._meanings.held(member.of)
        if target is not None:
            self._note(member.node, target, member.kind, member.symbol)

    def used(self, used: Used) -> None:
        """Add an identifier that is looked up."""
        target = self._target(used)
        if used.node.type == "subscript_expression":
            self._keyed(used, target)
            return
        if target is None or (target.base == "self" and len(target.names) == 1):
            return
        name = _last_name(used.node)
        self._note(name, target, used.kind, used.symbol, used.call)

    def _keyed(self, used: Used, target: Target | None) -> None:
        """Add the look-up of a member by a key that may be a symbol."""
        bracket = bracket_of(used.node)
        if target is not None and target.base == "keyed" and not target.names and bracket:
            self._note(bracket, target, used.kind, used.symbol, used.call)

    def _target(self, used: Used) -> Target | None:
        meanings = self._meanings
        if used.space == "type":
            return meanings.type_name(used.node, used.scope)
        if used.node.type in {"jsx_identifier", "identifier"}:
            binding = used.scope.look_up(meanings.text(used.node), used.space)
            if binding is None or binding.is_local:
                return None  # a local variable is no definition to link to
            return meanings.bound(binding)
        if used.node.type == "shorthand_property_identifier":
            binding = used.scope.look_up(meanings.text(used.node), "value")
            is_known = binding is not None and not binding.is_local
            return meanings.bound(binding) if is_known else None
        return meanings.value(used.node, used.scope)

    def _note(
        self, node: Node, target: Target, kind: ReferenceKind, symbol: int, call: Node | None = None
    ) -> None:
        (row, column), (end_row, end) = node.start_point, node.end_point
        if row != end_row:
            return
        arguments = call.child_by_field_name("arguments") if call is not None else None
        self._add(
            Reference(
                line=row + 1,
                column=column,
                end_column=end,
                target=self._number(target),
                kind=kind,
                scope=symbol,
                arguments=arguments.named_child_count if arguments is not None else 0,
                end_line=call.end_point.row + 1 if call is not None else 0,
            )
        )

    def _add(self, reference: Reference) -> None:
        self._found.setdefault((reference.line, reference.column), reference)

    def _number(self, target: Target) -> int:
        return self._numbers.setdefault(target, len(self._numbers))


def _last_name(node: Node) -> Node:
    """Return the name that a chain ends with."""
    if node.type in ("member_expression", "nested_type_identifier", "nested_identifier"):
        return node.named_children[-1]
    return node


def _types(walker: Walker, meanings: Meanings) -> Iterator[tuple[int, Target]]:
    """Yield what the value of each symbol is, or what a call of it gives."""
    for position, symbol in enumerate(walker.symbols):
        target = None
        if position in walker.functions:
            target = _function(walker.functions[position], symbol, meanings)
        elif position in walker.calls:
            target = meanings.calls(walker.calls[position])
        elif position in walker.arguments:
            target = Target("parameter", (str(walker.arguments[position]),))
        elif position in walker.holders:
            target = meanings.held(walker.holders[position])
        if target is not None:
            yield position, target


def _with_formulas(
    walker: Walker, meanings: Meanings, types: dict[int, Target]
) -> Iterator[tuple[int, Target]]:
    """Yield the same, with what depends on type parameters."""
    formulas = TypeFormulas(meanings, walker.symbol_of)
    for position in range(len(walker.symbols)):
        said, term = types.get(position), _generic(walker, formulas, position)
        if term is not None:
            yield position, Target("generic", term.names, said, term.also)
        elif said is not None:
            yield position, said


def _generic(walker: Walker, formulas: TypeFormulas, position: int) -> Target | None:
    """Return how what a symbol is depends on type parameters; nothing if it does not."""
    if position in walker.generics:
        return formulas.generic(*walker.generics[position])
    known, holder = walker.functions.get(position), walker.holders.get(position)
    if known is not None:
        node = known.parameters.parent if known.parameters is not None else None
        return formulas.alone(node, known.scope) if walker.is_generic else None
    if holder is None or holder.annotation is None:
        return None
    node = holder.annotation.parent
    if node is not None and node.type == "type_alias_declaration":
        return formulas.generic(node, holder.scope, holder.annotation)
    return formulas.alone(holder.annotation, holder.scope) if walker.is_generic else None


def _function(known: Signature, symbol: Symbol, meanings: Meanings) -> Target | None:
    """Return what a function takes and gives; an accessor is what it gives."""
    target = None
    if known.returns is not None:
        target = meanings.type(known.returns, known.scope)
    elif symbol.kind != Kind.CONSTRUCTOR:
        target = meanings.returned(known.scope, is_async=known.scope.is_async)
    if symbol.kind not in _CALLED:
        return target
    return meanings.signature(target, known.parameters, known.scope)


def _offers(walker: Walker, meanings: Meanings) -> Iterator[tuple[str, Target]]:
    yield from ((KEPT, target) for target in meanings.kept(walker.kept))
    for offer in walker.offers:
        if offer.target is not None:
            yield offer.name, offer.target
        elif offer.local:
            for binding in walker.module.bindings.get(offer.local, ()):
                target = meanings.bound(binding)
                if target is not None:
                    yield offer.name, target
        elif offer.value is not None:
            target = meanings.value(offer.value, walker.module)
            if target is not None:
                yield offer.name, target
