"""Settings that functions check or complete, and what constructors set for a missing one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import AdjustedSetting
from mkdocs_repodoc.text.settings_functions import changes_settings

_HINT = re.compile(
    r"\bdef _*(?:__init__|\w*(?:opt|config|setting|default|flag|arg|param|configure)\w*)\("
)
_EMPTY = frozenset({"{}", "[]", "()", "dict()", "list()", "set()", "None"})
"""Values that say no more than that nothing was given."""
_LONGEST = 90
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def read_adjusted(
    tree: ast.Module, text: str, source: SourceExcerpts
) -> tuple[AdjustedSetting, ...]:
    """Return what is set under a condition, in source order.

    Of a constructor only what stands in for a parameter that is not given.
    """
    if not _HINT.search(text):
        return ()
    reader = _Reader(source)
    found = [each for node in nodes_below(tree) for each in reader.of_function(node)]
    return tuple(dict.fromkeys(sorted(found, key=lambda each: each.line)))


class _Reader:
    def __init__(self, source: SourceExcerpts) -> None:
        self._source = source

    def of_function(self, node: ast.AST) -> Iterator[AdjustedSetting]:
        """Yield what a function sets; nothing of another node, or of a function of another name."""
        if not isinstance(node, _Function):
            return
        if changes_settings(node.name):
            adjusted = list(self._set(node.body, ()))
            is_plain = any(each.target.isidentifier() for each in adjusted)
            known = _names_beyond(node) if is_plain else set()
            for each in adjusted:
                if not each.target.isidentifier() or each.target in known:
                    yield each
        elif node.name == "__init__":
            arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            names = {each.arg for each in arguments}
            for found in self._set(node.body, ()):
                is_told = found.value not in _EMPTY and _is_missing(found)
                if found.target.removeprefix("self.") in names and is_told:
                    yield found

    def _set(
        self, body: Sequence[ast.stmt], conditions: tuple[str, ...]
    ) -> Iterator[AdjustedSetting]:
        """Yield the assignments of a body; one outside of conditions only with a default in it.

        Args:
            body: The statements.
            conditions: What has to hold for a run to come to them, from inside.
        """
        for node in body:
            if isinstance(node, ast.If):
                test = self._source.short(node.test, _LONGEST)
                yield from self._set(node.body, (test, *conditions))
                yield from self._set(node.orelse, (f"not ({test})", *conditions))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                yield from self._assigned(node, node.value, conditions)
            elif isinstance(node, ast.For | ast.While | ast.With | ast.Try):
                yield from self._set(node.body, conditions)

    def _assigned(
        self, node: ast.Assign | ast.AnnAssign, value: ast.expr, conditions: tuple[str, ...]
    ) -> Iterator[AdjustedSetting]:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = dotted(target) or self._source.short(target, _LONGEST)
        held, given = conditions, value
        match value:
            case ast.IfExp(test=test, body=body, orelse=other):
                said = self._source.short(test, _LONGEST)
                own = name.removeprefix("self.")
                when, given = (f"not ({said})", other) if dotted(body) == own else (said, body)
                held = (when, *conditions)
            case ast.BoolOp(op=ast.Or(), values=[first, *_, last]):
                held = (f"not {self._source.short(first, _LONGEST)}", *conditions)
                given = last
        if held:
            when, *outer = held
            told = self._source.short(given, _LONGEST)
            yield AdjustedSetting(name, told, when, node.lineno, tuple(outer))


def _names_beyond(function: _Function) -> set[str]:
    """Return the plain names of a function that others know: what it takes, returns or hands on."""
    arguments = function.args
    found = {each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
    for node in nodes_below(function):
        if isinstance(node, ast.Global | ast.Nonlocal):
            found.update(node.names)
        elif isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            found.update(each.id for each in nodes_below(node) if isinstance(each, ast.Name))
        elif isinstance(node, ast.keyword) and isinstance(node.value, ast.Name):
            found.update({node.arg or ""} & {node.value.id})
    return found


def _is_missing(found: AdjustedSetting) -> bool:
    """Tell whether the condition is that nothing is given."""
    name = re.escape(found.target.removeprefix("self."))
    unset = r"(?:None|[A-Z_]+|\w*(?:[uU]nset|[mM]issing)\w*)"
    missing = rf"{name} is {unset}|not {name}|not \({name}(?: is not {unset})?\)"
    return re.fullmatch(missing, found.condition) is not None
