"""A map of a folder: what is large in it, and in which language, at a glance.

Large folders are shown with what is in them, small ones as one tile, so that a map has about the
same number of tiles whatever it is a map of. Only the folders that are opened are looked into.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import PageLink, Tile, Treemap
from mkdocs_repodoc.model.repository import Folder
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.text.english import count

_TILES = 60
_IN_A_FOLDER = 30
_LEAST_OPENED = 0.08
"""A folder with a smaller share of the map than this stays closed: its tiles would be specks."""
_LEAST_SHOWN = 0.004
_FEWEST = 3
_COLOURS = 7
"""Languages beyond these share one more colour."""


def size_map(context: PageContext, folder: Folder) -> Treemap | None:
    """Return the map of a folder by lines; `None` if there is too little to tell apart."""
    if not folder.line_count:
        return None
    ranked = sorted(folder.languages, key=lambda name: (-folder.languages[name], name))
    colours = {name: min(index, _COLOURS) for index, name in enumerate(ranked)}
    tiles = _Map(context, folder, colours).tiles(_opened(context, folder))
    if sum(1 + len(tile.children) for tile in tiles) < _FEWEST:
        return None
    names = [language_named(name).title for name in ranked if folder.languages[name]]
    legend = (*names[:_COLOURS], *(["Others"] if len(names) > _COLOURS else []))
    name = folder.path or context.repository.name
    return Treemap(f"Files of {name} by lines and language", tiles, legend, "lines")


def _opened(context: PageContext, folder: Folder) -> set[str]:
    """Return the folders that are shown with what is in them: the largest, until it is enough."""
    folders = context.repository.folders
    opened = {folder.path}
    tiles = len(folder.folders) + len(folder.files)
    waiting = [(-folders[path].line_count, path) for path in folder.folders]
    heapify(waiting)
    while waiting and tiles < _TILES:
        lines, path = heappop(waiting)
        if -lines < _LEAST_OPENED * folder.line_count:
            break
        opened.add(path)
        below = folders[path]
        tiles += min(_IN_A_FOLDER, len(below.folders) + len(below.files))
        for child in below.folders:
            heappush(waiting, (-folders[child].line_count, child))
    return opened


class _Map:
    def __init__(self, context: PageContext, folder: Folder, colours: dict[str, int]) -> None:
        self._context = context
        self._least = _LEAST_SHOWN * folder.line_count
        self._colours = colours
        self._folder = folder.path

    def tiles(self, opened: set[str]) -> tuple[Tile, ...]:
        return self._inside(self._folder, opened)

    def _inside(self, path: str, opened: set[str]) -> tuple[Tile, ...]:
        """Return the tiles of what lies directly in a folder, the largest first."""
        repository = self._context.repository
        folder = repository.folders[path]
        sizes = [(repository.folders[each].line_count, each) for each in folder.folders]
        sizes += [(repository.files[each].outline.lines.total, each) for each in folder.files]
        sizes = sorted(((n, each) for n, each in sizes if n), key=lambda size: (-size[0], size[1]))
        shown = [size for size in sizes[:_IN_A_FOLDER] if size[0] >= self._least] or sizes[:1]
        tiles = [
            self._file(each, lines) if each in repository.files else self._sub(each, opened)
            for lines, each in shown
        ]
        if rest := sizes[len(shown) :]:
            link = page_links.to_folder(self._context, path)
            lines = sum(number for number, _ in rest)
            tiles.append(Tile(count(len(rest), "other"), lines, -1, "", link))
        return tuple(tiles)

    def _file(self, path: str, lines: int) -> Tile:
        file = self._context.repository.files[path]
        language = file.source.language
        link = PageLink(path, self._context.plan.uri("file", path))
        return Tile(file.name, lines, self._colour(language), language_named(language).title, link)

    def _sub(self, path: str, opened: set[str]) -> Tile:
        folder = self._context.repository.folders[path]
        language = max(folder.languages, key=lambda name: (folder.languages[name], name))
        return Tile(
            f"{folder.name}/",
            folder.line_count,
            self._colour(language),
            f"mostly {language_named(language).title}" if len(folder.languages) > 1 else "",
            page_links.to_folder(self._context, path, text=f"{path}/"),
            self._inside(path, opened) if path in opened else (),
        )

    def _colour(self, language: str) -> int:
        return self._colours.get(language, _COLOURS)
