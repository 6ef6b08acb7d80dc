"""Code in Markdown: listings, samples, calls, excerpts, and the sections of symbols."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.insight.listed_lines import listed_lines
from mkdocs_repodoc.languages.registry import session_of
from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.markdown.markdown_lists import facts, fields
from mkdocs_repodoc.markdown.markdown_phrases import MarkdownPhrases
from mkdocs_repodoc.model.blocks import (
    Call,
    DocBlock,
    Excerpt,
    Listing,
    Sample,
    SymbolBlock,
)
from mkdocs_repodoc.rendering.render_context import RenderContext

_WINDOW = 2
"""Lines shown before and after a call."""
_LONGEST_CALL = 12
_TAG = re.compile(r"<[^>]*>")


class MarkdownCode:
    """Renders the code of one page.

    Args:
        context: The repository and its pages.
        phrases: Renders what is said beside it.
        typed: Breaks long signatures.
    """

    def __init__(
        self, context: RenderContext, phrases: MarkdownPhrases, typed: TypedRenderer
    ) -> None:
        self._context = context
        self._phrases = phrases
        self._typed = typed

    def sample(self, block: Sample) -> list[str]:
        """Return a stretch of code."""
        language = session_of(block.text) or block.language
        return [*self._phrases.blocks(block.title), md.fence(block.text, language)]

    def call(self, block: Call) -> list[str]:
        """Return the lines around a call."""
        lines = self._context.queries.lines(block.path)
        first = max(block.line - _WINDOW, 1)
        end = min(block.end_line, block.line + _LONGEST_CALL - 1) + _WINDOW
        shown = _moved_left(lines[first - 1 : end])
        language = self._context.queries.language(block.path)
        return [*self._phrases.blocks(block.title), md.fence(shown.strip("\n"), language)]

    def excerpt(self, block: Excerpt) -> list[str]:
        """Return lines of a file, with a mark where some are left out."""
        lines = self._context.queries.lines(block.path)
        first, last = block.ranges[0][0], block.ranges[-1][1]
        moved = _moved_left(lines[first - 1 : last]).split("\n")
        stretches = [
            "\n".join(moved[start - first : end + 1 - first]) for start, end in block.ranges
        ]
        code = ("\n…\n" if block.has_gaps else "\n").join(stretches)
        language = self._context.queries.language(block.path)
        return [*self._phrases.blocks(block.title), md.fence(code, language)]

    def listing(self, block: Listing) -> list[str]:
        """Return the source of a file, as far as its page lists it."""
        file = self._context.queries.file(block.path)
        assert file is not None  # noqa: S101 - a page lists its own file
        limit = self._context.settings.listing_limit
        shown = listed_lines(file, limit, self._context.queries.read_text)
        anchors = "".join(md.anchor(name) for _, name in block.anchors)
        total = file.outline.lines.total
        cut = [f"The first {len(shown):,} of {total:,} lines:"] if len(shown) < total else []
        return [
            *([anchors] if anchors else []),
            *cut,
            md.fence("\n".join(shown), file.source.language),
        ]

    def symbol(self, block: SymbolBlock) -> list[str]:
        """Return the section of a symbol."""
        return [
            *md.heading(block.level, md.code(block.name), block.anchor),
            self._about(block),
            *self._signature(block),
            *(each for part in block.documentation for each in self._documentation(part)),
            *facts(block.facts, self._phrases),
            *(each for call in block.calls for each in self.call(call)),
        ]

    def _about(self, block: SymbolBlock) -> str:
        said = [md.escaped(each) for each in (block.kind, *block.labels)]
        said.append(self._phrases.link(block.lines))
        if block.forge is not None:
            said.append(self._phrases.web_link(block.forge))
        return " · ".join(said)

    def _signature(self, block: SymbolBlock) -> list[str]:
        lines = [f"@{each.text}" for each in block.decorators]
        short = block.name.rpartition(".")[2]
        if block.signature is not None:
            lines.append(_plain(self._typed.signature(block.signature, short, block.kind)))
        elif lines:  # decorators stand above something
            lines.append(f"class {short}" if block.kind == "class" else short)
        language = self._context.queries.language(block.symbol.path)
        return [md.fence("\n".join(lines), language)] if lines else []

    def _documentation(self, part: DocBlock) -> list[str]:
        return [
            *([f"**{md.escaped(part.title)}**"] if part.title else []),
            *(self._phrases.prose(part.text) if part.text is not None else []),
            *fields(part.fields, self._phrases),
        ]


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _moved_left(lines: Sequence[str]) -> str:
    """Return lines without the margin that all have in common."""
    margin = min((len(each) - len(each.lstrip()) for each in lines if each.strip()), default=0)
    return "\n".join(each[margin:] for each in lines)
