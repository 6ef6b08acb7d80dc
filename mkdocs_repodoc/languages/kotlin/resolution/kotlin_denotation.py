"""The meaning of an expression of Kotlin: its declaration and type, and how certain both are."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Function
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Denotation(NamedTuple):
    """What an identifier or expression means.

    Attributes:
        symbol: The declaration; `None` for a value without a name, or a package.
        type: The type of its value, or the class that it names; `None` if that is not known.
        exact: Whether only this declaration may be meant.
        is_type: Whether it names a class.
        is_declared: Whether the source states its type, rather than that it follows from a call.
        package: The full name, if it is one of a package.
    """

    symbol: SymbolRef | None
    type: ClassType | None
    exact: bool = True
    is_type: bool = False
    is_declared: bool = True
    package: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether what is looked up on it is certain."""
        return self.exact and self.is_declared

    @property
    def meaning(self) -> Meaning | None:
        """The declaration as other languages know it; `None` for a value without a name."""
        return Meaning(self.symbol, self.exact) if self.symbol is not None else None


class CalledFunction(NamedTuple):
    """The function that a call means.

    Attributes:
        denotation: Its declaration, and what it returns.
        function: The function; `None` for a value that is called.
        receiver: The type of what it is called on.
    """

    denotation: Denotation
    function: Function | None = None
    receiver: ClassType | None = None


def of_value(kind: ClassType | None) -> Denotation | None:
    """Return a value without a name; `None` if its type is not known."""
    return Denotation(None, kind, is_declared=False) if kind is not None else None
