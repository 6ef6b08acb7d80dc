"""A section of AGENTS.md: the commands that a repository shows to be right, and its layout.

Nothing else is put there. Agents read such a file before each task: what they can find out by a
look at the code only costs them, and what is not proven leads them astray.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.query.replies.overview_reply import CommandEntry, FolderEntry
from mkdocs_repodoc.text.english import count, shortened

_BEGIN = "<!-- Made by `mkdocs-repodoc agents`, which replaces it. -->"
_END = "<!-- End of what `mkdocs-repodoc agents` has made. -->"
_SUMMARY = 120
_EXPRESSION = "${{"
"""What a CI service replaces: a command with it is no command that anybody else can run."""


def agents_section(commands: Iterable[CommandEntry], folders: Iterable[FolderEntry]) -> str:
    """Return the section.

    Args:
        commands: The commands, those first that matter most.
        folders: The folders at the top.
    """
    return "\n".join([_BEGIN, *_commands(commands), *_layout(folders), _END, ""])


def _commands(commands: Iterable[CommandEntry]) -> Iterator[str]:
    rows = [
        [
            md.code(each.command),
            md.escaped(each.purpose),
            md.code(f"{each.path}:{each.line}" if each.line else each.path),
        ]
        for each in commands
        if _EXPRESSION not in each.command
    ]
    if rows:
        yield from ("", "## Commands", "", md.table(("Command", "What it does", "Shown by"), rows))


def _layout(folders: Iterable[FolderEntry]) -> Iterator[str]:
    entries = []
    for each in folders:
        said = md.escaped(shortened(each.summary, _SUMMARY)) or count(each.files, "file")
        entries.append(f"- {md.code(f'{each.path}/')}: {said}")
    if entries:
        yield from ("", "## Layout", "", *entries, "")


def put_into(file: Path, section: str) -> bool:
    """Put the section into a file, in the place of the one before; return whether that changed it.

    Args:
        file: The file; made if there is none.
        section: The section.

    Raises:
        RepodocError: The file has the beginning of a section and no end.
    """
    before = file.read_text("utf-8") if file.exists() else ""
    head, found, rest = before.partition(_BEGIN)
    if found:
        _, ended, tail = rest.partition(f"{_END}\n")
        if not ended:
            raise RepodocError(f"{file} has the beginning of a section and no end: {_END}")
        after = head + section + tail
    else:
        after = f"{head.rstrip()}\n\n{section}".lstrip() if head.strip() else section
    if after != before:
        file.write_text(after, "utf-8")
    return after != before
