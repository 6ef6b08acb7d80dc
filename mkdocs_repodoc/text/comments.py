"""Comments of all languages, as far as their delimiters tell: line counts and header comments.

This reads delimiters, not grammar: it serves every text file, also those that no parser
understands. Languages with a parser get their documentation from that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_repodoc.model.records import LineCounts


@dataclass(frozen=True)
class CommentSyntax:
    """How a language writes comments.

    Attributes:
        line: What starts a comment that ends with its line.
        blocks: What opens and what closes a comment that may span lines.
        strings: Whether quotes hide comment delimiters; in markup they are apostrophes.
    """

    line: tuple[str, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()
    strings: bool = True
    token: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the pattern that finds strings and comment openers in a line."""
        strings = [r'"(?:\\.|[^"\\])*"', r"'(?:\\.|[^'\\])*'"] if self.strings else []
        openers = [re.escape(start) for start, _ in self.blocks]
        rest = [re.escape(mark) for mark in self.line]
        parts = (f"(?P<block>{'|'.join(openers)})" if openers else "", *strings)
        pattern = "|".join([part for part in parts if part] + [f"(?P<rest>{'|'.join(rest)})"])
        object.__setattr__(
            self, "token", re.compile(pattern if rest else pattern.rsplit("|", 1)[0])
        )

    def close(self, opener: str) -> str:
        """Return what closes a block comment."""
        return dict(self.blocks)[opener]


_C = CommentSyntax(("//",), (("/*", "*/"),))
_HASH = CommentSyntax(("#",))
_MARKUP = CommentSyntax((), (("<!--", "-->"),), strings=False)
_NONE = CommentSyntax()
_LISP = CommentSyntax((";",))

_SYNTAX: dict[str, CommentSyntax] = {
    "css": CommentSyntax((), (("/*", "*/"),)),
    "sql": CommentSyntax(("--",), (("/*", "*/"),)),
    "lua": CommentSyntax(("--",), (("--[[", "]]"),)),
    "haskell": CommentSyntax(("--",), (("{-", "-}"),)),
    "elm": CommentSyntax(("--",), (("{-", "-}"),)),
    "ocaml": CommentSyntax((), (("(*", "*)"),)),
    "f#": CommentSyntax(("//",), (("(*", "*)"),)),
    "pascal": CommentSyntax(("//",), (("(*", "*)"), ("{", "}"))),
    "php": CommentSyntax(("//", "#"), (("/*", "*/"),)),
    "terraform": CommentSyntax(("#", "//"), (("/*", "*/"),)),
    "ruby": CommentSyntax(("#",), (("=begin", "=end"),)),
    "julia": CommentSyntax(("#",), (("#=", "=#"),)),
    "cmake": CommentSyntax(("#",), (("#[[", "]]"),)),
    "powershell": CommentSyntax(("#",), (("<#", "#>"),)),
    "ini": CommentSyntax(("#", ";"), strings=False),
    "java-properties": CommentSyntax(("#", "!"), strings=False),
    "tex": CommentSyntax(("%",), strings=False),
    "bib": CommentSyntax(("%",), strings=False),
    "erlang": CommentSyntax(("%",)),
    "fortran": CommentSyntax(("!",)),
    "vim": CommentSyntax(('"',), strings=False),
    "batch": CommentSyntax(("::", "rem ", "REM ", "@rem ", "@REM "), strings=False),
    "asm": CommentSyntax((";", "#", "//"), (("/*", "*/"),), strings=False),
    "jinja": CommentSyntax((), (("{#", "#}"), ("<!--", "-->")), strings=False),
    "vue": CommentSyntax(("//",), (("<!--", "-->"), ("/*", "*/")), strings=False),
}
_C_LIKE = """
    c c++ cuda c# java javascript typescript tsx jsx rust go kotlin swift scala dart protobuf scss
    less groovy metal hlsl objective-c objective-c++ verilog system-verilog solidity zig json json5
    jsonnet thrift go-mod stylus qml d
"""
_SHELL_LIKE = """
    python cython shell fish perl yaml toml makefile dockerfile requirements ignore r elixir nim
    crystal nix graphql awk meson bazel robot gherkin coffee dotenv editorconfig gitattributes
    gitmodules puppet textproto pofile bitbake gdscript tcl
"""
_SYNTAX |= dict.fromkeys(_C_LIKE.split(), _C)
_SYNTAX |= dict.fromkeys(_SHELL_LIKE.split(), _HASH)
_SYNTAX |= dict.fromkeys(("html", "xml", "markdown", "mdx", "svelte", "astro"), _MARKUP)
_SYNTAX |= dict.fromkeys(("lisp", "scheme", "clojure", "edn"), _LISP)


