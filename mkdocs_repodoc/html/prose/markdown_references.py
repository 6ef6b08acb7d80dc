"""Names in Markdown that lead to what they name: `[text][pkg.name]`, `[pkg.name][]`."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

IS_PHRASE = "is_phrase"
"""Set in the parser's environment for a phrase: what its labels mean stands elsewhere."""

_REFERENCE = re.compile(
    r"\[(?P<text>[^\[\]\n]+)\]"
    r"\[(?:(?P<name>(?:[A-Za-z_]\w*(?:\.|::))*[A-Za-z_]\w*)|`(?P<code>[^`\[\]\n]+)`)?\]"
)
_LABELLED = re.compile(r"\[(?P<text>[^\[\]\n]*[ `][^\[\]\n]*)\]\[(?P<name>[^\[\]\n]*)\]")
_ALONE = re.compile(r"\[(?P<text>`[A-Za-z_][\w.:]*(?:\(\)|!)?`)\](?![(\[:])")


def references_plugin(parser: MarkdownIt) -> None:
    """Have a parser read names in brackets as links, for `cross_references` to resolve."""
    parser.inline.ruler.before("link", "cross_reference", _cross_reference)


def _cross_reference(state: StateInline, silent: bool) -> bool:
    """Read `[text][pkg.name]` and `[pkg.name][]` where the text defines no such label.

    A name in code, ``[text][`pkg.name`]``, is a link for sure: without a target its text stays. In
    a phrase so are words behind which there is a label, and a name in code alone, ``[`name`]``.
    """
    before = state.src[state.pos - 1 : state.pos]
    if state.src[state.pos] != "[" or before.isalnum() or before == "]":  # `map[string][]Value`
        return False
    reference = _REFERENCE.match(state.src, state.pos, state.posMax)
    match = reference
    if IS_PHRASE in state.env and not (reference and reference["code"]):
        labelled = _LABELLED.match(state.src, state.pos, state.posMax)
        match = labelled or _ALONE.match(state.src, state.pos, state.posMax) or reference
    if match is None:
        return False
    named = match.groupdict()
    label = named.get("code") or named.get("name") or match["text"].strip("`")
    is_sure = bool(named.get("code")) or match is not reference
    known: MutableMapping[str, object] = state.env.get("references", {})
    if " ".join(label.split()).lower().upper() in known or not (
        is_sure or re.fullmatch(r"[\w.:]+", label)
    ):
        return False
    if silent:
        state.pos = match.end()
    else:
        _push_link(state, match, {"data-code" if is_sure else "data-ref": label})
    return True


def _push_link(state: StateInline, match: re.Match[str], attributes: dict[str, str]) -> None:
    token = state.push("link_open", "a", 1)
    token.attrs.update(attributes)
    end, limit = match.end(), state.posMax
    state.pos, state.posMax = match.start("text"), match.end("text")
    state.md.inline.tokenize(state)
    state.pos, state.posMax = end, limit
    state.push("link_close", "a", -1)
