"""Names in the built site that no two pages share, on any file system.

A repository's names are free; a site's are not: file systems fold case, normalise Unicode, limit a
name's length, know devices by name (`aux.py`), and hosts drop hidden folders or choke on control
characters. A name keeps its spelling where it can. Where it can't, a digest of the repository path
is added, so that what a page is called depends on that path and not on the order in which things
were found.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from mkdocs_repodoc.paths import UNREADABLE, readable

MAX_COMPONENT = 240
"""Bytes of one path component; common file systems allow 255."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
"""Control characters, line separators, the backslash (a separator on Windows) and bytes that are
no UTF-8."""

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|$)", re.IGNORECASE
)
"""What Windows takes for a device, whatever follows the full stop."""
_END = re.compile(r"[. ]+$")
"""What Windows drops from the end of a name."""


def folded(name: str) -> str:
    """Return what a name is on a file system that ignores case and Unicode normal forms."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def digest(path: str) -> str:
    """Return a short digest of a repository path."""
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def uri_path(path: str) -> str:
    """Return a repository path as it stands in source URIs.

    That is the path itself, except for what no text can hold: such characters are replaced, and a
    digest keeps two paths apart that would then read the same.
    """
    if not UNREADABLE.search(path):
        return path
    return "/".join(
        _readable_part(part) if UNREADABLE.search(part) else part for part in path.split("/")
    )


def _readable_part(part: str) -> str:
    """Keep the ending: MkDocs takes a file for a page by that alone."""
    stem = part.removesuffix(".md")
    return f"{readable(stem)}-{digest(part)}{part[len(stem) :]}"


def url_of(dest_uri: str, *, directory_urls: bool) -> str:
    """Return the URL, relative to the site's top, under which a built file is served."""
    folder, _, name = dest_uri.rpartition("/")
    if directory_urls and name == "index.html":
        return quote(f"{folder or '.'}/")
    return quote(dest_uri)


class NameAllocator:
    """The entries of one folder of the built site.

    Entries must be taken in an order that does not depend on anything but their names; the first
    comer keeps its spelling.

    Args:
        reserved: Names that nobody may take.
    """

    def __init__(self, *reserved: str) -> None:
        self._taken = {folded(name) for name in reserved}

    def claim(self, name: str, path: str, suffix: str = "") -> str:
        """Return a new entry's name, and keep it from then on.

        Args:
            name: What the entry should be called, without its suffix.
            path: The repository path that it stands for; distinguishes entries of the same name.
            suffix: File extension that the entry must end in.
        """
        fit = _UNFIT.sub("_", name)
        fit = fit if suffix else _END.sub("_", fit)
        mark = ""
        if fit != name:
            mark = f"-{digest(path)}"
        if fit.startswith("."):  # hosts and their upload actions leave hidden files out
            fit = f"dot{fit}"
        if device := _DEVICE.match(fit):
            fit = f"{device[0]}_{fit[device.end() :]}"
        entry = f"{_shortened(fit, mark, suffix, path)}{suffix}"
        number = 1
        while not self._taken.isdisjoint(_places(entry)):
            mark = f"-{digest(path)}" if number == 1 else f"-{digest(path)}-{number}"
            entry = f"{_shortened(fit, mark, suffix, path)}{suffix}"
            number += 1
        self._taken |= _places(entry)
        return entry


def _places(entry: str) -> set[str]:
    """Return the names that an entry takes: its page in Markdown may lie beside it."""
    seen = folded(entry)
    return {seen, f"{seen.removesuffix('.html')}.md"}


def _shortened(name: str, mark: str, suffix: str, path: str) -> str:
    room = MAX_COMPONENT - len(suffix.encode())
    if len((name + mark).encode()) <= room:
        return name + mark
    mark = mark or f"-{digest(path)}"
    kept = name.encode()[: room - len(mark.encode())].decode(errors="ignore")
    return kept.rstrip(". ") + mark
