"""Values that an enumeration of Rust has for clap, which derives them from its variants."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.name_parts import WORD_START
from mkdocs_repodoc.text.document_parts.documented_values import DocumentedValue
from mkdocs_repodoc.text.english import one_line
from mkdocs_repodoc.text.prose import first_sentence

STANDARD = frozenset(["String", "PathBuf", "OsString", "Vec", "Option", "Duration", "Url", "Regex"])
"""Types that have no values to choose from."""
_TYPE = re.compile(r"[A-Z]\w*$")
_DECLARED = (
    rb"#\[derive\([^)\]]*\bValueEnum\b[^)\]]*\)\]\s*"
    rb"(?:#\[[^\]]*\]\s*|//[^\n]*\n\s*)*"
    rb"(?:pub(?:\([^)]*\))?\s+)?enum\s+%s\s*\{([^{}]*)\}"
)
_COMMENT = re.compile(r"(?<!/)//(?!/)[^\n]*|////[^\n]*")
_VARIANT = re.compile(r"((?:#\[[^\]]*\]\s*|///[^\n]*\n\s*)*)\b([A-Z]\w*)\s*(?:,|$)")
_SKIPPED = re.compile(r"#\[(?:value|clap)\([^\]]*\bskip\b")
_NAME = re.compile(r"#\[(?:value|clap)\([^\]]*\bname\s*=\s*\"([^\"]+)\"")
_DOCUMENTED = re.compile(r"^[ \t]*///[ \t]?([^\n]*)", re.MULTILINE)


def named_values(kind: str, code: bytes) -> tuple[DocumentedValue, ...]:
    """Return the values of an enumeration as one writes them for an option, with their meanings.

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
        DocumentedValue(_written(above, variant), _meaning(above))
        for above, variant in _VARIANT.findall(body)
        if not _SKIPPED.search(above)
    )


def _meaning(above: str) -> str:
    """Return the first sentence of a variant's documentation."""
    paragraph = "\n".join(_DOCUMENTED.findall(above)).partition("\n\n")[0]
    return first_sentence(one_line(paragraph)).rstrip(".")


def _written(above: str, variant: str) -> str:
    named = _NAME.search(above)
    return named[1] if named is not None else WORD_START.sub("-", variant).lower()
