"""Questions about paths of the repository: relative, with slashes, the root as the empty string."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line separators, and bytes that are no UTF-8."""
WRITTEN_FILES = ".repodoc-files.json"
"""Name of the list of what was written into a folder, which is at its top."""


def folder_of(path: str) -> str:
    """Return the folder that holds a file or folder; empty for what lies in the root."""
    return path.rpartition("/")[0]


def name_of(path: str) -> str:
    """Return the last part of a path."""
    return path.rpartition("/")[2]


def stem_of(path: str) -> str:
    """Return the name of a file up to its first full stop: `tide` of `src/tide.test.ts`."""
    return name_of(path).partition(".")[0]


def prefix_of(folder: str) -> str:
    """Return what all paths below a folder begin with: nothing for the root."""
    return f"{folder}/" if folder else ""


def ancestors(path: str) -> Iterator[str]:
    """Yield the folders around a file or folder, the innermost first, the root last."""
    while path:
        path = folder_of(path)
        yield path


def is_below(path: str, top: str) -> bool:
    """Tell whether a path is a file or folder itself or lies below it; all lie below the root."""
    return not top or path == top or path.startswith(f"{top.rstrip('/')}/")


def shared_parts(path: str, other: str) -> int:
    """Return how many parts two paths have in common from the root on."""
    pairs = zip(_parts(path), _parts(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def common_folder(paths: Sequence[str]) -> str:
    """Return the innermost folder that holds all of some files; at least one."""
    first, *others = map(folder_of, paths)
    shared = min((shared_parts(first, other) for other in others), default=None)
    return "/".join(_parts(first)[:shared])


def _parts(path: str) -> list[str]:
    return path.split("/") if path else []


def is_text(path: str) -> bool:
    """Return whether a path has no bytes that are not UTF-8, which are carried as surrogates."""
    return path.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in path)


def readable(path: str) -> str:
    """Return a path, or another text, as it can be shown: what is no character becomes U+FFFD."""
    return UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", path)
