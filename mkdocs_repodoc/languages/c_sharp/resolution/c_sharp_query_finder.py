"""Identifiers in C#'s queries with what they mean, and what these give."""

from __future__ import annotations

from abc import ABC

from tree_sitter import Node

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_pattern_finder import PatternFinder
from mkdocs_repodoc.languages.resolution import class_terms as terms
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_KEEPING = {"where_clause": "Where", "order_by_clause": "OrderBy"}
"""Clauses after which the elements are the same → the methods that they stand for."""
_ALL = c_sharp_terms.tuple_value((None, None))
"""The variables so far, which a query keeps together until it selects something."""


class _QueryCalls:
    """The calls that a query stands for, clause by clause.

    `from x in xs where f(x) select g(x)` is `xs.Where(x => f(x)).Select(x => g(x))`, whatever type
    declares these methods; a second `from` is a `SelectMany`.

    Args:
        around: Position of the symbol in which the query stands.
    """

    def __init__(self, around: str) -> None:
        self._around = around
        self._value: Target | None = None
        self._variables: list[str] = []
        self._inner: list[Target | None] = []
        """What a further `from` loops over; called with what the next clause makes of it."""
        self._is_kept = False
        self._is_known = True

    @property
    def value(self) -> Target | None:
        """What the query gives; `None` if that is not known."""
        return self._value if self._is_known else None

    def stop(self) -> None:
        """Note a clause whose calls are not followed."""
        self._is_known = False

    def loop(self, source: Target | None, variable: str) -> None:
        """Note `from variable in source`."""
        self._call_inner(_ALL)
        if self._variables:
            self._inner = [source]
        else:
            self._value = source
        self._variables.append(variable)

    def keep(self, method: str) -> None:
        """Note a clause that chooses or orders elements by a method."""
        self._call_inner(_ALL)
        self._value = _called(self._value, method, self._around, [terms.function(1, None)])
        self._is_kept = True

    def select(self, made: Target | None, written: str) -> None:
        """Note `select`, with what it makes of the elements, and how that is written."""
        if self._inner:
            self._call_inner(made)
        elif not (self._is_kept and [written] == self._variables):
            self._value = _called(self._value, "Select", self._around, [terms.function(1, made)])

    def _call_inner(self, made: Target | None) -> None:
        for source in self._inner:
            given = [terms.function(1, source), terms.function(2, made)]
            self._value = _called(self._value, "SelectMany", self._around, given)
        self._inner = []


def _passed_by_select(source: Target | None, around: str) -> Target | None:
    """Return what a query over a source binds: what `Select` passes to the function it is given."""
    if source is None:
        return None
    given = [terms.function(1, None)]
    return terms.passed(c_sharp_terms.method(source, "Select", around, (), given), 0, 0)


def _called(value: Target | None, method: str, around: str, given: list[Target]) -> Target | None:
    return terms.result(c_sharp_terms.method(value, method, around, (), given)) if value else None


class QueryFinder(PatternFinder, ABC):
    """One file's pass over queries."""

    def query(self, node: Node, _expected: Target | None) -> Target | None:
        """Visit `from … where … select …`; return what the calls give that it stands for."""
        calls = _QueryCalls(self.around)
        with self.scopes.block():
            for clause in listed(node):
                self._clause(clause, calls)
        return calls.value

    def _clause(self, node: Node, calls: _QueryCalls) -> None:
        if node.type == "from_clause":
            calls.loop(*self._source(node))
        elif node.type == "join_clause":
            self._source(node)
            calls.stop()
        elif node.type in ("let_clause", "query_continuation", "join_into_clause"):
            self._binding(node)
            calls.stop()
        elif node.type in _KEEPING:
            self.expression(node)
            calls.keep(_KEEPING[node.type])
        elif node.type == "select_clause":
            chosen = next(iter(listed(node)), None)
            calls.select(self.expression(chosen), self.text(chosen))
        else:
            self.expression(node)
            calls.stop()

    def _source(self, node: Node) -> tuple[Target | None, str]:
        """Visit `from x in xs` or `join y in ys on … equals … into …`.

        Returns:
            What it loops over, and the name of the variable.
        """
        written, name = node.child_by_field_name("type"), node.child_by_field_name("name")
        kind = value_of(self.type_of(written)) if written is not None else None
        parts = [
            one
            for one in listed(node)
            if (written is None or one.id != written.id) and (name is None or one.id != name.id)
        ]
        if name is None and parts:
            name, *parts = parts
        source = self.expression(parts[0]) if parts else None
        is_loop = node.type == "from_clause"
        held = _passed_by_select(source, self.around) if is_loop else terms.element(source)
        self.scopes.declare(self.text(name), kind or held)
        for one in parts[1:]:
            if one.type == "join_into_clause":
                self._binding(one)
            else:
                self.expression(one)
        return source, self.text(name)

    def _binding(self, node: Node) -> None:
        """Visit `let x = …` or `into x`."""
        name, *parts = listed(node) or [node]
        value: Target | None = None
        for one in parts:
            value = self.expression(one)
        is_let = child_of_type(node, "=") is not None
        self.scopes.declare(self.text(name), value if is_let else None)
