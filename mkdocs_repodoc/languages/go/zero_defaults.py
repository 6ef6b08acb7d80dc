"""Values that Go code gives to a setting that has its zero value: `if cfg.Port == 0 {…}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.model.facts import FallbackValue

_TAKEN = re.compile(
    rb"^\tif\s+(?P<held>(?:\w+\.){0,3}(?P<last>\w+))\.(?P<name>[A-Z]\w*)\s*"
    rb"(?:==\s*(?:\"\"|0|nil)|<=?\s*0)\s*\{\s*(?P=held)\.(?P=name)\s*="
    rb"\s*(?P<value>[^\n{}]{1,60}?)\s*\n",
    re.MULTILINE,
)
"""At the level of a function's body: deeper, it holds in some cases only."""
_SETTINGS = re.compile(rb"(?i:\w*(?:cfg|conf|config|opts?|options?|args|flags|settings|params))$")
_RECEIVER = re.compile(rb"^func \((\w+) \*?(\w+)\)", re.MULTILINE)
_KNOWN = re.compile(
    r"-?\d[\w.]*(?: ?\* ?[\w.]+)?|\"[^\"\\]*\"|true|false"
    r"|[A-Za-z_][\w.]*(?: ?\* ?[\w.]+)?"
)
"""A literal, a constant, or an amount of one."""


def zero_defaults(code: bytes) -> Iterator[FallbackValue]:
    """Yield what a file gives members of settings that nobody has set."""
    receivers = [(each.start(), each[1], each[2].decode()) for each in _RECEIVER.finditer(code)]
    for match in _TAKEN.finditer(code):
        around = [each for each in receivers if each[0] < match.start()][-1:]
        holder = next((kind for _, name, kind in around if name == match["held"]), "")
        if not holder and not _SETTINGS.match(match["last"]):
            continue
        written = match["value"].decode("utf-8", "replace")
        value = written if _KNOWN.fullmatch(written) else ""
        line = code.count(b"\n", 0, match.start("value")) + 1
        yield FallbackValue(match["name"].decode(), value, line, holder, is_zero=True)
