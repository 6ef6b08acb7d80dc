"""Pip's requirement files: the packages asked for, the other files taken in."""

from __future__ import annotations

import re

from packaging.requirements import InvalidRequirement, Requirement

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import

_FILE = re.compile(r"(?:-r|-c|--requirement|--constraint)[\s=]+(\S+)")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_HASH = re.compile(r"\s--hash=\S+|\s\\$")


def read_requirements(draft: RecordBuilder) -> None:
    """Read a requirements file."""
    imports: list[Import] = []
    number = 0
    while number < len(draft.lines):
        start = number
        row = draft.lines[number]
        while row.rstrip().endswith("\\") and number + 1 < len(draft.lines):
            number += 1
            row = f"{row.rstrip()[:-1]} {draft.lines[number].strip()}"
        number += 1
        text = _HASH.sub("", _COMMENT.sub("", row)).strip()
        if match := _FILE.match(text):
            imports.append(Import(match[1], line=start + 1))
        elif text and not text.startswith("-") and "://" not in text.partition(" ")[0]:
            _add(draft, text, start + 1, number)
    draft.imports = tuple(imports)


def _add(draft: RecordBuilder, text: str, line: int, end_line: int) -> None:
    try:
        name = Requirement(text).name
    except InvalidRequirement:
        if not text.startswith(("<", ".", "/")):  # a path, or what a template fills in
            draft.problem(line, f"Not a requirement: {text[:60]!r}.")
        return
    draft.add(name, Kind.DEPENDENCY, line, end_line=end_line, signature=text.removeprefix(name))
