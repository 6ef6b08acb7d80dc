"""Functions that run as coroutines."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference


def _check(module: ModuleFacts) -> Iterator[Match]:
    found = [
        function
        for function in module.functions
        if isinstance(function.node, ast.AsyncFunctionDef) and not function.scope.generator
    ]
    if found:
        first, more = found[0], len(found) - 1
        rest = f", as {'does' if more == 1 else 'do'} {more} more in this file" if more else ""
        yield Match(first.node, f"`{first.name}` runs as a coroutine{rest}.", first.name)


RULE = PythonRule(
    id="coroutine",
    name="Coroutine",
    area="idiom",
    says=(
        "A file defines functions with `async def` that are not generators. Only the first is "
        "named; the others are counted."
    ),
    why=(
        "A call only creates a coroutine: it runs when it is awaited or made into a task. What "
        "blocks in it holds up everything else in the event loop."
    ),
    example="""\
async def fetch(address):
    return await read(address)
""",
    counterexample="""\
async def numbers():
    yield 1
""",
    reference=Reference(
        "Python: Coroutines and Tasks", "https://docs.python.org/3/library/asyncio-task.html"
    ),
    since="0.1.0",
    check=_check,
)
