"""A look around a place in C++ code: words, parentheses, and the types that they form."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.macro_words import CANDIDATE, TRAILER

GAP = rb"\s{0,2000}+"
"""White space, as much as blanked macros may leave; without a bound, many of them would cost the
square of their number."""
_FIRST = re.compile(
    rb"(?:void|bool|char|short|int|long|float|double|signed|unsigned|auto|static|inline|virtual"
    rb"|explicit|constexpr|consteval|constinit|extern|class|struct|union|enum|template|typename"
    rb"|friend|using|typedef|namespace|mutable|thread_local|register|wchar_t|char8_t|char16_t"
    rb"|char32_t|u?int(?:8|16|32|64|ptr)?_t|s?size_t|public|private|protected|concept|decltype)$"
)
WORD = re.compile(GAP + rb"([\w\x80-\xff]+)")
NEXT = re.compile(GAP + rb"(\S)")
_CV = re.compile(GAP + rb"(?:(?:const|volatile)\b\s*)+")
_NAME = re.compile(GAP + rb"(?:::\s*)?([\w\x80-\xff]+)")
_SCOPE = re.compile(GAP + rb"::\s*(?:template\b\s*)?(~?[\w\x80-\xff]+)")
_NO_TYPE = re.compile(
    rb"(?:static|inline|virtual|explicit|constexpr|consteval|constinit|const|volatile|extern|mutable"
    rb"|typename|friend|register|thread_local|typedef|else|do|return|public|protected|private|using"
    rb"|new|throw|goto|case|co_return|co_yield|operator|delete|template|slots|in|not|and|or)$"
)
"""Words after which a name in capitals may still be a type."""
_BRACKETS = re.compile(rb"[()]")
_ANGLES = re.compile(rb"[<>;{}()]")
_LONGEST_GAP = 50_000
_LONGEST_WORD = 64
WORD_BYTES = frozenset(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
) | frozenset(range(0x80, 0x100))
_DECLARED = re.compile(rb"\b(?:class|struct|union|enum)\s+([\w\x80-\xff]+)\s*(?:[{:;<]|final\b)")
_GREATER, _LESS = b"><"


class Lookaround:
    """Looks around in a file without comments and strings; the buffer may change meanwhile.

    Attributes:
        bare: The code.
        classes: Names of the classes that the file declares.
    """

    def __init__(self, bare: bytearray) -> None:
        self.bare = bare
        self.classes = {match[1] for match in _DECLARED.finditer(bare)}
        self._closing = self._match_parentheses()

    def precedes_declaration(self, position: int) -> bool:
        """Whether a whole declaration follows, so that what stands before it is no type."""
        cv = _CV.match(self.bare, position)
        first = _NAME.match(self.bare, cv.end() if cv else position)
        if first is None or TRAILER.match(first[1]):
            return False
        if _FIRST.match(first[1]):
            return True
        if first[1] == b"operator":  # a conversion has no type in front
            following = WORD.match(self.bare, first.end())
            return following is not None and following[1] not in {b"new", b"delete", b"co_await"}
        end, last, scope = self._end_of_type(first.end(), first[1])
        following = NEXT.match(self.bare, end)
        byte = following[1] if following else b";"
        if byte == b"(":  # a constructor
            return last in self.classes or scope == last != b""
        return byte[0] in WORD_BYTES or byte in b"*&"

    def follows_type(self, start: int) -> bool:
        """Whether a type stands in front, as in `bool EXPORT f()`."""
        before = self.before(start)
        if before in b"*&":
            return True
        if before == _GREATER:
            return not self._closes_template(start)
        if before not in WORD_BYTES:
            return False
        word = self.word_before(start)
        return not (_NO_TYPE.match(word) or CANDIDATE.fullmatch(word) or word[:1].isdigit())

    def _end_of_type(self, position: int, name: bytes) -> tuple[int, bytes, bytes]:
        """Return where a type's name ends, with template arguments, and its last two parts."""
        scope = b""
        while True:
            position = self._end_of_arguments(position)
            match = _SCOPE.match(self.bare, position)
            if match is None:
                return position, name, scope
            scope, name = name, match[1].lstrip(b"~")
            position = match.end()

    def _end_of_arguments(self, position: int) -> int:
        """Return where `<…>` ends; the position itself when none starts there."""
        opening = NEXT.match(self.bare, position)
        if opening is None or opening[1] != b"<":
            return position
        depth = 0
        for match in _ANGLES.finditer(self.bare, opening.start(1), position + 2_000):
            byte = match[0]
            if byte in b";{}":
                break
            depth += {b"<": 1, b">": -1}.get(byte, 0)
            if not depth:
                return match.end()
        return position

    def _closes_template(self, start: int) -> bool:
        """Whether the `>` in front closes the parameters of a template."""
        end = self.position_before(start)
        depth = 0
        for byte, position in self._angles_before(end):
            depth += {_GREATER: 1, _LESS: -1}.get(byte, 0)
            if not depth:
                return self.word_before(position) in {b"template", b"operator", b""}
        return True

    def _angles_before(self, end: int) -> list[tuple[int, int]]:
        start = max(0, end - 2_000)
        found = [(match[0][0], match.start()) for match in _ANGLES.finditer(self.bare, start, end)]
        found.reverse()
        return found

    def end_of_call(self, position: int) -> int:
        """Return where a macro's arguments end; the position itself when it has none."""
        opening = NEXT.match(self.bare, position)
        if opening is None or opening[1] != b"(":
            return position
        return self._closing.get(opening.start(1), position)

    def _match_parentheses(self) -> dict[int, int]:
        """Return for the offset of each `(` where its `)` ends."""
        found: dict[int, int] = {}
        stack: list[int] = []
        for match in _BRACKETS.finditer(self.bare):
            if match[0] == b"(":
                stack.append(match.start())
            elif stack:
                found[stack.pop()] = match.end()
        return found

    def position_before(self, position: int) -> int:
        """Return the end of the last word or sign before a position."""
        width = 64
        low = position
        while low and position - low < _LONGEST_GAP:
            high, low = low, max(0, low - width)
            if part := self.bare[low:high].rstrip():
                return low + len(part)
            width *= 8
        return 0

    def before(self, position: int) -> int:
        """Return the last byte in front of a position that is no white space; 0 for none."""
        position = self.position_before(position)
        return self.bare[position - 1] if position else 0

    def word_before(self, position: int) -> bytes:
        """Return the word in front of a position; empty for a sign."""
        end = start = self.position_before(position)
        bare = self.bare
        while start and end - start < _LONGEST_WORD and bare[start - 1] in WORD_BYTES:
            start -= 1
        return bytes(bare[start:end])

    def after_access(self, position: int) -> bool:
        """Whether `public:` or its like stands in front."""
        colon = self.position_before(position) - 1
        return self.word_before(colon) in {b"public", b"private", b"protected", b"slots"}
