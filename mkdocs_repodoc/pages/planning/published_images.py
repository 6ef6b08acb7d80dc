"""Images of the repository that pages show, published as they are."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.planning.svg_safety import is_inert
from mkdocs_repodoc.text.source_text import read_file

MAX_BYTES = 5 * 1024 * 1024
"""Larger images are described but not published."""
_RASTER = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp")


def is_published(file: RepoFile, root: Path) -> bool:
    """Return whether the site holds a copy of a file.

    Args:
        file: Any documented file.
        root: Where the repository lies.
    """
    if file.source.kind not in {"image", "text", "binary"} or file.source.size > MAX_BYTES:
        return False
    name = file.name.lower()
    if not name.endswith((*_RASTER, ".svg")):
        return False
    if not name.endswith(".svg"):
        return os.access(root / file.path, os.R_OK)
    try:
        return is_inert(read_file(root, file.path))
    except OSError:  # gone since it was found, or not ours to read
        return False
