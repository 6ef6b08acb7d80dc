"""Tokens of a type, a value or a signature, and what the place of each makes of it.

The texts are one-line and may be shortened, so that they are no code that parses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"(?P<s>[rbfuRBFU]{0,2}(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))"
    r"|(?P<name>\\?[^\W\d]\w*(?:(?:\.|::|\\)[^\W\d]\w*)*)"
    r"|(?P<mi>0[xX]\w+|\d(?:[eE][+-]\d|[\w.])*)"
    r"|(?P<o>->|=>|\*\*|==|[=|@&*!~^%+<>/-]+)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,\s*)|(?P<other>\s+|.)",
    re.DOTALL,
)
_STRINGS = frozenset({"Literal", "Annotated"})
"""What takes strings that are no types."""
_BUILTIN_GENERICS = frozenset({"dict", "frozenset", "list", "set", "tuple", "type"})


@dataclass(slots=True)
class ExpressionCursor:
    """Where in the text the sweep is, before the token that is looked at.

    Attributes:
        text: The whole text.
        value_at: Number of open brackets where a value began (after `=`); -1 in a type.
        opened: What each open bracket around is: `signature`, `call`, `types` or `other`.
        before: The last token that is no space.
    """

    text: str
    value_at: int = -1
    opened: list[str] = field(default_factory=list)
    before: str = ""

    def read(self, kind: str, text: str) -> None:
        """Go on behind a token."""
        if kind == "open":
            self.opened.append(self._opener(text))
        elif kind == "close" and self.opened:
            self.opened.pop()
        is_over = kind == "comma" and self.depth == self.value_at
        if is_over or self.depth < self.value_at:
            self.value_at = -1
        elif text == "=" and self.value_at < 0:
            self.value_at = self.depth
        if not text.isspace():
            self.before = text.strip()

    @property
    def depth(self) -> int:
        """How many brackets are open."""
        return len(self.opened)

    def names_parameter(self, end: int) -> bool:
        """Whether a name that ends there is that of a parameter, or of an argument in a call."""
        around = self.opened[-1] if self.opened else ""
        if around not in {"signature", "call"} or self.before not in {"(", ",", "*", "**", "/"}:
            return False
        after = self.text[end : end + 4].lstrip()
        is_assigned = after.startswith("=") and not after.startswith("==")
        return is_assigned or (around == "signature" and after[:1] in {":", ",", ")"})

    def takes_type(self) -> bool:
        """Whether a string would be a reference to what is defined later, rather than a value."""
        if self.opened and self.opened[-1] == "types":
            return True
        is_inside = self.opened not in ([], ["signature"])
        return not is_inside and self.value_at < 0 and self.before in {"", ":", "->", "|"}

    def _opener(self, bracket: str) -> str:
        if bracket == "(":
            is_first = not self.before and self.text.startswith("(")
            return "signature" if is_first else "call"
        name = self.before.rpartition(".")[2]
        if bracket != "[" or name in _STRINGS:
            return "other"
        is_generic = name[:1].isupper() or name in _BUILTIN_GENERICS
        is_listed = bool(self.opened) and self.opened[-1] == "types" and not name.isidentifier()
        return "types" if is_generic or is_listed else "other"


def outer_parentheses(text: str) -> tuple[int, int]:
    """Return where the first parentheses open and close; equal if there is nothing in them."""
    depth = 0
    start = -1
    for match in TOKEN.finditer(text):
        if match["open"]:
            if start < 0 and match[0] == "(" and depth == 0:
                start = match.start()
            depth += 1
        elif match["close"]:
            depth -= 1
            if depth == 0 and start >= 0:
                return (start, match.start()) if match.start() > start + 1 else (-1, -1)
    return -1, -1
