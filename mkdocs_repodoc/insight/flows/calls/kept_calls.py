"""Calls of what parsed arguments keep under a name: `args.func(args)`, `args["func"](args)`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_PARSED = re.compile(
    r"^\s*(?P<names>\w+(?:\s*,\s*\w+)*)\s*(?::[^=]+)?=[^=].*?\bparse_\w*arg\w*\(", re.MULTILINE
)
_CUSTOMARY = frozenset({"args", "arguments", "cli_args", "namespace", "opts", "options", "parsed"})
"""Names that parsed arguments have where they are a parameter."""
_IMPORTED = re.compile(r"^\s*(?:from\s+\S+\s+)?import\s+(?P<names>\([^)]*|.+)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"\[['\"](\w+)['\"]\]\(")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def kept_calls(lines: Sequence[str], names: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the calls of what parsed arguments keep, in source order.

    A method may have any of the names, `run` above all. So what is called on has to be given by
    what parses arguments, to be handed on to what it keeps, or to be called what parsed arguments
    are called; no imported module is any of that.

    Args:
        lines: The code of a file; its texts and comments are passed over.
        names: Under which something is kept.

    Yields:
        The number of the line, and the name.
    """
    code = "\n".join(lines)
    parsed = {name for match in _PARSED.finditer(code) for name in _WORD.findall(match["names"])}
    imported = {name for match in _IMPORTED.finditer(code) for name in _WORD.findall(match[1])}
    tokens = list(code_tokens([CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]))
    for index, token in enumerate(tokens):
        if token.text != "(" or index < 3:  # noqa: PLR2004 - owner, dot and name
            continue
        for name, owner in _called(tokens, index, lines):
            is_parsed = owner in parsed or owner in _CUSTOMARY or _hands_on(tokens, index, owner)
            if name in names and is_parsed and owner not in imported and owner not in RECEIVERS:
                yield tokens[index - 1].line, name


def _called(tokens: Sequence[Token], index: int, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that a bracket may call, each with the word that it is called on."""
    before = tokens[index - 1]
    if before.is_word and tokens[index - 2].text == "." and tokens[index - 3].is_word:
        yield before.text, tokens[index - 3].text
    elif [each.text for each in tokens[index - 3 : index]] == ["[", "0", "]"]:
        owners = [each.text for each in tokens[max(index - 5, 0) : index - 3] if each.is_word]
        for match in _KEY.finditer(lines[before.line - 1]) if owners else ():
            yield match[1], owners[-1]


def _hands_on(tokens: Sequence[Token], index: int, owner: str) -> bool:
    """Tell whether one of the arguments of a call is what it is called on."""
    depth = 0
    for position in range(index, len(tokens) - 1):
        text = tokens[position].text
        depth += (text in _OPENING) - (text in _CLOSING)
        if depth == 0:
            return False
        is_whole = tokens[position - 1].text in "(,*" and tokens[position + 1].text in "),"
        if text == owner and is_whole:
            return True
    return False
