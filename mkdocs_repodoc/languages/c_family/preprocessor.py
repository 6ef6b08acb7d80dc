r"""The C preprocessor's part of a file, taken off before a grammar sees the rest.

A grammar for C++ reads the language as it is after preprocessing. Directives may cut a declaration
anywhere (`#ifdef` inside a list of base classes), and then the tree is wrong far beyond them. So
directives are read here, on the level of tokens, and blanked out: the text keeps its length, so
that every line and column stays true.

Both branches of a conditional stay, unless keeping both can't be C++ any more (each opens the
same class); then the first one stays. `#if 0` is dead code and goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.build_conditions import Conditions, Directive, judge
from mkdocs_repodoc.languages.treesitter.source_bytes import blank, blanked

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
_SEPARATORS = b";{},:"


class Include(NamedTuple):
    """An `#include` line."""

    path: str
    system: bool
    offset: int
    """Where the path starts, inside its quotes."""
    end: int
    conditional: bool


class Macro(NamedTuple):
    """A `#define`."""

    name: str
    parameters: str
    """With parentheses; empty for an object-like macro."""
    value: str
    start: int
    end: int
    offset: int
    """Where the name starts."""


@dataclass(slots=True)
class Preprocessed:
    """A file without its directives.

    Attributes:
        code: Comments and directives blanked: what the grammar reads.
        bare: Contents of strings and characters blanked too: what patterns may search.
        comments: Start and end of every comment.
        includes: The includes, in order.
        macros: The definitions of macros, in order.
        conditions: Start and end of every name in a directive that asks for macros, or ends one.
        branches: What only some builds see.
        bodies: Start and end of every function's body, once these are emptied.
        guard: Name of the macro that keeps the file from being included twice, if one does.
    """

    code: bytearray
    bare: bytearray
    comments: list[tuple[int, int]] = field(default_factory=list)
    includes: list[Include] = field(default_factory=list)
    macros: list[Macro] = field(default_factory=list)
    conditions: list[tuple[int, int]] = field(default_factory=list)
    branches: Conditions = field(default_factory=lambda: Conditions([], []))
    bodies: list[tuple[int, int]] = field(default_factory=list)
    guard: str = ""


class _Directive(NamedTuple):
    keyword: bytes
    start: int
    end: int


@dataclass(slots=True)
class _Branch:
    start: int
    end: int = 0
    braces: int = 0
    others: int = 0
    last: int = 0
    """The last byte of code in it; 0 if there is none."""
    dead: bool = False

    @property
    def complete(self) -> bool:
        return self.braces == 0 == self.others and (not self.last or self.last in _SEPARATORS)


def preprocess(data: bytes) -> Preprocessed:
    r"""Take directives and comments out of a C or C++ file.

    Args:
        data: The file in UTF-8, with `\n` as its line end.

    Returns:
        What was found, and the text without it, of the same length.
    """
    result = Preprocessed(bytearray(data), bytearray(data))
    directives = _blank_lexical(data, result)
    conditions = _resolve_conditions(data, directives, result)
    for directive, depth in zip(directives, conditions, strict=True):
        if directive.keyword in {b"include", b"include_next", b"import"}:
            _add_include(data, directive, depth > 0, result)
        elif directive.keyword == b"define":
            _add_macro(data, directive, result)
        elif directive.keyword in _CONDITIONS:
            _add_conditions(data, directive, result)
    result.branches = judge(
        (_read_directive(data, each) for each in directives if each.keyword),
        result.guard,
        len(data),
    )
    return result


def _read_directive(data: bytes, directive: _Directive) -> Directive:
    text = data[directive.start : directive.end].decode("utf-8", "replace")
    keyword = directive.keyword.decode("utf-8", "replace")
    behind = text.partition(keyword)[2] if keyword else ""  # a lone `#` says nothing
    return Directive(keyword, behind, directive.start, directive.end)


def without_default_lists(code: bytes) -> bytes:
    """Put a `0` for each `= {…}` that is a parameter's default, which the grammar can't read."""
    return _DEFAULT_LIST.sub(lambda match: match[1] + b"0" + blanked(match[2])[1:], code)


def _blank_lexical(data: bytes, result: Preprocessed) -> list[_Directive]:
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
                directives.append(_Directive(keyword[1] if keyword else b"", start, end))
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


def _resolve_conditions(
    data: bytes, directives: list[_Directive], result: Preprocessed
) -> list[int]:
    """Decide which branches stay; return for each directive how many conditions it is under."""
    guarded = _find_guard(data, directives, result)
    depths = []
    groups: list[list[_Branch]] = [[_Branch(0)]]
    for position, directive in enumerate(directives):
        keyword = directive.keyword
        if keyword in {b"if", b"ifdef", b"ifndef"}:
            dead = data[directive.start : directive.end].split()[1:2] == [b"0"]
            groups.append([_Branch(directive.end, dead=dead)])
        elif keyword in {b"else", b"elif", b"elifdef", b"elifndef"} and len(groups) > 1:
            groups[-1][-1].end = directive.start
            groups[-1].append(_Branch(directive.end))
        elif keyword == b"endif" and len(groups) > 1:
            group = groups.pop()
            group[-1].end = directive.start
            _join(groups[-1][-1], _keep(group, result))
        depths.append(len(groups) - 1 - guarded)
        end = directives[position + 1].start if position + 1 < len(directives) else len(data)
        _weigh(groups[-1][-1], result.bare[directive.end : end])
    return depths


def _weigh(branch: _Branch, text: bytearray) -> None:
    stripped = text.rstrip()
    if not stripped:
        return
    branch.last = stripped[-1]
    branch.braces += stripped.count(b"{") - stripped.count(b"}")
    branch.others += stripped.count(b"(") - stripped.count(b")")


def _keep(group: list[_Branch], result: Preprocessed) -> list[_Branch]:
    """Blank what of a group can't stay, and return what stays."""
    kept = [branch for branch in group if not branch.dead]
    if len(kept) > 1 and not all(branch.complete for branch in kept):
        kept = [next((branch for branch in kept if branch.last), kept[0])]
    for branch in group:
        if not any(branch is other for other in kept):
            blank(result.code, branch.start, branch.end)
            blank(result.bare, branch.start, branch.end)
    return kept


