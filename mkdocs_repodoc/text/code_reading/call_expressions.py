"""Calls in code that a document shows, with what is made, kept in variables and called on.

Only what most languages write alike is read: `name`, `name.member`, `name[…]`, `name(…)`,
`new Name(…)`, `variable = …`, `Type variable = …`, and classes with what they are made from. What
is written in another way is passed over, and what depends on it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_events import (
    CallExpression,
    Derived,
    ElementExpression,
    Event,
    Iterated,
    Kept,
    MemberExpression,
    NameExpression,
    Value,
)
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens
from mkdocs_repodoc.text.code_reading.code_variables import CLOSING, Level, VariableReader
from mkdocs_repodoc.text.code_reading.code_words import FUNCTIONS
from mkdocs_repodoc.text.code_reading.passed_over_words import PASSED_OVER

_ACCESS = frozenset({".", "?.", "::", "->"})
_CLASS = frozenset({"class", "struct", "interface"})
_INHERITS = frozenset({"extends", "implements", "public", "protected", "private", "with"})
_LONGEST_ARGUMENTS = 40
"""Tokens of the arguments of a generic type."""


def call_events(code: Sequence[CodeLine]) -> Iterator[Event]:
    """Yield calls, variables and classes in the order in which they come about.

    Args:
        code: Lines of code, in any language.
    """
    yield from _Reader(list(code_tokens(code))).events()


class _Reader(VariableReader):
    def events(self) -> Iterator[Event]:
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if self._begins_statement(token):
                yield from self._end_statement()
            if token.is_word:
                yield from self._word(token)
            else:
                yield from self._sign(token)
        while self._levels:
            yield from self._end_statement()
            self._levels.pop()

    def _begins_statement(self, token: Token) -> bool:
        """Tell whether a token stands on a new line and does not carry on the one before."""
        before = self._tokens[self._next - 2] if self._next > 1 else None
        return (
            before is not None
            and token.line > before.line
            and self._levels[-1].bracket in {"", "{"}
            and token.text not in _ACCESS
            and before.text not in {"=", ":=", ".", ",", "("}
        )

    def _word(self, token: Token) -> Iterator[Event]:
        level = self._levels[-1]
        level.is_empty = False
        before = self._tokens[self._next - 2] if self._next > 1 else None
        if before is not None and before.text in _ACCESS:
            if level.value is not None:
                level.value = MemberExpression(level.value, token.text)
                level.value_line = token.line
        elif token.text in FUNCTIONS:
            level.value = None
            self._next += self._peek().is_word
        elif token.text in _CLASS and self._peek().is_word:
            yield self._class()
        elif (
            token.text == "as" and isinstance(level.value, CallExpression) and self._peek().is_word
        ):
            yield Kept(self._peek().text, level.value, None)
            self._next += 1
        elif token.text in PASSED_OVER:
            level.value = None
            level.iterates = token.text == "for" or (level.iterates and token.text == "in")
        elif token.text.startswith("@"):
            yield from self._decorator(token)
        elif self._declares(level, token):
            level.declared, level.names = level.value, [token.text]
            level.value = NameExpression(token.text)
        else:
            level.value, level.value_line = NameExpression(token.text), token.line
        self._skip_type_arguments()

    def _skip_type_arguments(self) -> None:
        """Pass over `<…>` directly behind a name, if it can't be a comparison."""
        if self._peek().text == "::" and self._peek(1).text == "<":
            start = 1
        elif self._peek().text == "<" and self._peek().joined:
            start = 0
        else:
            return
        depth = 0
        for ahead in range(start, start + _LONGEST_ARGUMENTS):
            text = self._peek(ahead).text
            depth += {"<": 1, ">": -1}.get(text, 0)
            if text in {"", ";", "{", "}", "(", ")", "&&", "||"}:
                return
            if not depth:
                self._next += ahead + 1
                return

    def _decorator(self, token: Token) -> Iterator[Event]:
        """A name with `@` in front is called with what follows."""
        value: Value = NameExpression(token.text[1:])
        while self._peek().text == "." and self._peek(1).is_word:
            value = MemberExpression(value, self._peek(1).text)
            self._next += 2
        if self._peek().text == "(" and self._peek().joined:
            self._levels[-1].value, self._levels[-1].value_line = value, token.line
        else:
            yield CallExpression(value, token.line, 1)

    def _class(self) -> Derived:
        """Read the head of a class: the last name of each thing behind its own."""
        name = self._peek().text
        self._next += 1
        bases: list[str] = []
        while (token := self._peek()).text not in {"{", ";", ""}:
            ends = token.text == ":" and self._peek(1).line > token.line
            if ends or (token.text == ")" and self._peek(1).text == ":"):
                break
            if token.is_word and token.text not in _INHERITS:
                bases.append(token.text)
            self._next += 1
        self._levels[-1].value = None
        return Derived(name, tuple(bases))

    def _sign(self, token: Token) -> Iterator[Event]:
        level = self._levels[-1]
        text = token.text
        if text in CLOSING:
            yield from self._open(token)
        elif text in CLOSING.values():
            yield from self._close(text)
        elif text == "`" and level.value is not None and token.joined:
            level.value = CallExpression(level.value, level.value_line, 1)
            yield level.value
        elif text in {"=", ":="}:
            self._assign(level)
        elif text == ",":
            self._go_on(level)
        elif text == ";":
            yield from self._semicolon(level)
        elif text == ":":
            yield from self._colon(level)
        elif text not in _ACCESS:
            level.is_empty = False
            if text not in {">", "*", "&"}:
                level.value = None

    def _colon(self, level: Level) -> Iterator[Event]:
        """Read a colon: behind a variable with a type, or behind what a loop goes through."""
        if isinstance(level.value, NameExpression) and level.bracket != "(":
            self._declared_behind(level)
            return
        if level.iterates and isinstance(level.value, CallExpression):
            yield Iterated(level.value)
        level.iterates = level.is_empty = False
        level.value = None

    def _open(self, token: Token) -> Iterator[Event]:
        level = self._levels[-1]
        level.is_empty = False
        called: Value | None = None
        if token.text == "(" or (token.text in {"{", "["} and token.joined):
            called = level.value
        if token.text == "(" and level.declared is not None and not level.keeps and level.names:
            # `Type variable(…);`, or the head of a function, which no `;` follows.
            called, level.keeps = level.declared, level.names[0]
        if token.text == "{" and called is None:
            yield from self._end_statement()
        line = level.value_line if called is not None and level.value is not None else token.line
        self._levels.append(Level(token.text, called, line))

    def _close(self, text: str) -> Iterator[Event]:
        yield from self._end_statement()
        if len(self._levels) == 1:
            return
        closed = self._levels.pop()
        level = self._levels[-1]
        level.value = None
        if closed.called is None or CLOSING[closed.bracket] != text:
            return
        if closed.called is level.declared and self._peek().text != ";":
            level.keeps, level.declared = "", None
            return
        if text == "]":
            level.value, level.value_line = ElementExpression(closed.called), closed.line
            return
        passed = closed.commas + 1 if not closed.is_empty else 0
        level.value = CallExpression(closed.called, closed.line, passed)
        level.value_line = closed.line
        yield level.value
