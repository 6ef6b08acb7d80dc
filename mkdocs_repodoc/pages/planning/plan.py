"""Every page of the site with its addresses, before any page has a body.

Source URIs follow one rule that hand-written pages can rely on: a file's pages are its path plus
`_docs.md` or `_kw.md`, a folder's are `index.md`, `doc.md` and `sub.md` in it. Where pages lie in
the built site follows from the same names as MkDocs would do it, but two of them never share a
place. Who gets a contested name is decided folder by folder in a fixed order: folders first (their
index keeps the address that a reader would type), then files' pages, then the folder's own. Pages
that are left out keep their names, so that the others stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_repodoc.insight.symbols.keyword_pages import (
    MAX_ON_ONE_PAGE,
    initial_counts,
    initial_title,
    page_names,
)
from mkdocs_repodoc.model.repository import (
    Folder,
    Repository,
)
from mkdocs_repodoc.model.site_plan import AssetPlan, PageKind, PagePlan, SitePlan
from mkdocs_repodoc.pages.planning.published_images import is_published
from mkdocs_repodoc.pages.planning.unique_names import NameAllocator, folded, uri_path, url_of
from mkdocs_repodoc.paths import name_of, prefix_of, readable
from mkdocs_repodoc.settings import Settings

LLMS_TEXT = "llms.txt"
"""Name of a folder's list of pages for programs that read."""
_INDEX = "index.html"
_OF_FOLDERS = (_INDEX, "index.md", LLMS_TEXT, "README.md", "SUMMARY.md", "zensical-nav.toml")
"""Names that each folder of a site, or of an export, may need itself."""
_OVERVIEW: frozenset[PageKind] = frozenset(
    {"repository", "book", "tour", "folder", "folder documentation"}
)
"""Pages that are read from the top, by people and by programs."""


def plan_site(repository: Repository, settings: Settings, *, has_tour: bool = False) -> SitePlan:
    """Return all pages and published files of a repository's part of a site.

    Args:
        repository: The linked repository.
        settings: Folder of the pages, and form of their addresses.
        has_tour: Whether there are things to stop at on a tour through its source.
    """
    planner = _Planner(repository, settings, has_tour=has_tour)
    planner.run()
    return SitePlan(planner.pages, planner.assets, planner.uris)


