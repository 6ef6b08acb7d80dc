"""Names that `import` and `from` bind in shown code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.record_parts.example_code import ShownImport

_FROM = re.compile(
    r"^\s*from\s+(?P<module>[\w.]+)\s+import\s+(?:\((?P<many>[^)]*)\)|(?P<bound>[\w ,*]+))",
    re.MULTILINE,
)
_IMPORT = re.compile(
    r"^\s*import\s+(?P<module>[\w.]+)(?:\s+as\s+(?P<bound>\w+))?\s*$", re.MULTILINE
)
_RENAMED = re.compile(r"\s+as\s+")


def read_imports(code: str) -> Iterator[ShownImport]:
    """Yield what the imports of shown code bind."""
    for match in _FROM.finditer(code):
        row = code.count("\n", 0, match.start())
        for item in (match["many"] or match["bound"] or "").split(","):
            original, *renamed = _RENAMED.split(item.strip())
            if original:
                name = renamed[0] if renamed else original
                yield ShownImport(name, original, match["module"], row)
    for match in _IMPORT.finditer(code):
        module = match["module"]
        name = match["bound"] or module.partition(".")[0]
        yield ShownImport(name, "*", module, code.count("\n", 0, match.start()))
