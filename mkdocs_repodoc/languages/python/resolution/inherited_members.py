"""Members of classes, inherited ones included, and test cases by what is inherited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mkdocs_repodoc.languages.python.resolution.class_order import Classes, ClassRef
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation, Receiver
from mkdocs_repodoc.languages.python.resolution.symbol_table import (
    PythonFileNames,
    SymbolTable,
    is_assigned,
    is_declared,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_TEST_CASE = "TestCase"
_TESTS = "tests"
"""A method that returns some, as plugins have it."""


def class_member(
    table: SymbolTable, classes: Classes, owner: ClassRef, name: str, skip: int = 0
) -> Denotation | None:
    """Return a member as the method resolution order finds it.

    What methods merely assign to `self` gives way to what a base class declares: a property there
    takes the assignment, and an annotation there says what the attribute is.

    Args:
        table: The names of the repository.
        classes: Method resolution orders.
        owner: The class that is asked.
        name: Of the member.
        skip: How many classes of the order are passed over.
    """
    exact = True
    assigned: Denotation | None = None
    for ref in classes.order(*owner)[skip:]:
        if ref is None:
            exact = False
            continue
        file = table.names[ref[0]]
        symbols = file.outline.symbols
        position = file.positions.get(f"{symbols[ref[1]].name}.{name}")
        if position is None:
            continue
        receiver = Receiver(*owner, defined_by=ref)
        found = Denotation("symbol", ref[0], position, exact, receiver)
        if not is_assigned(symbols[position]):
            declares = symbols[position].kind == Kind.PROPERTY or is_declared(symbols[position])
            return found if assigned is None or declares else assigned
        assigned = assigned or found
    return assigned


def further_cases(
    table: SymbolTable, ancestors: Callable[[SymbolRef], Sequence[SymbolRef]], path: str
) -> Iterator[str]:
    """Yield the methods `test*` of a file that its own lines do not tell to be test cases.

    Args:
        table: All names.
        ancestors: Returns what a class inherits from.
        path: The file.
    """
    names = table.names.get(path)
    known = frozenset(names.outline.tests) if names is not None else frozenset[str]()
    judged: dict[str, bool] = {}
    for symbol in names.outline.symbols if names is not None else ():
        owner, _, short = symbol.name.rpartition(".")
        if symbol.kind != Kind.METHOD or symbol.name in known or not short.startswith("test"):
            continue
        position = names.positions.get(owner) if names is not None else None
        if short == _TESTS or position is None:
            continue
        if owner not in judged:
            above = ancestors(SymbolRef(path, position))
            judged[owner] = any(_holds_cases(table.names[ref.path], ref.position) for ref in above)
        if judged[owner]:
            yield symbol.name


def _holds_cases(names: PythonFileNames, position: int) -> bool:
    """Tell whether a class is one of test cases by its own file."""
    symbol = names.outline.symbols[position]
    return any(base.endswith(_TEST_CASE) for base in symbol.bases) or any(
        test.startswith(f"{symbol.name}.") for test in names.outline.tests
    )
