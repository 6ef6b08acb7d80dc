"""Calls of what parsed arguments keep under a name: `args.func(args)`, `args["func"](args)`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.languages.record_parts.parsed_arguments import ParsedArguments
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import Token, code_tokens
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_WORD = re.compile(r"\w+")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def kept_calls(
    lines: Sequence[str], names: Collection[str], forms: ParsedArguments
) -> Iterator[tuple[int, str]]:
    """Yield the calls of what parsed arguments keep, in source order.

    A method may have any of the names, `run` above all. So what is called on has to be given by
    what parses arguments, to be handed on to what it keeps, or to be called what parsed arguments
    are called; no imported module is any of that.

    Args:
        lines: The code of a file; its texts and comments are passed over.
        names: Under which something is kept.
        forms: How the language of the file names parsed arguments.

    Yields:
        The number of the line, and the name.
    """
    code = "\n".join(lines)
    named = {word for match in forms.made.finditer(code) for word in _WORD.findall(match["names"])}
    parsed = named | forms.customary
    bound = forms.imported.finditer(code)
    imported = {name for match in bound for name in _WORD.findall(match["names"])}
    tokens = list(code_tokens([CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]))
    for index, token in enumerate(tokens):
        if token.text != "(" or index < 3:  # noqa: PLR2004 - owner, dot and name
            continue
        for name, owner in _called(tokens, index, lines, forms):
            is_parsed = owner in parsed or _hands_on(tokens, index, owner)
            if name in names and is_parsed and owner not in imported and owner not in RECEIVERS:
                yield tokens[index - 1].line, name


def _called(
    tokens: Sequence[Token], index: int, lines: Sequence[str], forms: ParsedArguments
) -> Iterator[tuple[str, str]]:
    """Yield the names that a bracket may call, each with the word that it is called on."""
    before = tokens[index - 1]
    if before.is_word and tokens[index - 2].text == "." and tokens[index - 3].is_word:
        yield before.text, tokens[index - 3].text
    elif [each.text for each in tokens[index - 3 : index]] == ["[", "0", "]"]:
        owners = [each.text for each in tokens[max(index - 5, 0) : index - 3] if each.is_word]
        for match in forms.by_key.finditer(lines[before.line - 1]) if owners else ():
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
