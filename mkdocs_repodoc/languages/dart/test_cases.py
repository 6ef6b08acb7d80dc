"""Cases of `package:test` and `flutter_test`: calls with a title and a function, in groups."""

from __future__ import annotations

from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_CASES = frozenset({"test", "testWidgets"})
_FILE = "_test.dart"


def read_statement(walk: Walk, node: Node, scope: Scope) -> None:
    """Read a case or a group of a test; enter any other statement."""
    title, arguments = _titled(walk, node)
    if title is None or arguments is None:
        walk.enter(node, scope)
        return
    text = walk.line_of(title).lstrip("r").strip("\"'")
    name = f"{scope.name} > {text}" if scope.kind == Kind.TEST else text
    if walk.text(node.named_children[0]) in _CASES:
        walk.add(Kind.TEST, name, node, title, replace(scope, public=True), body=True)
        walk.tests.append(name)
        walk.enter(arguments, inside_function(scope, name))
    else:
        inner = replace(scope, name=name, kind=Kind.TEST, start=-1, labels=(), public=False)
        walk.enter(arguments, inner)


def _titled(walk: Walk, node: Node) -> tuple[Node | None, Node | None]:
    """Return the title and the arguments of a case or group."""
    first = node.named_children[0] if node.named_child_count else None
    if first is None or first.type != "identifier" or not walk.name.endswith(_FILE):
        return None, None
    if walk.text(first) not in _CASES | {"group"}:
        return None, None
    part = child_of_type(child_of_type(node, "selector") or node, "argument_part")
    arguments = child_of_type(part, "arguments") if part is not None else None
    given = arguments.named_children[0] if arguments and arguments.named_children else None
    title = child_of_type(given, "string_literal") if given is not None else None
    return title, arguments
