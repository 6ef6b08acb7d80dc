"""The book's chapter for contributors, from the repository's own files and commands."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.blocks import Block, Item, Items, Note, Prose
from mkdocs_repodoc.pages.book.overview_chapters import opening
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_index import README_MARKUPS
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.folder_commands import command_table, commands_in
from mkdocs_repodoc.paths import name_of

_LENGTH = 20_000
_GUIDES = re.compile(
    r"(?:contributing|contributors|code_of_conduct|security|governance|support|maintainers|"
    r"codeowners|hacking|developing|development|release|releasing|pull_request_template|"
    r"changelog|changes|history|news)(?:\.\w+)?",
    re.IGNORECASE,
)
_GUIDE_FOLDERS = ("", ".github", "docs", "doc", ".gitlab")


def contributing(context: PageContext) -> tuple[Block, ...]:
    """Return the contributor's guide, related documents, and the commands that are defined."""
    guides = _guides(context)
    blocks: list[Block] = []
    main = next((path for path in guides if _name(path).lower().startswith("contributing")), "")
    if main:
        blocks += _guide(context, main)
    others = [path for path in guides if path != main]
    if others:
        items = []
        for path in others:
            summary = summaries.of_file(context, path)
            link = page_links.to_file(context, path)
            items.append(Item((link, ": ", *summary) if summary else (link,)))
        blocks.append(Items(tuple(items), title="Documents on working together"))
    if commands := commands_in(context, ""):
        blocks.append(command_table(commands))
    return tuple(blocks)


def _guides(context: PageContext) -> list[str]:
    return [
        path
        for folder in _GUIDE_FOLDERS
        if folder in context.repository.folders
        for path in context.repository.folders[folder].files
        if _GUIDES.fullmatch(_name(path))
    ]


def _name(path: str) -> str:
    return name_of(path)


def _guide(context: PageContext, path: str) -> list[Block]:
    file = context.repository.files[path]
    if file.source.kind != "text":
        return []
    text = context.read_text(path).text.strip()
    shown = opening(text, _LENGTH)
    if not shown:
        return []
    markup = README_MARKUPS.get(file.source.language, "plain")
    blocks: list[Block] = [Prose(shown, markup, path, heading_level=2)]
    if len(shown) < len(text):
        blocks.append(Note("info", ("This is how ", page_links.to_file(context, path), " begins.")))
    return blocks
