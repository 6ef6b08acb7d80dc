"""The book's chapter for contributors, from the repository's own guide and tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.tools.common_tools import HOOKS_PROGRAM, RUN_HOOKS
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Paragraph, Prose
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.recent_additions import recent_additions
from mkdocs_repodoc.pages.book.changing.where_to_add import where_to_add_elsewhere
from mkdocs_repodoc.pages.book.own_words import without_title
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.commands.command import Command
from mkdocs_repodoc.pages.parts.commands.defined_commands import defined_commands
from mkdocs_repodoc.pages.parts.commands.missing_scripts import missing_in_guide
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.document_parts.guide_sections import without_side_sections
from mkdocs_repodoc.text.document_parts.readme_text import (
    opening,
    without_link_rows,
    without_loose_end,
)
from mkdocs_repodoc.text.english import and_more
from mkdocs_repodoc.text.legal_text import without_legal_text

_LENGTH = 3_500
_WHOLE = 5_000
"""Characters of a guide that is shown to its end, as little of it would be left."""
_GUIDES = re.compile(
    r"(?:contributing|contributors|code_of_conduct|security|governance|support|maintainers|"
    r"codeowners|hacking|developing|development|release|releasing|pull_request_template)(?:\.\w+)?",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"contributing\b", re.IGNORECASE)
"""Names of the guide itself; a file of contributors is a list of names, or an agreement."""
_USUAL = re.compile(
    r"\b(?:install|setup|bootstrap|build|test|tests|lint|format|fmt|check|dev|docs?"
    rf"|{HOOKS_PROGRAM})$|{RUN_HOOKS}"
)
"""Ends of the command lines that are told first."""
_GUIDE_FOLDERS = ("", ".github", "docs", "doc", ".gitlab")


def contributing(view: BookView) -> tuple[Block, ...]:
    """Return the contributor's guide, the tasks that are defined, and related documents."""
    guides = _guides(view)
    files = view.context.repository.files
    main = next((path for path in guides if _HOW_TO.match(files[path].name)), "")
    blocks: list[Block] = [*_guide(view, main)] if main else []
    blocks += recent_additions(view)
    blocks += where_to_add_elsewhere(view)
    blocks += _tasks(view)
    items = []
    for path in guides:
        if path != main:
            summary = describe_file(view.context, path)
            link = page_links.to_file(view.context, path)
            items.append(Item((link, ": ", *summary) if summary else (link,)))
    if items:
        blocks.append(Items(tuple(items), title="Documents on working together"))
    return tuple(blocks)


def _guides(view: BookView) -> list[str]:
    folders = view.context.repository.folders
    files = view.context.repository.files
    return [
        path
        for folder in _GUIDE_FOLDERS
        if folder in folders
        for path in folders[folder].files
        if _GUIDES.fullmatch(files[path].name)
    ]


def _guide(view: BookView, path: str) -> tuple[Block, ...]:
    """Return how the contributor's guide begins, and where it goes on."""
    file = view.context.repository.files[path]
    if file.source.kind != "text":
        return ()
    text = without_title(without_link_rows(view.context.read_text(path).text))
    told = without_side_sections(without_legal_text(text))
    limit = _WHOLE if len(told) <= _WHOLE else _LENGTH
    shown = without_loose_end(opening(told, limit))
    if not shown:
        return ()
    prose = Prose(shown, DOCUMENT_MARKUPS.get(file.source.language, "plain"), path, heading_level=2)
    said = _missing(missing_in_guide(shown, view.context.repository.files))
    if len(shown) == len(text.strip()):
        return (prose, *said)
    rest = page_links.to_file(view.context, path)
    return (prose, *said, Paragraph(("The guide goes on in ", rest, ".")))


def _missing(scripts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Say which scripts that the guide names are not there."""
    if not scripts:
        return ()
    names = joined([Code(name) for name in scripts], last=" and ")
    return (Paragraph(("The guide names ", *names, ", which the repository does not have.")),)


def _tasks(view: BookView) -> tuple[Block, ...]:
    """List what makefiles, task runners and their like offer to those who work on the code."""
    commands = sorted(defined_commands(view.context, ""), key=_is_special)
    items = [
        Item((Code(each.line), ": ", *each.purpose, " (", each.evidence, ")"))
        for each in commands[: book_caps.BOOK_TASKS]
    ]
    if more := and_more(len(commands) - len(items), "task"):
        items.append(Item((more,)))
    return (Items(tuple(items), title="Tasks"),) if items else ()


def _is_special(command: Command) -> bool:
    """Tell whether a task is none of those that every contributor needs."""
    return not _USUAL.search(command.line)
