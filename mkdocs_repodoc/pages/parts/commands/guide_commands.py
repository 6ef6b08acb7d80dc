"""Set-up as the guide for contributors writes it, for repositories that declare it nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.insight.changing.prerequisites import GUIDES
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.commands.command import Command, evidence
from mkdocs_repodoc.pages.parts.commands.missing_scripts import missing_scripts
from mkdocs_repodoc.text.code_blocks import Block, BlockMarks, CodeLine, code_blocks

_SET_UP = re.compile(
    r"\bset(?:ting)?[ -]?up\b|\binstall(?:ing|ation)?\b|\bget(?:ting)? started\b|\bbootstrap\b"
    r"|\b(?:development|local|dev) environment\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(r"issue|problem|trouble|error|fail", re.IGNORECASE)
"""In a heading: what follows mends something, once."""
_MARKUPS = {"markdown": "markdown", "restructuredtext": "rst"}
_FETCHES = re.compile(
    r"git (?:clone|checkout|switch|branch|fetch|pull|remote|config)\b|gh repo\b|cd\s+[\w./-]+$|#"
)
"""Lines that every repository needs, or that say nothing to a shell."""
_REFUSED = re.compile(r"[^'\"`$#]*?(?<!\bif)(?<!\bwhile)(?<!\btime)[\w/.]\s+\((?!\))")
"""A bracket behind a word, which no shell takes: such a line is the output of a command."""
_COMMAND = re.compile(
    r"(?!(?:import|from)\s)(?:[A-Za-z_]\w*=\S*\s+)*[\w.$/~][\w./+@-]*(?:\s+(?![=(]).*)?$"
)
"""A line for a shell; a message or a statement of another language is none."""
_REMARK = re.compile(r"\s#\s.*")
_STEP = re.compile(
    r"\s*(?:\d+[.)]\s+(?:\w+,? ){0,3}?[Rr]un:? `(?P<command>[^`]+)`"
    r"|\d+[.)]\s+`(?P<item>[a-z.][\w./-]* [^`<>]+)`(?:\s*\(|\s*$))"
)
"""A step that says what to run, or that is a command line; items without numbers may be choices."""
_MOST_LINES = 4


@derived
def _shell_marks() -> BlockMarks:
    scripts = (name for name, language in LANGUAGES.items() if language.is_script)
    return BlockMarks(
        frozenset({*scripts, "sh", "bash", "zsh", "console", ""}),
        frozenset({"prompt"}),
        ("$ ", "> "),
    )


def guide_commands(context: PageContext) -> Iterator[Command]:
    """Yield the first block of commands under a heading on set-up in a guide for contributors."""
    for path, file in context.repository.files.items():
        if GUIDES.fullmatch(path) and (block := _first_block(context, file)):
            line = " && ".join(_REMARK.sub("", each.code).strip() for each in block)
            shown_by = evidence(context, path, block[0].line)
            yield Command(line, ("As the guide for contributors says",), shown_by, "set up")
            return


def _first_block(context: PageContext, file: RepoFile) -> Block:
    """Return the commands of the first block or list that has some."""
    parts = [
        range(symbol.line, symbol.end_line + 1)
        for symbol in file.outline.symbols
        if symbol.kind == Kind.HEADING
        and _SET_UP.search(symbol.name)
        and not _TROUBLE.search(symbol.name)
    ]
    if not parts:
        return []
    found = (_fenced(context, file, parts), _listed(context, file, parts))
    return min(filter(None, found), key=lambda block: block[0].line, default=[])


def are_commands(block: Block) -> bool:
    """Tell whether all lines of a block may be commands, remarks aside."""
    lines = [each.code.strip() for each in block]
    commands = [line for line in lines if not line.startswith("#")]
    return all(_COMMAND.match(line) and not _REFUSED.match(line) for line in commands)


def guide_blocks(context: PageContext, file: RepoFile) -> list[Block]:
    """Return the blocks of a document that hold lines for a shell, remarks included."""
    markup = _MARKUPS.get(file.source.language, "")
    return code_blocks(context.read_text(file.path).lines, markup, _shell_marks())


def _fenced(context: PageContext, file: RepoFile, parts: Sequence[range]) -> Block:
    """Return the commands of the first block of code, without those that fetch the code."""
    for block in guide_blocks(context, file):
        found = [each for each in block if not _FETCHES.match(each.code.strip())]
        is_short = 0 < len(found) <= _MOST_LINES and are_commands(found)
        if missing_scripts("\n".join(each.code for each in found), context.repository.files):
            continue
        if is_short and any(found[0].line in part for part in parts):
            return found
    return []


def _listed(context: PageContext, file: RepoFile, parts: Sequence[range]) -> Block:
    """Return the commands that the steps of a list have one run, section by section."""
    lines = context.read_text(file.path).lines
    for part in parts:
        numbers = [number for number in part if number <= len(lines)]
        steps = ((number, _STEP.match(lines[number - 1])) for number in numbers)
        found = [
            CodeLine(number, 0, match["command"] or match["item"])
            for number, match in steps
            if match
        ]
        is_known = not missing_scripts(
            "\n".join(each.code for each in found), context.repository.files
        )
        if 0 < len(found) <= _MOST_LINES and is_known:
            return found
    return []
