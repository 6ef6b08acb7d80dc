"""Hover cards of linked names."""

from __future__ import annotations

from mkdocs_repodoc.client.file_data import name_prefix
from mkdocs_repodoc.client.palette_entries import plain
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.paths import readable

_SUMMARY = 240
_SIGNATURE = 400


class HoverCards:
    """The data of the cards.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._uses = repository.links.uses

    def __call__(self, file: RepoFile) -> dict[str, object]:
        """Return the prefix, and by anchor (without it) kind, signature, summary and uses."""
        prefix = name_prefix(file)
        counts = self._uses.file_counts(file.path)
        symbols: dict[str, tuple[str, str, str, int]] = {}
        for position, (anchor, symbol) in enumerate(
            zip(file.anchors, file.outline.symbols, strict=False)
        ):
            symbols[anchor.removeprefix(prefix)] = (
                symbol.kind,
                readable(symbol.signature[:_SIGNATURE]),
                plain(symbol.summary, _SUMMARY),
                counts.get(position, 0),
            )
        return {"prefix": prefix, "symbols": symbols}
