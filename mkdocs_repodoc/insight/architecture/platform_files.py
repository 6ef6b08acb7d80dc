"""Files that stand for one another on different platforms: `disks_linux.go`, `disks_windows.go`.

They are named after platforms and define the same names. What uses such a name is linked to one of
them, so that the others look as if nothing used them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.kinds import FUNCTIONS, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import folder_of, name_of

_NAME = re.compile(
    r"(?P<stem>(?:\w*[_-])?)(?:linux|android|darwin|macos|mac|osx|ios|windows|win32|win|unix|posix"
    r"|bsd|freebsd|openbsd|netbsd|dragonfly|solaris|illumos|aix|plan9|wasm|wasi)\.\w+"
)


class PlatformFiles(NamedTuple):
    """Files of which each is for a platform of its own.

    Attributes:
        files: All of them, in order.
        names: What several of them define, in order.
        linked: The one that uses of these names lead to.
    """

    files: tuple[str, ...]
    names: tuple[str, ...]
    linked: str


def is_for_platform(path: str) -> bool:
    """Tell whether a file is named after a platform."""
    return _NAME.fullmatch(name_of(path).lower()) is not None


def platform_files(repository: Repository, paths: Iterable[str]) -> list[PlatformFiles]:
    """Return the groups of files for several platforms of which one stands for all.

    Args:
        repository: The linked repository.
        paths: The files of the software, in order.
    """
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for path in paths:
        if match := _NAME.fullmatch(name_of(path).lower()):
            language = repository.files[path].source.language
            alike[folder_of(path), language, match["stem"]].append(path)
    found = (_group(repository, each) for each in alike.values() if len(each) > 1)
    return [each for each in found if each is not None]


def _group(repository: Repository, paths: list[str]) -> PlatformFiles | None:
    defined = {path: _outer_names(repository, path) for path in paths}
    times = Counter(name for names in defined.values() for name in names)
    shared = {path: [n for n in names if times[n] > 1] for path, names in defined.items()}
    files = tuple(path for path in paths if shared[path])
    linked = [
        path
        for path in files
        if any(_is_used(repository, SymbolRef(path, defined[path][name])) for name in shared[path])
    ]
    if len(linked) != 1:
        return None
    return PlatformFiles(files, tuple(shared[linked[0]]), linked[0])


def _outer_names(repository: Repository, path: str) -> dict[str, int]:
    """Return the functions and types at the top of a file: name → position."""
    return {
        symbol.name: position
        for position, symbol in enumerate(repository.files[path].outline.symbols)
        if symbol.kind in FUNCTIONS | NOUNS and is_outer(symbol)
    }


def _is_used(repository: Repository, ref: SymbolRef) -> bool:
    """Whether a file uses a symbol that is itself for no platform."""
    users = repository.links.uses.files(ref)
    return any(path != ref.path and not _NAME.fullmatch(name_of(path).lower()) for path in users)
