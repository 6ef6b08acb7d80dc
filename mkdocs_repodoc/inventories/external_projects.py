"""Documentation of other projects, by the full names of what it describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.inventories.inventory_format import (
    LARGEST,
    Inventory,
    InventoryError,
    python_items,
    read_inventory,
)
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.settings import InventorySource
from mkdocs_repodoc.text.source_text import read_named

_PYTHON_URL = "https://docs.python.org/3/"


class _Project(NamedTuple):
    name: str
    url: str
    addresses: dict[str, str]
    """Full name → address relative to the URL."""


class ExternalProjects:
    """What other projects document.

    Args:
        sources: The inventories that the user names; where two know a name, the first one wins,
            and each goes before Python's own.

    Raises:
        SettingsError: An inventory cannot be read.
    """

    def __init__(self, sources: Sequence[InventorySource]) -> None:
        self._projects = [_project(_read(source), source.url) for source in sources]

    def find(self, names: Iterable[str]) -> WebLink | None:
        """Return a link to the documentation of the first name that has any.

        Args:
            names: Full dotted names.

        Returns:
            The link, with the full name and its project as hover title.
        """
        for name in names:
            for project in self._all():
                if (address := project.addresses.get(name)) is not None:
                    title = f"{name} ({project.name})" if project.name else name
                    return WebLink(name, project.url + address, title, code=True)
        return None

    def prepare(self) -> None:
        """Read what is read on first use, for callers that are about to fork."""
        _python()

    def _all(self) -> Iterator[_Project]:
        yield from self._projects
        yield _python()


@lru_cache(1)
def _python() -> _Project:
    file = resources.files("mkdocs_repodoc") / "inventories" / "python.inv"
    return _project(read_inventory(file.read_bytes()), _PYTHON_URL)


def _project(inventory: Inventory, url: str) -> _Project:
    addresses: dict[str, str] = {}
    for item in python_items(inventory.items):
        addresses.setdefault(item.name, item.uri)
    return _Project(inventory.project, url, addresses)


def _read(source: InventorySource) -> Inventory:
    try:
        return read_inventory(read_named(source.file, LARGEST))
    except OSError as error:
        problem = error.strerror or str(error)
        raise SettingsError("inventories", f"{source.file} can't be read: {problem}") from error
    except InventoryError as error:
        raise SettingsError("inventories", f"{source.file} is not an inventory: {error}") from error
