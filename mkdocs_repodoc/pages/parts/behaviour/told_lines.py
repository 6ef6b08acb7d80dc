"""Lines of a function that are told, those of one block together below its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.text.code_reading.match_arms import MatchArm, told_arm
from mkdocs_repodoc.text.enclosing_blocks import BlockHead

_TOGETHER = 3
"""Lines of a block from which on its head is told once."""


class ToldLine(NamedTuple):
    """A line of a function, with what it does."""

    number: int
    said: Phrase
    """What follows the number and the blocks around it."""
    heads: tuple[BlockHead, ...] = ()
    """The blocks that are named, the outermost first."""
    children: tuple[Item, ...] = ()
    remark: str = ""
    """What a comment above it says."""
    is_code: bool = False
    """Whether what follows is nothing but the code of the line."""


def as_item(
    context: PageContext, function: SymbolRef, told: ToldLine, known: Sequence[BlockHead] = ()
) -> Item:
    """Return a line as an entry of a list, with the blocks around it that are not known.

    Args:
        context: Where the repository and its files are known.
        function: The function.
        told: The line.
        known: The blocks below whose heads it stands.
    """
    link = page_links.to_line(context, function.path, told.number, text=f"line {told.number}")
    heads = [each for each in told.heads if each not in known]
    named = circumstances.named(heads, [each.text for each in known])
    remark = (f": “{told.remark}”",) if told.remark else ()
    return Item((link, *((", ", *named) if named else ()), *remark, *told.said), told.children)


def as_items(
    context: PageContext, function: SymbolRef, lines: Sequence[ToldLine]
) -> tuple[Item, ...]:
    """Return lines as entries of a list, several that stand in one block below its head.

    Args:
        context: Where the repository and its files are known.
        function: The function.
        lines: The lines, in their order.
    """
    around = [
        [*circumstances.all_blocks(context, function, each.number), *_own_arm(each)]
        for each in lines
    ]
    return tuple(_nested(context, function, list(zip(lines, around, strict=True)), ()))


def _own_arm(told: ToldLine) -> Sequence[BlockHead]:
    """Return the arm of a match that a line is, if it is one."""
    last = told.heads[-1:]
    is_arm = bool(last) and last[0].line == told.number and told_arm(last[0].text) is not None
    return last if is_arm else ()


def _nested(
    context: PageContext,
    function: SymbolRef,
    lines: Sequence[tuple[ToldLine, Sequence[BlockHead]]],
    known: tuple[BlockHead, ...],
    depth: int = 0,
) -> Iterator[Item]:
    """Yield the lines that have the same blocks around them up to a depth."""
    start = 0
    remark = ""
    while start < len(lines):
        told, around = lines[start]
        if len(around) <= depth:
            is_head = told.is_code and _next_head(lines, start + 1, depth) == told.number
            remark = told.remark if is_head else ""
            if not is_head:  # otherwise it is told with what is in the block
                yield as_item(context, function, told, known)
            start += 1
            continue
        arm, end = _match_from(lines, start, depth, known)
        if arm is not None:
            yield _match(context, function, lines[start:end], known, depth, arm=arm)
        else:
            head, end = around[depth], start
            while end < len(lines) and lines[end][1][depth : depth + 1] == [head]:
                end += 1
            yield from _block(context, function, lines[start:end], known, depth, remark=remark)
        start, remark = end, ""


def _block(
    context: PageContext,
    function: SymbolRef,
    inside: Sequence[tuple[ToldLine, Sequence[BlockHead]]],
    known: tuple[BlockHead, ...],
    depth: int,
    *,
    remark: str,
) -> Iterator[Item]:
    """Yield the lines of a block, below its head where they are enough for one."""
    if len(inside) < _TOGETHER:
        yield from _nested(context, function, inside, known, depth + 1)
        return
    head = inside[0][1][depth]
    link = page_links.to_line(context, function.path, head.line, text=f"line {head.line}")
    below = _nested(context, function, inside, (*known, head), depth + 1)
    said = (f", “{remark}”",) if remark else ()
    yield Item((link, ", ", *circumstances.named([head]), *said), tuple(below))


def _match(
    context: PageContext,
    function: SymbolRef,
    inside: Sequence[tuple[ToldLine, Sequence[BlockHead]]],
    known: tuple[BlockHead, ...],
    depth: int,
    *,
    arm: MatchArm,
) -> Item:
    """Return the lines in the arms of a match below what tells these apart, given the first."""
    matched = BlockHead(arm.matched, is_otherwise=False)
    below = _nested(context, function, inside, (*known, matched), depth)
    return Item(("by ", Code(arm.subject)), tuple(below))


def _match_from(
    lines: Sequence[tuple[ToldLine, Sequence[BlockHead]]],
    start: int,
    depth: int,
    known: Sequence[BlockHead],
) -> tuple[MatchArm | None, int]:
    """Return the first arm of a match and where the lines in its arms end; none of only a few."""
    arms = [told_arm(around[depth].text) if len(around) > depth else None for _, around in lines]
    first, end = arms[start], start
    if first is None or not first.subject or any(each.text == first.matched for each in known):
        return None, start
    while end < len(lines) and (arm := arms[end]) is not None and arm.matched == first.matched:
        end += 1
    is_told = len(set(arms[start:end])) > 1 and end - start >= _TOGETHER
    return (first, end) if is_told else (None, start)


def _next_head(
    lines: Sequence[tuple[ToldLine, Sequence[BlockHead]]], start: int, depth: int
) -> int:
    """Return the line of the head below which the next lines stand; 0 where they are few."""
    heads = [around[depth : depth + 1] for _, around in lines[start : start + _TOGETHER]]
    is_group = len(heads) == _TOGETHER and heads[0] and all(each == heads[0] for each in heads)
    return heads[0][0].line if is_group else 0
