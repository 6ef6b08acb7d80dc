"""Answers to `callees` and `paths`: what a function calls, and how it reaches another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallEdge, Tie
from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree
from mkdocs_repodoc.model.kinds import CALLING, TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, Grade, SymbolEntry
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import CalleesQuestion, PathsQuestion
from mkdocs_repodoc.query.replies.symbol_reply import unknown_uses
from mkdocs_repodoc.query.subjects import subject
from mkdocs_repodoc.query.unsettled import UnsettledError

_CERTAIN: frozenset[Tie] = frozenset({"call", "construction"})
_MOST_SEEN = 20_000
"""Functions that a search for a path looks at."""
_OPEN = (
    "Calls on values whose types nothing tells are not followed, nor those of code outside of the "
    "repository."
)

_Before = Mapping[SymbolRef, list[tuple[SymbolRef, CallEdge]]]
"""Function → those of the layer before that call it, with the ties."""


class CallEntry(AnswerPart, frozen=True, kw_only=True):
    """What a function calls, or what a call of it may come to.

    Attributes:
        symbol: The callee.
        path: File with the call; empty where no single line shows it.
        line: Line of the call.
        tie: `call`, `inferred call`, `construction` (a class and what runs when it is called),
            `handed on` (named as a value), `override` (a method that may run in its stead),
            `registration` (called by who keeps it in an attribute).
        grade: Whether the tie is certain; overriding methods and registered functions may run.
    """

    symbol: SymbolEntry
    path: str
    line: int
    tie: str
    grade: Grade


class CalleesAnswer(Answer, frozen=True, kw_only=True):
    """What a function calls in the repository, in source order."""

    callees: tuple[CallEntry, ...] = ()


class CallPath(AnswerPart, frozen=True, kw_only=True):
    """A chain of calls: each step is called by the one before, the first one by the start."""

    start: SymbolEntry
    steps: tuple[CallEntry, ...]


class PathsAnswer(Answer, frozen=True, kw_only=True):
    """The shortest chains of calls from one symbol to another.

    Attributes:
        target: The other symbol.
        paths: The chains, all of the same length.
    """

    target: SymbolEntry | None = None
    paths: tuple[CallPath, ...] = ()


def callees(asked: AskedRepository, question: CalleesQuestion) -> CalleesAnswer:
    """Tell what a function calls.

    Raises:
        UnsettledError: Calls in files of its language are not looked up.
    """
    ref = subject(asked, question.name, question.path)
    if unknown := unknown_uses(asked, ref):
        raise UnsettledError(unknown)
    edges = asked.insight.call_hierarchy.of(ref)
    some = portion(edges, question, asked.state)
    return CalleesAnswer(
        question="callees",
        subject=asked.entry(ref),
        callees=tuple(_entry(asked, ref, edge) for edge in some.entries),
        total=some.total,
        next_cursor=some.next_cursor,
        note=_OPEN,
    )


def paths(asked: AskedRepository, question: PathsQuestion) -> PathsAnswer:
    """Tell how one function reaches another.

    Raises:
        UnsettledError: No chain of known calls leads there.
    """
    start, target = subject(asked, question.start), subject(asked, question.target)
    for ref in (start, target):
        if unknown := unknown_uses(asked, ref):
            raise UnsettledError(unknown)
    starts, goals = list(_parts(asked, start)), set(_parts(asked, target))
    before = _search(asked, starts, goals, question.depth)
    reached = sorted(goals & before.keys())
    if not reached:
        raise UnsettledError(
            f"No chain of up to {question.depth} known calls leads from {asked.ref_id(start)} to "
            f"{asked.ref_id(target)}. {_OPEN}"
        )
    chains = [
        chain for goal in reached for chain in _chains(before, {*starts}, goal, question.limit)
    ]
    return PathsAnswer(
        question="paths",
        subject=asked.entry(start),
        target=asked.entry(target),
        paths=tuple(_path(asked, chain) for chain in chains[: question.limit]),
        total=len(chains),
        note=_OPEN,
    )


def _entry(asked: AskedRepository, caller: SymbolRef, edge: CallEdge) -> CallEntry:
    return CallEntry(
        symbol=asked.entry(edge.symbol),
        path=caller.path if edge.line else "",
        line=edge.line,
        tie=edge.tie,
        grade="exact" if edge.tie in _CERTAIN else "inferred",
    )


def _parts(asked: AskedRepository, ref: SymbolRef) -> Iterator[SymbolRef]:
    """Yield a function itself; a class or a file with the functions in it."""
    yield ref
    symbols = asked.repository.files[ref.path].outline.symbols
    if ref.is_file:
        inside = list(range(len(symbols)))
    elif symbols[ref.position].kind in TYPES:
        inside = SymbolTree(symbols).children.get(ref.position, [])
    else:
        inside = []
    yield from (SymbolRef(ref.path, each) for each in inside if symbols[each].kind in CALLING)


def _search(
    asked: AskedRepository, starts: list[SymbolRef], goals: set[SymbolRef], depth: int
) -> _Before:
    """Follow calls layer by layer until a goal is reached."""
    before: dict[SymbolRef, list[tuple[SymbolRef, CallEdge]]] = {ref: [] for ref in starts}
    layer = [ref for ref in starts if ref not in goals] or starts
    for ref in goals & before.keys():
        del before[ref]
    for _ in range(depth):
        following: dict[SymbolRef, list[tuple[SymbolRef, CallEdge]]] = {}
        for caller in layer:
            for edge in asked.insight.call_hierarchy.of(caller):
                if edge.symbol not in before:
                    following.setdefault(edge.symbol, []).append((caller, edge))
        before |= following
        if not following or goals & following.keys() or len(before) > _MOST_SEEN:
            break
        layer = list(following)
    return before


def _chains(
    before: _Before, starts: set[SymbolRef], goal: SymbolRef, most: int
) -> list[list[tuple[SymbolRef, CallEdge]]]:
    """Return the chains that end at a goal, each from its start on."""
    found: list[list[tuple[SymbolRef, CallEdge]]] = []
    waiting: list[tuple[SymbolRef, list[tuple[SymbolRef, CallEdge]]]] = [(goal, [])]
    while waiting and len(found) < most:
        ref, chain = waiting.pop()
        if chain and ref in starts:  # which may be the goal as well, of a function that recurs
            found.append(chain)
            continue
        for caller, edge in reversed(before[ref]):
            waiting.append((caller, [(caller, edge), *chain]))
    return found


def _path(asked: AskedRepository, chain: list[tuple[SymbolRef, CallEdge]]) -> CallPath:
    return CallPath(
        start=asked.entry(chain[0][0]),
        steps=tuple(_entry(asked, caller, edge) for caller, edge in chain),
    )
