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
    return published_content(root, file.path) is not None


def published_content(root: Path, path: str) -> bytes | None:
    """Return an image as it is now; `None` if there is none any more that may be published.

    Args:
        root: Where the repository lies.
        path: An image that was one when the site was planned.
    """
    try:
        content = read_file(root, path)
    except OSError:  # gone since it was found, a link now, or not ours to read
        return None
    is_drawing = path.lower().endswith(".svg")
    return content if not is_drawing or is_inert(content) else None
