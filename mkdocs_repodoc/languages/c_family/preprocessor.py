r"""The C preprocessor's part of a file, taken off before a grammar sees the rest.

A grammar for C++ reads the language as it is after preprocessing. Directives may cut a declaration
anywhere (`#ifdef` inside a list of base classes), and then the tree is wrong far beyond them. So
directives are read here, on the level of tokens, and blanked out: the text keeps its length, so
that every line and column stays true.

Both branches of a conditional stay, unless keeping both can't be C++ any more (each opens the
same class); then the one stays that a usual build takes. `#if 0` is dead code and goes.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.build_conditions import Directive, judge
from mkdocs_repodoc.languages.c_family.conditional_branches import find_guard, resolve_conditions
from mkdocs_repodoc.languages.c_family.preprocessed import (
    DirectivePlace,
    Include,
    Macro,
    Preprocessed,
)
from mkdocs_repodoc.languages.treesitter.source_bytes import blanked

_LEXICAL = re.compile(
    rb"""
      /(?: / (?:[^\\\n]++|\\.)* | \* (?:.*?\*/|.*) )           # comments
    | "(?: (?<=(?<!\w)R")(?P<d>[^()\\\s]{0,16})\((?:.*?\)(?P=d)"|.*)
         | (?<=(?<=[uUL8])R")(?P<e>[^()\\\s]{0,16})\((?:.*?\)(?P=e)"|.*)
         | (?:[^"\\\n]++|\\.)*"? )                             # strings
    | '(?:(?<!\w')|(?<=(?<!\w)[uUL]')|(?<=(?<!\w)u8'))(?:[^'\\\n]++|\\.)*'?   # characters
    | \#(?: [^\\\n/"]++ | \\(?:.|\Z) | "(?:[^"\\\n]++|\\.)*"?
          | /(?: /(?:[^\\\n]++|\\.)* | \*(?:.*?\*/|.*) )? )*    # directives
    """,
    re.VERBOSE | re.DOTALL,
)
"""Groups are repeated without possessive quantifiers, which Python 3.11.0 to 3.11.4 get wrong
(gh-106052); each alternative matches up to its end, so that there is nothing to go back for."""
_COMMENT = re.compile(
    rb'/(?:/(?:[^\\\n]++|\\.)*|\*(?:.*?\*/|.*))|"(?:[^"\\\n]++|\\.)*"?', re.DOTALL
)
_DIRECTIVE = re.compile(rb"#[ \t]*(\w*)")
_INCLUDE = re.compile(rb'[ \t]*(?:<([^>\n]+)>|"([^"\n]+)")')
_DEFINE = re.compile(rb"[ \t]*(\w+)(\([^)]*\))?[ \t]*")
_CONDITIONS = frozenset((b"if", b"ifdef", b"ifndef", b"elif", b"elifdef", b"elifndef", b"undef"))
_MACRO_WORD = re.compile(rb"(?<![\w'.])(?!defined\b|__)[A-Za-z_]\w*")
_DEFAULT_LIST = re.compile(rb"(=\s*)(\{[^{};]*\})(?=\s*[,)])")


def preprocess(data: bytes) -> Preprocessed:
    r"""Take directives and comments out of a C or C++ file.

    Args:
        data: The file in UTF-8, with `\n` as its line end.

    Returns:
        What was found, and the text without it, of the same length.
    """
    result = Preprocessed(bytearray(data), bytearray(data))
    directives = _blank_lexical(data, result)
    guarded = find_guard(data, directives, result)
    result.branches = judge(
        (_read_directive(data, each) for each in directives if each.keyword),
        result.guard,
        len(data),
    )
    conditions = resolve_conditions(data, directives, result, guarded=guarded)
    for directive, depth in zip(directives, conditions, strict=True):
        if directive.keyword in {b"include", b"include_next", b"import"}:
            _add_include(data, directive, depth > 0, result)
        elif directive.keyword == b"define":
            _add_macro(data, directive, result)
        elif directive.keyword in _CONDITIONS:
            _add_conditions(data, directive, result)
    return result


def _read_directive(data: bytes, directive: DirectivePlace) -> Directive:
    text = data[directive.start : directive.end].decode("utf-8", "replace")
    keyword = directive.keyword.decode("utf-8", "replace")
    behind = text.partition(keyword)[2] if keyword else ""  # a lone `#` says nothing
    return Directive(keyword, behind, directive.start, directive.end)


def without_default_lists(code: bytes) -> bytes:
    """Put a `0` for each `= {…}` that is a parameter's default, which the grammar can't read."""
    return _DEFAULT_LIST.sub(lambda match: match[1] + b"0" + blanked(match[2])[1:], code)


def _blank_lexical(data: bytes, result: Preprocessed) -> list[DirectivePlace]:
    directives = []
    code, bare = result.code, result.bare
    for match in _LEXICAL.finditer(data):
        start, end = match.span()
        match data[start]:
            case 0x2F:  # a comment
                result.comments.append((start, end))
                code[start:end] = bare[start:end] = blanked(data[start:end])
            case 0x23:  # a directive, if nothing but spaces stands before it
                line = data.rfind(b"\n", 0, start) + 1
                if bare[line:start].strip():
                    continue
                text = data[start:end]
                keyword = _DIRECTIVE.match(text)
                directives.append(DirectivePlace(keyword[1] if keyword else b"", start, end))
                code[start:end] = bare[start:end] = blanked(text)
                if b"/" in text:
                    result.comments.extend(
                        (start + comment.start(), start + comment.end())
                        for comment in _COMMENT.finditer(text)
                        if comment[0][:1] == b"/"
                    )
            case _:
                bare[start + 1 : end - 1] = blanked(data[start + 1 : end - 1])
    return directives


def _add_include(data: bytes, directive: DirectivePlace, under: bool, result: Preprocessed) -> None:
    keyword = _DIRECTIVE.match(data, directive.start)
    match = _INCLUDE.match(data, keyword.end(), directive.end) if keyword else None
    if match:
        group = 1 if match[1] else 2
        path = match[group].decode("utf-8", "replace")
        result.includes.append(Include(path, group == 1, *match.span(group), under))


def _add_conditions(data: bytes, directive: DirectivePlace, result: Preprocessed) -> None:
    keyword = _DIRECTIVE.match(data, directive.start)
    start = keyword.end() if keyword else directive.end
    text = _COMMENT.sub(lambda found: blanked(found[0]), data[start : directive.end])
    result.conditions += [
        (start + word.start(), start + word.end()) for word in _MACRO_WORD.finditer(text)
    ]


def _add_macro(data: bytes, directive: DirectivePlace, result: Preprocessed) -> None:
    keyword = _DIRECTIVE.match(data, directive.start)
    match = _DEFINE.match(data, keyword.end(), directive.end) if keyword else None
    if match is None:
        return
    name = match[1].decode("utf-8", "replace")
    value = data[match.end() : directive.end]
    if name == result.guard and not value.strip():
        return
    result.macros.append(
        Macro(
            name,
            " ".join((match[2] or b"").decode("utf-8", "replace").split()),
            _plain_value(value),
            directive.start,
            directive.end,
            match.start(1),
        )
    )


def _plain_value(value: bytes) -> str:
    value = _COMMENT.sub(lambda found: found[0] if found[0][:1] == b'"' else b" ", value)
    return " ".join(value.replace(b"\\\n", b" ").decode("utf-8", "replace").split())
