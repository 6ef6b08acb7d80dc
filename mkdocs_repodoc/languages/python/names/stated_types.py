"""Types that annotations and results state."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from mkdocs_repodoc.languages.python.names.fixture_requests import words_in
from mkdocs_repodoc.languages.python.names.inference import Inference
from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.statements import NameWalk
from mkdocs_repodoc.languages.python.names.target_nodes import MAX_PARTS, TargetNode
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.plain_expressions import is_none
from mkdocs_repodoc.languages.python.symbol_labels import FIXTURE
from mkdocs_repodoc.model.kinds import ASSIGNED
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target

PLUGINS: Final = "pytest_plugins"
"""Variable that names further modules with fixtures."""


def stated_types(
    walk: NameWalk, sites: OutlineIndex, inference: Inference, imports: Sequence[Import]
) -> Iterator[tuple[int, Target]]:
    """Yield the types of a file's values and results: position of the symbol, and its type.

    Args:
        walk: The walk over the file.
        sites: Its symbols.
        inference: What expressions are.
        imports: Its imports.
    """
    found = dict(_of_functions(walk, sites, inference))
    for scope in walk.classes:
        names = dict.fromkeys((*scope.bindings, *(scope.attributes or ())))
        for name in names:
            dotted = f"{scope.name}.{name}" if scope.name else name
            positions = [
                position
                for position in sites.positions(dotted)
                if sites.symbols[position].kind in ASSIGNED
            ]
            if not positions or dotted == PLUGINS or _ends_as_none(scope, name):
                continue
            bindings = [*scope.bindings.get(name, ()), *(scope.attributes or {}).get(name, ())]
            meaning = inference.agreement(bindings, strict=not scope.name)
            if meaning is not None:
                found |= dict.fromkeys(positions, meaning)
    plugins = [binding.node for binding in walk.module.bindings.get(PLUGINS, ())]
    if named := tuple(words for node in plugins for words in words_in(node) or ()):
        yield sites.positions(PLUGINS)[0], Target("plugins", named)
    for position in sorted(found):
        if not _is_standard(found[position], imports):
            yield position, found[position].to_target()


def _of_functions(
    walk: NameWalk, sites: OutlineIndex, inference: Inference
) -> Iterator[tuple[int, TargetNode]]:
    """Yield what functions return, and take where that may be functions."""
    for position, scope, node in walk.functions:
        meaning = _returned(inference, scope, node, FIXTURE in sites.symbols[position].labels)
        if callbacks := _callbacks(inference, walk.module, scope, node):
            meaning = sites.meanings.with_callbacks(meaning, callbacks)
        if meaning is not None:
            yield position, meaning


def _ends_as_none(scope: NameScope, name: str) -> bool:
    """Whether the last statement that binds a name of a module or class makes it `None`."""
    bindings = scope.bindings.get(name, ())
    if len(bindings) <= 1:
        return False
    last = bindings[-1]
    return is_none(last.node) and last.scope is scope and last.until == (0, 0)


def _returned(
    inference: Inference, scope: NameScope, node: FunctionNode, is_fixture: bool
) -> TargetNode | None:
    try:
        if is_fixture:
            return inference.given(scope, node)
        return inference.returned(scope, node)
    except RecursionError:
        # As for references: an expression hundreds of levels deep tells nothing.
        return None


def _callbacks(
    inference: Inference, module: NameScope, scope: NameScope, node: FunctionNode
) -> dict[str, TargetNode | None]:
    """Return a function's parameters up to the last that is a function, by its annotation."""
    found: dict[str, TargetNode | None] = {}
    last = 0
    parameters = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    for parameter in parameters[:MAX_PARTS]:
        meaning = None
        if parameter.annotation is not None:
            meaning = inference.annotation(parameter.annotation, scope.parent or scope)
        is_callback = meaning is not None and _is_callback(meaning, inference, module)
        found[parameter.arg] = meaning if is_callback else None
        last = len(found) if is_callback else last
    return dict(islice(found.items(), last))


def _is_callback(meaning: TargetNode, inference: Inference, module: NameScope) -> bool:
    """Whether an annotation is a `Callable`, or a name that the file gives to one."""
    if meaning.base == "instance" and meaning.of is not None and meaning.of.base == "own":
        bindings = module.bindings.get(".".join(meaning.of.names))
        told = inference.agreement(bindings) if bindings else None
        return told is not None and told.base == "signature" and not meaning.names
    return meaning.base == "signature" and not meaning.names


def _is_standard(meaning: TargetNode, imports: Sequence[Import]) -> bool:
    """Whether something comes from the standard library, so that it can lead nowhere here."""
    while meaning.of is not None:
        meaning = meaning.of
    if meaning.base == "module":
        return meaning.names[0] in sys.stdlib_module_names
    if meaning.base == "import":
        item = imports[meaning.position]
        return not item.level and item.module.partition(".")[0] in sys.stdlib_module_names
    return False
