"""Boolean expressions over names, as conditions of builds are written: `linux && (cgo || !arm)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def holds(tokens: Sequence[str], is_true: Callable[[str], bool]) -> bool:
    """Return whether an expression holds; of a broken one what can be read.

    Args:
        tokens: Its operands, and the operators `||`, `&&`, `!` and parentheses.
        is_true: Whether an operand holds; asked for the empty one where there is none. What stands
            in parentheses behind an operand, as arguments do, is read over.
    """
    return _Expression(tokens, is_true).any_of()


class _Expression:
    """An expression, read from left to right."""

    def __init__(self, tokens: Sequence[str], is_true: Callable[[str], bool]) -> None:
        self._rest = list(tokens[::-1])
        self._is_true = is_true

    def any_of(self) -> bool:
        """Read alternatives; return whether one of them holds."""
        found = self._all_of()
        while self._takes("||"):
            found = self._all_of() or found
        return found

    def _all_of(self) -> bool:
        found = self._one()
        while self._takes("&&"):
            found = self._one() and found
        return found

    def _one(self) -> bool:
        if self._takes("!"):
            return not self._one()
        if self._takes("("):
            found = self.any_of()
            self._takes(")")
            return found
        operand = self._rest.pop() if self._rest else ""
        if self._takes("("):
            self.any_of()
            self._takes(")")
        return self._is_true(operand)

    def _takes(self, token: str) -> bool:
        if self._rest and self._rest[-1] == token:
            self._rest.pop()
            return True
        return False