def comment_syntax(language: str) -> CommentSyntax:
    """Return how a language writes comments; an empty syntax for one that is not known."""
    return _SYNTAX.get(language, _NONE)


def count_lines(lines: Sequence[str], language: str) -> LineCounts:
    """Count code, comment and blank lines.

    A line with both code and a comment is code; an empty line inside a comment is blank.
    """
    syntax = comment_syntax(language)
    openers = tuple(opener for opener, _ in syntax.blocks)
    comment = blank = 0
    closer = ""
    for line in lines:
        row = line.strip()
        if not row:
            blank += 1
        elif not closer and syntax.line and row.startswith(syntax.line):
            if openers and row.startswith(openers):
                _, closer = _read_line(row, syntax, closer)
            comment += 1
        elif closer or any(opener in row for opener in openers):
            code, closer = _read_line(row, syntax, closer)
            comment += not code
    return LineCounts(len(lines) - comment - blank, comment, blank)


def _read_line(row: str, syntax: CommentSyntax, closer: str) -> tuple[bool, str]:
    """Return whether a line has code, and what closes the comment that is open at its end."""
    code = False
    position = 0
    while position < len(row):
        if closer:
            end = row.find(closer, position)
            if end < 0:
                return code, closer
            position = end + len(closer)
            closer = ""
            continue
        match = syntax.token.search(row, position)
        until = match.start() if match else len(row)
        code = code or bool(row[position:until].strip())
        if not match or match.lastgroup == "rest":
            return code, ""
        if match.lastgroup == "block":
            closer = syntax.close(match[0])
        else:
            code = True  # a string
        position = match.end()
    return code, closer


class Comment(NamedTuple):
    """One comment, or several whole-line comments on end, without their delimiters."""

    line: int
    """First line."""
    text: str
    """Dedented; as many lines as the comment has in the source."""


_PREAMBLE = re.compile(r"#!|<\?xml|<\?php|<!doctype|['\"]use strict['\"]|---$|%YAML", re.IGNORECASE)
_MARGIN = re.compile(r"^\s*\*+(?!/)\s?|^[ \t]*")
_DIRECTIVE = re.compile(r"#\s*(?:syntax|escape|check)\s*=", re.IGNORECASE)
"""Tells the builder of an image how to read the file."""
_DOC_MARK = re.compile(r"^[/!*#;%\"-]*[ \t]?")
_DOCSTRING = re.compile(r'[rRuU]?("""|\'\'\')')


def header_comments(lines: Sequence[str], language: str) -> tuple[Comment, ...]:
    """Return the comments that stand before the first line of code.

    Args:
        lines: The file's lines.
        language: Its language; for Python the module docstring counts as a comment.

    Returns:
        In source order; blank lines and uncommented lines separate them.
    """
    syntax = comment_syntax(language)
    comments: list[Comment] = []
    rows: list[str] = []
    number = 0
    while number < len(lines):
        row = lines[number].strip()
        block = _block_opener(row, syntax, language)
        if block and not rows:
            end, text = _block_text(lines, number, *block)
            comments.append(Comment(number + 1, text))
            number = end
        elif language == "dockerfile" and not rows and _DIRECTIVE.match(row):
            pass  # it is for the builder, not for readers
        elif row.startswith(syntax.line) and syntax.line and not (number == 0 and row[:2] == "#!"):
            mark = next(mark for mark in syntax.line if row.startswith(mark))
            rows.append(_DOC_MARK.sub("", row[len(mark) :]))
        else:
            if rows:
                comments.append(Comment(number + 1 - len(rows), "\n".join(rows)))
                rows = []
                continue
            if row and not _PREAMBLE.match(row):
                break
        number += 1
    if rows:
        comments.append(Comment(number + 1 - len(rows), "\n".join(rows)))
    return tuple(comment for comment in comments if comment.text.strip())


def _block_opener(row: str, syntax: CommentSyntax, language: str) -> tuple[str, str] | None:
    for opener, closer in syntax.blocks:
        if row.startswith(opener):
            return opener, closer
    if language == "python" and (match := _DOCSTRING.match(row)):
        return match[0], match[1]
    return None


def _block_text(lines: Sequence[str], number: int, opener: str, closer: str) -> tuple[int, str]:
    """Return the index of a block comment's last line and the text between the delimiters."""
    first = lines[number].strip()[len(opener) :]
    rows = []
    for index in range(number, len(lines)):
        row = first if index == number else lines[index]
        end = row.find(closer)
        row = row[:end] if end >= 0 else row
        rows.append((_DOC_MARK if index == number else _MARGIN).sub("", row, count=1).rstrip())
        if end >= 0:
            return index, "\n".join(rows)
    return len(lines) - 1, "\n".join(rows)
