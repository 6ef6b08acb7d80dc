"""INI and its kin: sections and options as symbols."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind

_SECTION = re.compile(r"\[([^\]\n]+)\]\s*(?:[#;].*)?$")
_OPTION = re.compile(r"([^\s=:#;\[][^=:]*?)\s*[=:]\s*(.*)$")
_LONGEST = 5_000
_BARE_OPTION = re.compile(r"[\w.-]+$")


class Setting(NamedTuple):
    """An option of an INI file."""

    section: str
    name: str
    value: str
    """Lines after the first joined with `\\n`."""
    line: int
    end_line: int


def read_ini(draft: RecordBuilder) -> list[Setting]:
    """Read an INI file; return its options, in source order."""
    settings: list[Setting] = []
    sections: list[tuple[str, int]] = []
    odd: list[int] = []
    for number, row in enumerate(draft.lines, 1):
        text = row.strip()
        if not text or text[0] in "#;":
            continue
        if match := _SECTION.match(text):
            sections.append((match[1].strip(), number))
        elif row[0].isspace() and settings and settings[-1].line >= _start(sections):
            last = settings[-1]
            value = f"{last.value}\n{text}" if len(last.value) < _LONGEST else last.value
            settings[-1] = last._replace(value=value, end_line=number)
        elif match := _OPTION.match(text):
            settings.append(Setting(_name(sections), match[1], match[2], number, number))
        elif _BARE_OPTION.match(text):
            settings.append(Setting(_name(sections), text, "", number, number))
        else:
            odd.append(number)
    if odd:
        more = f"; {len(odd) - 1} more such lines" if len(odd) > 1 else ""
        draft.problem(odd[0], f"This line is neither a section nor an option{more}.")
    _add(draft, sections, settings)
    return settings


def _start(sections: list[tuple[str, int]]) -> int:
    return sections[-1][1] if sections else 0


def _name(sections: list[tuple[str, int]]) -> str:
    return sections[-1][0] if sections else ""


def _add(draft: RecordBuilder, sections: list[tuple[str, int]], settings: list[Setting]) -> None:
    found: list[Setting] = []
    for position, (name, line) in enumerate(sections):
        after = sections[position + 1][1] if position + 1 < len(sections) else len(draft.lines) + 1
        inside = [setting.end_line for setting in settings if line < setting.line < after]
        found.append(Setting(name, "", "", line, max([line, *inside])))
    seen: set[tuple[str, str]] = set()
    for setting in sorted([*found, *settings], key=lambda setting: setting.line):
        if setting[:2] in seen:
            continue
        seen.add(setting[:2])
        draft.add(
            ".".join(filter(None, setting[:2])),
            Kind.KEY if setting.name else Kind.SECTION,
            setting.line,
            end_line=setting.end_line,
            shown=setting.name or setting.section,
            value=setting.value.strip(),
            summary=comment_above(draft, setting.line),
        )
