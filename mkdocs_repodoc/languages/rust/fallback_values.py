"""Values that Rust code falls back on: `args.max_redirects.unwrap_or(10)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.model.facts import FallbackValue

TYPE_DEFAULT = "default()"
_UNWRAPPED = re.compile(
    rb"\b(?:(?P<own>self)|args?|arguments|matches|params|settings|config|flags|(?:\w+_)?(?:cli|opts?|options?))"
    rb"\s*\.(?P<name>[a-z_]\w*)(?:\s*\.(?:clone|as_deref|as_ref|copied|cloned|take)\(\))*"
    rb"\s*\.unwrap_or(?:(?P<of_type>_default\(\))|_else\(|\((?:(?P<value>[^()\n]{1,60})\))?)"
)
_KNOWN = re.compile(rb"-?\d[\w.]*|\"[^\"\\]*\"|'[^'\\]'|true|false|(?:\w+::)*[A-Z]\w*")
"""A literal, a constant, or a variant of an enumeration."""


_OWN = re.compile(
    rb"^[ \t]*(?:unsafe )?impl\b[^{;]{0,300}?(\w+)(?:<[^{;]{0,100}>)?\s*(?:where\b[^{;]{0,300})?\{",
    re.MULTILINE,
)
"""The head of what a type does."""


def fallback_values(code: bytes) -> Iterator[FallbackValue]:
    """Yield what a file falls back on where a member of its options or settings has no value."""
    if b"unwrap_or" not in code:
        return
    owners = [(each.start(), each[1].decode()) for each in _OWN.finditer(code)]
    for match in _UNWRAPPED.finditer(code):
        before = [name for start, name in owners if start < match.start()]
        holder = before[-1] if match["own"] and before else ""
        value = (match["value"] or b"").strip()
        said = value.decode("utf-8", "replace") if _KNOWN.fullmatch(value) else ""
        name = match["name"].decode()
        line = code.count(b"\n", 0, match.end()) + 1
        yield FallbackValue(name, TYPE_DEFAULT if match["of_type"] else said, line, holder)
