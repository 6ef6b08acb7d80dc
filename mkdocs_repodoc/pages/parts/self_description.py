"""The project's description of itself in a manifest, where the README does not say it, too."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.inline import Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.document_opening import document_opening

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""First letters by which words that only end otherwise are taken for one."""
_SAME = 0.5
"""Share of the description's words that the README has, from which on it says as much."""


def description_beyond_readme(context: PageContext) -> Phrase:
    """Return the project's description and the file that has it.

    Returns:
        A sentence beside the README, the description itself where no README tells anything;
        nothing where the README's first paragraphs say as much.
    """
    project = context.repository.project
    opening = _readme_opening(context)
    if not project.description or _says_as_much(opening, project.description):
        return ()
    link: Phrase = ()
    if project.source in context.repository.files:
        link = (page_links.to_file(context, project.source),)
    words = project.description.rstrip(".")
    if not opening:
        return (words, " (", *link, ").") if link else (f"{words}.",)
    said_by: Phrase = (*link, " describes it as “") if link else ("It is described as “",)
    return (*said_by, words, "”.")


def _readme_opening(context: PageContext) -> str:
    file = context.repository.files.get(context.repository.folders[""].readme)
    if file is None or file.source.kind != "text":
        return ""
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    return document_opening(context.read_text(file.path).text, markup)


def _says_as_much(opening: str, description: str) -> bool:
    words = _stems(description)
    return bool(words) and len(words & _stems(opening)) >= _SAME * len(words)


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}
