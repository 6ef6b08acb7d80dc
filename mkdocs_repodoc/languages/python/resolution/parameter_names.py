"""Names of parameters, read from a signature as outlines hold it."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNATURE = re.compile(
    r"(?P<string>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,)|(?P<name>[^\W\d]\w*)"
)


@lru_cache(4096)
def parameter_names(signature: str) -> frozenset[str]:
    """Return the names of the parameters of a signature as outlines hold them."""
    if not signature.startswith("("):
        return frozenset()
    found = set()
    depth = 0
    starts = False
    for match in _SIGNATURE.finditer(signature):
        if match["name"] and depth == 1 and starts:
            found.add(match["name"])
        if match["open"] or match["close"]:
            depth += 1 if match["open"] else -1
            if not depth:
                break
        starts = depth == 1 and bool(match["open"] or match["comma"])
    return frozenset(found)
