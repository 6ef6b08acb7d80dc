"""Lists of tasks in scripts: objects with a title and a function, as Listr takes them.

Menus, routes and registries look the same, and nothing says that they are gone through in order. So
a list is one of tasks if it is handed to what runs tasks, or if it calls its functions tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    line_of,
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import Sign, signed_nodes
from mkdocs_repodoc.model.facts import ListedTask, TaskCondition, TaskList

_TITLES = ("title", "name", "label", "description")
_ACTIONS = ("task", "action", "run", "fn", "execute", "perform", "step")
_RUNNER = re.compile(r"(?:^|\.)(?:new)?Listr\w*$")
_PASSED_ON = r"Listr\w*(?:<[^>]*>)?\(\s*%s\b"
"""A variable that such a runner is given."""
_AROUND = frozenset(
    {
        "array",
        "spread_element",
        "parenthesized_expression",
        "ternary_expression",
        "binary_expression",
    }
)
"""What may stand between a list and its tasks."""
_ENABLES = frozenset({"enabled", "if", "when"})
_SKIPS = frozenset({"skip"})
_SIGN = Sign(re.compile(rb"\b(?:title|name|label|description): ?['\"`\w]"), ("array",))
_FUNCTIONS = frozenset({"arrow_function", "function_expression", "method_definition"})
_DOES = frozenset({*_FUNCTIONS, "identifier", "shorthand_property_identifier", "member_expression"})
_DENIED = re.compile(r"!\s*([\w.$]+)")
_LEAST = 2
"""Tasks of a list."""
_LONGEST = 100
_DEEPEST = 3

_Conditions = tuple[TaskCondition, ...]


def find_tasks(root: Node, code: bytes) -> Iterator[TaskList]:
    """Yield the lists of tasks of a file, in source order, each with those inside of its tasks."""
    end = 0
    for array in signed_nodes(root, code, (_SIGN,))["array"]:
        tasks = tuple(_tasks(array, code, (), 0)) if array.start_byte >= end else ()
        if sum(not each.depth for each in tasks) >= _LEAST:
            yield TaskList(tasks, line_of(array), int(array.end_point.row) + 1)
            end = array.end_byte


def _tasks(node: Node, code: bytes, given: _Conditions, depth: int) -> Iterator[ListedTask]:
    """Yield the tasks of a list or of one of its elements, with those inside of each behind it."""
    if node.type == "object":
        yield from _task(node, code, given, depth)
    elif node.type in {"array", "spread_element", "parenthesized_expression"}:
        for each in node.named_children:
            yield from _tasks(each, code, given, depth)
    elif node.type == "ternary_expression":
        condition = written(node.child_by_field_name("condition"), code)
        for field, holds in (("consequence", True), ("alternative", False)):
            branch = node.child_by_field_name(field)
            if branch is not None:
                held = (*given, _condition(condition, holds=holds))
                yield from _tasks(branch, code, held, depth)
    elif node.type == "binary_expression":
        operator = written(node.child_by_field_name("operator"), code)
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        if operator == "&&" and right is not None:
            held = (*given, _condition(written(left, code), holds=True))
            yield from _tasks(right, code, held, depth)


def _task(node: Node, code: bytes, given: _Conditions, depth: int) -> Iterator[ListedTask]:
    members = dict(_members(node, code))
    is_run = _is_run(node, code)
    titles, actions = (_TITLES, _ACTIONS) if is_run else (_TITLES[:1], _ACTIONS[:1])
    title = next((said for key in titles if (said := _title(members.get(key), code))), "")
    does = next((members[key] for key in actions if key in members), None)
    if not title or does is None or does.type not in _DOES:
        return
    conditions = (*given, *_conditions(members, code))
    inner = list(_inner(does, code, depth + 1)) if depth < _DEEPEST else []
    action = "" if inner else _action(does, code)
    end = int(node.end_point.row) + 1
    yield ListedTask(
        title=title,
        line=line_of(node),
        end_line=end,
        conditions=conditions,
        action=action,
        action_line=line_of(does),
        depth=depth,
    )
    yield from inner


def _is_run(task: Node, code: bytes) -> bool:
    """Tell whether the list that an object stands in is handed to what runs tasks."""
    around = task.parent
    while around is not None and around.type in _AROUND:
        around = around.parent
    if around is not None and around.type == "variable_declarator":
        name = written(around.child_by_field_name("name"), code)
        return re.search((_PASSED_ON % re.escape(name)).encode(), code) is not None
    called = around.parent if around is not None and around.type == "arguments" else None
    if called is None:
        return False
    field = "constructor" if called.type == "new_expression" else "function"
    return _RUNNER.search(written(called.child_by_field_name(field), code)) is not None


def _members(node: Node, code: bytes) -> Iterator[tuple[str, Node]]:
    """Yield the keys of an object with their values; a method is a value itself."""
    for each in node.named_children:
        if each.type == "pair":
            value = each.child_by_field_name("value")
            if value is not None:
                yield written(each.child_by_field_name("key"), code), value
        elif each.type == "method_definition":
            yield written(each.child_by_field_name("name"), code), each
        elif each.type == "shorthand_property_identifier":
            yield written(each, code), each


def _title(node: Node | None, code: bytes) -> str:
    """Return a title; of a choice between two both."""
    if node is not None and node.type == "ternary_expression":
        branches = map(node.child_by_field_name, ("consequence", "alternative"))
        said = [_title(each, code) for each in branches]
        return " / ".join(said) if all(said) else ""
    return string_in(node, code)


def _inner(does: Node, code: bytes, depth: int) -> Iterator[ListedTask]:
    """Yield the tasks of the first list inside of what a task does."""
    for array in nodes_of(does, ("array",)):
        tasks = list(_tasks(array, code, (), depth))
        if len(tasks) >= _LEAST:
            yield from tasks
            return


def _action(does: Node, code: bytes) -> str:
    """Return what a task does, where that is one short expression."""
    value = _value(does)
    said = written(value, code)
    return said if value is not None and len(said) <= _LONGEST else ""


def _value(function: Node) -> Node | None:
    """Return the expression that a function consists of, `None` if it does more."""
    if function.type not in _FUNCTIONS:
        return function
    body = function.child_by_field_name("body")
    if body is None or body.type != "statement_block":
        return body
    statements = [each for each in body.named_children if each.type != "comment"]
    if len(statements) != 1 or statements[0].type not in {
        "return_statement",
        "expression_statement",
    }:
        return None
    return statements[0].named_children[0] if statements[0].named_children else None


def _conditions(members: Mapping[str, Node], code: bytes) -> Iterator[TaskCondition]:
    """Yield under which conditions a task is done, in the order of its members."""
    for key, node in members.items():
        if key in _ENABLES and (value := _value(node)) is not None:
            yield _condition(written(value, code), holds=True)
        elif key in _SKIPS:
            yield from _skips(node, code)


def _condition(asked: str, *, holds: bool) -> TaskCondition:
    """Return a condition; one that denies a plain name is the other way round."""
    denied = _DENIED.fullmatch(asked)
    return TaskCondition(not holds, denied[1]) if denied else TaskCondition(holds, asked)


def _skips(function: Node, code: bytes) -> Iterator[TaskCondition]:
    """Yield under which conditions a task is skipped: those at which a reason is returned."""
    if (value := _value(function)) is not None and value.type != "string":
        yield _condition(written(value, code), holds=False)
        return
    body = function.child_by_field_name("body")
    for statement in body.named_children if body is not None else ():
        if statement.type != "if_statement":
            continue
        asked = written(statement.child_by_field_name("condition"), code)[1:-1]
        returned = next(iter(nodes_of(statement, ("return_statement",))), None)
        if returned is not None:  # without a reason it is not skipped
            yield _condition(asked, holds=not returned.named_children)
