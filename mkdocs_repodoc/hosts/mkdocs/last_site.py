"""The site of the last good build of a preview, kept from MkDocs' cleaning while it is built anew.

MkDocs empties the folder of a site first, and leaves hidden entries alone. What is in it moves into
a hidden folder when a build begins, and goes once the build has ended well.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

_HIDDEN = ".repodoc-last"


class LastSite:
    """Files of a site by their paths.

    Args:
        site_dir: Folder of the site.

    Attributes:
        folder: Where the files are while another build goes on.
    """

    def __init__(self, site_dir: Path) -> None:
        self._site_dir = site_dir
        self.folder = site_dir / _HIDDEN

    def hide(self) -> None:
        """Move the files away, unless they still are: then what is there is of a failed build."""
        if self.folder.exists():
            return
        self.folder.mkdir(parents=True)
        for entry in list(self._site_dir.iterdir()):
            if not entry.name.startswith("."):
                entry.rename(self.folder / entry.name)

    def discard(self) -> None:
        """Remove the files: there is a newer site."""
        shutil.rmtree(self.folder, ignore_errors=True)


def found_in(folder: Path, path: str) -> Path | None:
    """Return the file at a path of a site, or the index of the folder there; `None` if none is."""
    wanted = Path(os.path.abspath(folder / path))  # noqa: PTH100 - `resolve` would follow links
    if not wanted.is_relative_to(folder):  # Windows has more ways out than `..`
        return None
    with contextlib.suppress(OSError):  # such as a name that is too long
        return next((file for file in (wanted, wanted / "index.html") if file.is_file()), None)
    return None
