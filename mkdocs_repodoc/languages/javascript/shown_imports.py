"""Names that `import` and `require` bind in shown code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.record_parts.example_code import ShownImport

_BINDS = re.compile(
    r"\b(?:import|const|let|var)\s+(?:type\s+)?(?P<bound>[\w$*{][^'\"=;]*?)\s*"
    r"(?:\bfrom\s*|=\s*(?:await\s+)?(?:require|import)\(\s*)['\"](?P<module>[^'\"]+)['\"]"
    r"(?!\s*\)\s*\()"
)
_CALLED = re.compile(r"\brequire\(\s*['\"](?P<module>[^'\"]+)['\"]\s*\)\s*\(")
"""A module that is called where it is imported, and so has no name."""
_RENAMED = re.compile(r"\s+as\s+|\s*:\s*")


def read_imports(code: str) -> Iterator[ShownImport]:
    """Yield what the imports of shown code bind."""
    for match in _BINDS.finditer(code):
        row = code.count("\n", 0, match.start())
        for name, original in _bound(match["bound"]):
            yield ShownImport(name, original, match["module"], row)
    for match in _CALLED.finditer(code):
        yield ShownImport("", "default", match["module"], code.count("\n", 0, match.start()))


def _bound(written: str) -> Iterator[tuple[str, str]]:
    """Yield the names between `import` and the module, and what each is called there."""
    outside, _, inside = written.partition("{")
    default = outside.strip().rstrip(",").strip()
    if default.startswith("*"):
        yield default.rpartition(" ")[2], "*"
    elif default:
        yield default, "default"
    for item in inside.rstrip("} \n").split(","):
        original, *renamed = _RENAMED.split(item.strip())
        if original:
            yield renamed[0] if renamed else original, original
