"""Lines of a function that call nothing of the repository and yet say what it does.

They have a comment of their own, or return before its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from mkdocs_repodoc.model.blocks import Code, Item, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.behaviour import circumstances
from mkdocs_repodoc.text.code_reading.comments_above import comments_in
from mkdocs_repodoc.text.code_reading.early_returns import early_returns

_COMMENTS = 4
"""Comments of a function that are quoted beside its calls."""
_RETURNS = 3
"""Returns that are told: more are cases of a table."""


def other_lines(
    view: BookView, symbol: SymbolRef, told: Collection[int]
) -> Sequence[tuple[int, Item]]:
    """Return the lines beside the calls of a function that are worth a word, with their numbers.

    Args:
        view: The repository.
        symbol: The function; the code of a module or of a document has none.
        told: The lines of its calls.
    """
    context = view.context
    if symbol.is_file or context.repository.symbol(symbol).kind not in FUNCTIONS:
        return ()
    lines = context.read_text(symbol.path).lines[: context.shown_lines(symbol.path)]
    found = islice(
        (each for each in _comments(view, symbol, lines) if each[0] not in told), _COMMENTS
    )
    by_line = dict(found)
    returns = [each for each in _returns(view, symbol, lines) if each[0] not in {*told, *by_line}]
    return (*by_line.items(), *(returns if len(returns) <= _RETURNS else ()))


def _comments(
    view: BookView, symbol: SymbolRef, lines: Sequence[str]
) -> Iterator[tuple[int, Item]]:
    written = view.context.repository.symbol(symbol)
    for number, said in comments_in(lines, written.line, written.end_line):
        yield number, Item((*_where(view, symbol, number), f": “{said}”"))


def _returns(view: BookView, symbol: SymbolRef, lines: Sequence[str]) -> Iterator[tuple[int, Item]]:
    written = view.context.repository.symbol(symbol)
    for each in early_returns(lines, written.line, written.end_line):
        value = (" ", Code(each.said)) if each.said else ()
        where = _where(view, symbol, each.line, "return")
        if len(where) > 1:  # a condition is known
            yield each.line, Item((*where, ": returns", *value))


def _where(view: BookView, symbol: SymbolRef, number: int, name: str = "") -> Phrase:
    """Return a line with the blocks around it."""
    line = page_links.to_line(view.context, symbol.path, number, text=f"line {number}")
    blocks = circumstances.heads(view.context, symbol, number, name)
    return (line, *((", ", *blocks) if blocks else ()))
