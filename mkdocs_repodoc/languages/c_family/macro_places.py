"""Places in C and C++ where a name stands that can be no type, but a macro."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from mkdocs_repodoc.languages.c_family.lookaround import (
    GAP,
    NEXT,
    WORD,
    WORD_BYTES,
    Lookaround,
)
from mkdocs_repodoc.languages.c_family.macro_words import (
    CANDIDATE,
    GUARDING,
    TRAILER,
)
from mkdocs_repodoc.languages.c_family.preprocessed import Preprocessed

AFTER_PARENTHESIS = re.compile(
    GAP + rb"(?:[;{]|=\s*(?:0|default|delete)\b|->|(?:const|noexcept|override|final)\b)"
)
_STORAGE = frozenset((b"extern", b"static", b"const", b"volatile", b"register", b"typedef"))
_EXPORTING = re.compile(rb"(?:^|_)(?:API|ABI|EXPORTS?|PUBLIC|EXTERN|DLL[A-Z]*|VISIBLE)(?:_|$)")
_CPLUSPLUS = re.compile(rb"\b(?:class|namespace|template|public|private)\b|::")
"""What only C++ has; in C, nothing stands between `struct` and a tag."""
_BODY = re.compile(
    rb"(?:\b(?:namespace|enum|class|struct|union)\b[^;{}()=]*|extern\s*\"[ ]*\"\s*)$"
)
_DOUBLE_BRACKET = re.compile(GAP + rb"\[\[")
_GLOBAL_SCOPE = re.compile(GAP + rb"::[\w\x80-\xff]")
_AFTER_CLASS = re.compile(GAP + rb"(?:\{|:(?!:))")
_CLASS_NAME = re.compile(
    rb"\b(?:class|struct|union)\s+(?:[\w\x80-\xff]+\s+)*?[A-Za-z_][\w\x80-\xff]*$"
)
SPACE = frozenset(b" \t\n\r\f\v")
CLOSE, _OPEN_BODY, _COLON = b"){:"


@dataclass(slots=True)
class Blanked:
    """The macros that were blanked, and what they say.

    Attributes:
        starts: For the offset of a token: where the macros in front of it start.
        offsets: Where marks stand, ascending.
        labels: The label of each mark.
    """

    starts: dict[int, int] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def labels_between(self, start: int, end: int) -> list[str]:
        """Return what the macros of a declaration between two offsets say, without repeating."""
        first = bisect_left(self.offsets, self.starts.get(start, start))
        last = bisect_left(self.offsets, end)
        return list(dict.fromkeys(self.labels[first:last]))


class MacroPlaces:
    """Tells by what is around a name whether it is a macro.

    Args:
        source: The file, as it is without comments and texts.
    """

    def __init__(self, source: Preprocessed) -> None:
        self.source = source
        self.bare = source.bare
        self.around = Lookaround(source.bare)
        self.is_cplusplus = _CPLUSPLUS.search(source.bare) is not None
        self.found = Blanked()
        self.marks: dict[int, str] = {}

    def _ends_class_name(self, start: int, end: int) -> bool:
        """Whether it stands between a class's name and its bases or body."""
        if TRAILER.match(self.around.word_before(start)) or not _AFTER_CLASS.match(self.bare, end):
            return False
        until = self.around.position_before(start)
        return _CLASS_NAME.search(self.bare, max(0, start - 200), until) is not None

    def _trails(self, name: bytes, start: int, end: int, called: int) -> bool:
        """Whether it stands behind `) const`, or says something of the field in front of it."""
        word = self.around.word_before(start)
        if TRAILER.match(word):
            return (
                AFTER_PARENTHESIS.match(self.bare, called) is not None
                and (word != b"const" or self.bare[called : called + 99].lstrip()[:1] in b"{;")
                and self.around.before(self.around.position_before(start) - len(word)) == CLOSE
            )
        follower = NEXT.match(self.bare, called)
        return (
            follower is not None
            and GUARDING.search(name) is not None
            and follower[1] in (b";={" if called > end else b"=,}")
        )

    def _may_be_tag(self, name: bytes, start: int, key: bytes) -> bool:
        """Whether a name behind `struct` may be a type in capitals: `struct STAT buffer;`."""
        if name in self.around.classes:
            return True
        before = self.around.word_before(self.around.position_before(start) - len(key))
        return before in _STORAGE or not (self.is_cplusplus or _EXPORTING.search(name))

    def _is_attribute_of_class(self, end: int, *, may_be_tag: bool) -> bool:
        """Whether what stands after `class` is no name, since the name comes behind it."""
        follower = WORD.match(self.bare, end)
        if follower is None:
            return _DOUBLE_BRACKET.match(self.bare, end) is not None
        if follower[1] == b"final":
            return False
        rest = NEXT.match(self.bare, follower.end())
        # `struct STAT buffer = …`, `struct STAT f(…)`: a type that is used
        return rest is not None and rest[1] not in (b"=(,)[*&;" if may_be_tag else b"=(,)[*&")

    def _precedes_declaration(self, name: bytes, start: int, end: int, called: int) -> bool:
        """Whether what follows is a declaration that is complete without the macro."""
        follower = NEXT.match(self.bare, called)
        byte = follower[1] if follower else b"}"
        at = follower.end() if follower else called
        if byte[0] in WORD_BYTES:
            return self.around.precedes_declaration(called) or self.around.follows_type(start)
        match byte:
            case b"~":  # a destructor
                found = self.around.before(start) in b";{}:>"
            case b"[":  # an attribute
                found = self.bare[at : at + 1] == b"["
            case b":":  # a type from the global scope
                found = self.bare[called] in SPACE and bool(_GLOBAL_SCOPE.match(self.bare, called))
            case b"*" | b"&":
                found = self.around.follows_type(start) and called == end
            case b";" | b"}" | b"=":
                found = name not in self.around.classes and self._is_statement(
                    start, end, called, byte
                )
            case _:
                found = False
        return found

    def _is_statement(self, start: int, end: int, called: int, byte: bytes) -> bool:
        """Whether the macro's invocation stands alone."""
        if not self._starts_statement(start):
            return False
        if byte != b"}":
            return called > end
        if self.around.before(start) != _OPEN_BODY:
            return True
        # `enum E { A }` and `x[] = { F(1) }` are no invocations of macros
        brace = self.around.position_before(start) - 1
        body = _BODY.search(self.bare, max(0, brace - 200), brace)
        return body is not None and (called > end or not body[0].startswith(b"enum"))

    def _starts_statement(self, start: int) -> bool:
        before = self.around.before(start)
        if before == _COLON:
            return self.around.after_access(start)
        if before in b"\0;{})":
            return True
        # macros without arguments, one a line
        position = self.around.position_before(start)
        return b"\n" in self.bare[position:start] and bool(
            CANDIDATE.fullmatch(self.around.word_before(start))
        )
