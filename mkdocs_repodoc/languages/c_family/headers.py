"""The language of a header, whose suffix does not tell."""

from __future__ import annotations

import re

_CPLUSPLUS = re.compile(
    rb"^[ \t]*(?:class\s+\w|enum\s+(?:class|struct)\b|namespace\b|template\s*<|using\s+\w|"
    rb"(?:public|private|protected):|"
    rb"#[ \t]*include[ \t]*<(?:[a-z_]+|c10/.*|ATen/.*|torch/.*|boost/.*)>)|"
    rb"\b(?:std::|constexpr\b|nullptr\b|noexcept\b|static_cast<|virtual\s+\w|operator[=+\-*<(\[])",
    re.MULTILINE,
)
_C_COMMENT = re.compile(rb"/\*.*?\*/|//[^\n]*", re.DOTALL)
_OBJECTIVE_C = re.compile(rb"^[ \t]*(?:@interface|@protocol|@class|#import)\b", re.MULTILINE)


def header_language(head: bytes) -> str:
    """Return the language of a header by its first bytes: what only one language has decides."""
    code = _C_COMMENT.sub(b"", head)
    if _OBJECTIVE_C.search(code):
        return "objective-c"
    return "c++" if _CPLUSPLUS.search(code) else "c"
