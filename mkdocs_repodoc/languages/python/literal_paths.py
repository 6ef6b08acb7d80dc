"""Files that a module names by literal paths: `open("tests/data/sea.csv")`, `HERE / "sea.csv"`.

A path that is built from `__file__` is followed step by step, and is proven to start at the
file's own folder. A string with a slash in it names a file if the repository has it. A string that
is put behind anything else (`tmp_path / "sea.csv"`) names nothing that is known.
"""

from __future__ import annotations

import ast
import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.parse.child_nodes import child_nodes
from mkdocs_repodoc.languages.python.parse.plain_expressions import last_name
from mkdocs_repodoc.model.records import PathMention
from mkdocs_repodoc.text.path_words import MOST_MENTIONS, literal_path

_WITH_FOLDER = re.compile(r"""["'](?:[\w.@+-]+/)+[\w.@+-]*\w\.[A-Za-z]\w{0,9}["']""")
_ANY_NAME = re.compile(r"""["'](?:[\w.@+-]*/)*[\w.@+-]*\w\.[A-Za-z]\w{0,9}["']""")
"""Where a path may be; a bare name is one only in a module that asks where it lies itself."""
_LONGEST = 200
_DEEPEST = 24
_FILE = "\0"
"""Stands for the file itself until a folder is asked of it."""
_SAME = {"Path", "PurePath", "PosixPath", "abspath", "realpath", "normpath", "fspath", "str"}
_OWN = {"resolve", "absolute", "as_posix", "expanduser", "__str__"}
_HAS_SUFFIX = re.compile(r"[^/]\.[A-Za-z]\w{0,9}$")


def find_paths(tree: ast.Module, text: str) -> tuple[PathMention, ...]:
    """Return the literal paths of a module in source order, each once.

    Args:
        tree: Its syntax tree.
        text: Its text, searched first: most modules name no files.
    """
    candidates = _ANY_NAME if "__file__" in text else _WITH_FOLDER
    lines = list(_lines(candidates, text))
    if not lines:
        return ()
    found: dict[tuple[str, bool], int] = {}
    for path, line, anchored in _literals(tree, lines):
        if path != _FILE and _HAS_SUFFIX.search(path):
            found[path, anchored] = min(line, found.get((path, anchored), line))
    ordered = sorted((line, path, anchored) for (path, anchored), line in found.items())
    return tuple(
        PathMention(path, line, "string", anchored=anchored)
        for line, path, anchored in ordered[:MOST_MENTIONS]
    )


def _lines(candidates: re.Pattern[str], text: str) -> Iterator[int]:
    line, position = 1, 0
    for match in candidates.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        yield line


def _literals(tree: ast.Module, lines: list[int]) -> Iterator[tuple[str, int, bool]]:
    """Yield path, line, and whether it starts at the file's folder; looks at the given lines."""
    proven = _ProvenPaths(tree)
    stack: list[ast.AST] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.stmt) and not _holds(node, lines):
            continue
        if isinstance(node, ast.BinOp | ast.Call):
            path = proven.of(node)
            if path is not None:
                yield path, node.lineno, True
            else:
                stack.extend(_unproven(node))
        elif isinstance(node, ast.Constant):
            yield _literal(node.value), node.lineno, False
        elif not isinstance(node, ast.JoinedStr) and not _is_documentation(node):
            stack.extend(child_nodes(node))


def _holds(node: ast.stmt, lines: list[int]) -> bool:
    index = bisect_left(lines, node.lineno)
    return index < len(lines) and lines[index] <= (node.end_lineno or node.lineno)


def _literal(value: object) -> str:
    is_path = isinstance(value, str) and "/" in value and len(value) < _LONGEST
    return literal_path(str(value)) if is_path else ""


