"""All data files of a site, each made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.client.file_data import FileData
from mkdocs_repodoc.client.file_tree import TREE, tree_file
from mkdocs_repodoc.client.hover_cards import HoverCards
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import entries
from mkdocs_repodoc.client.palette_index import Index
from mkdocs_repodoc.client.reference_lists import ReferenceLists
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.settings import Settings


class DataFiles(Mapping[str, bytes]):
    """Name (`tree.js`) → content; what is never asked for costs nothing.

    Args:
        repository: The linked repository.
        plan: Where its pages are.
        settings: Folder of the pages, and form of their addresses.
        lines: Path → the lines of a documented file.
    """

    def __init__(
        self,
        repository: Repository,
        plan: SitePlan,
        settings: Settings,
        lines: Callable[[str], Sequence[str]],
    ) -> None:
        self._repository = repository
        self._addresses = PageAddresses(plan, settings.uri, directory_urls=settings.directory_urls)
        self._by_file = FileData(
            repository,
            plan,
            {
                "symbols": HoverCards(repository),
                "references": ReferenceLists(repository, self._addresses, lines),
            },
        )

    def __getitem__(self, name: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        stem = name.removesuffix(".js")
        if stem == name:
            raise KeyError(name)
        if stem in self._by_file:
            return self._by_file.content(stem)
        return self._tree if stem == TREE else self._index[stem]

    def __iter__(self) -> Iterator[str]:
        yield f"{TREE}.js"
        yield from (f"{name}.js" for name in self._index)
        yield from (f"{name}.js" for name in self._by_file)

    def __len__(self) -> int:
        return 1 + len(self._index) + len(self._by_file)

    @cached_property
    def _index(self) -> Index:
        return Index(entries(self._repository), self._addresses)

    @property
    def _tree(self) -> bytes:
        return tree_file(self._repository, self._addresses)
