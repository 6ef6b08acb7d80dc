"""Pools of threads or processes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_POOLS = {
    "concurrent.futures.ThreadPoolExecutor": "thread",
    "concurrent.futures.thread.ThreadPoolExecutor": "thread",
    "concurrent.futures.ProcessPoolExecutor": "process",
    "concurrent.futures.process.ProcessPoolExecutor": "process",
    "multiprocessing.Pool": "process",
    "multiprocessing.pool.Pool": "process",
    "multiprocessing.pool.ThreadPool": "thread",
}
_PLURALS = {"thread": "threads", "process": "processes"}
_SIZES = {"max_workers", "processes"}


def _check(module: ModuleFacts) -> Iterator[Match]:
    for node, scope in module.structure.calls:
        worker = _POOLS.get(module.names.path(node.func))
        if worker:
            subject = f"`{scope.name}`" if scope.name else "The module"
            message = (
                f"{subject} makes a pool of a single {worker}."
                if _has_one_worker(node)
                else f"{subject} makes a pool of {_PLURALS[worker]}."
            )
            yield Match(node, message, scope.name)


def _has_one_worker(node: ast.Call) -> bool:
    sizes = [
        *node.args[:1],
        *(keyword.value for keyword in node.keywords if keyword.arg in _SIZES),
    ]
    return any(isinstance(size, ast.Constant) and size.value == 1 for size in sizes)


RULE = PythonRule(
    id="worker-pool",
    name="Worker pool",
    area="performance",
    says=(
        "A pool of `concurrent.futures` or `multiprocessing` is made. A pool of one worker is said "
        "to be one where the number is written in the call."
    ),
    why=(
        "Work is done beside the main thread. Threads share memory, and suit waiting; processes "
        "compute at the same time, and copy what they are given."
    ),
    example="""\
from concurrent.futures import ThreadPoolExecutor

def fetch_all(addresses):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(fetch, addresses))
""",
    counterexample="""\
from database import Pool

connections = Pool(10)
""",
    reference=FurtherReading(
        "Python: concurrent.futures",
        "https://docs.python.org/3/library/concurrent.futures.html",
    ),
    since="0.1.0",
    check=_check,
    called=frozenset(path.rpartition(".")[2] for path in _POOLS),
)
