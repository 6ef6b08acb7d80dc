"""The generated pages that the build before has left in the site, kept from MkDocs' cleaning.

MkDocs empties the folder of a site before it knows what will be in it, so that each build writes
every file, and programs that upload a site see all of them as new. It leaves hidden entries alone:
the folder of the generated pages is hidden while MkDocs cleans, and comes back once the pages of
this build are known, without what is none of them. Whoever makes the pages then writes those that
have changed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from mkdocs.utils import write_file

_HIDDEN = ".repodoc-earlier"


class EarlierPages:
    """The folder of generated pages in a site that is about to be built again.

    Args:
        site_dir: Folder of the built site.
        uri: Folder of the generated pages in it.
    """

    def __init__(self, site_dir: Path, uri: str) -> None:
        self._folder = site_dir / uri
        self._hidden = site_dir / _HIDDEN

    def hide(self) -> None:
        """Hide the pages, before MkDocs cleans the site."""
        self.discard()  # what a build has left that was cut off
        if self._folder.is_dir() and not self._folder.is_symlink():
            self._folder.rename(self._hidden)

    def bring_back(self, wanted: Collection[str]) -> None:
        """Put the pages back that this build has too, and remove the others.

        Nothing comes back where somebody has written into their folder meanwhile.

        Args:
            wanted: Absolute paths of the files of this build's pages.
        """
        if not self._hidden.is_dir():
            return
        if self._folder.exists():
            self.discard()
            return
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._hidden.rename(self._folder)
        for folder, _, _ in os.walk(self._folder, topdown=False):
            _remove_others(Path(folder), wanted)

    def discard(self) -> None:
        """Remove the pages for good, as MkDocs would have done."""
        if self._hidden.is_dir():
            shutil.rmtree(self._hidden)


def write_if_changed(content: bytes, file: Path) -> None:
    """Write a file unless it has this content.

    One that has another content is replaced: it may have a second name outside the site.
    """
    if file.is_file():
        if file.stat().st_size == len(content) and file.read_bytes() == content:
            return
        file.unlink()
    write_file(content, str(file))


def _remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove the files that are no page from a folder, and the folder if nothing is left in it."""
    for entry in list(folder.iterdir()):
        if entry.is_symlink() or (not entry.is_dir() and str(entry) not in wanted):
            entry.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
