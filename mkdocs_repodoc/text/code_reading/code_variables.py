"""Variables in code that a document shows: what declares and sets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.text.code_reading.code_events import (
    Event,
    Kept,
    MemberExpression,
    NameExpression,
    Value,
)
from mkdocs_repodoc.text.code_reading.code_tokens import Token

CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass
class Level:
    """What is open between two brackets."""

    bracket: str = ""
    called: Value | None = None
    """What the bracket calls."""
    line: int = 0
    commas: int = 0
    is_empty: bool = True
    value: Value | None = None
    value_line: int = 0
    names: list[str] = field(default_factory=list)
    """Variables in front of a `=`, the first one gets the value."""
    declared: Value | None = None
    keeps: str = ""
    """The variable that gets what is read next."""
    iterates: bool = False
    """Whether `for … in` is open, so that what is read next is gone through."""


class VariableReader:
    """Reads what declares and sets variables.

    Args:
        tokens: The code.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._levels = [Level()]

    def _peek(self, ahead: int = 0) -> Token:
        position = self._next + ahead
        return (
            self._tokens[position]
            if position < len(self._tokens)
            else Token("", 0, joined=False, is_word=False)
        )

    def _end_statement(self) -> Iterator[Event]:
        level = self._levels[-1]
        if level.keeps:
            yield Kept(level.keeps, level.value, level.declared)
        level.value = level.declared = None
        level.keeps = ""
        level.names = []
        level.iterates = False

    def _declares(self, level: Level, token: Token) -> bool:
        """Tell whether a word is a variable behind its type."""
        before = self._tokens[self._next - 2] if self._next > 1 else None
        return (
            isinstance(level.value, NameExpression | MemberExpression)
            and before is not None
            and before.line == token.line
            and (before.is_word or before.text in {">", "*", "&", "]"})
            and not (before.text in {"*", "&"} and not before.joined)
        )

    def _semicolon(self, level: Level) -> Iterator[Event]:
        """End a statement; `Type variable;` makes an object."""
        if level.declared is not None and not level.keeps:
            level.keeps, level.value = [*level.names, ""][0], None
        return self._end_statement()

    def _assign(self, level: Level) -> None:
        if isinstance(level.value, NameExpression) and not level.keeps:
            level.keeps = [*level.names, level.value.name][0]
        level.value = None

    def _go_on(self, level: Level) -> None:
        """Read a comma: behind an argument, or a variable that gets a part of a value."""
        level.commas += 1
        if isinstance(level.value, NameExpression) and not level.keeps:
            level.names.append(level.value.name)
        level.value = None

    def _declared_behind(self, level: Level) -> None:
        """Read the type that stands behind a variable, if a value follows."""
        assert isinstance(level.value, NameExpression)  # noqa: S101 - the caller has looked
        ahead = 0
        while self._peek(ahead).line == self._peek().line and self._peek(ahead).text:
            if self._peek(ahead).text in CLOSING.values():
                break
            if self._peek(ahead).text == "=":
                words = [self._peek(each) for each in range(ahead)]
                named = [each.text for each in words if each.is_word]
                if named:
                    level.declared = NameExpression(named[0])
                self._next += ahead
                return
            ahead += 1
        level.value = None
