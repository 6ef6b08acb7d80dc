"""Commands for tests as a guide of the repository writes them, each with what it says of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.prerequisites import GUIDES
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.pages.parts.commands.guide_commands import are_commands, guide_blocks
from mkdocs_repodoc.pages.parts.commands.missing_scripts import missing_scripts
from mkdocs_repodoc.text.english import shortened

_TESTS = re.compile(r"\b(?:unit|integration|run(?:ning)?)?[ -]?test(?:s|ing)?\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*#+\s+(?P<said>.*\w.*)")
_ROW = re.compile(
    r"\s*(?:\|\s*|[-*+]\s+|\d+[.)]\s+)(?:(?P<before>\w[^`|:]{2,60}):\s*)?`(?P<command>[^`]+)`"
    r"\s*(?:[|:]\s*(?P<after>\w[^`|]{2,80}?))?\s*\|?\s*$"
)
"""A row of a table or list that is a command, with words on it."""
_LONGEST = 80
_USE = re.compile(r"(?:, (?:use|run|type|execute))?:$")
"""The end of a sentence that leads to a command."""
_STARTS = re.compile(r"\w|\.{1,2}/")
_BARE = re.compile(r"\.?/?[\w.-]+$")
"""One word alone, which may name anything."""


class GuidedCommand(NamedTuple):
    """A command of a guide."""

    line: int
    command: str
    said: str
    """What the guide says of it; may be empty."""


def guided_tests(context: PageContext, known: Collection[str]) -> Phrase:
    """Return the sentence on the commands of the first guide with a part on tests.

    Args:
        context: Where the files are known.
        known: Command lines that are told anyhow; the guide may still say more of them.
    """
    for path, file in context.repository.files.items():
        if not GUIDES.fullmatch(path):
            continue
        found = [
            each for each in _commands(context, file) if each.said or each.command not in known
        ]
        shown = found[: operation_caps.GUIDED_TESTS]
        parts: list[Phrase] = [
            (Code(each.command), f" ({each.said})" if each.said else "") for each in shown
        ]
        if parts:
            listed = [inline for each in parts for inline in (", ", *each)][1:]
            return (evidence(context, path, shown[0].line), " says: ", *listed)
    return ()


def _commands(context: PageContext, file: RepoFile) -> Iterator[GuidedCommand]:
    """Yield the commands below headings on tests, each once."""
    parts = [
        range(symbol.line, symbol.end_line + 1)
        for symbol in file.outline.symbols
        if symbol.kind == Kind.HEADING and _TESTS.search(symbol.name)
    ]
    lines = context.read_text(file.path).lines
    found = [*_fenced(context, file), *_rows(lines)] if parts else []
    told: set[str] = set()
    for each in sorted(found):
        is_here = any(each.line in part for part in parts) and each.command not in told
        if is_here and not missing_scripts(each.command, context.repository.files):
            told.add(each.command)
            yield each


def _fenced(context: PageContext, file: RepoFile) -> Iterator[GuidedCommand]:
    lines = context.read_text(file.path).lines
    for block in filter(are_commands, guide_blocks(context, file)):
        said = _introduction(lines[: block[0].line - 1])
        for each in block:
            if remark := _REMARK.match(each.code):
                text = remark["said"].strip().rstrip(".:")
                said = shortened(text, _LONGEST) if " " in text else ""
            elif _STARTS.match(each.code):
                yield GuidedCommand(each.line, each.code.strip(), said)
                said = ""


def _introduction(above: Sequence[str]) -> str:
    """Return what the line above a block says of it, if it leads to it."""
    rows = (each.strip() for each in reversed(above))
    said = next((each for each in rows if each and not each.startswith(("```", "~~~", ".."))), "")
    is_whole = said[:1].isupper() and said.endswith(":") and len(said) <= _LONGEST
    return _USE.sub("", said).replace("`", "") if is_whole else ""


def _rows(lines: Sequence[str]) -> Iterator[GuidedCommand]:
    for number, line in enumerate(lines, 1):
        match = _ROW.match(line)
        if match and _STARTS.match(match["command"]) and not _BARE.match(match["command"]):
            said = (match["before"] or match["after"] or "").strip()
            yield GuidedCommand(number, match["command"].strip(), said)
