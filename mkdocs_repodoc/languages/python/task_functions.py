"""Programs of decorated functions that are tasks: the sessions of Nox, the tasks of Invoke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline

_SESSION = re.compile(r"(?:nox\.)?session\b")
_TASK = re.compile(r"(?:invoke\.)?task\b")
_NAME = re.compile(r"name\s*=\s*[\"']([^\"']+)[\"']")


def nox_sessions(outline: FileOutline) -> Iterator[Task]:
    """Yield the sessions of a `noxfile.py`."""
    for name, _, line in _decorated(outline, _SESSION):
        yield Task(name, f"nox -s {name}", "", line)


def invoke_tasks(outline: FileOutline) -> Iterator[Task]:
    """Yield the tasks of Invoke's `tasks.py`, which writes the names of functions its own way."""
    for name, is_given, line in _decorated(outline, _TASK):
        shown = name if is_given else name.strip("_").replace("_", "-")
        yield Task(shown, f"inv {shown}", "", line)


def _decorated(outline: FileOutline, decorator: re.Pattern[str]) -> Iterator[tuple[str, bool, int]]:
    """Yield names of tasks, whether the decorator gives them, and the lines of the functions."""
    if not any(item.module.partition(".")[0] in {"nox", "invoke"} for item in outline.imports):
        return
    for symbol in outline.symbols:
        for each in symbol.decorators:
            if symbol.kind == Kind.FUNCTION and decorator.match(each):
                given = _NAME.search(each)
                yield (given[1] if given else symbol.name), given is not None, symbol.name_line
