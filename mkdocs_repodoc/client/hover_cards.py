"""Hover cards of linked names: one file for each file that defines something.

A file's data is found from the address of its page, so that no link has to say where it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.client.data_scripts import script
from mkdocs_repodoc.client.palette_entries import plain
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.paths import readable

FOLDER = "symbols/"
_SUMMARY = 240
_SIGNATURE = 400


class SymbolFiles:
    """Names and contents of the data files.

    Args:
        repository: The linked repository.
        plan: Where its pages are.
    """

    def __init__(self, repository: Repository, plan: SitePlan) -> None:
        self._repository = repository
        self._paths = dict(_names(repository, plan))

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def content(self, name: str) -> bytes:
        """Return a data file.

        Raises:
            KeyError: No page has this name.
        """
        file = self._repository.files[self._paths[name]]
        return script(name, _value(self._repository, file))


def _names(repository: Repository, plan: SitePlan) -> Iterator[tuple[str, str]]:
    """Yield the name of each data file and the path of the documented file."""
    for path, file in repository.files.items():
        if file.anchors:
            page = plan.pages[plan.uri("file", path)]
            yield f"{FOLDER}{_stem(page)}", path


def _stem(page: PagePlan) -> str:
    """Return what the addresses of a page have in common, with and without a slash at their end."""
    return page.dest_uri.removesuffix(".html").removesuffix("/index")


def _value(repository: Repository, file: RepoFile) -> dict[str, object]:
    """Return a module's prefix, and by anchor (without it) kind, signature, summary and uses."""
    prefix = f"{file.module}." if file.module else ""
    counts = repository.links.uses.file_counts(file.path)
    symbols: dict[str, tuple[str, str, str, int]] = {}
    for position, (anchor, symbol) in enumerate(
        zip(file.anchors, file.outline.symbols, strict=False)
    ):
        name = anchor.removeprefix(prefix)
        symbols[name] = (
            symbol.kind,
            readable(symbol.signature[:_SIGNATURE]),
            plain(symbol.summary, _SUMMARY),
            counts.get(position, 0),
        )
    return {"prefix": prefix, "symbols": symbols}
