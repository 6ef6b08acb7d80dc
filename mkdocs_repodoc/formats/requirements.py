"""Pip's requirement files: the packages asked for, the other files taken in."""

from __future__ import annotations

import re

from mkdocs_repodoc.formats.record_builder import RecordBuilder
from mkdocs_repodoc.model.records import Import

REQUIREMENT = re.compile(r"([A-Za-z0-9][\w.-]*)\s*(\[[^\]]*\])?\s*((?:@|[<>=!~(]).*?|)\s*(;.*)?$")
_FILE = re.compile(r"(?:-r|-c|--requirement|--constraint)[\s=]+(\S+)")
_EDITABLE = re.compile(r"(?:-e|--editable)[\s=]+(\S+)")
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
        elif match := _EDITABLE.match(text):
            draft.fact("dependency", match[1])
        elif text and not text.startswith("-") and "://" not in text.partition(" ")[0]:
            if match := REQUIREMENT.match(text):
                version = " ".join(part for part in (match[2], match[3], match[4]) if part)
                draft.add(
                    match[1], "dependency", start + 1, end_line=number, signature=version.strip()
                )
                draft.fact("dependency", text)
            elif not text.startswith(("<", ".", "/")):
                draft.problem(start + 1, f"Not a requirement: {text[:60]!r}.")
    draft.imports = tuple(imports)
