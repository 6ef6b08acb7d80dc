"""`[shop.Client][]` in Markdown: a link to what the repository calls so."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, AtomicString

from mkdocs_repodoc.embedding.page_embedding import PageEmbedding

_WORD_END = re.compile(r"[\w)\]]\Z")
_TAG = re.compile(r"<[^>]*>")


class NameLinks(ReferenceInlineProcessor):
    """Makes links of references that no line of the page defines.

    Args:
        md: Renders the page.
        embedding: What the page takes from the repository.
    """

    def __init__(self, md: Markdown, embedding: PageEmbedding) -> None:
        super().__init__(REFERENCE_RE, md)
        self._embedding = embedding

    def handleMatch(  # type: ignore[override] # noqa: N802 - as Python-Markdown has it
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the link, and where it begins and ends; nothing if it is none."""
        text, index, handled = self.getText(data, m.end(0))
        written = self.RE_LINK.match(data, pos=index) if handled else None
        if not handled or written is None:
            return None, None, None
        name = self._plain(written[1] or text)
        follows_word = bool(_WORD_END.search(data, 0, m.start(0)))
        link = self._embedding.link(name, follows_word=follows_word) if name else None
        if link is None:
            return None, None, None
        element = Element("a", {"href": link.address})
        if link.title:
            element.set("title", link.title)
        # Underscores of a name are no emphasis.
        element.text = AtomicString(name) if text == name else text
        return element, m.start(0), written.end(0)

    def _plain(self, text: str) -> str:
        """Return a name without the code marks that may stand around it."""
        if match := INLINE_PLACEHOLDER_RE.fullmatch(text.strip()):
            stashed = self.md.treeprocessors["inline"].stashed_nodes.get(match[1])  # type: ignore[attr-defined] # of that one
            text = stashed if isinstance(stashed, str) else "".join(stashed.itertext())
        if match := HTML_PLACEHOLDER_RE.fullmatch(text.strip()):  # an extension has coloured it
            text = _TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[int(match[1])]))
        return " ".join(unescape(text).split())
