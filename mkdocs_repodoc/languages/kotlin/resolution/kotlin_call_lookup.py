"""Calls of Kotlin: the function that one means, and what it returns."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import CalledFunction, Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Given
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_member_lookup import Receiver
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import FUNCTION
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_receiver_calls import ReceiverCalls, less
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.references import Target


class CallLookup(ReceiverCalls):
    """Finds functions."""

    def call(self, path: str, term: Target) -> CalledFunction | None:
        """Return the function that a call means; `None` if that is not known."""
        question = ("call", path, term)
        return self.memo.get(question, lambda: self._call(path, term), None)

    def _call(self, path: str, term: Target) -> CalledFunction | None:
        if term.base == "call":
            return self._construct(path, term)
        name, _, scope, *labels = term.names
        given = self._given_in(path, labels, term.also)
        if term.of is None:
            return self._unqualified(path, int(scope), name, given)
        owner = self.denote(path, term.of)
        if owner is None:
            return None
        if term.of.base == "either" and term.of.names:
            found = self._on(path, owner, int(scope), name, given)
            other = self.denote(path, term.of.also[1])
            if found is not None or other is None:
                return found
            owner = other
        return self._on(path, owner, int(scope), name, given)

    def _given_in(self, path: str, labels: Sequence[str], values: Sequence[Target]) -> Given:
        kinds = [self.kind(path, one) for one in values]
        pairs = list(zip(labels, kinds, strict=True))
        return Given(
            tuple(label for label, _ in pairs if label != terms.TYPE_ARGUMENT),
            tuple(kind for label, kind in pairs if label != terms.TYPE_ARGUMENT),
            tuple(kind for label, kind in pairs if label == terms.TYPE_ARGUMENT),
        )

    def _construct(self, path: str, term: Target) -> CalledFunction | None:
        kind = self.types.type_of(path, term.of)
        if kind is None or kind.symbol is None:
            return None
        given = self._given_in(path, term.names[1:], term.also)
        return self._made(kind.symbol, given, is_exact=True)

    # Without a receiver

    def _unqualified(self, path: str, scope: int, name: str, given: Given) -> CalledFunction | None:
        receivers = list(self.receivers(path, scope))
        is_certain = True
        if self.may_be_given(path, scope, name):
            return None
        for one in receivers:
            found = self._of_receiver_called(path, one, receivers, name, given)
            if found is not None:
                return less(found, is_exact=one.is_certain)
            is_certain = one.is_certain and self.is_complete(one.kind)
        is_certain = is_certain and not self.is_in_unknown(path, scope)
        found = self._at_top_called(path, name, receivers, given)
        return less(found, is_exact=is_certain) if found is not None else None

    def _of_receiver_called(
        self,
        path: str,
        receiver: Receiver,
        receivers: Sequence[Receiver],
        name: str,
        given: Given,
    ) -> CalledFunction | None:
        found = self._member_called(receiver.kind, name, given, is_exact=True)
        if found is not None:
            return found
        if receiver.owner is not None:
            own = ClassType(receiver.owner)
            functions = self.members.functions(own, name, of_companion=True)
            if (found := self.chosen(functions, None, given, is_exact=True)) is not None:
                return found
            value = self.property_of(own, name, of_companion=True)
            if value is not None and (found := self.value_called(value)) is not None:
                return found
            inner = self.types.member_class(receiver.owner, name)
            if inner is not None:
                return self._made(inner, given, is_exact=True)
        extending = [
            self.members.function(one)
            for one in self.members.member_extensions(receiver.kind, name, FUNCTION)
        ]
        for one in receivers:
            found = self._extension_called(path, extending, one.kind, given, is_exact=True)
            if found is not None:
                return found
        return None

    def _at_top_called(
        self, path: str, name: str, receivers: Sequence[Receiver], given: Given
    ) -> CalledFunction | None:
        levels = zip(
            self.members.levels(path, name, FUNCTION),
            self.members.levels(path, name, "types"),
            self.members.levels(path, name, "own"),
            strict=True,
        )
        for symbols, classes, properties in levels:
            functions = [self.members.function(one) for one in symbols]
            plain = [one for one in functions if one.receiver is None]
            extending = [one for one in functions if self.members.is_extension(one.symbol)]
            nearest = self.files.nearest(classes, path)
            made = self._made(nearest[0], given, len(nearest) == 1) if nearest else None
            found = self.chosen(self.nearest(plain, path), None, given, is_exact=True)
            if found is not None:
                return found
            if made is not None:
                return made
            values = [one for one in properties if not self.members.is_extension(one)]
            if (
                values
                and (found := self.value_called(self.property_value(values[0], {}))) is not None
            ):
                return found
            for one in receivers:
                found = self._extension_called(path, extending, one.kind, given, is_exact=True)
                if found is not None:
                    return found
        return None

    # On a value

    def _on(
        self, path: str, owner: Denotation, scope: int, name: str, given: Given
    ) -> CalledFunction | None:
        if owner.package:
            return self._of_package_called(path, owner.package, name, given)
        kind = owner.type
        if kind is None:
            return None
        if owner.is_type and owner.symbol is not None:
            return self._of_class_called(path, owner, scope, name, given)
        found = self._member_called(kind, name, given, is_exact=owner.is_certain)
        if found is not None:
            return found
        is_exact = owner.is_certain and kind.symbol is not None and self.is_complete(kind)
        return self._extension_on(path, kind, scope, name, given, is_exact=is_exact)
