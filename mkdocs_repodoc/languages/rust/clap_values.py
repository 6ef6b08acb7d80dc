"""Values that an enumeration of Rust has for clap, which derives them from its variants."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.name_parts import WORD_START

_TYPE = re.compile(r"[A-Z]\w*$")
_DECLARED = (
    rb"#\[derive\([^)\]]*\bValueEnum\b[^)\]]*\)\]\s*"
    rb"(?:#\[[^\]]*\]\s*|//[^\n]*\n\s*)*"
    rb"(?:pub(?:\([^)]*\))?\s+)?enum\s+%s\s*\{([^{}]*)\}"
)
_COMMENT = re.compile(r"//[^\n]*")
_VARIANT = re.compile(r"((?:#\[[^\]]*\]\s*)*)\b([A-Z]\w*)\s*(?:,|$)")
_SKIPPED = re.compile(r"#\[(?:value|clap)\([^\]]*\bskip\b")
_NAME = re.compile(r"#\[(?:value|clap)\([^\]]*\bname\s*=\s*\"([^\"]+)\"")


def named_values(kind: str, code: bytes) -> tuple[str, ...]:
    """Return the values of an enumeration as one writes them for an option.

    Args:
        kind: Name of the type.
        code: The file; nothing is returned for a type of another one.
    """
    if not _TYPE.match(kind) or b"ValueEnum" not in code:
        return ()
    declared = re.search(_DECLARED % kind.encode(), code)
    if declared is None:
        return ()
    body = _COMMENT.sub("", declared[1].decode("utf-8", "replace"))
    return tuple(
        _written(attributes, variant)
        for attributes, variant in _VARIANT.findall(body)
        if not _SKIPPED.search(attributes)
    )


def _written(attributes: str, variant: str) -> str:
    named = _NAME.search(attributes)
    return named[1] if named is not None else WORD_START.sub("-", variant).lower()
