"""The circumstances of a call: the conditions and loops around it, what may run in its stead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.operation.command_options import names_option
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.branching.started_beside import is_started_beside
from mkdocs_repodoc.text.code_reading.match_arms import MatchArm, told_arm
from mkdocs_repodoc.text.enclosing_blocks import BlockHead, enclosing_blocks

_HEADS = 2
"""Blocks around a call that are named, the innermost; more than that is read in the source. A
function inside of the function is named in any case: its code runs when it is called. So is the
first condition on an option of the command line."""
_IMPLEMENTATIONS = 4
_ELSE = re.compile(r"else\s+(?=if\b)")
"""What joins a case to the one before it."""
_LOOPS = ("for", "foreach", "while", "until", "loop", "async", "await")


def all_blocks(
    context: PageContext, caller: SymbolRef, line: int, name: str = ""
) -> list[BlockHead]:
    """Return the blocks of a function around one of its lines, the outermost first.

    Args:
        context: Where the file's text is found.
        caller: The function.
        line: The line.
        name: What the line calls, without what it is a member of.
    """
    lines = context.read_text(caller.path).lines[: context.shown_lines(caller.path)]
    if line > len(lines):
        return []
    symbol = None if caller.is_file else context.repository.symbol(caller)
    first = 0
    if symbol is not None:  # below its decorators, whose calls are made around it
        first = symbol.name_line if line >= symbol.name_line else symbol.line
    found = enclosing_blocks(lines, first, line, name)
    if symbol is not None and symbol.kind not in CALLING and found[:1]:
        # A type stands for its constructor.
        found = found[1:] if found[0].part == "function" else found
    return found


def blocks_around(
    context: PageContext, caller: SymbolRef, line: int, name: str = ""
) -> Sequence[BlockHead]:
    """Return the innermost blocks that `all_blocks` finds, and those around them that matter."""
    found = all_blocks(context, caller, line, name)
    outer = found[:-_HEADS]
    functions = [each for each in outer if each.part != "block"]
    chosen = [each for each in outer if names_option(each.text, context.command_options)]
    kept = {*functions[-1:], *chosen[:1]}
    return [*(each for each in outer if each in kept), *found[-_HEADS:]]


def heads(context: PageContext, caller: SymbolRef, line: int, name: str = "") -> Phrase:
    """Return the blocks that `blocks_around` finds by their heads, as an enumeration."""
    return named(blocks_around(context, caller, line, name))


def named(blocks: Sequence[BlockHead], matched: Collection[str] = ()) -> Phrase:
    """Return blocks by their heads, as an enumeration.

    Args:
        blocks: The blocks, the outermost first.
        matched: What has been told already of what arms are cases of, with its word.
    """
    return joined([(*_head(each, matched), *_after(each)) for each in blocks], ", ")


def _after(head: BlockHead) -> Phrase:
    return (" after ", Code(head.after)) if head.after else ()


def circumstances(context: PageContext, caller: SymbolRef, line: int, callee: SymbolRef) -> Phrase:
    """Return under which conditions and in which loops a function calls another.

    Args:
        context: Where the file's text is found.
        caller: The function.
        line: The line of the call.
        callee: What is called.

    Returns:
        What follows the naming of the line; empty where it runs in any case.
    """
    name = split_name(context.repository.qualified_name(callee))[1]
    said: list[Inline] = []
    for each in blocks_around(context, caller, line, name):
        if each.part != "block":
            said += [", ", *_head(each)]
            continue
        word = each.text.partition(" ")[0].rstrip(":(")
        before = ", in the loop " if word in _LOOPS else ", in the case "
        before = ", " if told_arm(each.text) is not None else before
        said += [before, *_head(each)] if not each.is_otherwise else [", in the ", *_head(each)]
    return tuple(said)


def is_started(context: PageContext, caller: SymbolRef, line: int, name: str) -> bool:
    """Tell whether a line of a function starts what it calls, and doesn't wait for its end."""
    lines = context.read_text(caller.path).lines
    return line <= len(lines) and is_started_beside(lines[line - 1], name)


def implementations(context: PageContext, method: SymbolRef) -> Phrase:
    """Return which types implement a method that itself does nothing, or nothing.

    Args:
        context: Where the repository is known.
        method: The method.
    """
    found = context.flow_finder.implementations(method)
    if not found:
        return ()
    links = [
        page_links.to_symbol(context, each, text=_owner(context, each))
        for each in found[:_IMPLEMENTATIONS]
    ]
    said = capped(links, len(found) - len(links), last=" and ")
    return ("implemented by ", *said)


def instead(context: PageContext, callee: Callee) -> Phrase:
    """Return what a line calls where an override of it may run, by the type of the object.

    Args:
        context: Where the repository is known.
        callee: The override, and what it runs instead of.

    Returns:
        What follows the name of the override; empty where it is what the line calls.
    """
    method = callee.instead_of
    if method is None:
        return ()
    named = page_links.to_symbol(
        context, method, text=context.insight.namesakes.distinct_name(method)
    )
    number = len(context.repository.links.overridden_by.get(method, ()))
    if number > 1:
        return (f" (one of {number} versions of ", named, ")")
    return (" (instead of ", named, " where the object is of its type)")


def _owner(context: PageContext, method: SymbolRef) -> str:
    """Return the name of the type that a method is a member of, as told from its namesakes."""
    name = context.insight.namesakes.packaged_name(method)
    return split_name(name)[0] or name


def _head(head: BlockHead, matched: Collection[str] = ()) -> Phrase:
    if head.part == "function":
        return ("in the function ", Code(head.text))
    if head.part == "argument":
        return ("in a function given to ", Code(head.text))
    if head.is_otherwise:  # `else of else if` would be read twice
        return ("else of ", Code(_ELSE.sub("", head.text)))
    if (arm := told_arm(head.text)) is not None:
        return _arm(arm, is_known=arm.matched in matched)
    return (Code(head.text),)


def _arm(arm: MatchArm, *, is_known: bool) -> Phrase:
    """Return an arm of a match; what it is a case of, unless that is known."""
    if not arm.subject:
        return ("otherwise",) if arm.is_rest else ("where ", Code(arm.case))
    if is_known:
        return ("otherwise",) if arm.is_rest else (Code(arm.case),)
    if arm.is_rest:
        return ("for any other ", Code(arm.subject))
    return ("where ", Code(arm.subject), " is ", Code(arm.case))
