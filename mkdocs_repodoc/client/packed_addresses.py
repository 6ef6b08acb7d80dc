"""Addresses of the pages of files and folders, in as few bytes as possible.

Almost every page's address follows from the path of what it documents. Only where it does not (a
name that the site can't use as it is) is the address written out.
"""

from __future__ import annotations

from urllib.parse import unquote

from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan


class PageAddresses:
    """Addresses relative to the site's top.

    Args:
        plan: All pages.
        uri: Folder of the generated pages.
        directory_urls: Whether addresses end in a slash.

    Attributes:
        base: Address of the folder of the generated pages, `/` at its end.
        file_suffix: What follows a file's path in its page's address.
        folder_suffix: What follows a folder's path.
    """

    def __init__(self, plan: SitePlan, uri: str, *, directory_urls: bool) -> None:
        self._plan = plan
        self.base = f"{uri.strip('/')}/"
        self.file_suffix = "_docs/" if directory_urls else "_docs.html"
        self.folder_suffix = "/" if directory_urls else "/index.html"

    def file(self, path: str) -> str:
        """Return the address of a file's page; empty if it follows from the path."""
        return self._unusual(self._plan.pages[self._plan.uri("file", path)], self.file_suffix)

    def folder(self, path: str) -> str:
        """Return the address of a folder's index page; empty if it follows from the path."""
        return self._unusual(self._plan.pages[self._plan.uri("folder", path)], self.folder_suffix)

    @property
    def root(self) -> str:
        """Address of the repository's index page."""
        return self._plan.pages[self._plan.uri("repository", "")].url

    def _unusual(self, page: PagePlan, suffix: str) -> str:
        expected = f"{self.base}{page.path}{suffix}"
        return "" if unquote(page.url) == expected and "%" not in page.path else page.url
