"""Lines on which a function leaves a loop since an option says so: `--fail-fast` and its like."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.insight.operation.command_options import names_option
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.pages.parts.behaviour.told_lines import ToldLine
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD, LOOP_WORD
from mkdocs_repodoc.text.code_reading.early_returns import is_of_function
from mkdocs_repodoc.text.code_reading.line_conditions import decided_line
from mkdocs_repodoc.text.enclosing_blocks import BlockHead

_LEAVES = re.compile(r"break\s*;?\s*\}?")
_CONDITION = re.compile(rf"{CONDITION_WORD}\b")
_LOOP = re.compile(rf"{LOOP_WORD}\b")
_WIDEST = 400
"""Letters of a line that are read."""


def loop_ends(
    context: PageContext, symbol: SymbolRef, lines: Sequence[str], told: Collection[int]
) -> Iterator[ToldLine]:
    """Yield the lines that leave a loop under a condition on an option of the command line.

    Args:
        context: Where the repository is known.
        symbol: The function.
        lines: The lines of the file.
        told: The lines that are told already.
    """
    written = context.repository.symbol(symbol)
    for number in range(written.name_line + 1, min(written.end_line, len(lines)) + 1):
        text = lines[number - 1].strip()
        if number in told or "break" not in text or len(text) > _WIDEST:
            continue
        decided = decided_line(text)
        if not _LEAVES.fullmatch(text if decided is None else decided.decided.strip()):
            continue
        heads = circumstances.all_blocks(context, symbol, number)
        own = [] if decided is None else [BlockHead(decided.head, is_otherwise=False, line=number)]
        within = _inside_loop([*heads, *own])
        is_chosen = any(
            names_option(each.text, context.command_options, alone=True) for each in within
        )
        if is_chosen and is_of_function(lines, written.line, number):
            yield ToldLine(number, (": leaves the loop",), (*heads, *own))


def _inside_loop(heads: Sequence[BlockHead]) -> Sequence[BlockHead]:
    """Return the conditions inside of the innermost loop; none where something else is in it."""
    within: list[BlockHead] = []
    for head in reversed(heads):
        if _LOOP.match(head.text):
            return within
        if head.part != "block" or not _CONDITION.match(head.text):
            break
        within.append(head)
    return ()
