"""Values that Rust code falls back on: `args.max_redirects.unwrap_or(10)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.model.facts import FallbackValue

TYPE_DEFAULT = "default()"
_UNWRAPPED = re.compile(
    rb"\b(?:self|args?|arguments|matches|params|settings|config|flags|(?:\w+_)?(?:cli|opts?|options?))"
    rb"\s*\.(?P<name>[a-z_]\w*)(?:\s*\.(?:clone|as_deref|as_ref|copied|cloned|take)\(\))*"
    rb"\s*\.unwrap_or(?:(?P<of_type>_default\(\))|_else\(|\((?:(?P<value>[^()\n]{1,60})\))?)"
)
_KNOWN = re.compile(rb"-?\d[\w.]*|\"[^\"\\]*\"|'[^'\\]'|true|false|(?:\w+::)*[A-Z]\w*")
"""A literal, a constant, or a variant of an enumeration."""


def fallback_values(code: bytes) -> Iterator[FallbackValue]:
    """Yield what a file falls back on where a member of its options or settings has no value."""
    if b"unwrap_or" not in code:
        return
    for match in _UNWRAPPED.finditer(code):
        value = (match["value"] or b"").strip()
        said = value.decode("utf-8", "replace") if _KNOWN.fullmatch(value) else ""
        name = match["name"].decode()
        line = code.count(b"\n", 0, match.end()) + 1
        yield FallbackValue(name, TYPE_DEFAULT if match["of_type"] else said, line)
