"""Dockerfiles: stages, build arguments, and what the image runs."""

from __future__ import annotations

import re

from mkdocs_repodoc.analysis.formats.draft import Draft
from mkdocs_repodoc.analysis.formats.keys import comment_above
from mkdocs_repodoc.model.records import Import

_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)$")
_FROM = re.compile(r"(?:--\S+\s+)*(\S+)(?:\s+[Aa][Ss]\s+(\S+))?")
_HEREDOC = re.compile(r"<<-?[\"']?(\w+)[\"']?")


def read_dockerfile(draft: Draft) -> None:
    """Read a Dockerfile."""
    instructions = _instructions(draft.lines)
    starts = [line for word, _, line in instructions if word == "FROM"]
    names: set[str] = set()
    imports: list[Import] = []
    stage = ""
    for word, rest, line in instructions:
        if word == "FROM" and (match := _FROM.match(rest)):
            end = next((start - 1 for start in starts if start > line), len(draft.lines))
            stage = match[2] or f"stage {len(names)}"
            draft.add(
                stage,
                "stage",
                line,
                end_line=end,
                signature=f"from {match[1]}",
                summary=comment_above(draft, line),
            )
            if match[1] not in names and match[1] != "scratch":
                draft.fact("image", match[1])
            names.add(stage)
        elif word == "ARG":
            name, _, value = rest.partition("=")
            label = f"{stage}.{name.strip()}" if stage else name.strip()
            draft.add(
                label,
                "option",
                line,
                shown=name.strip(),
                value=value,
                summary=comment_above(draft, line),
            )
        elif word in {"EXPOSE", "ENTRYPOINT", "CMD"}:
            draft.fact(word.lower(), rest)
    draft.imports = tuple(imports)
    if not starts and draft.source.text.strip():
        draft.problem(0, "The Dockerfile has no FROM instruction.")


def _instructions(lines: list[str]) -> list[tuple[str, str, int]]:
    """Return instruction, its arguments on one line, and its line."""
    found: list[tuple[str, str, int]] = []
    number = 0
    while number < len(lines):
        start = number
        row = lines[number]
        number += 1
        if row.lstrip().startswith("#") or not (match := _INSTRUCTION.match(row)):
            continue
        parts = [match[2].rstrip()]
        while parts[-1].endswith("\\") and number < len(lines):
            more = lines[number].strip()
            number += 1
            if not more.startswith("#"):
                parts.append(more)
        rest = " ".join(part.removesuffix("\\").rstrip() for part in parts)
        for heredoc in _HEREDOC.findall(rest):
            while number < len(lines) and lines[number].strip() != heredoc:
                number += 1
            number += 1
        found.append((match[1].upper(), rest, start + 1))
    return found
