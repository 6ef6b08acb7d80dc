"""Text for pages and terminals: what they can't hold, or would act there, is shown instead.

On a terminal, file names and sources may hold what moves the cursor, changes the title of the
window, or has the terminal type an answer; a line end in a name would pass for a line of the
program's own.
"""

from __future__ import annotations

import re

_BEYOND_ASCII = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_ACTING = re.compile(f"[\x00-\x08\x0b-\x1f{_BEYOND_ASCII}]")
"""Control characters but tab and line end, what reorders text, and halves of characters."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML forbids: control characters, halves of characters, and non-characters."""
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n")
_PICTURES = 0x2400
_DELETE = 0x7F
_ACTING_IN_JSON = re.compile(f"[{_BEYOND_ASCII}]")


def printable(page: str) -> str:
    """Replace what HTML or UTF-8 can't hold: control characters by their pictures."""
    if page.isascii() and len(page.encode().translate(None, _CONTROLS)) == len(page):
        return str(page)  # as nearly all pages are, which a pattern takes ten times as long to see
    return _UNPRINTABLE.sub(_shown, page)


def terminal_text(text: str) -> str:
    """Return lines of text with a picture, or U+FFFD, for each character that acts."""
    return _ACTING.sub(_shown, text)


def terminal_line(text: str) -> str:
    """Return a text that stays on its line, likewise."""
    return terminal_text(text).replace("\n", "\u240a").replace("\t", "\u2409")


def terminal_json(text: str) -> str:
    """Return JSON that is the same data, with an escape for each character in it that acts."""
    return _ACTING_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "\u2421" if code == _DELETE else "\ufffd"
