"""The markup of mkdocstrings: the documentation of an object, and anchors that it can refer to.

`::: shop.Cart` is where it puts the documentation of an object. The object's own page has that; the
block is its name, which links to it. `[](){#terms}` is nothing but an id.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_BLOCK = re.compile(r":::[ \t]*(?P<name>[A-Za-z_][\w.]*)[ \t]*")

_ANCHOR = re.compile(r"\[\]\(\)\{[ ]?#(?P<id>[\w.:-]+)[ ]?\}")


def objects_plugin(parser: MarkdownIt) -> None:
    """Have a parser read blocks and anchors of mkdocstrings."""
    parser.inline.ruler.before("link", "anchor", _anchor)
    parser.block.ruler.before("fence", "object", _object, {"alt": ["paragraph"]})


def _object(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    position = state.bMarks[start] + state.tShift[start]
    match = _BLOCK.fullmatch(state.src, position, state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    line = last = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] > state.sCount[start]):
        line += 1
        if not state.isEmpty(line - 1):  # its options
            last = line
    state.push("paragraph_open", "p", 1).map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = f"`{match['name']}`", [start, start + 1], []
    state.push("paragraph_close", "p", -1)
    state.line = last
    return True


def _anchor(state: StateInline, silent: bool) -> bool:
    match = _ANCHOR.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrSet("id", match["id"])
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True
