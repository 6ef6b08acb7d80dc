"""The generated files that the build before has left in the site, kept from MkDocs' cleaning.

MkDocs empties the folder of a site before it knows what will be in it, so that each build writes
every file, and programs that upload a site see all of them as new. It leaves hidden entries alone:
the folder of the generated pages is hidden while MkDocs cleans, and comes back once the pages of
this build are known, without what is none of them. Whoever makes the pages then writes those that
have changed. The data beside the pages come back one by one, as they are made again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from mkdocs.utils import write_file

from mkdocs_repodoc.pipeline.writing.published_files import DATA_FOLDER

_HIDDEN = ".repodoc-earlier"
_HIDDEN_DATA = ".repodoc-earlier-data"


class EarlierPages:
    """The folder of generated pages in a site that is about to be built again.

    Args:
        site_dir: Folder of the built site.
        uri: Folder of the generated pages in it.
    """

    def __init__(self, site_dir: Path, uri: str) -> None:
        self._site = site_dir
        self._folder = site_dir / uri
        self._hidden = site_dir / _HIDDEN
        self._data = site_dir / DATA_FOLDER
        self._hidden_data = site_dir / _HIDDEN_DATA

    def hide(self) -> None:
        """Hide the pages and the data, before MkDocs cleans the site."""
        self.discard()  # what a build has left that was cut off
        for folder, hidden in ((self._folder, self._hidden), (self._data, self._hidden_data)):
            if folder.is_dir() and not self._is_behind_a_link(folder):
                folder.rename(hidden)

    def _is_behind_a_link(self, folder: Path) -> bool:
        above = [each for each in folder.parents if self._site in each.parents]
        return any(each.is_symlink() for each in (folder, *above))

    def bring_back(self, wanted: Collection[str]) -> None:
        """Put the pages back that this build has too, and remove the others.

        Nothing comes back where somebody has written into their folder meanwhile.

        Args:
            wanted: Absolute paths of the files of this build's pages.
        """
        if not self._hidden.is_dir():
            return
        if self._folder.exists():
            shutil.rmtree(self._hidden)
            return
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self._hidden.rename(self._folder)
        for folder, _, _ in os.walk(self._folder, topdown=False):
            _remove_others(Path(folder), wanted)

    def take_back(self, path: Path, content: bytes) -> bool:
        """Put a file of the data back if it has a content; tell whether it had.

        Args:
            path: Where it is in the site.
            content: What it has to say.
        """
        if not path.is_relative_to(self._data):
            return False
        hidden = self._hidden_data / path.relative_to(self._data)
        if path.exists() or hidden.is_symlink() or not _has(hidden, content):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        hidden.rename(path)
        return True

    def discard(self) -> None:
        """Remove what has not come back for good, as MkDocs would have done."""
        for hidden in (self._hidden, self._hidden_data):
            if hidden.is_dir():
                shutil.rmtree(hidden)


def write_if_changed(content: bytes, file: Path) -> None:
    """Write a file unless it has this content.

    One that has another content is replaced: it may have a second name outside the site.
    """
    if _has(file, content):
        return
    file.unlink(missing_ok=True)
    write_file(content, str(file))


def _has(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content


def _remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove the files that are no page from a folder, and the folder if nothing is left in it."""
    for entry in list(folder.iterdir()):
        if entry.is_symlink() or (not entry.is_dir() and str(entry) not in wanted):
            entry.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
