"""Errors that JavaScript and TypeScript throw and print, and their `catch` clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs
from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.errors import error_events
from mkdocs_repodoc.languages.treesitter.runtime.chosen_texts import Spoken, chosen_values
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import (
    GUARD,
    ErrorContext,
    handler,
)
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import written
from mkdocs_repodoc.languages.treesitter.runtime.spoken_reports import spoken
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError, ReportForm

CONDITIONS = ErrorContext(
    functions=frozenset(
        {
            "function_declaration",
            "function_expression",
            "generator_function_declaration",
            "arrow_function",
            "method_definition",
        }
    ),
    branches={"if_statement": "consequence"},
    cases=frozenset({"switch_case"}),
    handlers={"catch_clause": ""},
)
_PRINTS = re.compile(r"console\.(?:error|warn)$|process\.stderr\.write$")
_LOGS = re.compile(r"(?:[\w.]*log(?:ger)?|consola)\.(?:error|warn|fatal)$", re.IGNORECASE)
_REPORTS = re.compile(
    r"(?:[\w.]*\.)?(?:(?!handle|(?:is|to|as|get|new|make|build|create|wrap)[A-Z]|has|parse|format)"
    r"[a-z]\w*Error|error|fail|abort|die|fatal|bail)$"
)
"""Functions that report an error, by their names; those that make one return it as a value."""
_WARNS = re.compile(r"(?:[\w.]*\.)?(?:add|on|emit|log|print|show)?_?[wW]arn(?:ing)?(?:[A-Z]\w*)?$")
"""Functions that warn, likewise."""
_KNOWN_GUARDS = re.compile(r"(?:assert(?:\.ok)?|invariant)$")
"""Functions of libraries that check what has to hold."""
_NOTHING = re.compile(r"undefined$|void 0$")
"""All of the body of a function that takes an error and leaves it."""
_SIGNS = (
    Sign(re.compile(rb"\bthrow\b"), ("throw_statement",)),
    Sign(re.compile(rb"\bcatch\b"), ("catch_clause",)),
    Sign(re.compile(rb"\bnew \w+(?:Error|Exception)\("), ("new_expression",)),
    Sign(
        re.compile(
            rb"(?<![\w.])[\w.]{0,100}?"
            rb"(?:(?i:error)|catch|[wW]arn(?:ing)?|fail|abort|die|fatal|bail|stderr\.write|super"
            rb"|(?:assert|invariant|check|require|verify|ensure|validate)[\w.]{0,100})\("
        ),
        ("call_expression",),
    ),
    *error_events.SIGNS,
)


def find_errors(root: Node, code: bytes) -> Iterator[ReportedError | ErrorHandler]:
    """Yield what a file reports and handles."""
    nodes = signed_nodes(root, code, _SIGNS)
    for node in nodes["throw_statement"]:
        for value, when in chosen_values(node, code):
            yield from _thrown(node, value, code, when)
    for node in nodes["new_expression"]:
        if not _is_thrown(node) and not error_events.is_emitted(node, code):
            yield from _made(node, node, code, "kept")
    for node in nodes["call_expression"]:
        yield from _call(node, code)
        yield from _caught_promise(node, code)
        yield from error_events.emitted(node, code, CONDITIONS)
        yield from error_events.listener(node, code)
    for node in nodes["if_statement"]:
        yield from error_events.told_by_code(node, code)
    for node in nodes["catch_clause"]:
        yield handler(node, node.child_by_field_name("body"), code, "")


def _is_thrown(node: Node) -> bool:
    around = node.parent
    if around is not None and around.type == "ternary_expression":
        around = around.parent
    return around is not None and around.type == "throw_statement"


def _thrown(node: Node, value: Node, code: bytes, when: str) -> Iterator[ReportedError]:
    """Read what is made and thrown, and what is thrown again under a condition."""
    if value.type in {"new_expression", "call_expression"}:
        yield from _made(value if when else node, value, code, held=when)
    elif value.type == "identifier":
        again = CONDITIONS.report(node, code, written(value, code), "", held=when)
        if again.condition:
            yield again


def _made(
    node: Node, value: Node, code: bytes, form: ReportForm = "raise", held: str = ""
) -> Iterator[ReportedError]:
    made = value.child_by_field_name("constructor") or value.child_by_field_name("function")
    name = written(made, code)
    for each in _said(node, value.child_by_field_name("arguments"), code) or [Spoken("")]:
        when = each.condition or held
        yield CONDITIONS.report(node, code, name, each.text, form, held=when)


def _call(node: Node, code: bytes) -> Iterator[ReportedError]:
    name = written(node.child_by_field_name("function"), code)
    if name == "super":
        yield from _own_text(node, code)
    if _is_thrown(node):
        return
    if _KNOWN_GUARDS.match(name):
        yield from CONDITIONS.guard(node, code, name, "raise")
    elif GUARD.match(name):
        yield from CONDITIONS.guard(node, code, name, "call")
    elif form := _form(name):
        for each in _said(node, node.child_by_field_name("arguments"), code):
            yield CONDITIONS.report(node, code, name, each.text, form, held=each.condition)


def _form(name: str) -> ReportForm | None:
    """Return what becomes of a text that a function is given; nothing if it reports none."""
    forms: tuple[tuple[re.Pattern[str], ReportForm], ...] = (
        (_PRINTS, "log"),
        (_LOGS, "log"),
        (_REPORTS, "call"),
        (_WARNS, "notice"),
    )
    return next((form for pattern, form in forms if pattern.match(name)), None)


def _caught_promise(call: Node, code: bytes) -> Iterator[ErrorHandler]:
    """Read `run().catch((error) => { … })`."""
    function = call.child_by_field_name("function")
    arguments = call.child_by_field_name("arguments")
    given = arguments.named_children[0] if arguments and arguments.named_children else None
    name = function.child_by_field_name("property") if function is not None else None
    if name is None or written(name, code) != "catch" or given is None:
        return
    body = given.child_by_field_name("body")
    if body is not None:
        tried = function.child_by_field_name("object") if function is not None else None
        started = tried.child_by_field_name("function") if tried is not None else None
        found = handler(name, body, code, f"{written(started, code)}()" if started else "")
        does_nothing = _NOTHING.match(written(body, code)) is not None
        yield structs.replace(found, steps=()) if does_nothing else found


def _said(node: Node, arguments: Node | None, code: bytes) -> list[Spoken]:
    """Return the texts that arguments may say, or that of a constant of the file."""
    if found := spoken(node, arguments, code, CONDITIONS):
        return found
    for argument in arguments.named_children if arguments is not None else ():
        if argument.type == "identifier":
            name = re.escape(written(argument, code).encode())
            if held := re.search(rb"\b(?:const|let) " + name + rb"\s*=\s*([\"'`])(.+?)\1", code):
                return [Spoken(held[2].decode("utf-8", "replace"))]
    return []


def _own_text(call: Node, code: bytes) -> Iterator[ReportedError]:
    """Read the text that the constructor of a class of errors hands to its base."""
    owner = call.parent
    while owner is not None and owner.type != "class_declaration":
        owner = owner.parent
    name = written(owner.child_by_field_name("name"), code) if owner is not None else ""
    if name.endswith("Error"):
        for each in _said(call, call.child_by_field_name("arguments"), code)[:1]:
            yield CONDITIONS.report(call, code, name, each.text, "text")
