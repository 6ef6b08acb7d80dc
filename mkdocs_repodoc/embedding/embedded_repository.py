"""The repository as hand-written pages ask for it: addresses of names, blocks of snippets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mkdocs_repodoc.embedding.snippet_request import SnippetRequest
from mkdocs_repodoc.html.snippet_html import SnippetRenderer
from mkdocs_repodoc.model.blocks import Block, Diagram, PageLink
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.site_plan import HandWrittenPage
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.snippets.diagram_snippet import (
    class_hierarchy,
    file_dependencies,
    folder_dependencies,
    folder_hierarchy,
)
from mkdocs_repodoc.pages.snippets.flow_snippet import flow_blocks, flow_names
from mkdocs_repodoc.pages.snippets.object_snippet import object_blocks
from mkdocs_repodoc.pages.snippets.source_snippet import source_block
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.query.symbol_names import SymbolNames, name_parts
from mkdocs_repodoc.query.unsettled import UnsettledError
from mkdocs_repodoc.rendering.render_context import RenderContext

_ALIKE = 3
_CANDIDATES = 4


class EmbeddedRepository:
    """Answers what hand-written pages ask of one site.

    Args:
        site: The site; it makes no page for that.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._context: PageContext = site.context

    def renderer(self, page: HandWrittenPage) -> SnippetRenderer:
        """Return what renders the snippets of a page."""
        site = self._site
        shared = RenderContext(self._context.settings, site.source_url, site.queries)
        return SnippetRenderer(shared, page)

    def finished(self, html: str) -> str:
        """Return HTML with the documented commit where it says a placeholder."""
        return self._site.revision.fill_in(html)

    def url(self, link: PageLink) -> str:
        """Return the URL of the page that a link leads to, relative to the site's top."""
        return self._site.plan.pages[link.uri].url

    @cached_property
    def referable(self) -> frozenset[str]:
        """The names that other plugins are told of."""
        return frozenset(each.name for each in self._site.python_objects())

    def link(self, name: str) -> PageLink:
        """Return the link to what a name means.

        Args:
            name: Dotted name, whole or its end, `path#name`, or a path.

        Raises:
            UnsettledError: It means nothing, or more than one thing.
        """
        folders = self._context.repository.folders
        if (folder := name.rstrip("/")) in folders and folder:
            return page_links.to_folder(self._context, folder)
        return page_links.to_symbol(self._context, self._meaning(name))

    def looks_known(self, name: str) -> bool:
        """Whether a name is meant for this repository, whether or not there is such a thing.

        Its first part is a package of the repository, or its path begins in a folder of it.
        """
        parts = name_parts(name)
        if not parts[1:]:  # a word
            return False
        top = name.partition("#")[0].partition("/")[0]
        is_path = "/" in name and top in self._context.repository.folders
        return is_path or parts[0] in self._packages

    @cached_property
    def _packages(self) -> frozenset[str]:
        modules = (file.module for file in self._context.repository.files.values())
        return frozenset(module.partition(".")[0] for module in modules if module)

    @cached_property
    def _names(self) -> SymbolNames:
        return SymbolNames(self._site.queries.index)

    def snippet(self, request: SnippetRequest) -> Sequence[Block]:
        """Return the blocks of a snippet.

        Raises:
            UnsettledError: There is no such thing, more than one, or nothing to show of it.
        """
        if request.subject == "flow":
            return self._flow(request.name)
        if request.subject in {"diagram", "classes"}:
            return (self._diagram(request),)
        ref = self._meaning(request.name)
        is_path = ref.is_file and request.name == ref.path
        if request.subject == "source" or request.has_lines or (is_path and not request.subject):
            return (source_block(self._context, ref.path, *self._lines(request, ref)),)
        view = FileView(self._context, ref.path)
        return object_blocks(
            view, ref, request.heading, members=request.members, facts=request.facts
        )

    def _flow(self, name: str) -> Sequence[Block]:
        blocks = flow_blocks(self._context, name)
        if not blocks:
            known = ", ".join(f"'{each}'" for each in flow_names(self._context))
            raise UnsettledError(
                f"There is no flow {name!r}; "
                + (f"there are {known}." if known else "none is known here.")
            )
        return blocks

    def _diagram(self, request: SnippetRequest) -> Diagram:
        name, context = request.name, self._context
        folder = "" if name == "." else name.strip("/")
        if folder in context.repository.folders:
            draw = folder_hierarchy if request.subject == "classes" else folder_dependencies
            found = draw(context, folder)
        else:
            ref = self._meaning(name)
            if request.subject == "classes" or not ref.is_file:
                found = class_hierarchy(context, ref)
            else:
                found = file_dependencies(context, ref.path)
        if found is None:
            raise UnsettledError(f"There is nothing to draw of {name!r}.")
        return found

    def _lines(self, request: SnippetRequest, ref: SymbolRef) -> tuple[int, int]:
        """Return the first and the last line that a request means; those of a symbol are its own.

        Raises:
            UnsettledError: There are not as many, or not all of them are shown on pages.
        """
        shown = self._context.shown_lines(ref.path)
        if ref.is_file:
            what, before, length = ref.path, 0, shown
        else:
            symbol = self._context.repository.symbol(ref)
            what, before = request.name, symbol.line - 1
            length = min(symbol.end_line, shown) - before
        last = request.last or length
        if not 1 <= last <= length:
            has = f"has {max(length, 0)} lines" if request.has_lines else "shows no source"
            raise UnsettledError(f"{what} {has}" + (f", none is {last}." if request.last else "."))
        return before + max(request.first, 1), before + last

    def _meaning(self, name: str) -> SymbolRef:
        found = self._names.find(name)
        if len(found) == 1:
            return found[0]
        if not found:
            alike = self._names.alike(name, _ALIKE)
            more = f" Names like it: {', '.join(alike)}." if alike else ""
            raise UnsettledError(f"There is no {name!r} in the repository.{more}")
        ids = ", ".join(map(self._id, found[:_CANDIDATES]))
        more = ", …" if len(found) > _CANDIDATES else ""
        several = f"{name!r} means {len(found)} things"
        raise UnsettledError(f"{several}; write one of {ids}{more}.", found)

    def _id(self, ref: SymbolRef) -> str:
        if ref.is_file:
            return ref.path
        return f"{ref.path}#{self._context.repository.symbol(ref).name}"
