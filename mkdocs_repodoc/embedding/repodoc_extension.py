"""The extension `repodoc` of Python-Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from mkdocs_repodoc.embedding.host_page import MarkdownHost
from mkdocs_repodoc.embedding.name_links import NameLinks
from mkdocs_repodoc.embedding.nearest_repository import nearest_host
from mkdocs_repodoc.embedding.page_embedding import PageEmbedding
from mkdocs_repodoc.embedding.snippet_lines import ListedHeadings, SnippetLines

NAME = "repodoc"
"""Name of the extension in lists of such."""

# Python-Markdown's own references are at 170, those of autorefs at 168; blocks of mkdocstrings,
# which would take `repodoc` for an object, at 75; the table of contents is made at 5.
_LINKS, _SNIPPETS, _LISTED = 169, 76, 4


class RepodocExtension(Extension):
    """Links and snippets of the repository in hand-written pages.

    Args:
        host: Renders the pages; `None` for one that runs no plugin.
        configs: Options by name: `strict`, whether what can't be shown ends the build.
    """

    def __init__(self, host: MarkdownHost | None = None, **configs: Any) -> None:  # noqa: ANN401 - as Python-Markdown has it
        self.config = {"strict": [False, "Whether what can't be shown ends the build."]}
        super().__init__(**configs)
        self._host = host

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Python-Markdown has it
        """Register what finds names and snippets."""
        host = self._host or nearest_host(Path.cwd())
        embedding = PageEmbedding(host, md, is_strict=self.getConfig("strict"))
        md.inlinePatterns.register(NameLinks(md, embedding), NAME, _LINKS)
        md.parser.blockprocessors.register(SnippetLines(md, embedding), NAME, _SNIPPETS)
        md.treeprocessors.register(ListedHeadings(md), NAME, _LISTED)
