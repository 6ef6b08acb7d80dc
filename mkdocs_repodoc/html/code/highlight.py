"""Coloured stretches of source code, as byte ranges.

Listings, excerpts and code fences all colour by these ranges, whether a syntax tree or a Pygments
lexer found them. Nothing here writes HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Text, _TokenType
from pygments.util import ClassNotFound
from tree_sitter import Parser, QueryCursor

from mkdocs_repodoc.html.code.grammars import Grammar, grammar
from mkdocs_repodoc.languages.registry import language_of_fence
from mkdocs_repodoc.text.syntax_trees import in_ascii

Colour = tuple[int, int, bytes]
"""Start, negated end, and Pygments class: sorting puts an outer range before its inner ones."""

_UNCOLOURED = frozenset({"", "text", "plain-text"})
_PLAIN_CLASSES = frozenset(
    {"", "n", "nn", "nx", "o", "p", "pm", "w", "err", "esc", "x", "fm", "vm"}
)

_DEEP_YAML = re.compile(rb"^(?:[ \t]|[-?:](?=\s)){120}", re.MULTILINE)
"""A line whose node may stand below more than 250 others, two for each column: the grammar's
scanner keeps them in a buffer of 1,024 bytes, and writes beyond its end."""


def colours(source: bytes, language: str) -> list[Colour]:
    """Return the coloured ranges of a source text.

    Args:
        source: UTF-8.
        language: Lower-case name of the language or format.

    Returns:
        Sorted ranges; they nest or lie apart, except where a grammar says otherwise. Empty for
        languages that neither tree-sitter nor Pygments knows.
    """
    compiled = grammar(language)
    if compiled is not None and not (language == "yaml" and _DEEP_YAML.search(source)):
        return _by_tree(source, compiled)
    if (lexer := _lexer(language)) is not None:
        try:
            return _by_lexer(source, lexer)
        except RecursionError:  # lists nested some hundred levels; their text is shown all the same
            return []
    return []


def _by_tree(source: bytes, compiled: Grammar) -> list[Colour]:
    read = in_ascii(source) if compiled.only_ascii else source
    tree = Parser(compiled.language).parse(read)
    captures = QueryCursor(compiled.query).captures(tree.root_node)
    found: dict[tuple[int, int], bytes] = {}
    # The more specific of two captures of one node decides: `function.builtin` over `function`.
    for name in sorted(captures, key=lambda name: (name.count("."), name)):
        css = compiled.classes.get(name)
        if css is not None:
            found.update({(node.start_byte, -node.end_byte): css for node in captures[name]})
    return sorted((start, end, css) for (start, end), css in found.items())


def _by_lexer(source: bytes, lexer: Lexer) -> list[Colour]:
    found: list[Colour] = []
    position = 0
    for kind, value in _tokens(lexer, source.decode()):
        end = position + (len(value) if value.isascii() else len(value.encode()))
        css = STANDARD_TYPES.get(kind, "")
        if css not in _PLAIN_CLASSES and not value.isspace():
            encoded = css.encode()
            if found and found[-1][1] == -position and found[-1][2] == encoded:
                found[-1] = (found[-1][0], -end, encoded)
            else:
                found.append((position, -end, encoded))
        position = end
    return found


def _tokens(lexer: Lexer, text: str) -> Iterator[tuple[_TokenType, str]]:
    if _ENDLESS.search(text) and lexer.name in _TRACEBACKS:
        yield Text, text
        return
    # `get_tokens` would strip and re-end lines; this one keeps every character.
    for _index, kind, value in lexer.get_tokens_unprocessed(text):
        yield kind, value


_TRACEBACKS = {"Python console session", "Python Traceback", "Python 2.x Traceback"}
_ENDLESS = re.compile(r'^  File "[^"]+", line \d+(?!, in .+\n|\n)', re.MULTILINE)
"""Line of a traceback, cut short or broken in two, over which Pygments' lexers never get."""


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    if language in _UNCOLOURED:
        return None
    known = language_of_fence(language)
    try:
        return get_lexer_by_name(known.lexer or known.name)
    except ClassNotFound:
        return None
