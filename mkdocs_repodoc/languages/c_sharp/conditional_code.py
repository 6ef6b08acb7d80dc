"""Code in directives such as `#if`, for files that the grammar can't read with all of it.

It reads directives between whole members and statements. Where one branch ends a declaration with a
body and the other with a semicolon, it loses the type around: one of them has to go.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.treesitter.source_bytes import blanked

_DIRECTIVE = re.compile(
    rb"[ \t]*#[ \t]*(if|elif|else|endif|region|endregion|pragma|nullable|define|undef|warning"
    rb"|error|line)\b"
)


def first_branches(code: bytes) -> bytes:
    """Return code without directives and without what stands in a branch behind the first.

    Args:
        code: Code that the grammar could not read.

    Returns:
        As many bytes on as many lines; blanks stand for what is left out.
    """
    lines: list[bytes] = []
    is_first: list[bool] = []
    for line in code.splitlines(keepends=True):
        match = _DIRECTIVE.match(line)
        word = match[1] if match is not None else b""
        if word == b"if":
            is_first.append(True)
        elif word in (b"elif", b"else") and is_first:
            is_first[-1] = False
        elif word == b"endif" and is_first:
            is_first.pop()
        lines.append(line if not word and all(is_first) else blanked(line))
    return b"".join(lines)
