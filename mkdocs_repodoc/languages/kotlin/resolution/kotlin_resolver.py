"""Follows what analysis left of an identifier of Kotlin to the declaration that it means.

The identifiers of a file are found before, in analysis: `kotlin_file_finder` begins there.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import Denotation, of_value
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import WITH_RECEIVER
from mkdocs_repodoc.languages.kotlin.resolution.lambdas.kotlin_lambda_lookup import LambdaLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


class Resolver(LambdaLookup):
    """Follows targets through the classes of a repository.

    Args:
        files: Its files.
    """

    def denote(self, path: str, term: Target | None) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""
        if term is None:
            return None
        question = (path, term)
        return self.memo.get(question, lambda: self._denote(path, term), None)

    def _denote(  # noqa: C901, PLR0911 - one for each term
        self, path: str, term: Target
    ) -> Denotation | None:
        match term.base:
            case "global" if term.names[0] == terms.TYPE:
                return self._type(path, term)
            case "global":
                return self.simple_name(path, term.number(1), term.names[2])
            case "symbol":
                return self._symbol(SymbolRef(path, term.position))
            case "import":
                return self._imported(path, term)
            case "self":
                return self._this(path, term)
            case "super":
                return self._parent(path, term)
            case "instance":
                kind = self.types.type_of(path, term.of)
                return Denotation(None, kind) if kind is not None else None
            case "type":
                return of_value(ClassType(term.names[0]))
            case "member":
                return self._member(path, term)
            case "call":
                return self._called(path, term)
            case "parameter":
                return self._parameter(path, term)
        return self._derived(path, term)

    def _derived(  # noqa: PLR0911 - likewise
        self, path: str, term: Target
    ) -> Denotation | None:
        """Return what is made of other values: parts of them, and what lambdas take and give."""
        match term.base:
            case "part":
                entry = self.files.file(path).entries.get(term.position)
                return self.denote(path, entry)
            case "element":
                return of_value(self.element_of(self.kind(path, term.of)))
            case "item" if term.names:
                return of_value(self.component_of(self.kind(path, term.of), term.number(0)))
            case "item":
                return of_value(self.operator_result(self.kind(path, term.of), "get", 1))
            case "enter":
                return of_value(self.operator_result(self.kind(path, term.of), "getValue", 2))
            case "given":
                return of_value(self._given(path, term))
            case "promise":
                returned = self.kind(path, term.of)
                return of_value(ClassType(types.FUNCTION, (returned,), term.number(1)))
            case "either":
                return self._either(path, term)
        return None

    def kind(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type of a value."""
        found = self.denote(path, term)
        return found.type if found is not None else None

    # Names

    def _type(self, path: str, term: Target) -> Denotation | None:
        found = self.types.find(path, term.number(1), term.names[2:])
        return self.class_named(found) if found is not None else None

    def _symbol(self, symbol: SymbolRef) -> Denotation | None:
        entry = self.files.entry(symbol)
        if entry is None:
            return None
        if entry.base == "types":
            return Denotation(symbol, ClassType(symbol), is_type=True)
        if entry.base == "own":
            return self.property_value(symbol, {})
        kind = self.returned(self.members.function(symbol), {})
        return Denotation(symbol, kind, is_declared=False)

    def _imported(self, path: str, term: Target) -> Denotation | None:
        full = ".".join(term.names)
        for base in ("types", "own", "returning"):
            found = list(self.members.imported(path, [full], base))
            nearest = self.files.nearest(found, path)
            if base == "types" and len(nearest) == 1:
                return Denotation(nearest[0], ClassType(nearest[0]), is_type=True)
            if nearest and (base != "returning" or len({one.path for one in nearest}) == 1):
                return Denotation(nearest[0], None, len(nearest) == 1)
        return None

    # Objects around

    def _this(self, path: str, term: Target) -> Denotation | None:
        for number, entry in self.types.enclosing(path, term.number(0)):
            is_known, kind = self.receiver_of(path, number, entry)
            if kind is not None:
                return Denotation(None, kind, is_declared=entry.base != "element")
            if not is_known or len(term.names) > 1:
                return None
        return None

    def _parent(self, path: str, term: Target) -> Denotation | None:
        if term.of is not None:
            kind = self.types.type_of(path, term.of)
            return Denotation(None, kind) if kind is not None else None
        for number, entry in self.types.enclosing(path, term.number(0)):
            if entry.base == "types":
                own = SymbolRef(path, number)
                bases = self.types.above(self.types.own_type(own))
                kind = ClassType("super", tuple(bases))
                return Denotation(None, kind)
        return None

    # Members

    def _member(self, path: str, term: Target) -> Denotation | None:
        if terms.CALLED in term.names[1:2]:
            called = self.call(path, term)
            return called.denotation if called is not None else None
        owner = self.denote(path, term.of)
        if owner is None:
            return None
        return self.member_of(path, owner, term.names[0], term.number(1))

    def _called(self, path: str, term: Target) -> Denotation | None:
        if term.of is None or term.names[:1] == ("new",):
            return None
        found = self.denote(path, term.of)
        if found is None:
            return None
        if not term.names:
            return of_value(found.type)
        return of_value(self.invoked(found.type))

    def _parameter(self, path: str, term: Target) -> Denotation | None:
        """Return the property that a named argument is for."""
        if term.of is None:
            return None
        called = self.call(path, term.of)
        function = called.function if called is not None else None
        if called is None or function is None:
            return None
        for one in function.taken:
            if one.name == term.names[0] and one.position > FILE_SCOPE:
                symbol = SymbolRef(function.symbol.path, one.position)
                return Denotation(symbol, one.kind, called.denotation.exact)
        return None

    # Lambdas

    def _given(self, path: str, term: Target) -> ClassType | None:
        """Return what a lambda is given."""
        number, index = term.number(0), term.number(1)
        wanted = self.lambda_type(path, number)
        if wanted is None:
            return None
        skipped = 2 if wanted.head == WITH_RECEIVER else 1
        parameters = wanted.arguments[skipped:]
        if term.of is not None and len(parameters) != 1:
            return self.kind(path, term.of) if not parameters else None
        return parameters[index] if index < len(parameters) else None

    def _either(self, path: str, term: Target) -> Denotation | None:
        """Return one of several values, if one of them is what all others are as well."""
        found = [self.denote(path, one) for one in term.also]
        if term.names:
            return found[0] or found[1]
        kinds = [one.type for one in found if one is not None and one.type is not None]
        kinds = [one for one in kinds if one.head != types.NULL]
        if not kinds or any(one is None for one in found):
            return None
        for kind in kinds:
            above = [{each.head for each in self.types.all_above(one)} for one in kinds]
            if all(kind.head in heads for heads in above):
                return of_value(kind)
        return None
