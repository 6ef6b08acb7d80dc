"""Makefiles: targets with what they need and their help, and variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.format_readers.build_files.compiler_flags import include_folders
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.facts import IncludeFolder, Task
from mkdocs_repodoc.model.kinds import Kind

_VARIABLE = re.compile(
    r"(?:export\s+|override\s+)*([A-Za-z_][\w.-]*)\s*(?:[:?+!]|::|:::)?=(?!=)\s*(.*)$"
)
_RULE = re.compile(
    r"((?:[^\s:=#$]|\$\([^)]*\)|\$\{[^}]*\}|\$[@<^*?])[^:=#]*?)\s*&?(::?)(?!=)\s*(.*)$"
)
_HELP = re.compile(r"##\s*(.*)$")
_INCLUDE = re.compile(r"-?s?include\s")
_GUARD = re.compile(
    r"(?:command -v|which|type|hash|test|\[)\s[^;]*?\|\|\s*(?:exit\b|[{(].*\bexit\b[^;]*;?\s*[})]$)"
)
"""A recipe's line that only ends it where something is missing."""
_CALL = re.compile(r"\$[({](?:info|warning|error|eval|call|foreach)\b")
"""A line that is but a call of a function of make: no rule, and no command of a recipe."""
_DEFINE = re.compile(r"\s*(?:override\s+|export\s+)*define\b")
_SPECIAL = re.compile(r"\.[A-Z_]+$")
_RECIPE_NAME = re.compile(r"@?([A-Za-z_][\w-]*)")
_WITH_ARGUMENTS = re.compile(r"\(\s*([A-Za-z_][\w-]*)[^()]*\)")
"""A recipe that one of just needs, called with arguments."""
_REFERENCE = re.compile(r"\$(?:\((\w+)\)|\{(\w+)\})")
_INDENT = re.compile(r"^ +(?=\S)")
_MOST_STEPS = 8
"""Command lines of one recipe that are facts."""


class _Target(NamedTuple):
    line: int
    end_line: int
    needs: str
    text: str
    inline: str
    """The command behind a semicolon on the line of the rule."""


def read_makefile(draft: RecordBuilder) -> None:
    """Read a Makefile, or a justfile, which is much like one; each target is a task."""
    lines = draft.lines
    if _is_justfile(draft):  # which may indent recipes by spaces
        lines = [_INDENT.sub("\t", row) for row in lines]
    _read_statements(draft, lines)
    for recipe in _recipe_lines(lines):
        draft.mention(command_mentions(recipe, anchored=True))
    for folder in include_folders(draft.source.text):
        draft.state(IncludeFolder(folder))


def _is_justfile(draft: RecordBuilder) -> bool:
    return draft.name.lower() == "justfile"


def _read_statements(draft: RecordBuilder, lines: list[str]) -> None:
    phony: set[str] = set()
    help_texts: dict[str, str] = {}  # that stand beside `.PHONY: target`
    targets: dict[str, _Target] = {}
    variables: dict[str, tuple[int, str]] = {}
    for line, end, row in _statements(lines):
        if match := _VARIABLE.match(row):
            variables.setdefault(match[1], (line, match[2]))
        elif not (_INCLUDE.match(row) or _CALL.match(row)) and (match := _RULE.match(row)):
            needs, _, inline = map(str.strip, match[3].partition("#")[0].partition(";"))
            if match[1].strip() == ".PHONY":
                phony.update(needs.split())
                help_texts |= _help(row, needs)
            elif not _VARIABLE.match(needs):  # else a variable for one target only
                spoken = _HELP.search(row)
                text = spoken[1] if spoken else comment_above(draft, line)
                for name in _names(draft, match[1]):
                    if not _SPECIAL.match(name) and "$" not in name:
                        found = _Target(line, end, needs, text, inline)
                        targets[name] = _joined(targets[name], found) if name in targets else found
    for name, (line, value) in variables.items():
        draft.add(name, Kind.CONSTANT, line, value=value, summary=comment_above(draft, line))
    for name, found in targets.items():
        target = found._replace(text=help_texts.get(name) or found.text)
        recipe = lines[target.line : target.end_line]
        _add_target(draft, name, target, is_phony=name in phony)
        needs = _WITH_ARGUMENTS.sub(r"\1", target.needs)
        needed = list(filter(targets.__contains__, needs.split()))
        beside = [f"\t{target.inline}"] if target.inline else []
        steps = _steps([*beside, *recipe], variables)
        _state_task(draft, name, target, needed, steps, is_phony=name in phony)


def _joined(first: _Target, other: _Target) -> _Target:
    """Return what two rules of one target say: it needs what both need, one has its recipe."""
    has_recipe = [bool(each.inline) or each.end_line > each.line for each in (first, other)]
    told = other if has_recipe == [False, True] else first
    needs = " ".join(filter(None, dict.fromkeys((first.needs, other.needs))))
    return told._replace(needs=needs, text=first.text or other.text)


def _names(draft: RecordBuilder, written: str) -> list[str]:
    """Return the targets of a rule; parameters follow the one name of a recipe of just."""
    if not _is_justfile(draft):
        return written.split()
    name = _RECIPE_NAME.match(written)
    return [name[1]] if name else []  # else an attribute


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


def _state_task(
    draft: RecordBuilder,
    name: str,
    target: _Target,
    needed: list[str],
    steps: list[str],
    *,
    is_phony: bool,
) -> None:
    """State a target as a task, what it needs first: those of its needs that are targets."""
    program = "just" if _is_justfile(draft) else "make"
    runs = target.text or next(iter(steps), f"{program} {target.needs}" if target.needs else "")
    is_file = any(mark in name for mark in "./%")
    if (runs or target.end_line > target.line) and (is_phony or target.text or not is_file):
        before = [f"{program} {' '.join(needed)}"] if needed else []
        draft.state(Task(name, f"{program} {name}", runs, target.line, (*before, *steps)))


def _steps(recipe: list[str], variables: Mapping[str, tuple[int, str]]) -> list[str]:
    """Return the lines of a recipe that do something: no comments, no messages, no script."""
    if recipe and recipe[0].lstrip().startswith("#!"):
        return []
    steps: list[str] = []
    for rows in _recipe_lines(recipe):
        command = " ".join(row.text.removesuffix("\\").strip() for row in rows)
        if command and not _is_quiet(command):
            steps.append(command)
    return [_expanded(step, variables) for step in steps[:_MOST_STEPS]]


def _is_quiet(command: str) -> bool:
    is_said = command.startswith(("#", "echo "))
    return bool(is_said or _GUARD.match(command) or _CALL.match(command))


def _expanded(command: str, variables: Mapping[str, tuple[int, str]]) -> str:
    """Put in what variables hold that the file sets to a plain text."""

    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        if name == "MAKE":
            return "make"
        text = variables.get(name, (0, ""))[1].partition("#")[0].strip()
        return text if text and "$" not in text and not text.endswith("\\") else match[0]

    return _REFERENCE.sub(value, command)


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
