"""References in the Python code of documents, so that prose is among the uses of what it shows.

The blocks of one document share their names, as a reader takes them: `import shop` at the top holds
below, and so does `from shop import *`, if it is the only one of its kind. What they define
themselves is theirs alone, and no link.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Sequence

import msgspec

from mkdocs_repodoc.languages.python.names.python_file_finder import find_names
from mkdocs_repodoc.languages.python.parse.syntax_tree import parse
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Reference, Target
from mkdocs_repodoc.text.code_blocks import Block, CodeLine


def read_snippets(
    blocks: Sequence[Block], headings: Sequence[Symbol]
) -> tuple[tuple[Target, ...], tuple[Reference, ...]]:
    """Return what identifiers in blocks of code mean.

    Args:
        blocks: The code with its places in the document.
        headings: The document's symbols in source order; a reference's scope is the last one
            before it.

    Returns:
        Targets that lead to imported modules, and the references to them. Blocks that are no
        Python (an elision, another version's syntax) are left out.
    """
    lines = {one.line: one for block in blocks if _parses(block) for one in block}
    if not lines:
        return (), ()
    text = "\n".join(
        lines[number].code if number in lines else "" for number in range(1, max(lines) + 1)
    )
    tree = parse(text)
    if isinstance(tree, Diagnostic):
        return (), ()
    try:
        names = find_names(tree, text, (), ())
    except RecursionError:
        return (), ()
    targets: dict[int, int] = {}
    kept: list[Target] = []
    star = _star(tree)
    for number, found in enumerate(names.targets):
        target = _from_star(found, star)
        if _leads_outside(target):
            targets[number] = len(kept)
            kept.append(target)
    scopes = _Scopes(headings)
    references = tuple(
        _placed(reference, targets[reference.target], lines[reference.line], scopes)
        for reference in names.references
        if reference.target in targets and reference.line in lines
    )
    return tuple(kept), references


class _Scopes:
    """Finds the heading above a line, going forward."""

    def __init__(self, headings: Sequence[Symbol]) -> None:
        self._lines = [heading.line for heading in headings]
        self._next = 0

    def of(self, line: int) -> int:
        """Return the index of the last heading that is not below a line."""
        while self._next < len(self._lines) and self._lines[self._next] <= line:
            self._next += 1
        return self._next - 1


def _placed(reference: Reference, target: int, line: CodeLine, scopes: _Scopes) -> Reference:
    """Move a reference from the blocks' own text to the document."""
    return Reference(
        line=reference.line,
        column=reference.column + line.column,
        end_column=reference.end_column + line.column,
        target=target,
        kind=reference.kind,
        scope=scopes.of(reference.line),
        arguments=reference.arguments,
        end_line=reference.end_line,
    )


def _star(tree: ast.Module) -> tuple[str, ...]:
    """Return the parts of the module whose names the code takes all; none if there are several."""
    starred = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not node.level and node.names[0].name == "*"
        if node.module
    }
    return tuple(starred.pop().split(".")) if len(starred) == 1 else ()


def _from_star(target: Target, star: tuple[str, ...]) -> Target:
    """Return what a target means where a name that nothing else binds is one of a module."""
    if target.of is not None:
        return msgspec.structs.replace(target, of=_from_star(target.of, star))
    is_one = target.base == "global" and not hasattr(builtins, target.names[0])
    if not star or not is_one or target.names[0].startswith("_"):
        return target
    return Target("module", (*star, *target.names))


def _leads_outside(target: Target) -> bool:
    """Whether a target starts at a module that the code imports, and not at Python's own."""
    while target.of is not None:
        target = target.of
    return target.base == "module" and target.names[0] not in sys.stdlib_module_names


def _parses(block: Block) -> bool:
    return not isinstance(parse("\n".join(one.code for one in block)), Diagnostic)
