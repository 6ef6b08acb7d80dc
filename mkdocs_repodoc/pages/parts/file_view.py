"""The file that a page is about, with what several of its sections need.

Its page and its keyword page share one. What is dear to find out is found out on first use, so that
a page without symbols pays for none, and is kept for the other page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from mkdocs_repodoc.insight.listed_lines import has_listing
from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree
from mkdocs_repodoc.model.blocks import Block, PageLink
from mkdocs_repodoc.model.file_links import FileLinks
from mkdocs_repodoc.model.kinds import LOCAL_SCOPES, ROWS
from mkdocs_repodoc.model.linked_symbols import (
    Example,
    SymbolRef,
)
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import DocSection, FileDetail, FileOutline, SymbolDetail
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile
from mkdocs_repodoc.model.sections import SectionName
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.pages.parts.first_values import FirstValue, first_values
from mkdocs_repodoc.pages.parts.uses.symbol_uses import SymbolUses, sort_uses

_NO_DETAIL = SymbolDetail()

LONG_FILE = 90_000
"""Bytes of source beyond which a page is too heavy to say all that is known of each symbol."""
_VERY_LONG_FILE = 150_000


class FileView:
    """One documented file and the context that its page is composed in.

    Args:
        context: All that composers may look at.
        path: The file.
    """

    def __init__(self, context: PageContext, path: str) -> None:
        self.context = context
        self.path = path
        self._sections: dict[SectionName, tuple[Block, ...]] = {}
        self._attributes: dict[int, dict[str, str]] = {}
        self._examples: dict[int, tuple[Example, ...]] = {}

    def section(
        self, name: SectionName, compose: Callable[[FileView], tuple[Block, ...]]
    ) -> tuple[Block, ...]:
        """Return the blocks of a section of the file's page; they are composed once."""
        if name not in self._sections:
            self._sections[name] = compose(self)
        return self._sections[name]

    @cached_property
    def file(self) -> RepoFile:
        """The file as linked."""
        return self.context.repository.files[self.path]

    @property
    def outline(self) -> FileOutline:
        """The half of its record that is in memory."""
        return self.file.outline

    @cached_property
    def detail(self) -> FileDetail:
        """The half of its record that only its own pages need."""
        return self.context.detail(self.path)

    @cached_property
    def links(self) -> FileLinks:
        """Its resolved references, related files and concepts."""
        return self.context.file_links(self.path)

    @cached_property
    def tree(self) -> SymbolTree:
        """How its symbols nest."""
        return self.context.trees(self.path)

    @cached_property
    def uri(self) -> str:
        """Source URI of its documentation page."""
        return self.context.plan.uri("file", self.path)

    @cached_property
    def uses(self) -> tuple[SymbolUses, ...]:
        """Who uses each of its symbols, in the order of the outline's symbols."""
        return tuple(
            sort_uses(self.context, SymbolRef(self.path, position))
            for position in range(len(self.outline.symbols))
        )

    @cached_property
    def first_values(self) -> Mapping[int, FirstValue]:
        """What its fields, attributes and constants hold at first, by their positions."""
        return first_values(self.outline, self.detail)

    @cached_property
    def _rows(self) -> tuple[bool, ...]:
        return tuple(
            (symbol.kind in ROWS or self.is_function(self.tree.parents[position]))
            and _is_brief(self.symbol_detail(position).documentation)
            for position, symbol in enumerate(self.outline.symbols)
        )

    @cached_property
    def is_long(self) -> bool:
        """Whether the page has to leave to its listing what a listing can say as well.

        A document's headings stand in the document.
        """
        file = self.file
        if file.source.size <= LONG_FILE or not has_listing(file):
            return False
        return file.source.language not in DOCUMENT_MARKUPS and not self.detail.cells

    @cached_property
    def in_source(self) -> frozenset[int]:
        """Positions of the symbols that have no section: their anchors are in the listing.

        In a long file that is what is not public or inside of a function; in one that is very
        long, or a test, it is everything, and the outline is what one finds one's way by.
        """
        symbols = self.outline.symbols
        if not self.is_long:
            return frozenset()
        if self.file.source.size > _VERY_LONG_FILE or self.file.role in TEST_ROLES:
            return frozenset(range(len(symbols)))
        found: set[int] = set()
        waiting = list(self.tree.children.get(None, ()))
        while waiting:
            position = waiting.pop()
            outer = self.tree.parents[position]
            if not symbols[position].public or outer in found or self.is_function(outer):
                found.add(position)
            waiting += self.tree.children.get(position, ())
        return frozenset(found)

    def is_function(self, position: int | None) -> bool:
        """Return whether a symbol is a function, whose inside is its own business."""
        return position is not None and self.outline.symbols[position].kind in LOCAL_SCOPES

    def is_row(self, position: int) -> bool:
        """Return whether a symbol is shown as a row of a table, not in a section of its own."""
        return self._rows[position]

    @cached_property
    def outermost_functions(self) -> tuple[int, ...]:
        """Positions of the functions and methods that stand in no other one."""
        return tuple(
            position
            for position in range(len(self.outline.symbols))
            if self.is_function(position) and not self._is_inside_function(position)
        )

    def _is_inside_function(self, position: int) -> bool:
        outer = self.tree.parents[position]
        while outer is not None and not self.is_function(outer):
            outer = self.tree.parents[outer]
        return outer is not None

    def scope_of(self, position: int) -> int:
        """Return the symbol in whose scope a symbol is defined, or `FILE_SCOPE`."""
        outer = self.tree.parents[position]
        return FILE_SCOPE if outer is None else outer

    def section_of(self, position: int) -> int | None:
        """Return the innermost symbol with a section around a symbol; `None` if there is none."""
        outer = self.tree.parents[position]
        while outer is not None and self._rows[outer]:
            outer = self.tree.parents[outer]
        return outer

    def attribute_description(self, position: int) -> str:
        """Return what the class's docstring says about an attribute that is a row."""
        outer = self.tree.parents[position]
        if outer is None:
            return ""
        if outer not in self._attributes:
            self._attributes[outer] = {
                each.name: each.description
                for section in self.symbol_detail(outer).documentation
                if section.kind == "attributes"
                for each in section.fields
            }
        name = self.outline.symbols[position].name.rpartition(".")[2]
        return self._attributes[outer].get(name, "")

    def examples(self, position: int) -> tuple[Example, ...]:
        """Return real calls of a symbol; they are looked for once."""
        if position not in self._examples:
            self._examples[position] = self.context.examples(SymbolRef(self.path, position))
        return self._examples[position]

    def user_count(self, position: int) -> int:
        """Return how many other files use a symbol."""
        return self.context.repository.links.uses.file_count(SymbolRef(self.path, position))

    def symbol_detail(self, position: int) -> SymbolDetail:
        """Return the detail of a symbol."""
        details = self.detail.symbols
        return details[position] if position < len(details) else _NO_DETAIL

    def line(self, line: int, end_line: int = 0, *, text: str = "") -> PageLink:
        """Link to a line of the file's own listing."""
        return page_links.to_line(self.context, self.path, line, end_line=end_line, text=text)

    def name_within(self, position: int, outer: int | None) -> str:
        """Return a symbol's name without that of another one around it, if there is one."""
        name = self.outline.symbols[position].name
        return name if outer is None else name_inside(name, self.outline.symbols[outer].name)

    def symbol(self, position: int, *, text: str = "") -> PageLink:
        """Link to a symbol of the file, by its name within the file unless a text is given."""
        name = text or self.outline.symbols[position].name
        return page_links.to_symbol(self.context, SymbolRef(self.path, position), text=name)


def _is_brief(documentation: tuple[DocSection, ...]) -> bool:
    """Whether documentation fits into a cell: at most one paragraph and no fields."""
    if not documentation:
        return True
    only = documentation[0]
    return len(documentation) == 1 and not only.fields and "\n\n" not in only.text.strip()
