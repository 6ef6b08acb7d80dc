"""Prose of the repository's people, as HTML of one page.

Parsing depends on the text alone and is remembered: a summary stands on the page of its file, on
keyword pages of each folder above it, and in the index. Links depend on the page and are resolved
each time.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from mkdocs_repodoc.html.code.code_fences import plain_text
from mkdocs_repodoc.html.prose.cross_references import CrossReferences
from mkdocs_repodoc.html.prose.heading_anchors import pair_headings
from mkdocs_repodoc.html.prose.markdown_html import markdown_html, markdown_phrase
from mkdocs_repodoc.html.prose.restructured_text import restructured_html, restructured_phrase
from mkdocs_repodoc.model.blocks import Document, Prose
from mkdocs_repodoc.rendering.render_context import RenderContext

_PLAIN_PHRASE = re.compile(r"[^\\`*_\[\]<>&!~|:\n]*")
"""Text in which neither markup language sees anything."""
_CODE_PHRASE = re.compile(r"(?:[^\\`*_\[\]<>&!~|:\n]|`[^`\n]+`(?!`))*")
_DOCUMENTS = frozenset({"markdown", "jupyter"})
"""Languages whose Markdown may hold raw HTML."""
_CODE_SPAN = re.compile(r"`([^`\n]+)`")


class ProseRenderer:
    """Renders the prose of one page.

    Args:
        context: Tells which files are Markdown, where raw HTML is markup.
        references: Resolves links for the page.
    """

    def __init__(self, context: RenderContext, references: CrossReferences) -> None:
        self._context = context
        self._references = references

    def render(self, prose: Prose) -> Markup:
        """Return prose as a phrase or as blocks, as it asks; broken markup never raises."""
        if prose.inline:
            html = phrase_html(prose.text, prose.markup)
        else:
            html = _remembered_html(
                prose.text, prose.markup, prose.heading_level, raw_html=self._may_hold_html(prose)
            )
        return self._references.resolve(html, prose.path, prose.scope, marked=prose.references)

    def render_document(self, document: Document) -> Markup:
        """Return a document whose headings are those of its file's outline.

        It is not remembered: it is shown once, and would push out a thousand summaries.
        """
        prose = document.prose
        html = block_html(
            prose.text, prose.markup, prose.heading_level, raw_html=self._may_hold_html(prose)
        )
        html, anchors = pair_headings(html, document.headings)
        return self._references.resolve(html, prose.path, prose.scope, anchors=anchors)

    def _may_hold_html(self, prose: Prose) -> bool:
        return self._context.queries.language(prose.path) in _DOCUMENTS


def phrase_html(text: str, markup: str) -> str:
    """Render a phrase; most of them have no markup or only code spans in it."""
    text = " ".join(text.split("\n")).strip()
    if markup == "plain" or _PLAIN_PHRASE.fullmatch(text):
        return str(escape(text))
    if markup == "markdown" and _CODE_PHRASE.fullmatch(text):
        parts = _CODE_SPAN.split(text)
        parts[::2] = [str(escape(part)) for part in parts[::2]]
        parts[1::2] = [f"<code>{escape(part.strip() or part)}</code>" for part in parts[1::2]]
        return "".join(parts)
    return _parsed_phrase(text, markup)


@lru_cache(maxsize=16384)
def _parsed_phrase(text: str, markup: str) -> str:
    if markup == "rst":
        return restructured_phrase(text)
    return markdown_phrase(text)


@lru_cache(maxsize=512)
def _remembered_html(text: str, markup: str, heading_level: int, *, raw_html: bool) -> str:
    return block_html(text, markup, heading_level, raw_html=raw_html)


def block_html(text: str, markup: str, heading_level: int, *, raw_html: bool) -> str:
    """Render paragraphs and other blocks."""
    if markup == "markdown":
        return markdown_html(text, raw_html=raw_html, heading_level=heading_level)
    if markup == "rst":
        try:
            return restructured_html(text, heading_level)
        except Exception:  # noqa: BLE001  # docutils raises nearly anything on hostile input
            return plain_text(text)
    return plain_text(text)
