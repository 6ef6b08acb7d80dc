"""Phrases: text with links, code, labels, types and prose in it."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_repodoc.model.blocks import (
    Code,
    Inline,
    Label,
    PageLink,
    Phrase,
    Prose,
    Typed,
    WebLink,
)
from mkdocs_repodoc.render.addresses import Addresses
from mkdocs_repodoc.render.prose import ProseRenderer
from mkdocs_repodoc.render.templates import css_name
from mkdocs_repodoc.render.typed import TypedRenderer

_WEB = ("https://", "http://", "mailto:")


class PhraseRenderer:
    """Renders the phrases of one page."""

    def __init__(self, addresses: Addresses, prose: ProseRenderer, typed: TypedRenderer) -> None:
        self._addresses = addresses
        self._prose = prose
        self._typed = typed

    def render(self, phrase: Phrase) -> Markup:
        """Return a phrase's HTML."""
        return Markup("").join([self._inline(part) for part in phrase])

    def link(self, link: PageLink) -> Markup:
        """Return a link; its text alone if the site has no such page."""
        text = Markup("<code>{}</code>").format(link.text) if link.code else escape(link.text)
        url = self._addresses.page(link.uri, link.anchor)
        if url is None:
            return text
        return Markup('<a href="{}"{}>{}</a>').format(url, _hover(link.title), text)

    def web_link(self, link: WebLink) -> Markup:
        """Return a link that leaves the site; its text alone if the address is not a web address."""
        if not link.url.lower().startswith(_WEB):
            return escape(link.text)
        return Markup('<a href="{}"{}>{}</a>').format(link.url, _hover(link.title), link.text)

    def _inline(self, part: Inline) -> Markup:
        match part:
            case str():
                return escape(part)
            case PageLink():
                return self.link(part)
            case WebLink():
                return self.web_link(part)
            case Code():
                return Markup("<code>{}</code>").format(part.text)
            case Label():
                return Markup('<small class="rd-label rd-label--{}">{}</small>').format(
                    css_name(part.text), part.text
                )
            case Typed():
                return self._typed.render(part)
            case Prose():
                return self._prose.render(part)


def _hover(title: str) -> Markup:
    return Markup(' title="{}"').format(title) if title else Markup()


def has_blocks(phrase: Phrase) -> bool:
    """Return whether a phrase holds paragraphs, which a paragraph can't."""
    return any(isinstance(part, Prose) and not part.inline for part in phrase)
