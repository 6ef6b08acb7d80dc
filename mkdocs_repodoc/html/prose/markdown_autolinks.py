"""Addresses that stand in a text as they are, linked as GitHub does it.

The rules are those of https://github.github.com/gfm/#autolinks-extension-, without mail.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_ADDRESS = re.compile(r"(?<![^\s*_~(])(?:https?://|www\.)[\w-]+\.[\w-][^\s<]*", re.IGNORECASE)
_TRAILING = frozenset("?!.,:*_~'\"")
"""What belongs to the sentence around an address, at its end."""
_RAW_LINK = re.compile(r"<(/?)a\b", re.IGNORECASE)


def autolinks_plugin(parser: MarkdownIt) -> None:
    """Have a parser link addresses that stand in the text."""
    parser.core.ruler.after("inline", "autolinks", _link_addresses)


def _link_addresses(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children and "." in token.content:
            token.children = _linked(token.children)


def _linked(children: list[Token]) -> list[Token]:
    found: list[Token] = []
    depth = 0
    for child in children:
        if child.type == "html_inline" and (raw := _RAW_LINK.match(child.content)):
            depth += -1 if raw[1] else 1
        elif child.type in {"link_open", "link_close"}:
            depth += child.nesting
        if child.type == "text" and depth <= 0:
            found += _split(child)
        else:
            found.append(child)
    return found


def _split(text: Token) -> list[Token]:
    """Return a text with the addresses in it as links."""
    parts: list[Token] = []
    done = 0
    for match in _ADDRESS.finditer(text.content):
        address = _without_end(match[0])
        start, end = match.start(), match.start() + len(address)
        opening = Token("link_open", "a", 1)
        scheme = "" if address.lower().startswith("http") else "http://"
        opening.attrSet("href", scheme + address)
        parts += [
            _text(text.content[done:start]),
            opening,
            _text(address),
            Token("link_close", "a", -1),
        ]
        done = end
    return [*parts, _text(text.content[done:])] if parts else [text]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _without_end(address: str) -> str:
    """Return an address without the punctuation that belongs to the sentence around it."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while end and (address[end - 1] in _TRAILING or (address[end - 1] == ")" and unopened > 0)):
        end -= 1
        unopened -= address[end] == ")"
    return address[:end]
