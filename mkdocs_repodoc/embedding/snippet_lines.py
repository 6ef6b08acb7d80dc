"""`::: repodoc shop.Client` in Markdown: a snippet in the page's text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mkdocs_repodoc.embedding.page_embedding import PageEmbedding

_LINE = re.compile(r"^::: +repodoc(?:[ \t]+(?P<asked>\S.*?))?[ \t]*$", re.MULTILINE)
_LISTED = "repodoc-heading"
"""Class of headings that are in the tree for the table of contents alone."""


class SnippetLines(BlockProcessor):
    """Puts snippets where lines ask for them.

    Args:
        md: Renders the page.
        embedding: What the page takes from the repository.
    """

    def __init__(self, md: Markdown, embedding: PageEmbedding) -> None:
        super().__init__(md.parser)
        self._md = md
        self._embedding = embedding

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - as Python-Markdown has it
        """Whether a block of text has such a line."""
        return _LINE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Replace the line and the options below it; what is around them stays."""
        block = blocks.pop(0)
        match = _LINE.search(block)
        assert match is not None  # noqa: S101 - `test` has found it
        if before := block[: match.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        options, rest = self.detab(block[match.end() :].removeprefix("\n"))
        if rest:
            blocks.insert(0, rest)
        snippet = self._embedding.snippet(match["asked"] or "", options)
        for heading in snippet.headings:
            listed = SubElement(parent, f"h{heading.level}")
            listed.set("id", heading.anchor)
            listed.set("class", _LISTED)
            listed.text = AtomicString(heading.title)
        SubElement(parent, "p").text = self._md.htmlStash.store(snippet.html)


class ListedHeadings(Treeprocessor):
    """Takes the headings out again that the table of contents has read: snippets have their own."""

    def run(self, root: Element) -> None:
        """Remove them wherever they are."""
        for element in list(root.iter()):
            for child in [each for each in element if each.get("class") == _LISTED]:
                element.remove(child)
