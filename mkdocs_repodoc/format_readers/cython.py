"""Cython: classes, functions and imports by the shape of their lines."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.text.english import one_line

_CLASS = re.compile(
    r"(\s*)(?:cdef\s+|cpdef\s+)?(?:api\s+|public\s+)?(?:cppclass|class)\s+(\w+)\s*(?:\(([^)]*)\))?"
)
_STRUCT = re.compile(
    r"(\s*)(?:cdef|cpdef|ctypedef)\s+(?:public\s+|packed\s+)*(struct|union|enum)\s+(?:class\s+)?(\w+)"
)
_FUNCTION = re.compile(r"(\s*)(?:async\s+)?(def|cdef|cpdef)\s+(?:inline\s+)?([^=(\[:]*?)(\w+)\s*\(")
_IMPORTS = re.compile(r"\s*(?:c?import|from|include)\b")
_IMPORT = re.compile(r"\s*(?:c)?import\s+(.+)$")
_FROM = re.compile(r"\s*from\s+(\.*)([\w.]*)\s+c?import\s+(.+)$")
_INCLUDE = re.compile(r"\s*include\s+[\"']([^\"']+)[\"']")
_AS = re.compile(r"([\w.*]+)(?:\s+as\s+(\w+))?")
_DOCSTRING = re.compile(r"\s*[rRuU]?(?:\"\"\"|''')(.*?)(?:\"\"\"|'''|$)", re.DOTALL)
_MODULE_DOCSTRING = re.compile(
    r"(?:[ \t]*(?:#[^\n]*)?\n)*[rRuU]?(?:\"\"\"|''')(.*?)(?:\"\"\"|''')", re.DOTALL
)
_LONGEST_IMPORT = 200
_TRIPLE = re.compile(r"\"\"\"|'''")


def read_cython(draft: RecordBuilder) -> None:
    """Read a Cython source or declaration file."""
    around: list[tuple[int, str]] = []
    imports: list[Import] = []
    functions: set[str] = set()
    in_string = False
    for number, row in enumerate(draft.lines, 1):
        was_in_string = in_string
        in_string ^= len(_TRIPLE.findall(row)) % 2 == 1
        if was_in_string or not row.strip() or row.lstrip().startswith("#"):
            continue
        indent = len(row) - len(row.lstrip())
        while around and around[-1][0] >= indent:
            around.pop()
        prefix = f"{around[-1][1]}." if around else ""
        if match := _CLASS.match(row):
            name = prefix + match[2]
            bases = tuple(filter(None, map(str.strip, (match[3] or "").split(","))))
            _add(draft, name, Kind.CLASS, number, bases=bases)
            around.append((indent, name))
        elif match := _STRUCT.match(row):
            _add(draft, prefix + match[3], Kind(match[2]), number)
        elif match := _FUNCTION.match(row):
            name = prefix + match[4]
            inside = around[-1][1] if around else ""
            kind = Kind.METHOD if inside and inside not in functions else Kind.FUNCTION
            if kind == Kind.METHOD and draft.lines[number - 2].strip() == "@property":
                kind = Kind.PROPERTY
            _add(draft, name, kind, number, signature=_signature(draft, number))
            functions.add(name)
            around.append((indent, name))
        elif _IMPORTS.match(row):
            imports.extend(_imports(_statement(draft.lines, number), number))
    draft.imports = tuple(imports)
    if match := _MODULE_DOCSTRING.match(draft.source.text):
        line = draft.source.text.count("\n", 0, match.start(1)) + 1
        draft.describe(match[1].strip().partition("\n\n")[0], line, "module docstring")


def _statement(lines: list[str], line: int) -> str:
    """Return a line with those that go on with it, in parentheses or after a backslash."""
    row = lines[line - 1].partition("#")[0].rstrip()
    following = line
    while following < min(len(lines), line + _LONGEST_IMPORT) and (
        row.endswith("\\") or row.count("(") > row.count(")")
    ):
        row = f"{row.removesuffix(chr(92))} {lines[following].partition('#')[0].strip()}"
        following += 1
    return row


def _add(
    draft: RecordBuilder,
    name: str,
    kind: Kind,
    line: int,
    *,
    signature: str = "",
    bases: tuple[str, ...] = (),
) -> None:
    own = name.rpartition(".")[2]
    end = _block_end(draft.lines, line)
    below = line
    while below < end and not _ends_header(draft.lines[below - 1]):
        below += 1
    match = _DOCSTRING.match("\n".join(draft.lines[below : min(below + 10, end)]))
    text = match[1].strip().partition("\n\n")[0] if match else ""
    draft.add(
        name,
        kind,
        line,
        end_line=end,
        shown=own,
        signature=signature,
        summary=text,
        bases=bases,
        public=not own.startswith("_"),
    )


def _ends_header(row: str) -> bool:
    return row.partition("#")[0].rstrip().endswith(":")


def _block_end(lines: list[str], line: int) -> int:
    row = lines[line - 1]
    indent = len(row) - len(row.lstrip())
    end = line
    for number in range(line, len(lines)):
        text = lines[number]
        if not text.strip():
            continue
        if len(text) - len(text.lstrip()) <= indent and not text.lstrip().startswith((")", "#")):
            break
        end = number + 1
    return end


def _signature(draft: RecordBuilder, line: int) -> str:
    text = "\n".join(draft.lines[line - 1 : line + 20])
    start = text.find("(")
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth == 0:
            return one_line(text[start : position + 1])
    return ""


def _imports(row: str, line: int) -> list[Import]:
    row = row.partition("#")[0]
    if match := _FROM.match(row):
        level, module, names = len(match[1]), match[2], match[3]
        return [
            Import(module, name, alias or "", level, line)
            for name, alias in _AS.findall(names.strip("() \\"))
        ]
    if match := _IMPORT.match(row):
        return [Import(name, "", alias or "", 0, line) for name, alias in _AS.findall(match[1])]
    if match := _INCLUDE.match(row):
        return [Import(match[1], line=line)]
    return []
