"""Reports and handlers of errors in syntax trees: what the languages' readers share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.condition_texts import (
    LONGEST_CONDITION,
    case_of,
    chained,
    head_of,
    negated,
)
from mkdocs_repodoc.languages.treesitter.runtime.error_messages import message_in
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.model.facts import (
    ANY_ERROR,
    ErrorHandler,
    ReportedError,
    ReportForm,
    ReportingMacro,
)
from mkdocs_repodoc.text.english import one_line, shortened
from mkdocs_repodoc.text.statement_lines import statement_lines, without_breaks

ErrorFinder = Callable[[Node, bytes], Iterable[ReportedError | ErrorHandler | ReportingMacro]]
"""Reads what a file reports and handles from its tree and its code."""
GUARD = re.compile(
    r"(?:[\w.]*\.)?(?:(?:check|require|verify|ensure|validate)[A-Z]\w*|assert(?:[A-Z]\w*)?|invariant)$"
)
"""Functions that take what has to hold and the text of the error if it does not."""
_NOT_NULL = re.compile(r"(?i:non|not)_?Null$")
_LONGEST_MESSAGE = 200
_MOST_CONDITIONS = 24
_LONGEST_CAUGHT = 600
"""All errors that a handler names: what becomes of an error is found by its name."""
_LONGEST_STEP = 160
_MOST_STEPS = 14
_NO_STEP = re.compile(r"[{}()\[\];,]*$|//|/?\*(?:[ */]|$)")
"""Lines that say nothing: brackets and comments."""
_CLAUSES = frozenset({"catch_clause", "catch_block", "rescue"})
"""Nodes of handlers that stand behind what they watch, in the same node."""
_CLOSES = re.compile(r"\}[;,)\]]*")
"""The end of a block, which tells what stands in it from what follows."""


@dataclass(frozen=True)
class ErrorContext:
    """What stands around statements in a language.

    Attributes:
        functions: Types of the nodes that a condition outside of them says nothing about.
        branches: Types of the statements with a condition → the field of what runs under it; empty
            where that is the second of two or three parts without fields.
        cases: Types of the nodes whose first line says when they run.
        handlers: Types of the nodes that run because of an error → the type of the node in them
            that names which; empty where they take all.
        others: Types of other nodes → what reads off such a node, one below it and the code when
            that one runs; empty if the node does not decide it.
    """

    functions: frozenset[str]
    branches: Mapping[str, str]
    cases: frozenset[str] = frozenset()
    handlers: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, Callable[[Node, Node, bytes], str]] = field(default_factory=dict)

    def condition(self, node: Node, code: bytes) -> str:
        """Return the innermost condition under which a node runs; empty without one."""
        return next(self._conditions(node, code), "")

    def conditions(self, node: Node, code: bytes) -> tuple[str, ...]:
        """Return the conditions that all have to hold where a node runs, innermost first.

        What led into a handler of errors is none: that the error happened is.
        """
        return tuple(islice(self._conditions(node, code), _MOST_CONDITIONS))

    def _conditions(self, node: Node, code: bytes) -> Iterator[str]:
        below, around = node, node.parent
        while (
            around is not None
            and around.type not in self.functions
            and around.type not in self.handlers
        ):
            if around.type in self.branches:
                if held := self._held(around, below, code):
                    yield held
            elif around.type in self.others:
                if held := self.others[around.type](around, below, code):
                    yield held
            elif around.type in self.cases:
                yield shortened(case_of(around, code), LONGEST_CONDITION)
            below, around = around, around.parent

    def _held(self, around: Node, below: Node, code: bytes) -> str:
        """Return what a statement with a condition says of a node below; empty if nothing."""
        body = self._branch(around)
        if body is None:
            return ""
        if body.start_byte <= below.start_byte < body.end_byte:
            return head_of(around, body, code)
        other = around.child_by_field_name("alternative")
        if other is None and not self.branches[around.type]:
            other = next(iter(around.named_children[2:]), None)
        is_other = other is not None and other.start_byte <= below.start_byte
        return negated(head_of(around, body, code)) if is_other else ""

    def _branch(self, node: Node) -> Node | None:
        """Return what runs under the condition of a statement."""
        name = self.branches[node.type]
        if name:
            return node.child_by_field_name(name)
        return node.named_children[1] if len(node.named_children) > 1 else None

    def guard(
        self, node: Node, code: bytes, name: str, form: ReportForm
    ) -> Iterator[ReportedError]:
        """Yield the report of a call that is given what has to hold, and a text.

        Args:
            node: The call.
            code: The code.
            name: The function as written.
            form: What becomes of the report.
        """
        arguments = node.child_by_field_name("arguments")
        passed = arguments.named_children if arguments is not None else []
        texts = [text for each in passed[1:] if (text := message_in(each, code))]
        if texts:
            said = next((text for text in texts if " " in text), texts[0])  # others are names
            held = written(passed[0], code)
            when = f"{held} == null" if _NOT_NULL.search(name) else f"!({held})"
            when = shortened(chained(when), LONGEST_CONDITION)
            yield self.report(node, code, name, said, form, held=when)

    def caught(self, node: Node, code: bytes) -> str:
        """Return the errors in whose handler a node stands; empty outside of handlers."""
        around = node.parent
        while around is not None and around.type not in self.functions:
            if around.type in self.handlers:
                return self.taken_by(around, code) or ANY_ERROR
            around = around.parent
        return ""

    def taken_by(self, node: Node, code: bytes) -> str:
        """Return the errors that a handler names, as written; empty if it takes all."""
        kind = self.handlers[node.type]
        stack = list(reversed(node.named_children)) if kind else []
        while stack:
            each = stack.pop()
            if each.type == kind:
                return written(each, code).removeprefix("(").removesuffix(")")
            stack += reversed(each.named_children if "block" not in each.type else [])
        return ""

    def report(
        self,
        node: Node,
        code: bytes,
        error: str,
        said: str,
        form: ReportForm = "raise",
        *,
        held: str = "",
    ) -> ReportedError:
        """Return the report that a node makes.

        Args:
            node: The node.
            code: The code.
            error: What it reports.
            said: Its text.
            form: What becomes of the report.
            held: A condition of its own, inside of those that the statements around it have.
        """
        message = shortened(one_line(said), _LONGEST_MESSAGE)
        around, caught = self.conditions(node, code), self.caught(node, code)
        when, *outer = (held, *around) if held else (around or ("",))
        return ReportedError(
            error,
            message,
            line=line_of(node),
            condition=when,
            form=form,
            caught=caught,
            outer=tuple(outer),
        )


def handler(node: Node, body: Node | None, code: bytes, caught: str) -> ErrorHandler:
    """Return the handler of a node, with the statements of its body."""
    steps = tuple(steps_of(body, code)) if body is not None else ()
    caught = shortened(chained(caught), _LONGEST_CAUGHT)
    return ErrorHandler(caught, steps, line_of(node), _guarded(node))


def _guarded(node: Node) -> tuple[int, int]:
    """Return the lines from the start of a `try` to the end of what precedes its first handler."""
    around = node.parent
    if around is None or node.type not in _CLAUSES:
        return 0, 0
    first = next(each for each in around.children if each.type == node.type)
    before = first.prev_sibling or first
    return line_of(around), before.end_point.row + 1


def steps_of(body: Node, code: bytes) -> list[str]:
    """Return the statements of a body on one line each, the lines of those that are too long."""
    found: list[str] = []
    for statement in _statements(body):
        if statement.type.endswith("comment"):
            continue
        told = without_breaks(written(statement, code))
        text = code[statement.start_byte : statement.end_byte].decode("utf-8", "replace")
        for line in statement_lines(text) if len(told) > _LONGEST_STEP else [told]:
            if found and _CLOSES.fullmatch(line):
                found[-1] += f" {line[0]}"
            elif not _NO_STEP.match(line):
                if len(found) == _MOST_STEPS:
                    return found
                found.append(shortened(line.rstrip(";"), _LONGEST_STEP))
    return found


def _statements(body: Node) -> list[Node]:
    inner = [
        each
        for child in body.named_children
        for each in (child.named_children if child.type == "statement_list" else [child])
    ]
    is_bare = body.type in {"then", "statement_list"}
    is_block = is_bare or (bool(body.children) and body.children[0].type == "{")
    return inner if is_block else [body]
