"""An Objective-C file without directives, macros, instance variables and bodies of methods."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.macro_places import Blanked
from mkdocs_repodoc.languages.c_family.preparation import finish
from mkdocs_repodoc.languages.c_family.preprocessed import Preprocessed
from mkdocs_repodoc.languages.c_family.preprocessor import preprocess
from mkdocs_repodoc.languages.treesitter.dialect import Prepared
from mkdocs_repodoc.languages.treesitter.source_bytes import Source, blank

_ENUM = re.compile(
    rb"(?:typedef\s+)?\b(?:NS|CF)_(?:CLOSED_|ERROR_)?(?:ENUM|OPTIONS)\s*\([^,()]{0,200},\s*(\w+)\s*\)"
)
_MACRO = re.compile(
    rb"\b(?:[A-Z][A-Z0-9]*_)+(?:API|AVAILABLE|BEGIN|DEPRECATED\w*|DESIGNATED_INITIALIZER|END"
    rb"|EXPORT|EXTERN|INLINE|NAME|NOESCAPE|NORETURN|PUBLIC|REQUIRES_SUPER|UNAVAILABLE|UNUSED|VISIBLE)"
    rb"\b(?:\s*\((?:[^()]|\([^()]{0,200}\)){0,200}\))?"
)
"""Of the frameworks and of libraries: they say something of a declaration and define nothing."""
_VARIABLES = re.compile(rb"@(?:interface|implementation)\b[^{};@+\-=]{0,500}\{")
_METHOD = re.compile(rb"^[ \t]*[-+][ \t]*\([^;{}]{0,2000}", re.MULTILINE)
_BRACES = re.compile(rb"[{}]")
_COLON, _SPACE = b":", b" "


def prepare(source: Source) -> Prepared:
    """Take off what the grammar need not or can't read; the text keeps its length."""
    preprocessed = preprocess(source.data)
    _rewrite_enums(preprocessed)
    for match in _MACRO.finditer(preprocessed.bare):
        _blank(preprocessed, *match.span())
    _blank_variables(preprocessed)
    bare = preprocessed.bare
    bare[:] = bare.replace(b"@", _SPACE)  # which stands for parentheses where bodies are told
    for match in _METHOD.finditer(bytes(bare)):
        bare[match.start() : match.end()] = match[0].replace(_COLON, _SPACE)
    return finish(source, preprocessed, Blanked())


def _blank(preprocessed: Preprocessed, start: int, end: int) -> None:
    blank(preprocessed.code, start, end)
    blank(preprocessed.bare, start, end)


def _rewrite_enums(preprocessed: Preprocessed) -> None:
    """Write `typedef NS_ENUM(Type, Name)` as `enum Name`, which it stands for."""
    for match in _ENUM.finditer(bytes(preprocessed.bare)):
        _blank(preprocessed, *match.span())
        for buffer in (preprocessed.code, preprocessed.bare):
            buffer[match.start() : match.start() + 4] = b"enum"
            buffer[match.start(1) : match.end(1)] = match[1]


def _blank_variables(preprocessed: Preprocessed) -> None:
    """Blank the instance variables of a class, which are nobody else's business."""
    bare = preprocessed.bare
    for match in _VARIABLES.finditer(bytes(bare)):
        depth = 0
        for brace in _BRACES.finditer(bare, match.end() - 1):
            depth += 1 if brace[0] == b"{" else -1
            if not depth:
                _blank(preprocessed, match.end() - 1, brace.end())
                break
