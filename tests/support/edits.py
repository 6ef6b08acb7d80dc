"""Random changes of Python modules, the same ones for the same seed."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from pathlib import Path


def _delete(body: list[ast.stmt], place: int, _: random.Random) -> None:
    del body[place]


def _repeat(body: list[ast.stmt], place: int, dice: random.Random) -> None:
    body.insert(dice.randrange(len(body) + 1), body[place])


def _swap(body: list[ast.stmt], place: int, dice: random.Random) -> None:
    other = dice.randrange(len(body))
    body[place], body[other] = body[other], body[place]


def _rename(body: list[ast.stmt], place: int, dice: random.Random) -> None:
    statement = body[place]
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        statement.name = dice.choice(["other", "close", "read", "Station", "__iter__", "__call__"])
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        alias = dice.choice(statement.names)
        alias.asname = None if alias.name == "*" else dice.choice([None, "other", "json", "np"])


def _retype(body: list[ast.stmt], place: int, dice: random.Random) -> None:
    statement = body[place]
    names = ["Station", "Reading", "dict", "units.Length", "list[Station]"]
    value = ast.parse(dice.choice(names), mode="eval").body
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        statement.returns = value
    elif isinstance(statement, ast.ClassDef):
        statement.bases = [value]
    elif isinstance(statement, ast.AnnAssign):
        statement.annotation = value
    elif isinstance(statement, ast.Assign):
        statement.value = value


def _wrap(body: list[ast.stmt], place: int, _: random.Random) -> None:
    body[place] = ast.If(ast.Name("flag", ast.Load()), [body[place]], [])


EDITS: list[Callable[[list[ast.stmt], int, random.Random], None]] = [
    _delete,
    _repeat,
    _swap,
    _rename,
    _retype,
    _wrap,
]


def mutate(text: str, dice: random.Random) -> str:
    """Change some statements of a module, anywhere."""
    tree = ast.parse(text)
    for _ in range(dice.randrange(1, 3)):
        bodies = [
            node.body
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and len(node.body) > 1
        ]
        if bodies:
            body = dice.choice(bodies)
            dice.choice(EDITS)(body, dice.randrange(len(body)), dice)
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def change(modules: list[Path], dice: random.Random) -> None:
    """Edit, add, remove or rename some of a repository's modules; the list follows."""
    module = dice.choice(modules)
    beside = module.with_name(f"changed_{dice.randrange(1_000)}.py")
    what = dice.choice(["edit", "edit", "add", "remove", "rename"])
    if what == "edit":
        module.write_text(mutate(module.read_text(), dice))
    elif what == "add":
        beside.write_text(mutate(module.read_text(), dice))
        modules.append(beside)
    else:
        modules.remove(module)
        if what == "rename":
            module.rename(beside)
            modules.append(beside)
        else:
            module.unlink()