def _is_documentation(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _unproven(node: ast.BinOp | ast.Call) -> list[ast.AST]:
    """Return the parts of an expression in which a path may stand for itself."""
    if isinstance(node, ast.BinOp):
        is_path = isinstance(node.op, ast.Div | ast.Add | ast.Mod)
        parts: list[ast.expr] = [node.left, node.right]
        return [part for part in parts if not (is_path and isinstance(part, ast.Constant))]
    name = last_name(node.func)
    children = child_nodes(node)
    if name in {"join", "joinpath", "with_name"}:
        children = [child for child in children if not isinstance(child, ast.Constant)]
    return children


class _ProvenPaths:
    """What expressions over `__file__` mean, relative to the file's folder."""

    def __init__(self, tree: ast.Module) -> None:
        self._values: dict[str, ast.expr | None] = {}
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                target, value = statement.targets[0], statement.value
            elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
                target, value = statement.target, statement.value
            else:
                continue
            if isinstance(target, ast.Name):
                # What is assigned twice is not followed.
                self._values[target.id] = None if target.id in self._values else value

    def of(self, node: ast.expr, depth: int = 0) -> str | None:
        """Return the path that an expression means; `None` if that is not known."""
        if depth > _DEEPEST:
            return None
        found: str | None = None
        if isinstance(node, ast.Name):
            value = self._values.get(node.id)
            if node.id == "__file__":
                found = _FILE
            elif value is not None:
                found = self.of(value, depth + 1)
        elif isinstance(node, ast.Attribute) and node.attr == "parent":
            found = _up(self.of(node.value, depth + 1))
        elif isinstance(node, ast.Subscript):
            found = self._ancestor(node, depth)
        elif isinstance(node, ast.BinOp):
            found = self._joined(node, depth)
        elif isinstance(node, ast.Call):
            found = self._call(node, depth)
        return found

    def _ancestor(self, node: ast.Subscript, depth: int) -> str | None:
        """`path.parents[2]`."""
        if not isinstance(node.value, ast.Attribute) or node.value.attr != "parents":
            return None
        number = node.slice.value if isinstance(node.slice, ast.Constant) else None
        if not isinstance(number, int) or not 0 <= number < _DEEPEST:
            return None
        found = self.of(node.value.value, depth + 1)
        for _ in range(number + 1):
            found = _up(found)
        return found

    def _joined(self, node: ast.BinOp, depth: int) -> str | None:
        """`folder / "name"` and `folder + "/name"`."""
        part = node.right.value if isinstance(node.right, ast.Constant) else None
        if not isinstance(part, str) or not isinstance(node.op, ast.Div | ast.Add):
            return None
        if isinstance(node.op, ast.Add):
            if not part.startswith("/"):
                return None
            part = part.lstrip("/")
        return _down(self.of(node.left, depth + 1), [part])

    def _call(self, node: ast.Call, depth: int) -> str | None:
        name = last_name(node.func)
        if isinstance(node.func, ast.Attribute) and name in _OWN:
            return self.of(node.func.value, depth + 1)
        if not node.args:
            return None
        if name in {"joinpath", "with_name"} and isinstance(node.func, ast.Attribute):
            start = self.of(node.func.value, depth + 1)
            return _down(_up(start) if name == "with_name" else start, _strings(node.args))
        first = self.of(node.args[0], depth + 1)
        if name == "dirname":
            return _up(first)
        if name in _SAME or name == "join":
            return _down(first, _strings(node.args[1:])) if len(node.args) > 1 else first
        return None


def _strings(nodes: list[ast.expr]) -> list[str] | None:
    values = [node.value if isinstance(node, ast.Constant) else None for node in nodes]
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(values) else None


def _up(path: str | None) -> str | None:
    if path is None:
        return None
    if path == _FILE:
        return "."
    return posixpath.normpath(posixpath.join(path, ".."))


def _down(path: str | None, parts: list[str] | None) -> str | None:
    if path is None or path == _FILE or parts is None:
        return None
    if any(not part or part.startswith("/") for part in parts):
        return None
    return posixpath.normpath(posixpath.join(path, *parts))
