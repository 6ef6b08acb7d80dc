"""Which files of the repository the site publishes as they are: images that pages show.

An SVG file is a document that can run scripts when somebody opens its address. It is published
only if nothing in it could: the check is an allow-by-absence on its parsed elements, never a
search of its text.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.source_text import read_file

MAX_BYTES = 5 * 1024 * 1024
"""Larger images are described but not published."""
_RASTER = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp")
_ACTIVE_ELEMENTS = frozenset(
    {
        "script",
        "foreignobject",
        "iframe",
        "embed",
        "object",
        "audio",
        "video",
        "handler",
        "listener",
        "set",
        "animate",
    }
)
_PASSIVE_TARGETS = ("#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


class _ActiveError(Exception):
    """Something in the document may act."""


def is_published(file: RepoFile, root: Path) -> bool:
    """Return whether the site holds a copy of a file.

    Args:
        file: Any documented file.
        root: Where the repository lies.
    """
    if file.source.kind not in {"image", "text", "binary"} or file.source.size > MAX_BYTES:
        return False
    name = file.name.lower()
    if name.endswith(_RASTER):
        return True
    if not name.endswith(".svg"):
        return False
    try:
        return is_inert(read_file(root, file.path))
    except OSError:  # gone since it was found; discovery reports what it can't read
        return False


def is_inert(svg: bytes) -> bool:
    """Return whether an SVG document is well-formed and can't run or fetch anything."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _element
    parser.ProcessingInstructionHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(svg, True)
    except (expat.ExpatError, _ActiveError, ValueError, LookupError):
        return False  # the last two: encodings that expat or Python does not know
    return True


def _element(name: str, attributes: dict[str, str]) -> None:
    if name.rpartition(":")[2].lower() in _ACTIVE_ELEMENTS:
        raise _ActiveError
    for attribute, value in attributes.items():
        local = attribute.rpartition(":")[2].lower()
        if local.startswith("on"):
            raise _ActiveError
        if local in {"href", "src"} and not value.strip().lower().startswith(_PASSIVE_TARGETS):
            raise _ActiveError


def _refuse(*_: object) -> None:
    raise _ActiveError
