"""Words and signs of code in whatever language with names, dots and brackets; no text, no comments.

It is for code that documents show: a few lines without what belongs around them, which a parser of
the language refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_blocks import CodeLine

_TOKEN = re.compile(
    r"""
      (?P<comment> //.* | \#.* | /\*(?:.|\n)*?\*/ )
    | (?P<text> [rbfuLR@$]{0,2}(?: \"{3}(?:.|\n)*?\"{3} | '{3}(?:.|\n)*?'{3}
        | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' ) )
    | (?P<template> `(?:\\.|[^`\\])*` )
    | (?P<word> @?[^\W\d][\w$]* | \$[\w$]* )
    | (?P<number> \d[\w.]* )
    | (?P<sign> \?\. | :: | -> | := | => | [=!<>]=+ | [-+*/%|&^]= | \.\.\.? | && | \|\| | \S )
    """,
    re.VERBOSE,
)
_LIFETIME = re.compile(r"(?<=[<&])'(?=[a-z_]\w*\b(?!'))")
"""The quote of a lifetime (`&'a str`), which opens no text."""


class Token(NamedTuple):
    """A word or a sign.

    Attributes:
        text: As written; `` ` `` for a text that a name in front of it makes a call of.
        line: Line of the document, from 1 on.
        joined: Whether it stands directly behind the token before it.
        is_word: Whether it is a word.
    """

    text: str
    line: int
    joined: bool
    is_word: bool


def code_tokens(code: Sequence[CodeLine]) -> Iterator[Token]:
    """Yield the tokens of some code; texts and numbers are a `0`, comments are left out.

    Args:
        code: Its lines.
    """
    text = "\n".join(_LIFETIME.sub(" ", each.code) for each in code)
    end = index = 0
    for match in _TOKEN.finditer(text):
        index += text.count("\n", end, match.start())
        joined = match.start() == end and match.start() > 0
        end, kind = match.end(), match.lastgroup
        line = code[index].line
        index += match[0].count("\n")
        if kind == "template":
            yield Token("`", line, joined, is_word=False)
        elif kind in {"text", "number"}:
            yield Token("0", line, joined, is_word=False)
        elif kind != "comment":
            yield Token(match[0], line, joined, kind == "word")
