"""Lists of tasks by the function whose code holds them."""

from __future__ import annotations

from mkdocs_repodoc.model.facts import TaskList
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def task_lists(repository: Repository, ref: SymbolRef) -> list[TaskList]:
    """Return the lists of tasks that a function holds, in source order.

    Args:
        repository: The linked repository.
        ref: The function; the code of a module holds those that stand in no function.
    """
    outline = repository.files[ref.path].outline
    found = list(outline.facts_of(TaskList))
    if not found:
        return []
    if not ref.is_file:
        symbol = repository.symbol(ref)
        if symbol.kind not in CALLING:
            return []
        return [each for each in found if symbol.line <= each.line <= symbol.end_line]
    functions = [each for each in outline.symbols if each.kind in CALLING]
    return [
        each
        for each in found
        if not any(one.line <= each.line <= one.end_line for one in functions)
    ]
