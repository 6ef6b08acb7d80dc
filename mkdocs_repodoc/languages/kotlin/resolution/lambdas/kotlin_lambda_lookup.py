"""Lambdas of Kotlin: the type of functions that is wanted where one stands."""

from __future__ import annotations

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_call_lookup import CallLookup
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS
from mkdocs_repodoc.languages.kotlin.resolution.lambdas import kotlin_lambda_terms as lambda_terms
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.references import Target


class LambdaLookup(CallLookup):
    """Finds the types of lambdas."""

    def lambda_type(self, path: str, number: int) -> ClassType | None:
        """Return the type of functions that is wanted where a lambda stands."""
        question = ("lambda", path, number)
        return self.memo.get(question, lambda: self._lambda_type(path, number), None)

    def _lambda_type(self, path: str, number: int) -> ClassType | None:
        entry = self.files.file(path).entries.get(number)
        if entry is None or entry.base != "element" or entry.of is None:
            return None
        place = lambda_terms.place_of(entry)
        if place is None:
            kind = self.kind(path, entry.of)
        elif entry.of.base != "member":
            value = self.kind(path, entry.of.of)
            index = -1 if place.label else place.number + 1
            has = value is not None and value.head in FUNCTIONS and index < len(value.arguments)
            kind = value.arguments[index] if has and value is not None else None
        else:
            kind = self._wanted(path, entry.of, place.number)
        return self.as_function(kind)

    def _wanted(self, path: str, term: Target, index: int) -> ClassType | None:
        """Return the type of the parameter that an argument of a call is for."""
        called = self.call(path, term)
        function = called.function if called is not None else None
        if called is None or function is None:
            return None
        labels = [one for one in term.names[3:] if one != terms.TYPE_ARGUMENT]
        parameters = self.choice.aligned(function, labels)
        if parameters is None:
            return None
        given = self._given_in(path, term.names[3:], term.also)
        put = self.choice.put_for_call(function, called.receiver, given)
        return types.put_in(parameters[index].kind, put)
