"""SQL: tables with their columns, views, functions and the like that a script creates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.format_readers.preceding_comments import prose_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.used_tables import limited, tables_of_script
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import one_line

_NAME = r"""(?:[\w$]+|"(?:""|[^"])+"|`[^`]+`|\[[^\]]+\])"""
_QUOTED = r"""--[^\n]*|/\*.*?\*/|"(?:""|[^"])*"|`[^`]*`"""
_ESCAPING = r"""'(?:\\.|''|[^'\\])*'"""
# Alternatives that begin with a letter of their own are found ten times as fast.
_SKIP = re.compile(
    rf"{_QUOTED}|'(?:''|[^'])*'|e(?<=\be){_ESCAPING}|E(?<=\bE){_ESCAPING}"
    r"|\$(?<![\w$]\$)(\w*)\$.*?\$\1\$",
    re.DOTALL,
)
"""Comments and strings; and names in quotes, in which neither begins."""
_DELIMITER = re.compile(r"^[ \t]*DELIMITER[ \t]+\S+", re.IGNORECASE | re.MULTILINE)
_SKIP_OF_MYSQL = re.compile(rf"{_QUOTED}|{_ESCAPING}", re.DOTALL)
"""The same where `DELIMITER` is set: dollars end a statement there, and quote nothing."""
_CREATE = re.compile(
    r"\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED|UNIQUE"
    r"|RECURSIVE|EXTERNAL|VIRTUAL|FOREIGN|(?:NON)?CLUSTERED|(?:ALGORITHM|DEFINER)\s*=\s*\S+"
    r"|SQL\s+SECURITY\s+\w+)\s+)*(TABLE|VIEW|FUNCTION|PROCEDURE|TRIGGER|INDEX|TYPE|SCHEMA)"
    r"\s+(?:(?:NON)?CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?"
    rf"({_NAME}(?:\.{_NAME})*)",
    re.IGNORECASE,
)
_COLUMN = re.compile(rf"\s*({_NAME})(?:\s+(.*))?$", re.DOTALL)
_CONSTRAINTS = frozenset(
    {
        "constraint", "primary", "foreign", "unique", "check", "exclude", "like", "period",
    }
)  # fmt: skip
"""What an element of a table's list begins with if it is no column."""
_INDEXES = frozenset({"key", "index", "fulltext", "spatial"})
"""The same, if columns in parentheses follow; else a column may be called that."""
_COLUMNS = re.compile(r"\(\s*[^\s\d]")
_PARENTHESIS = re.compile(r"[(),]")
_LONGEST = 20_000
_NEAR = 40
_KINDS = {"procedure": Kind.FUNCTION, "index": Kind.KEY, "schema": Kind.NAMESPACE}
"""Words whose kind has another name."""


def read_sql(draft: RecordBuilder) -> None:
    """Read an SQL script."""
    skip = _SKIP_OF_MYSQL if _DELIMITER.search(draft.source.text) else _SKIP
    text = skip.sub(_blank, draft.source.text)
    for fact in limited(tables_of_script(text)):
        draft.state(fact)
    line, position, end = 1, 0, 0
    for match in _CREATE.finditer(text):
        line += text.count("\n", position, match.start(2))
        position = match.start(2)
        if end < match.end():
            end = text.find(";", match.end())
            end = len(text) if end < 0 else end
        end_line = line + text.count("\n", position, min(end, position + _LONGEST))
        kind = match[1].lower()
        name = ".".join(part.strip('"`[]') for part in match[2].split("."))
        is_added = draft.add(
            name,
            _KINDS.get(kind) or Kind(kind),
            line,
            end_line=end_line,
            shown=match[2],
            summary=prose_above(draft, line, "--"),
            signature=_parameters(text, match.end()) if kind in {"function", "procedure"} else "",
        )
        if (
            is_added
            and kind == "table"
            and text[match.end() : match.end() + _NEAR].lstrip().startswith("(")
        ):
            _add_columns(draft, name, line, text[position : position + _LONGEST])


def _add_columns(draft: RecordBuilder, table: str, line: int, text: str) -> None:
    """Add the columns of a table.

    Args:
        draft: Gets them.
        table: The table's name.
        line: Line of it.
        text: The script from its name on.
    """
    for element, lines_before in _elements(text):
        match = _COLUMN.match(element)
        if match is None or _is_no_column(match[1].lower(), match[2] or ""):
            continue
        at = line + lines_before + element.count("\n", 0, match.start(1))
        name = match[1].strip('"`[]')
        draft.add(
            f"{table}.{name}",
            Kind.COLUMN,
            at,
            shown=name,
            signature=match[2] or "",
            summary=_comment_behind(draft, at) or prose_above(draft, at, "--"),
        )


def _is_no_column(word: str, rest: str) -> bool:
    return word in _CONSTRAINTS or (word in _INDEXES and bool(_COLUMNS.search(rest)))


def _elements(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between the commas of the first list, and how many lines are before it."""
    depth, start, lines = 0, 0, 0
    for match in _PARENTHESIS.finditer(text):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth -= 1
        is_first = match[0] == "(" and depth == 1
        is_end = match[0] == ")" and not depth
        if is_end or (match[0] == "," and depth == 1):
            yield text[start : match.start()], lines
        if is_end:
            return
        if is_first or (match[0] == "," and depth == 1):
            lines += text.count("\n", start, match.end())
            start = match.end()


def _comment_behind(draft: RecordBuilder, line: int) -> str:
    _, found, comment = draft.lines[line - 1].partition("--")
    return comment.strip() if found else ""


def _blank(match: re.Match[str]) -> str:
    """Keep the line ends, so that the lines of what follows stay right."""
    if match[0][0] in '"`':
        return match[0]
    return "\n" * match[0].count("\n") or " "


def _parameters(text: str, start: int) -> str:
    opened = text.find("(", start, start + 5)
    closed = text.find(")", opened)
    return one_line(text[opened : closed + 1]) if 0 <= opened < closed else ""
