"""Digests of this program's code and of the libraries under it, for the keys of cached results.

What is kept in the cache is a function of its input and of the code that made it. A key that names
the code as well is never stale, neither after an update nor while the code is being worked on.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from mkdocs_repodoc.extensions.named_extensions import derived, extensions_code

_PACKAGE = Path(__file__).parents[1]
_DISTRIBUTION = "mkdocs-repodoc"
_COMPILED = (".pyc", ".pyo")


@derived
def code_digest(rooms: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Return the digest of code, of the versions of libraries, and of Python's own.

    The code of the extensions in use is always a part of it.

    Args:
        rooms: Modules and packages of `mkdocs_repodoc`, without suffix. `""` stands for all of
            them. Templates, scripts and styles inside are code as well.
        libraries: Names of distributions.
    """
    digest = sha256(f"{sys.version_info[:3]}\0{extensions_code()}".encode())
    for room in rooms:
        for file in _files(room):
            digest.update(f"\0{file}\0".encode())
            digest.update(content_digest(f"{_PACKAGE}/{file}"))
    for library in sorted(set(libraries)):
        digest.update(f"\0{library} {version(library)}".encode())
    return digest.hexdigest()


@lru_cache  # the key of each file's record asks, and the metadata is parsed anew each time
def libraries(prefix: str = "") -> tuple[str, ...]:
    """Return the names of the distributions that this one uses, in each of its extras as well.

    What an extra brings may be missing: `version` says so, and a result without it has another key.

    Args:
        prefix: What a name has to begin with.
    """
    try:
        requirements = importlib.metadata.requires(_DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:  # run from a source tree
        return ()
    names = {re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in requirements}
    return tuple(sorted(name for name in names if name.startswith(prefix)))


@cache  # several digests are of the same files
def content_digest(file: str) -> bytes:
    """Return the digest of a file's content."""
    return sha256(Path(file).read_bytes()).digest()


@cache  # as they are of the same libraries, whose metadata is parsed for it
def version(library: str) -> str:
    """Return the installed version of a distribution; `none` if there is none."""
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _files(room: str) -> Iterable[str]:
    """Return the files of a room in an order that is always the same, relative to the package."""
    module = f"{room}.py"
    own = [module] if (_PACKAGE / module).is_file() else []
    inside = _files_in(_PACKAGE / room, f"{room}/" if room else "")
    return sorted([*own, *inside], key=lambda file: file.split("/"))


def _files_in(folder: Path, prefix: str) -> Iterator[str]:
    """Yield the files below a folder; paths as objects would take longer than to read them."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(folder / entry.name, f"{prefix}{entry.name}/")
            elif entry.is_file() and not entry.name.endswith(_COMPILED):
                yield f"{prefix}{entry.name}"
