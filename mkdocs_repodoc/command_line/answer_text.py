"""Answers as text for a terminal: a line for each entry, its position in front."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from mkdocs_repodoc.query.answer_parts import Answer, SymbolEntry
from mkdocs_repodoc.query.replies.symbol_reply import SourceAnswer

_COMMON = frozenset(Answer.__struct_fields__)
_POSITION = frozenset({"id", "path", "line", "end_line", "column"})


def answer_text(answer: Answer) -> str:
    """Return an answer as lines of text."""
    if isinstance(answer, SourceAnswer) and answer.text:
        return answer.text.removesuffix("\n")
    return "\n".join(_lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    if answer.subject is not None:
        yield _row(answer.subject)
    for name in answer.__struct_fields__:
        if name not in _COMMON:
            yield from _field(name.replace("_", " "), getattr(answer, name))
    yield from map(_row, answer.candidates)
    if answer.next_cursor:
        yield f"(of {answer.total:,}; more with --cursor {answer.next_cursor})"
    if answer.note:
        yield answer.note
    if stale := [state.path for state in answer.files if state.stale]:
        yield f"Changed since: {', '.join(stale)}"


def _field(name: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        if value and isinstance(value[0], str):
            yield f"{name}: {', '.join(value)}"
        elif value:
            yield f"{name}:"
            for part in value:
                yield from _entry(part, "  ")
    elif isinstance(value, dict):
        if value:
            yield f"{name}: {', '.join(f'{key} {count:,}' for key, count in value.items())}"
    elif isinstance(value, msgspec.Struct):
        yield f"{name}: {_row(value)}"
    elif isinstance(value, str) and "\n" in value:
        yield f"{name}:"
        yield from (f"  {line}" for line in value.split("\n"))
    elif value:
        yield f"{name}: {value}"


def _entry(part: msgspec.Struct, indent: str) -> Iterator[str]:
    """Yield an entry, and below it the entries that it consists of."""
    if row := _row(part):
        yield f"{indent}{row}"
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            for each in value:
                yield from _entry(each, f"{indent}  ")


def _row(part: msgspec.Struct) -> str:
    """Return what an entry says, with the place of what it is about in front."""
    words = [
        text
        for name in part.__struct_fields__
        if name not in _POSITION and (text := _word(name, getattr(part, name)))
    ]
    if isinstance(part, SymbolEntry):
        kind, name, *rest = part.kind, part.id, part.signature, part.summary
        words = [kind, "".join((name, *rest[:1])), *rest[1:]]
    path, line = getattr(part, "path", ""), getattr(part, "line", 0)
    position = f"{path}:{line}" if path and line else path or (f"line {line}" if line else "")
    return "  ".join(filter(None, (position, *words)))


def _word(name: str, value: object) -> str:
    if isinstance(value, SymbolEntry):
        return f"{value.id} ({value.path}:{value.line})"
    if isinstance(value, bool):
        return name.replace("_", " ") if value else ""
    if isinstance(value, tuple):
        return ", ".join(each for each in value if isinstance(each, str))
    return (
        f"{name.replace('_', ' ')} {value:,}"
        if isinstance(value, int) and value
        else str(value or "")
    )
