"""Bodies of C and C++ functions, emptied before the grammar reads a file.

Nothing in a body is documented, but whatever the grammar can't read in one (a macro that is no
expression, a rare form of lambda) may cost it the class around it. What a body is can be told
from the text in front of its brace. The paths through it are counted on the way.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.preprocessed import Preprocessed
from mkdocs_repodoc.languages.treesitter.source_bytes import blank

_TOKEN = re.compile(rb"[{};]")
_BRACE = re.compile(rb"[{}]")
_PARENTHESES = re.compile(rb"\([^()]*\)")
_ANGLES = re.compile(rb"<[^<>]*>")
_TYPE = re.compile(
    rb"(?:^|[\s:;}>@])(?:class|struct|union|enum|namespace)\b"
    rb"(?:[^@:=]|::)*(?::(?!:)[^=]*)?$|(?:^|\s)extern\s*\"\s*\"\s*$"
)
"""No parentheses in front of the bases: `struct S f(int) {` is a function."""
_ALIGNMENT = re.compile(rb"\balignas\s*@")
_INITIALISER = re.compile(
    rb"@[^@]*[^:]:(?!:)[^@]*\w\s*$|@[^@]*[^:]:(?!:).*,\s*[\w:]+\s*$", re.DOTALL
)
_SEMICOLON = ord(";")
_REQUIRES = re.compile(rb"\brequires\s*@?\s*$")
_DECISION = re.compile(rb"\b(?:if|for|while|case|catch)\b|(?<=\s)(?:&&|\|\|)(?=\s)|\?(?!\?)")
_INSTANTIATION = re.compile(rb"template\s+(?![<\s])[^;{}]*;")
"""`template class Vector<int>;` defines no name, and not all forms of it are in the grammar."""
_STATEMENT_START = re.compile(rb"(?:\A|[;{}])\s*(extern\s+)?\Z")
_NEAR = 200
_LONGEST_HEADER = 10_000
_DEEPEST = 20


def empty_bodies(source: Preprocessed) -> list[int]:
    """Blank what stands between the braces of functions.

    Args:
        source: The file without directives and macros; its buffers are changed.

    Returns:
        Where the code branches in the bodies, ascending.
    """
    bare = source.bare
    decisions: list[int] = []
    position = header = 0
    listing = False  # in the list of a constructor's initialisers
    while match := _TOKEN.search(bare, position):
        position = match.end()
        if match[0] != b"{":
            header = position
            listing = listing and match[0] == b"}"
            continue
        text = bytes(bare[max(header, position - _LONGEST_HEADER) : position - 1])
        form = _form_in_list(text) if listing else _form(text)
        if form == "type":
            header = position
            continue
        listing = form == "initialiser"
        end = _closing(bare, position)
        if form == "function":
            decisions += [found.start() for found in _DECISION.finditer(bare, position, end)]
            source.bodies.append((position, end))
            blank(source.code, position, end)
            blank(bare, position, end)
            if (free := source.code.find(b" ", position, end)) >= 0:
                source.code[free] = _SEMICOLON  # `T {}` could be a value
        position = end
    _blank_instantiations(source)
    return decisions


def _blank_instantiations(source: Preprocessed) -> None:
    bare = source.bare
    for match in _INSTANTIATION.finditer(bare):
        first = max(0, match.start() - _NEAR)
        if before := _STATEMENT_START.search(bare[first : match.start()]):
            start = first + before.start(1) if before[1] else match.start()
            blank(source.code, start, match.end())
            blank(bare, start, match.end())


def _form(text: bytes) -> str:
    """Tell what a brace opens, from the text since the last statement."""
    text = _flatten(text)
    if _TYPE.search(_ALIGNMENT.sub(b" ", text)):
        return "type"
    if b"@" not in text or _REQUIRES.search(text):
        return "value"
    return "initialiser" if _INITIALISER.search(text) else "function"


def _form_in_list(text: bytes) -> str:
    """Tell the same behind an initialiser: `, name{…}` or the body."""
    text = _flatten(text).strip()
    return "function" if not text or text.endswith(b"@") else "initialiser"


def _flatten(text: bytes) -> bytes:
    """Return a text with `@` for each `(…)` and without template arguments."""
    for pattern, replacement in ((_PARENTHESES, b"@"), (_ANGLES, b" ")):
        for _ in range(_DEEPEST):
            shorter = pattern.sub(replacement, text)
            if shorter == text:
                break
            text = shorter
    return text


def _closing(bare: bytearray, position: int) -> int:
    """Return where the brace that opens before a position closes; the end if it never does."""
    depth = 1
    for match in _BRACE.finditer(bare, position):
        depth += 1 if match[0] == b"{" else -1
        if not depth:
            return match.start()
    return len(bare)
