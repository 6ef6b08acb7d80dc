"""Phrases: text with links, code, labels, types and prose in it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from mkdocs_repodoc.html.link_attributes import EXTERNAL, hover, href
from mkdocs_repodoc.html.prose.prose_html import ProseRenderer
from mkdocs_repodoc.html.type_expressions import TypedRenderer
from mkdocs_repodoc.model.blocks import (
    Code,
    Inline,
    PageLink,
    Phrase,
    Prose,
    Typed,
    WebLink,
)
from mkdocs_repodoc.rendering.addresses import WEB_SCHEMES, Addresses


class PhraseRenderer:
    """Renders the phrases of one page."""

    def __init__(self, addresses: Addresses, prose: ProseRenderer, typed: TypedRenderer) -> None:
        self._addresses = addresses
        self._prose = prose
        self._typed = typed

    def render(self, phrase: Phrase) -> Markup:
        """Return a phrase's HTML."""
        return Markup("".join([self._inline(part) for part in phrase]))

    def pairs(self, rows: Sequence[tuple[str, Phrase]]) -> list[tuple[str, Markup]]:
        """Return labels with the HTML of what stands behind each."""
        return [(label, self.render(value)) for label, value in rows]

    def link(self, link: PageLink) -> Markup:
        """Return a link; its text alone if the site has no such page."""
        text = f"<code>{escape(link.text)}</code>" if link.code else str(escape(link.text))
        url = self._addresses.page(link.uri, link.anchor)
        if url is not None:
            title = self._addresses.title_once(url, link.title)
            text = f"<a {href(url)}{hover(title)}>{text}</a>"
        return Markup(text)

    def web_link(self, link: WebLink) -> Markup:
        """Return a link that leaves the site; its text alone if it is no web address."""
        text = Markup("<code>{}</code>" if link.code else "{}").format(link.text)
        if not link.url.lower().startswith(WEB_SCHEMES):
            return text
        marks = f" {EXTERNAL}" if link.code else ""
        return Markup(f"<a{marks} {href(link.url)}{hover(link.title)}>{text}</a>")

    def _inline(self, part: Inline) -> str:
        if isinstance(part, str):
            return escape(part)
        if isinstance(part, PageLink):
            return self.link(part)
        if isinstance(part, Code):
            return f"<code>{escape(part.text)}</code>"
        if isinstance(part, Prose):
            return self._prose.render(part)
        if isinstance(part, Typed):
            return self._typed.render(part)
        return self.web_link(part) if isinstance(part, WebLink) else label(part.text)


def label(text: str) -> str:
    """Return a short mark."""
    css = '"rd-label rd-label--deprecated"' if text == "deprecated" else "rd-label"
    return f"<small class={css}>{escape(text)}</small>"


def has_blocks(phrase: Phrase) -> bool:
    """Return whether a phrase holds paragraphs, which a paragraph can't."""
    return any(isinstance(part, Prose) and not part.inline for part in phrase)
