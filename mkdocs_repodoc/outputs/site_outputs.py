"""The list of the files that programs read of a site.

A new one is a module that makes its bytes of a `DocumentedSite`, and a line in `OUTPUTS`. The host
writes each file at its path in the site, unless the user has put one of that name there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkdocs_repodoc.outputs.documented_site import DocumentedSite
from mkdocs_repodoc.outputs.objects_inventory import objects_inventory

OUTPUTS: Mapping[str, Callable[[DocumentedSite], bytes]] = {
    "objects.inv": objects_inventory,
}
"""Path in the site → what makes the file; the same bytes for the same site."""


class SiteOutputs(Mapping[str, bytes]):
    """Path in the site → content, made when it is looked up.

    Args:
        site: What the files are about.
    """

    def __init__(self, site: DocumentedSite) -> None:
        self._site = site

    def __getitem__(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        return OUTPUTS[path](self._site)

    def __iter__(self) -> Iterator[str]:
        return iter(OUTPUTS)

    def __len__(self) -> int:
        return len(OUTPUTS)
