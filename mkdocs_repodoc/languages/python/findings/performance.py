"""What a module does about speed, and where its time may go, as its structure shows it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts, finding
from mkdocs_repodoc.model.records import Finding

_Rule = Callable[[ModuleFacts], Iterator[Finding]]
_CACHES = {"functools.cache", "functools.lru_cache"}
_POOLS = {
    "concurrent.futures.ThreadPoolExecutor": "threads",
    "concurrent.futures.thread.ThreadPoolExecutor": "threads",
    "concurrent.futures.ProcessPoolExecutor": "processes",
    "concurrent.futures.process.ProcessPoolExecutor": "processes",
    "multiprocessing.Pool": "processes",
    "multiprocessing.pool.Pool": "processes",
    "multiprocessing.pool.ThreadPool": "threads",
}
CALL_NAMES = frozenset(path.rpartition(".")[2] for path in _POOLS)
"""Last names of the functions whose calls are read here."""


def find_performance(facts: ModuleFacts) -> list[Finding]:
    """Return what all rules find."""
    return [made for rule in _RULES for made in rule(facts)]


def _caches(facts: ModuleFacts) -> Iterator[Finding]:
    for function in facts.functions:
        for path, decorator in function.decorators:
            if path in _CACHES:
                size = _cache_size(decorator, path, facts)
                message = f"Results of `{function.name}` are kept for repeated arguments, {size}."
                yield finding("performance", "cached-function", decorator, message, function.name)
            elif path.rpartition(".")[2] == "cached_property":
                message = f"`{function.name}` is computed once for each instance."
                yield finding("performance", "cached-property", decorator, message, function.name)


def _cache_size(decorator: ast.expr, path: str, facts: ModuleFacts) -> str:
    if path == "functools.cache":
        return "without a limit"
    if isinstance(decorator, ast.Call):
        given = [
            *(keyword.value for keyword in decorator.keywords if keyword.arg == "maxsize"),
            *decorator.args[:1],
        ]
        if given:
            if isinstance(given[0], ast.Constant) and given[0].value is None:
                return "without a limit"
            return f"up to `{facts.source.short(given[0], 40)}` of them"
    return "up to 128 of them"


def _slots(facts: ModuleFacts) -> Iterator[Finding]:
    for class_facts in facts.classes:
        slots = class_facts.attributes.get("__slots__")
        if slots is not None and slots.method is None:
            message = (
                f"Instances of `{class_facts.name}` have no `__dict__` of their own where its "
                "bases have none: `__slots__` fixes their attributes."
            )
            yield finding("performance", "slots", slots.node, message, class_facts.name)
            continue
        for decorator in class_facts.node.decorator_list:
            if isinstance(decorator, ast.Call) and any(
                keyword.arg == "slots"
                and isinstance(keyword.value, ast.Constant)
                and keyword.value.value is True
                for keyword in decorator.keywords
            ):
                message = f"The data class `{class_facts.name}` keeps its fields in slots."
                yield finding("performance", "slots", decorator, message, class_facts.name)


def _pools(facts: ModuleFacts) -> Iterator[Finding]:
    for node, scope in facts.structure.calls:
        path = facts.names.path(node.func)
        if path in _POOLS:
            where = f"`{scope.name}`" if scope.name else "The module"
            message = f"{where} spreads work over a pool of {_POOLS[path]}."
            yield finding("performance", "worker-pool", node, message, scope.name)


def _nested_loops(facts: ModuleFacts) -> Iterator[Finding]:
    for outer, inner, scope in facts.structure.loops:
        where = f"in `{scope.name}`" if scope.name else "at module level"
        message = (
            f"Three loops are nested {where}, from the outermost on line {outer.lineno} to the "
            f"innermost on line {inner.lineno}."
        )
        yield finding("performance", "nested-loops", inner, message, scope.name)


_RULES: tuple[_Rule, ...] = (_caches, _slots, _pools, _nested_loops)
