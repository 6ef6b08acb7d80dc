"""The strip of facts below a file's title: what it is written in, how long, how used."""

from __future__ import annotations

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import PageLink, Phrase, Strip, WebLink
from mkdocs_repodoc.model.sections import TESTING_USAGE
from mkdocs_repodoc.pages.file.using_files import Users
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import dimensions, short_size
from mkdocs_repodoc.repository_urls import forge_name
from mkdocs_repodoc.text.english import count

_NO_LANGUAGES = frozenset({"symlink", "submodule", ""})


def fact_strip(view: FileView, users: Users) -> Strip:
    """Return the facts that fit on a line; `File Metadata` has the others.

    Args:
        view: The file.
        users: Who uses it.
    """
    source, outline = view.file.source, view.outline
    length = outline.lines.total
    extent = count(length, "line") if length else short_size(source.size)
    named = source.language not in _NO_LANGUAGES
    title = f"{language_named(source.language).title}, " if named else ""
    items: list[Phrase] = [(f"{title}{extent}",)]
    if source.origin:
        items.append((source.origin,))
    if written := dimensions(outline.image):
        items.append((written,))
    for verb, number in (("used", len(users.others)), ("tested", len(users.tests))):
        if number:
            text = f"{verb} by {count(number, 'file')}"
            items.append((PageLink(text, view.uri, TESTING_USAGE.anchor),))
    if exercised := view.context.repository.links.tested_by.get(view.path):
        text = f"tests {count(len(exercised), 'file')}"
        items.append((PageLink(text, view.uri, TESTING_USAGE.anchor),))
    if url := view.context.source_url(view.path):
        items.append((WebLink(f"View on {forge_name(url)}", url),))
    return Strip(tuple(items))
