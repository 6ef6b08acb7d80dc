"""Data on the symbols of one documented file: a file of each sort for each that defines something.

It is found from the address of the page of the documented file, so that no link has to say where
it is (`symbolData` in `data.js`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from mkdocs_repodoc.client.data_scripts import script
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan


class FileData:
    """Names and contents of the data files.

    Args:
        repository: The linked repository.
        plan: Where its pages are.
        sorts: Folder of the data files of a sort → what makes the value of one.
        digest: Returns a digest of all that the data on a file follow from.
    """

    def __init__(
        self,
        repository: Repository,
        plan: SitePlan,
        sorts: Mapping[str, Callable[[RepoFile], object]],
        digest: Callable[[RepoFile], str],
    ) -> None:
        self._repository = repository
        self._sorts = sorts
        self._digest = cache(lambda path: digest(repository.files[path]))
        self._paths = {
            page_stem(plan.pages[plan.uri("file", path)]): path
            for path, file in repository.files.items()
            if file.anchors
        }

    def __iter__(self) -> Iterator[str]:
        return (f"{sort}/{stem}" for sort in self._sorts for stem in self._paths)

    def __len__(self) -> int:
        return len(self._sorts) * len(self._paths)

    def __contains__(self, name: object) -> bool:
        sort, _, stem = str(name).partition("/")
        return sort in self._sorts and stem in self._paths

    def origin(self, name: str) -> str:
        """Return what stands for all that a data file follows from.

        Raises:
            KeyError: No page has this name.
        """
        return f"{name}:{self._digest(self._paths[name.partition('/')[2]])}"

    def content(self, name: str) -> bytes:
        """Return a data file.

        Raises:
            KeyError: No page has this name.
        """
        sort, _, stem = name.partition("/")
        return script(name, self._sorts[sort](self._repository.files[self._paths[stem]]))


def name_prefix(file: RepoFile) -> str:
    """Return what the anchors of a file's symbols have in common; the data leave it out."""
    return f"{file.module}." if file.module else ""


def page_stem(page: PagePlan) -> str:
    """Return what the addresses of a page have in common, with and without a slash at their end."""
    return page.dest_uri.removesuffix(".html").removesuffix("/index")
