"""Names that imports in shown code bind: the software's, and those of others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.paths import name_of

_SCRIPT = re.compile(
    r"\b(?:import|const|let|var)\s+(?:type\s+)?(?P<bound>[\w$*{][^'\"=;]*?)\s*"
    r"(?:\bfrom\s*|=\s*(?:await\s+)?(?:require|import)\(\s*)['\"](?P<module>[^'\"]+)['\"]"
    r"(?!\s*\)\s*\()"
)
_CALLED = re.compile(r"\brequire\(\s*['\"](?P<module>[^'\"]+)['\"]\s*\)\s*\(")
"""A module that is called where it is imported, and so has no name."""
_FROM = re.compile(
    r"^\s*from\s+(?P<module>[\w.]+)\s+import\s+(?:\((?P<many>[^)]*)\)|(?P<bound>[\w ,*]+))",
    re.MULTILINE,
)
_IMPORT = re.compile(
    r"^\s*import\s+(?P<module>[\w.]+)(?:\s+as\s+(?P<bound>\w+))?\s*$", re.MULTILINE
)
_PATH = re.compile(
    r'^\s*(?:import\s+)?(?P<bound>[\w.]+\s+)?"(?P<module>[\w./-]+)"\s*$', re.MULTILINE
)
_VERSION = re.compile(r"/v\d+$")
_RENAMED = re.compile(r"\s+as\s+|\s*:\s*")


class Bound(NamedTuple):
    """A name that an import binds.

    Attributes:
        name: As the code uses it.
        original: As it is called where it comes from; `default`, or `*` for all of a module.
        is_own: Whether it comes from the software.
    """

    name: str
    original: str
    is_own: bool


def imported_names(lines: Sequence[str], own: Collection[str]) -> Iterator[Bound]:
    """Yield the names that imports bind.

    Args:
        lines: The code.
        own: The names of the software's packages, in lower case and with `_` for `-`.
    """
    text = "\n".join(lines)
    for match in _SCRIPT.finditer(text):
        yield from _of_script(match["bound"], _is_own(match["module"], own))
    for match in _FROM.finditer(text):
        for item in (match["many"] or match["bound"] or "").split(","):
            original, *renamed = _RENAMED.split(item.strip())
            if original:
                is_own = _is_own(match["module"].partition(".")[0], own)
                yield Bound(renamed[0] if renamed else original, original, is_own)
    for match in _IMPORT.finditer(text):
        module = match["module"]
        yield Bound(match["bound"] or module.partition(".")[0], "*", _is_own(module, own))
    for match in _PATH.finditer(text):
        path = _VERSION.sub("", match["module"])
        bound = (match["bound"] or "").strip() or name_of(path)
        yield Bound(bound, "*", _is_own(match["module"], own) or _is_own(path, own))


def calls_import(line: str, own: Collection[str]) -> bool:
    """Tell whether a line calls the software where it imports it."""
    return any(_is_own(match["module"], own) for match in _CALLED.finditer(line))


def _of_script(bound: str, is_own: bool) -> Iterator[Bound]:
    outside, _, inside = bound.partition("{")
    default = outside.strip().rstrip(",").strip()
    if default.startswith("*"):
        yield Bound(default.rpartition(" ")[2], "*", is_own)
    elif default:
        yield Bound(default, "default", is_own)
    for item in inside.rstrip("} \n").split(","):
        original, *renamed = _RENAMED.split(item.strip())
        if original:
            yield Bound(renamed[0] if renamed else original, original, is_own)


def _is_own(module: str, own: Collection[str]) -> bool:
    """Tell whether a module is one of the software's packages, or a part of one."""
    plain = module.lower().replace("-", "_")
    return any(plain == each or plain.startswith((f"{each}/", f"{each}.")) for each in own if each)
