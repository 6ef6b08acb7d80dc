"""Dockerfiles: stages, build arguments, and what the image holds and runs."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.build_files.docker_files import ImageFiles
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind

_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)$")
_FROM = re.compile(r"(?:--\S+\s+)*(\S+)(?:\s+[Aa][Ss]\s+(\S+))?")
_HEREDOC = re.compile(r"<<-?[\"']?(\w+)[\"']?")


def read_dockerfile(draft: RecordBuilder) -> None:
    """Read a Dockerfile."""
    instructions = _instructions(draft.lines)
    starts = [line for word, _, line in instructions if word == "FROM"]
    files = ImageFiles()
    names: set[str] = set()
    stage = ""
    for word, rest, line in instructions:
        if word == "FROM" and (match := _FROM.match(rest)):
            end = next((start - 1 for start in starts if start > line), len(draft.lines))
            stage = match[2] or f"stage {len(names)}"
            _add_stage(draft, stage, match[1], line, end)
            names.add(stage)
            files.begin(stage, match[1])
        elif word == "ARG":
            _add_argument(draft, stage, rest, line)
        else:
            _read_files(draft, files, word, rest, line)
    if not starts and draft.source.text.strip():
        draft.problem(0, "The Dockerfile has no FROM instruction.")


def _add_stage(draft: RecordBuilder, name: str, base: str, line: int, end: int) -> None:
    summary = comment_above(draft, line)
    draft.add(name, Kind.STAGE, line, end_line=end, signature=f"from {base}", summary=summary)


def _add_argument(draft: RecordBuilder, stage: str, text: str, line: int) -> None:
    name, _, value = text.partition("=")
    shown = name.strip()
    label = f"{stage}.{shown}" if stage else shown
    summary = comment_above(draft, line)
    draft.add(label, Kind.OPTION, line, shown=shown, value=value, summary=summary)


def _read_files(draft: RecordBuilder, files: ImageFiles, word: str, rest: str, line: int) -> None:
    if word == "WORKDIR":
        files.enter(rest)
    elif word in {"COPY", "ADD"}:
        draft.mention(files.copy(rest, line))
    elif word in {"RUN", "ENTRYPOINT", "CMD"}:
        draft.mention(files.run(rest, line))


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
