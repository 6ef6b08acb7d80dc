"""Names in Markdown that lead to what they name: `[text][pkg.name]`, `[pkg.name][]`."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_REFERENCE = re.compile(
    r"\[(?P<text>[^\[\]\n]+)\]"
    r"\[(?:(?P<name>(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)|`(?P<code>[^`\[\]\n]+)`)?\]"
)


def references_plugin(parser: MarkdownIt) -> None:
    """Have a parser read names in brackets as links, for `cross_references` to resolve."""
    parser.inline.ruler.before("link", "cross_reference", _cross_reference)


def _cross_reference(state: StateInline, silent: bool) -> bool:
    """Read `[text][pkg.name]` and `[pkg.name][]` where the text defines no such label.

    A name in code, ``[text][`pkg.name`]``, is a link for sure: without a target its text stays.
    """
    if state.src[state.pos] != "[":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    label = match["code"] or match["name"] or match["text"].strip("`")
    known: MutableMapping[str, object] = state.env.get("references", {})
    if " ".join(label.split()).lower().upper() in known or not (
        match["code"] or re.fullmatch(r"[\w.]+", label)
    ):
        return False
    if not silent:
        token = state.push("link_open", "a", 1)
        token.attrSet("data-code" if match["code"] else "data-ref", label)
        end, limit = match.end(), state.posMax
        state.pos, state.posMax = match.start("text"), match.end("text")
        state.md.inline.tokenize(state)
        state.pos, state.posMax = end, limit
        state.push("link_close", "a", -1)
    else:
        state.pos = match.end()
    return True
