"""`llms.txt`: lists of pages for programs that read, one for each folder and one at the top.

The form is that of https://llmstxt.org: a title, a quotation that says what it is about, and lists
of links. One list of everything would be longer than what any program reads, so that each leads to
those of its subfolders.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from mkdocs_repodoc.markdown import markdown_text as md
from mkdocs_repodoc.model.repository import Folder, Repository
from mkdocs_repodoc.model.site_plan import PageKind, SitePlan
from mkdocs_repodoc.pages.planning.plan import LLMS_TEXT
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.rendering.addresses import relative
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.english import count, shortened
from mkdocs_repodoc.text.printable_text import printable

_SUMMARY = 160
_ABOUT_ALL: tuple[tuple[PageKind, str], ...] = (
    ("repository", "Overview"),
    ("book", "The whole repository on one page"),
    ("tour", "A tour of the source"),
)


def llms_texts(
    repository: Repository, plan: SitePlan, settings: Settings
) -> Mapping[str, Callable[[object], bytes]]:
    """Return what makes the lists: path in the site → a function of anything.

    Args:
        repository: The linked repository.
        plan: Its pages.
        settings: Settings of the run.
    """
    if settings.markdown == "none":
        return {}
    lists = _Lists(repository, plan)
    made: dict[str, Callable[[object], bytes]] = {LLMS_TEXT: partial(lists.content, "", LLMS_TEXT)}
    for path in repository.folders:
        address = lists.address(path)
        made[address] = partial(lists.content, path, address)
    return made


class _Lists:
    def __init__(self, repository: Repository, plan: SitePlan) -> None:
        self._repository = repository
        self._plan = plan

    def address(self, folder: str) -> str:
        """Return where the list of a folder lies in the site: beside the folder's page."""
        page = self._plan.pages[self._plan.uri("folder", folder)]
        return posixpath.join(posixpath.dirname(page.dest_uri), LLMS_TEXT)

    def content(self, path: str, address: str, _site: object) -> bytes:
        """Return the list of a folder as it is at an address of the site."""
        lines = self._lines(self._repository.folders[path], address)
        return printable("\n".join(lines)).encode()

    def _lines(self, folder: Folder, address: str) -> Iterator[str]:
        project = self._repository.project
        name = f"{folder.path}/" if folder.path else project.name or self._repository.name
        yield from (f"# {md.escaped(name)}", "")
        if folder.summary:
            yield from (f"> {self._said(folder.summary)}", "")
        size = f"{count(folder.file_count, 'file')} with {count(folder.line_count, 'line')}"
        yield f"{size}. Links that end in `.md` lead to Markdown."
        yield from self._section("Overview", self._pages(folder, address))
        yield from self._section("Folders", self._folders(folder, address))
        yield from self._section("Files", self._files(folder, address))
        yield ""

    def _section(self, title: str, entries: Iterator[str]) -> Iterator[str]:
        if found := list(entries):
            yield from ("", f"## {title}", "", *found)

    def _pages(self, folder: Folder, address: str) -> Iterator[str]:
        kinds = _ABOUT_ALL if not folder.path else (("folder", "The folder at a glance"),)
        for kind, said in (*kinds, ("folder documentation", "What is in it, in full")):
            if (kind, folder.path) in self._plan.uris:
                yield self._link(said, self._page(kind, folder.path), address)

    def _folders(self, folder: Folder, address: str) -> Iterator[str]:
        for path in folder.folders:
            below = self._repository.folders[path]
            said = self._said(below.summary) or count(below.file_count, "file")
            url = self.address(path)
            yield self._link(f"{name_of(path)}/", url, address, said)

    def _files(self, folder: Folder, address: str) -> Iterator[str]:
        for path in folder.files:
            said = self._said(self._repository.files[path].summary)
            yield self._link(name_of(path), self._page("file", path), address, said)

    def _page(self, kind: PageKind, path: str) -> str:
        page = self._plan.pages[self._plan.uri(kind, path)]
        return page.twin_url or page.url

    def _link(self, text: str, url: str, address: str, said: str = "") -> str:
        link = md.link(md.escaped(text), relative(address, url))
        return f"- {link}: {said}" if said else f"- {link}"

    def _said(self, summary: str) -> str:
        return md.escaped(shortened(" ".join(summary.split()), _SUMMARY))
