"""Members of classes, inherited ones included."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.resolution.class_order import Classes, ClassRef
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.symbol_table import (
    SymbolTable,
    is_assigned,
    is_declared,
)
from mkdocs_repodoc.model.kinds import Kind


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
        found = Denotation("symbol", ref[0], position, exact, owner)
        if not is_assigned(symbols[position]):
            declares = symbols[position].kind == Kind.PROPERTY or is_declared(symbols[position])
            return found if assigned is None or declares else assigned
        assigned = assigned or found
    return assigned
