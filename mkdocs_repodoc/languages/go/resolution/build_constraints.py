"""Build constraints: the platforms on which a file is built, and whether the usual ones are."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.resolution.boolean_expressions import holds
from mkdocs_repodoc.paths import name_of

_SYSTEMS = "aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris"
_PROCESSORS = "386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x"
PLATFORMS = f"{_SYSTEMS}|{_PROCESSORS}"
"""Names of most systems and processors, as an expression."""
_SUFFIX = re.compile(
    rf".+?_(?P<tags>(?:{_SYSTEMS}|wasip1|windows)(?:_(?:{_PROCESSORS}|wasm))?|(?:{_PROCESSORS}|wasm))"
    r"(?:_test)?\.go$"
)
_TOKEN = re.compile(r"&&|\|\||[!()]|[\w.]+")
_USUAL = frozenset(("linux", "unix", "amd64", "gc", "cgo"))
_VERSION = re.compile(r"go1\.\d+$")
_LONGEST = 100


def constraint_of(path: str, written: str) -> str:
    """Return the constraint of a file: what it says, and what its name does.

    Args:
        path: The file.
        written: The expression of its `go:build` line; empty if it has none.
    """
    match = _SUFFIX.match(name_of(path))
    named = match["tags"].replace("_", " && ") if match else ""
    return f"({written}) && {named}" if written and named else written or named


def is_usual(constraint: str) -> bool:
    """Return whether a file is built on Linux on amd64, without tags of one's own."""
    tokens = _TOKEN.findall(constraint)
    if not tokens:
        return True
    return len(tokens) <= _LONGEST and holds(tokens, _is_usual_tag)


def _is_usual_tag(tag: str) -> bool:
    return tag in _USUAL or _VERSION.match(tag) is not None
