"""Protocol Buffers: messages, enums, services and their methods."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.preceding_comments import prose_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.text.english import one_line

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    r"|(?P<open>\b(?:message|enum|service|extend|oneof)\s+[\w.]+\s*\{)"
    r"|(?P<rpc>\brpc\s+\w+\s*\([^)]*\)\s*returns\s*\([^)]*\))"
    r"|(?P<import>\bimport\s+(?:public\s+|weak\s+)?\"[^\"\n]+\")"
    r"|(?P<brace>[{}])",
    re.DOTALL,
)
_RPC = re.compile(r"rpc\s+(\w+)\s*(\([^)]*\))\s*returns\s*(\([^)]*\))", re.DOTALL)
_DEEPEST = 20
_KINDS = {"message": Kind.MESSAGE, "enum": Kind.ENUM, "service": Kind.SERVICE}


def read_protobuf(draft: RecordBuilder) -> None:
    """Read a `.proto` file."""
    text = draft.source.text
    closers = _closing_lines(text)
    imports: list[Import] = []
    around: list[str] = []
    line, position = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        piece = match[0]
        if match["open"]:
            kind, name = piece.rstrip(" \t\n{").split()
            if kind in _KINDS:
                draft.add(
                    ".".join([*filter(None, around[:_DEEPEST]), name]),
                    _KINDS[kind],
                    line,
                    end_line=closers.get(match.end() - 1, line),
                    shown=name,
                    summary=prose_above(draft, line, "//"),
                )
            around.append(name if kind in _KINDS else "")
        elif match["rpc"] and (method := _RPC.match(piece)):
            draft.add(
                ".".join([*filter(None, around[:_DEEPEST]), method[1]]),
                Kind.METHOD,
                line,
                shown=method[1],
                signature=one_line(f"{method[2]} -> {method[3].strip('()')}"),
                summary=prose_above(draft, line, "//"),
            )
        elif match["import"]:
            imports.append(Import(piece.split('"')[1], line=line))
        elif piece == "{":
            around.append("")
        elif piece == "}" and around:
            around.pop()
    draft.imports = tuple(imports)


def _closing_lines(text: str) -> dict[int, int]:
    """Return for the offset of each opening brace the line of its closing one."""
    lines: dict[int, int] = {}
    opened: list[int] = []
    line, position = 1, 0
    for match in _TOKEN.finditer(text):
        if match["open"]:
            opened.append(match.end() - 1)
        elif match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            line += text.count("\n", position, match.start())
            position = match.start()
            lines[opened.pop()] = line
    return lines
