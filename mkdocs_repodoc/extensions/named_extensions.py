"""The extensions that a run names: found among the installed packages, and in use until others are.

Which they are belongs to the process: what is known of languages is asked from everywhere. A
package is looked for in `sys.path` as it is at that time, from which callers that document a
repository have removed its folders (`trusted_imports`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper, cache
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, TypeVar

from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.parts import GROUPS, OfferedPart

Result = TypeVar("Result")

_COMPILED = {".pyc", ".pyo"}


class _Extension(NamedTuple):
    parts: tuple[OfferedPart, ...]
    code: str
    """Its name, its version, and a digest of its modules."""


class _InUse:
    """The extensions of this process, and what has to be forgotten when they change."""

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.extensions: tuple[_Extension, ...] = ()
        self.forget: list[Callable[[], None]] = []


_in_use = _InUse()


def derived(function: Callable[..., Result]) -> _lru_cache_wrapper[Result]:
    """Decorate a function whose results are remembered until other extensions are used.

    Args:
        function: The function; what it returns follows from the extensions in use.
    """
    remembered = cache(function)
    _in_use.forget.append(remembered.cache_clear)
    return remembered


def use_extensions(names: Sequence[str]) -> None:
    """Use these extensions from now on, and no others.

    Args:
        names: Names of installed packages, in the order in which their parts are asked.

    Raises:
        ExtensionError: One of them is not installed, or can't be loaded.
    """
    if _in_use.names == tuple(names):
        return
    found = tuple(_find(name) for name in names)
    _in_use.names, _in_use.extensions = tuple(names), found
    for forget in _in_use.forget:
        forget()


def offered_parts(group: str) -> list[OfferedPart]:
    """Return what the extensions in use offer in a group of entry points."""
    return [
        part
        for extension in _in_use.extensions
        for part in extension.parts
        if part.entry_point.group == group
    ]


def extensions_code() -> str:
    """Return a text that stands for the code of all extensions in use, for the keys of results."""
    return "\n".join(extension.code for extension in _in_use.extensions)


def _find(name: str) -> _Extension:
    try:
        package = distribution(name)
    except (PackageNotFoundError, ValueError):
        raise ExtensionError(
            name, "is not installed; install it with pip in the environment of mkdocs-repodoc"
        ) from None
    parts = tuple(
        OfferedPart(name, each)
        for each in sorted(package.entry_points, key=lambda each: (each.group, each.name))
        if each.group in GROUPS
    )
    if not parts:
        raise ExtensionError(
            name, f"is not an extension: it has none of the entry points {', '.join(GROUPS)}"
        )
    for part in parts:
        part.load()
    return _Extension(parts, _code(name, package, parts))


def _code(name: str, package: Distribution, parts: Sequence[OfferedPart]) -> str:
    """Whoever works on an extension changes its modules and not its version."""
    digest = sha256()
    tops = sorted({_top(part.entry_point.module) for part in parts})
    for file in sorted(file for top in tops for file in _modules(top)):
        digest.update(f"\0{file.name}\0".encode())
        digest.update(file.read_bytes())
    return f"{name} {package.version} {digest.hexdigest()}"


def _top(module: str) -> str:
    """Return the outermost package of a module that is no namespace, which many share."""
    names = module.split(".")
    for count in range(1, len(names)):
        spec = find_spec(".".join(names[:count]))
        if spec is None or spec.origin is not None:
            return ".".join(names[:count])
    return module


def _modules(top: str) -> list[Path]:
    """Return the files of a module or package, and what lies beside its modules."""
    spec = find_spec(top)
    if spec is None:
        return []
    if spec.submodule_search_locations is None:
        return [Path(spec.origin)] if spec.origin is not None else []
    found = [file for folder in spec.submodule_search_locations for file in Path(folder).rglob("*")]
    return [file for file in found if file.is_file() and file.suffix not in _COMPILED]