@dataclass
class _Planner:
    repository: Repository
    settings: Settings
    has_tour: bool
    pages: dict[str, PagePlan] = field(default_factory=dict)
    assets: dict[str, AssetPlan] = field(default_factory=dict)
    uris: dict[tuple[PageKind, str], str] = field(default_factory=dict)

    def run(self) -> None:
        top = self.settings.uri.strip("/")
        waiting = [("", top)]
        while waiting:
            path, base = waiting.pop()
            waiting.extend(reversed(list(self._folder(self.repository.folders[path], base))))
        self.uris["folder", ""] = self.uris["repository", ""]

    def _folder(self, folder: Folder, base: str) -> Iterator[tuple[str, str]]:
        """Plan the pages of one folder; yield its subfolders with their folders of the site."""
        shelf = NameAllocator(*_OF_FOLDERS)
        bases = {
            path: _below(base, shelf.claim(_name(path), path)) for path in _in_order(folder.folders)
        }
        file_dests = {
            path: self._page_dest(shelf, base, f"{_name(path)}_docs", path)
            for path in _in_order(folder.files)
        }
        keyword_dests = {
            path: self._page_dest(shelf, base, f"{_name(path)}_kw", path)
            for path in _in_order(folder.files)
        }
        index = _below(base, _INDEX)
        if not folder.path:
            self._add("repository", "", self.repository.name, "index.md", index)
            self._keywords(shelf, base)
            book = self._page_dest(shelf, base, "comprehensive_book", "comprehensive_book")
            title = f"{self.repository.name}: the comprehensive book"
            self._add("book", "", title, "comprehensive_book.md", book)
        else:
            self._add("folder", folder.path, f"{folder.path}/", f"{folder.path}/index.md", index)
        self._folder_pages(folder, shelf, base)
        for path in sorted(file_dests):
            self._add("file", path, path, f"{path}_docs.md", file_dests[path])
            if self.settings.keyword_pages == "all":
                keywords = keyword_dests[path]
                self._add("file keywords", path, f"{path}: keywords", f"{path}_kw.md", keywords)
        self._images(folder, shelf, base)
        if self.has_tour and not folder.path:
            dest = self._page_dest(shelf, base, "tour", "tour.md")
            self._add("tour", "", f"{self.repository.name}: a tour of the source", "tour.md", dest)
        yield from sorted(bases.items())

    def _folder_pages(self, folder: Folder, shelf: NameAllocator, base: str) -> None:
        name = f"{folder.path}/" if folder.path else self.repository.name
        prefix = prefix_of(folder.path)
        dest = self._page_dest(shelf, base, "doc", f"{prefix}doc.md")
        kind: PageKind = "folder documentation"
        self._add(kind, folder.path, f"{name}: documentation", f"{prefix}doc.md", dest)
        dest = self._page_dest(shelf, base, "sub", f"{prefix}sub.md")
        if self.settings.keyword_pages != "none":
            title = f"{name}: symbols"
            self._add("folder keywords", folder.path, title, f"{prefix}sub.md", dest)

    def _keywords(self, shelf: NameAllocator, base: str) -> None:
        with_made = self.settings.detail != "slim"
        counts = initial_counts(self.repository, with_made=with_made)
        split = counts.total() > MAX_ON_ONE_PAGE
        if self.settings.directory_urls:
            pages_base = _below(base, shelf.claim("keywords", "keywords.md"))
            dest = _below(pages_base, _INDEX)
        else:
            dest = _below(base, shelf.claim("keywords", "keywords.md", ".html"))
            pages_base = _below(base, shelf.claim("keywords", "keywords/")) if split else ""
        title = f"{self.repository.name}: symbols from A to Z"
        self._add("keywords", "", title, "keywords.md", dest)
        if not split:
            return
        pages = NameAllocator(*_OF_FOLDERS)
        for initial, number in counts.items():
            names = page_names(initial, number)
            for page_number, name in enumerate(names, 1):
                title = f"Symbols: {initial_title(initial)}"
                if len(names) > 1:
                    title += f" ({page_number} of {len(names)})"
                dest = self._page_dest(pages, pages_base, name, f"keywords/{name}.md")
                self._add("initial", name, title, f"keywords/{name}.md", dest)

    def _images(self, folder: Folder, shelf: NameAllocator, base: str) -> None:
        for path in _in_order(folder.files):
            if is_published(self.repository.files[path], self.settings.root):
                stem, dot, extension = _name(path).rpartition(".")
                dest = _below(base, shelf.claim(stem, path, f"{dot}{extension}"))
                url = url_of(dest, directory_urls=self.settings.directory_urls)
                self.assets[path] = AssetPlan(path, dest, url)

    def _page_dest(self, shelf: NameAllocator, base: str, name: str, path: str) -> str:
        if self.settings.directory_urls:
            return _below(_below(base, shelf.claim(name, path)), _INDEX)
        return _below(base, shelf.claim(name, path, ".html"))

    def _add(self, kind: PageKind, path: str, title: str, relative_uri: str, dest: str) -> None:
        uri = _below(self.settings.uri.strip("/"), uri_path(relative_uri))
        while uri in self.pages:  # a name that really is spelled like a replaced one
            uri = f"{uri.removesuffix('.md')}-2.md"
        url = url_of(dest, directory_urls=self.settings.directory_urls)
        twin = f"{dest.removesuffix('.html')}.md" if self._has_twin(kind) else ""
        twin_url = url_of(twin, directory_urls=False) if twin else ""
        self.pages[uri] = PagePlan(
            kind=kind,
            path=path,
            title=readable(title),
            uri=uri,
            dest_uri=dest,
            url=url,
            twin=twin,
            twin_url=twin_url,
        )
        self.uris[kind, path] = uri

    def _has_twin(self, kind: PageKind) -> bool:
        if self.settings.markdown == "none":
            return False
        return kind in _OVERVIEW or (kind == "file" and self.settings.markdown == "all")


def _name(path: str) -> str:
    return name_of(path)


def _below(base: str, name: str) -> str:
    return f"{base}/{name}" if base else name


def _in_order(paths: list[str]) -> list[str]:
    """Order claims on names: of two that differ only in case, the lower-case one comes first."""
    return sorted(paths, key=lambda path: (_name(path) != folded(_name(path)), path))
