"""Design patterns and idioms that a module's structure proves.

Each rule looks at one class, one function or the module, and names what it found. A rule asks for
the parts that make the pattern work (the methods of a protocol, the statements of a singleton),
never for a word in a name.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from mkdocs_repodoc.languages.python.findings.class_patterns import CLASS_RULES
from mkdocs_repodoc.languages.python.findings.rule_input import (
    FunctionFacts,
    ModuleFacts,
    finding,
    stored_in,
)
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.structure import FunctionNode, Scope
from mkdocs_repodoc.model.records import Finding

_FunctionRule = Callable[[FunctionFacts, ModuleFacts], Iterator[Finding]]
_ModuleRule = Callable[[ModuleFacts], Iterator[Finding]]
_CASES_WORTH_READING = 3
_WRAPPERS = {"functools.wraps", "functools.update_wrapper", "wrapt.decorator"}


def find_patterns(facts: ModuleFacts) -> list[Finding]:
    """Return what all rules find, one for each place and rule."""
    found = [made for rule in _MODULE_RULES for made in rule(facts)]
    for function in facts.functions:
        found += [made for rule in _FUNCTION_RULES for made in rule(function, facts)]
    for class_facts in facts.classes:
        found += [made for rule in CLASS_RULES for made in rule(class_facts, facts)]
    return found


def _context_manager(function: FunctionFacts, _facts: ModuleFacts) -> Iterator[Finding]:
    for path, _ in function.decorators:
        if path in {"contextlib.contextmanager", "contextlib.asynccontextmanager"}:
            statement = "async with" if path.endswith("asynccontextmanager") else "with"
            message = (
                f"`{function.name}` is a context manager written as a generator: what stands "
                f"before its `yield` runs on entry to `{statement}`, the rest on exit."
            )
            yield finding("pattern", "context-manager", function.node, message, function.name)


def _decorator(function: FunctionFacts, facts: ModuleFacts) -> Iterator[Finding]:
    """Find functions that return a function of their own which wraps one they were given."""
    if function.scope.parent is not None and isinstance(function.scope.parent.node, FunctionNode):
        return  # the middle part of a factory
    depth, wrapper = _wrapper(function.scope, facts)
    if wrapper is None:
        return
    if depth == 1:
        parameters = {argument.arg for argument in function.node.args.args}
        wrapped = sorted(parameters & _called_names(wrapper))
        taken = f" around `{wrapped[0]}`" if wrapped else ""
        message = f"`{function.name}` is a decorator: it returns `{wrapper.name}`{taken}."
        yield finding("pattern", "decorator", function.node, message, function.name)
    else:
        message = (
            f"`{function.name}` is a decorator factory: called with its arguments it returns a "
            f"decorator, whose wrapper is `{wrapper.name}`."
        )
        yield finding("pattern", "decorator-factory", function.node, message, function.name)


def _wrapper(scope: Scope, facts: ModuleFacts) -> tuple[int, FunctionNode | None]:
    """Return the function decorated with `functools.wraps`, and how deep in a scope it stands."""
    if not scope.inner or not scope.returns:
        return 0, None
    returned = _returned_names(scope)
    inner = [
        (child, child.node)
        for child in scope.inner
        if isinstance(child.node, FunctionNode) and child.node.name in returned
    ]
    for _, node in inner:
        if any(facts.names.path(decorator) in _WRAPPERS for decorator in node.decorator_list):
            return 1, node
    for child, _ in inner:
        depth, wrapper = _wrapper(child, facts)
        if depth == 1:
            return 2, wrapper
    return 0, None


def _returned_names(scope: Scope) -> set[str]:
    found = set()
    for statement in scope.returns:
        value = statement.value
        while isinstance(value, ast.Call) and value.args:  # cast(F, wrapper)
            value = value.args[-1]
        if value is not None:
            found.add(dotted(value))
    return found


def _called_names(node: FunctionNode) -> set[str]:
    return {
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


def _single_dispatch(function: FunctionFacts, facts: ModuleFacts) -> Iterator[Finding]:
    for path, _ in function.decorators:
        if path in {"functools.singledispatch", "functools.singledispatchmethod"}:
            name = function.name.rpartition(".")[2]
            count = sum(
                other.rpartition(".")[0].rpartition(".")[2] == name and other.endswith(".register")
                for registered in facts.functions
                for other, _ in registered.decorators
            )
            more = f"; {count} {'type has' if count == 1 else 'types have'} one here"
            message = (
                f"`{function.name}` chooses its implementation by the type of its first argument"
                f"{more if count else ''}."
            )
            yield finding("pattern", "single-dispatch", function.node, message, function.name)


def _registrations(facts: ModuleFacts) -> Iterator[Finding]:
    """Find functions that put what they are given into a table of the module and return it."""
    tables = facts.tables()
    if not tables:
        return
    for function in facts.functions:
        if function.in_class or "." in function.name:
            continue
        known = {argument.arg for argument in function.node.args.args}
        for scope in (function.scope, *function.scope.inner):
            node = scope.node
            if not isinstance(node, FunctionNode) or not scope.returns:
                continue
            given = {argument.arg for argument in node.args.args}
            if not given & _returned_names(scope):
                continue
            table = (stored_in(node, given) - known - given) & tables
            if table:
                message = f"`{function.name}` registers what it decorates in `{min(table)}`."
                yield finding("pattern", "registry", function.node, message, function.name)
                break


def _lazy_module(facts: ModuleFacts) -> Iterator[Finding]:
    for function in facts.functions:
        if function.name == "__getattr__":
            called = {facts.names.path(call.func) for call in _calls(function.node)}
            if {"importlib.import_module", "__import__"} & called or _returns_import(function):
                what = "The module imports names only when they are first asked for"
            elif "warnings.warn" in called:
                what = "The module warns of names that are no longer to be used"
            else:
                what = "The module computes attributes that it does not define"
            message = f"{what}, through its `__getattr__`."
            yield finding("pattern", "module-getattr", function.node, message, "__getattr__")


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _returns_import(function: FunctionFacts) -> bool:
    """Whether a function returns what its own body imports, or an attribute of that."""
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(function.node)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    return any(
        isinstance(part, ast.Name) and part.id in imported
        for statement in function.scope.returns
        if statement.value is not None
        for part in ast.walk(statement.value)
    )


def _async(facts: ModuleFacts) -> Iterator[Finding]:
    found = [
        part
        for part in facts.functions
        if isinstance(part.node, ast.AsyncFunctionDef) and not part.scope.generator
    ]
    if found:
        first = found[0]
        more = len(found) - 1
        rest = f", as {'does' if more == 1 else 'do'} {more} more in this file" if more else ""
        message = f"`{first.name}` runs as a coroutine{rest}."
        yield finding("pattern", "coroutine", first.node, message, first.name)


def _matching(facts: ModuleFacts) -> Iterator[Finding]:
    for place in facts.structure.matches:
        node = place.node
        if isinstance(node, ast.Match) and len(node.cases) >= _CASES_WORTH_READING:
            subject = facts.source.short(node.subject, 40)
            message = f"`match {subject}` chooses among {len(node.cases)} cases."
            symbol = place.scope.name
            yield finding("pattern", "pattern-matching", node, message, symbol, whole=True)


def _dynamic_class(facts: ModuleFacts) -> Iterator[Finding]:
    """Find classes made by calling `type` with a name, bases and a namespace."""
    for node, scope in facts.structure.calls:
        if isinstance(node.func, ast.Name) and node.func.id == "type" and len(node.args) == 3:  # noqa: PLR2004 - type(name, bases, namespace)
            name = facts.source.short(node.args[0], 40)
            message = f"Calling `type` makes a class at run time; its name is `{name}`."
            yield finding("pattern", "dynamic-class", node, message, scope.name)


_MODULE_RULES: tuple[_ModuleRule, ...] = (
    _registrations,
    _lazy_module,
    _async,
    _matching,
    _dynamic_class,
)
_FUNCTION_RULES: tuple[_FunctionRule, ...] = (
    _context_manager,
    _decorator,
    _single_dispatch,
)
CALL_NAMES = frozenset({"type"})
"""Last names of the functions whose calls are read here."""
