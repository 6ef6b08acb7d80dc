"""Makefiles: targets with what they need and their help, and variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.command_paths import CommandLine, command_mentions

_VARIABLE = re.compile(
    r"(?:export\s+|override\s+)*([A-Za-z_][\w.-]*)\s*(?:[:?+!]|::|:::)?=(?!=)\s*(.*)$"
)
_RULE = re.compile(
    r"((?:[^\s:=#$]|\$\([^)]*\)|\$\{[^}]*\}|\$[@<^*?])[^:=#]*?)\s*&?(::?)(?!=)\s*(.*)$"
)
_HELP = re.compile(r"##\s*(.*)$")
_INCLUDE = re.compile(r"-?s?include\s")
_CALL = re.compile(r"\$[({](?:info|warning|error|eval|call|foreach)\b")
"""A line that is but a call of a function of make: no rule, and no command of a recipe."""
_DEFINE = re.compile(r"\s*(?:override\s+|export\s+)*define\b")
_SPECIAL = re.compile(r"\.[A-Z_]+$")


class _Target(NamedTuple):
    line: int
    end_line: int
    needs: str
    text: str


def read_makefile(draft: RecordBuilder) -> None:
    """Read a Makefile, or a justfile, which is much like one; each target is a task."""
    _read_statements(draft)
    for recipe in _recipe_lines(draft.lines):
        draft.mention(command_mentions(recipe, anchored=True))


def _read_statements(draft: RecordBuilder) -> None:
    phony: set[str] = set()
    help_texts: dict[str, str] = {}  # that stand beside `.PHONY: target`
    targets: dict[str, _Target] = {}
    variables: dict[str, tuple[int, str]] = {}
    for line, end, row in _statements(draft.lines):
        if match := _VARIABLE.match(row):
            variables.setdefault(match[1], (line, match[2]))
        elif not (_INCLUDE.match(row) or _CALL.match(row)) and (match := _RULE.match(row)):
            needs = match[3].partition("#")[0].partition(";")[0].strip()
            if match[1].strip() == ".PHONY":
                phony.update(needs.split())
                help_texts |= _help(row, needs)
            elif not _VARIABLE.match(needs):  # else a variable for one target only
                spoken = _HELP.search(row)
                text = spoken[1] if spoken else comment_above(draft, line)
                for name in match[1].split():
                    if not _SPECIAL.match(name) and "$" not in name:
                        targets.setdefault(name, _Target(line, end, needs, text))
    for name, (line, value) in variables.items():
        draft.add(name, Kind.CONSTANT, line, value=value, summary=comment_above(draft, line))
    for name, found in targets.items():
        target = found._replace(text=help_texts.get(name) or found.text)
        _add_target(draft, name, target, is_phony=name in phony)


def _help(row: str, names: str) -> dict[str, str]:
    """Return the help that stands beside several names of targets, for each of them."""
    spoken = _HELP.search(row)
    return dict.fromkeys(names.split(), spoken[1]) if spoken else {}


def _add_target(draft: RecordBuilder, name: str, target: _Target, *, is_phony: bool) -> None:
    draft.add(
        name,
        Kind.TARGET,
        target.line,
        end_line=target.end_line,
        signature=f": {target.needs}" if target.needs else "",
        summary=target.text,
        labels=("phony",) if is_phony else (),
    )
    is_file = any(mark in name for mark in "./%")
    runs = target.text or _first_command(draft.lines, target)
    if runs and (is_phony or target.text or not is_file):
        program = "just" if draft.name.lower() == "justfile" else "make"
        draft.state(Task(name, f"{program} {name}", runs, target.line))


def _first_command(lines: list[str], target: _Target) -> str:
    """Return the first line of a recipe that does something: no comment, no message."""
    for row in lines[target.line : target.end_line]:
        command = row.strip().lstrip("@-+ ")
        is_quiet = command.startswith(("#", "echo ")) or _CALL.match(command)
        if row.startswith("\t") and command and not is_quiet:
            return command.removesuffix("\\").strip()
    return f"make {target.needs}" if target.needs else ""


def _recipe_lines(lines: list[str]) -> Iterator[list[CommandLine]]:
    """Yield each line of the recipes with those that go on with it: a shell runs each alone."""
    rows: list[CommandLine] = []
    for number, row in enumerate(lines, 1):
        if not rows and not row.startswith("\t"):
            continue
        rows.append(CommandLine(row.strip() if rows else row.strip().lstrip("@-+ "), number))
        if not row.rstrip().endswith("\\"):
            yield rows
            rows = []
    if rows:
        yield rows


def _statements(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first line, last line of the recipe, and text of what is no recipe.

    Lines that end in a backslash are joined; the bodies of `define` are passed over.
    """
    number = 0
    while number < len(lines):
        start = number
        row = lines[number]
        if row.startswith("\t") or not row.strip() or row.lstrip().startswith("#"):
            number += 1
            continue
        if _DEFINE.match(row):
            while number < len(lines) and lines[number].strip() != "endef":
                number += 1
            number += 1
            continue
        parts = [row.strip()]
        while lines[number].endswith("\\") and number + 1 < len(lines):
            number += 1
            parts.append(lines[number].strip())
        row = " ".join(part.removesuffix("\\").rstrip() for part in parts)
        number += 1
        yield start + 1, _recipe_end(lines, number), row.strip()


def _recipe_end(lines: list[str], number: int) -> int:
    """Return the number of the last line of the recipe that starts at an index."""
    end = number
    while number < len(lines) and (
        lines[number].startswith("\t")
        or not lines[number].strip()
        or (lines[number - 1].endswith("\\") and number > end)
    ):
        number += 1
        if lines[number - 1].strip():
            end = number
    return end
