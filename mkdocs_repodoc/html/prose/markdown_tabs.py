"""Content tabs as Python-Markdown's people write them (`=== "Linux"`), as blocks that open.

They need no script, and are all there in print and for a search in the page.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_TAB = re.compile(r"===[!+]*[ \t]+(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})')[ \t]*")
_INDENT = 4


def tabs_plugin(parser: MarkdownIt) -> None:
    """Have a parser read content tabs."""
    parser.block.ruler.before("fence", "content_tab", _tab)


def _tab(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    position = state.bMarks[start] + state.tShift[start]
    match = _TAB.fullmatch(state.src, position, state.eMarks[start])
    if match is None or state.is_code_block(start):
        return False
    indent = state.blkIndent + _INDENT
    last = line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= indent):
        line += 1
        if not state.isEmpty(line - 1):
            last = line
    if last == start + 1:  # nothing in it
        return False
    if not silent:
        _push(state, (start, last), indent, match[1] or match[2])
    state.line = last
    return True


def _push(state: StateBlock, lines: tuple[int, int], indent: int, title: str) -> None:
    follows = bool(state.tokens) and state.tokens[-1].type == "content_tab_close"
    opening = state.push("content_tab_open", "details", 1)
    opening.map = list(lines)
    if not follows:  # the first of its group
        opening.attrSet("open", "")
    state.push("content_tab_title_open", "summary", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title, [lines[0], lines[0] + 1], []
    state.push("content_tab_title_close", "summary", -1)
    before = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = indent, lines[1], "content_tab"
    state.md.block.tokenize(state, lines[0] + 1, lines[1])
    state.blkIndent, state.lineMax, state.parentType = before
    state.push("content_tab_close", "details", -1)