def _join(outer: _Branch, inner: list[_Branch]) -> None:
    for branch in inner:
        outer.braces += branch.braces
        outer.others += branch.others
        outer.last = branch.last or outer.last


def _find_guard(data: bytes, directives: list[_Directive], result: Preprocessed) -> bool:
    for first, second in pairwise(directives[:2]):
        name = data[first.start : first.end].split()[-1:]
        defined = data[second.start : second.end].split()
        if (
            first.keyword in {b"ifndef", b"if"}
            and second.keyword == b"define"
            and [name[0].removeprefix(b"!defined(").rstrip(b")")] == defined[-1:]
            and not result.bare[: first.start].strip()
        ):
            result.guard = defined[-1].decode("utf-8", "replace")
            return True
    return False


def _add_include(data: bytes, directive: _Directive, under: bool, result: Preprocessed) -> None:
    keyword = _DIRECTIVE.match(data, directive.start)
    match = _INCLUDE.match(data, keyword.end(), directive.end) if keyword else None
    if match:
        group = 1 if match[1] else 2
        path = match[group].decode("utf-8", "replace")
        result.includes.append(Include(path, group == 1, *match.span(group), under))


def _add_conditions(data: bytes, directive: _Directive, result: Preprocessed) -> None:
    keyword = _DIRECTIVE.match(data, directive.start)
    start = keyword.end() if keyword else directive.end
    text = _COMMENT.sub(lambda found: blanked(found[0]), data[start : directive.end])
    result.conditions += [
        (start + word.start(), start + word.end()) for word in _MACRO_WORD.finditer(text)
    ]


def _add_macro(data: bytes, directive: _Directive, result: Preprocessed) -> None:
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
