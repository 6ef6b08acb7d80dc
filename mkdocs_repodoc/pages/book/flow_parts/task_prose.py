"""Lists of tasks in a flow: each by its title, with its conditions and what it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.model.facts import ListedTask, TaskCondition, TaskList
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.flow_prose import link_to
from mkdocs_repodoc.pages.parts import page_links, sentence_caps
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.pages.parts.formatting import joined


class TaskHolder(NamedTuple):
    """A function that holds lists of tasks, in a flow.

    Attributes:
        function: Where it is.
        calls: What it calls.
        numbers: The steps of the flow.
    """

    function: SymbolRef
    calls: Sequence[Callee]
    numbers: Mapping[SymbolRef, int]


def tasks_told(view: BookView, holder: TaskHolder, tasks: TaskList) -> ToldLine:
    """Return a list of tasks as one line, with the tasks below it in their order."""
    top = sum(not each.depth for each in tasks.tasks)
    said = (f": lists {top} tasks, in this order",)
    return ToldLine(tasks.line, said, children=_level(view, holder, tasks.tasks))


def _level(view: BookView, holder: TaskHolder, tasks: Sequence[ListedTask]) -> tuple[Item, ...]:
    """Return the tasks that are as deep as the first, each with its parts below it."""
    items = []
    starts = [index for index, each in enumerate(tasks) if each.depth == tasks[0].depth]
    for start, end in pairwise([*starts, len(tasks)]):
        below = _level(view, holder, tasks[start + 1 : end])
        items.append(Item(_task(view, holder, tasks[start], has_parts=bool(below)), below))
    return tuple(items)


def _task(view: BookView, holder: TaskHolder, task: ListedTask, *, has_parts: bool) -> Phrase:
    line = page_links.to_line(view.context, holder.function.path, task.line, text=f"“{task.title}”")
    said: Phrase = (line, *_conditions(task.conditions))
    does = () if has_parts else _does(view, holder, task)
    return (*said, ": ", *does) if does else said


def _conditions(conditions: Sequence[TaskCondition]) -> Phrase:
    """Return under which conditions a task is done, as they follow its title."""
    held: list[Phrase] = [(Code(each.text),) for each in conditions if each.holds]
    denied: list[Phrase] = [(Code(each.text),) for each in conditions if not each.holds]
    return (
        *((", if ", *joined(held, last=" and ")) if held else ()),
        *((", unless ", *joined(denied, last=" or ")) if denied else ()),
    )


def _does(view: BookView, holder: TaskHolder, task: ListedTask) -> Phrase:
    """Return what a task does: the calls that have steps, else its code, else what it calls."""
    calls = _called(task, holder.calls)
    steps = [each for each in calls if each.symbol in holder.numbers]
    if task.action and not steps:
        return (Code(task.action),)
    links: list[Phrase] = [
        (link_to(view, each.symbol), f" → step {holder.numbers[each.symbol]}")
        if each.symbol in holder.numbers
        else (link_to(view, each.symbol),)
        for each in (steps or calls)[: sentence_caps.TASK_CALLS]
    ]
    return joined(links, last=" and ")


def _called(task: ListedTask, calls: Sequence[Callee]) -> list[Callee]:
    """Return what a task calls, its conditions aside."""
    found = []
    for callee in calls:
        lines = (callee.line, *callee.again)
        inside = [line for line in lines if task.action_line <= line <= task.end_line]
        if inside:
            found.append(callee._replace(line=inside[0]))
    return sorted(found, key=lambda each: each.line)
