"""Names that `import` binds in shown code: a package is called as the end of its path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.record_parts.example_code import ShownImport
from mkdocs_repodoc.paths import name_of

_PATH = re.compile(
    r'^\s*(?:import\s+)?(?P<bound>[\w.]+\s+)?"(?P<module>[\w./-]+)"\s*$', re.MULTILINE
)
_VERSION = re.compile(r"/v\d+$")


def read_imports(code: str) -> Iterator[ShownImport]:
    """Yield what the imports of shown code bind."""
    for match in _PATH.finditer(code):
        path = _VERSION.sub("", match["module"])
        name = (match["bound"] or "").strip() or name_of(path)
        yield ShownImport(name, "*", match["module"], code.count("\n", 0, match.start()))
