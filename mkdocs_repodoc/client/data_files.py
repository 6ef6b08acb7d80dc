"""All data files of a site, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from mkdocs_repodoc.client.file_tree import TREE, tree_file
from mkdocs_repodoc.client.hover_cards import SymbolFiles
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import entries
from mkdocs_repodoc.client.palette_index import Index
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.settings import Settings


class DataFiles(Mapping[str, bytes]):
    """Name (`tree.js`) → content; what is never asked for costs nothing.

    Args:
        repository: The linked repository.
        plan: Where its pages are.
        settings: Folder of the pages, and form of their addresses.
    """

    def __init__(self, repository: Repository, plan: SitePlan, settings: Settings) -> None:
        self._repository = repository
        self._addresses = PageAddresses(plan, settings.uri, directory_urls=settings.directory_urls)
        self._symbols = SymbolFiles(repository, plan)

    def __getitem__(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        stem = name.removesuffix(".js")
        if stem == name:
            raise KeyError(name)
        if stem in self._symbols:
            return self._symbols.content(stem)
        return self._tree if stem == TREE else self._index[stem]

    def __iter__(self) -> Iterator[str]:
        yield f"{TREE}.js"
        yield from (f"{name}.js" for name in self._index)
        yield from (f"{name}.js" for name in self._symbols)

    def __len__(self) -> int:
        return 1 + len(self._index) + len(self._symbols)

    @cached_property
    def _index(self) -> Index:
        return Index(entries(self._repository), self._addresses)

    @property
    def _tree(self) -> bytes:
        return tree_file(self._repository, self._addresses)
