"""Macros in the place of C++ words, blanked before the grammar takes them for names.

`class TORCH_API Foo : public Bar {` declares `Foo`; `C10_API void f();` declares `f`. What a macro
stands for is defined elsewhere, so its place has to tell: a name in capitals that is followed by a
complete type and a name is no type itself. What is blanked is remembered, since some macros say
something about the declaration behind them (`__global__` makes a kernel).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from mkdocs_repodoc.analysis.treesitter.preprocessor import Preprocessed, blank

_CANDIDATE = re.compile(
    rb"(?<![\w\x80-\xff#])(?:[A-Z][A-Z0-9]*_[A-Z0-9][\w\x80-\xff]*|[A-Z][A-Z0-9]{2,}(?![a-z0-9_])|_[A-Z]+_[A-Z][\w\x80-\xff]*"
    rb"|__[\w\x80-\xff]+?__|__declspec|__attribute|__forceinline|__inline|__restrict|__extension__|__cdecl"
    rb"|__stdcall|__fastcall|__vectorcall|__device_builtin__|__noinline__|__constant__|_Noreturn"
    rb"|_Pragma|__pragma|PyObject_HEAD(?:_EXTRA)?)(?![\w\x80-\xff])"
)
_WORDS = re.compile(
    rb"[A-Z_](?<![\w\x80-\xff#].)(?:[A-Z0-9_][\w\x80-\xff]+|yObject_HEAD[\w\x80-\xff]*)"
)
"""Finds candidates quickly: it starts with a set of characters, so that the rest is skipped."""
_ALWAYS = re.compile(
    rb"__(?:attribute(?:__)?|declspec|extension__|forceinline|inline(?:__)?|restrict(?:__)?|cdecl"
    rb"|stdcall|fastcall|vectorcall|host__|device__|global__|shared__|constant__|managed__|noinline__"
    rb"|grid_constant__|launch_bounds__|cluster_dims__|device_builtin__|volatile__|pragma)$"
    rb"|_Noreturn$|_Pragma$|PyObject_HEAD|__align__$"
)
_MARKS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"^__global__$"), "kernel"),
    (re.compile(rb"^__device__$|(?:^|_)(?:HOST_)?DEVICE$"), "device"),
    (re.compile(rb"^__host__$|(?:^|_)HOST(?:_DEVICE)?$"), "host"),
    (re.compile(rb"^__shared__$"), "shared"),
    (re.compile(rb"^__constant__$"), "constant memory"),
    (re.compile(rb"^__managed__$"), "managed"),
    (re.compile(rb"DEPRECATED"), "deprecated"),
    (re.compile(rb"INLINE$|^__inline|^__forceinline$"), "inline"),
    (re.compile(rb"_(?:API|EXPORT|PUBLIC)$"), "export"),
)
_KEPT = re.compile(
    rb"(?:(?:TYPED_)?TEST(?:_[FPG])?|PYBIND11_(?:EMBEDDED_)?MODULE|TORCH_LIBRARY[\w\x80-\xff]*|NB_MODULE"
    rb"|BOOST_PYTHON_MODULE|STABLE_TORCH_LIBRARY[\w\x80-\xff]*)$"
)
"""Their arguments are names of things that the file defines."""
_FIRST = re.compile(
    rb"(?:void|bool|char|short|int|long|float|double|signed|unsigned|auto|static|inline|virtual"
    rb"|explicit|constexpr|consteval|constinit|extern|class|struct|union|enum|template|typename"
    rb"|friend|using|typedef|namespace|mutable|thread_local|register|wchar_t|char8_t|char16_t"
    rb"|char32_t|u?int(?:8|16|32|64|ptr)?_t|s?size_t|public|private|protected|concept|decltype)$"
)
_GAP = rb"\s{0,2000}+"
"""White space, as much as blanked macros may leave; without a bound, many of them would cost the
square of their number."""
_WORD = re.compile(_GAP + rb"([\w\x80-\xff]+)")
_NEXT = re.compile(_GAP + rb"(\S)")
_CV = re.compile(_GAP + rb"(?:(?:const|volatile)\b\s*)+")
_NAME = re.compile(_GAP + rb"(?:::\s*)?([\w\x80-\xff]+)")
_SCOPE = re.compile(_GAP + rb"::\s*(?:template\b\s*)?(~?[\w\x80-\xff]+)")
_AFTER_PARENTHESIS = re.compile(
    _GAP + rb"(?:[;{]|=\s*(?:0|default|delete)\b|->|(?:const|noexcept|override|final)\b)"
)
_GUARDING = re.compile(rb"GUARDED|ACQUIRED|REQUIRES|EXCLUDES|LOCKS|ATTRIBUTE|DEPRECATED")
_CLASS_KEY = re.compile(rb"(?:class|struct|union|enum)$")
_NO_TYPE = re.compile(
    rb"(?:static|inline|virtual|explicit|constexpr|consteval|constinit|const|volatile|extern|mutable"
    rb"|typename|friend|register|thread_local|typedef|else|do|return|public|protected|private|using"
    rb"|new|throw|goto|case|co_return|co_yield|operator|delete|template|slots|in|not|and|or)$"
)
"""Words after which a name in capitals may still be a type."""
_BODY = re.compile(
    rb"(?:\b(?:namespace|enum|class|struct|union)\b[^;{}()=]*|extern\s*\"[ ]*\"\s*)$"
)
_DOUBLE_BRACKET = re.compile(_GAP + rb"\[\[")
_GLOBAL_SCOPE = re.compile(_GAP + rb"::[\w\x80-\xff]")
_INITIALISER = re.compile(_GAP + rb"=[^;{}]{0,5000}")
_AFTER_CLASS = re.compile(_GAP + rb"(?:\{|:(?!:))")
_CLASS_NAME = re.compile(
    rb"\b(?:class|struct|union)\s+(?:[\w\x80-\xff]+\s+)*?[A-Za-z_][\w\x80-\xff]*$"
)
_TRAILER = re.compile(rb"(?:const|noexcept|override|final)$")
_DECLARED = re.compile(rb"\b(?:class|struct|union|enum)\s+([\w\x80-\xff]+)\s*(?:[{:;<]|final\b)")
_BRACKETS = re.compile(rb"[()]")
_ANGLES = re.compile(rb"[<>;{}()]")
_PLAIN_MACRO = re.compile(r"(?:__attribute__|__declspec|\[\[|inline\b|static\b|extern\b|$)")
_CLOSE, _OPEN_BODY, _COLON, _GREATER, _LESS = b"){:><"
_LONGEST_GAP = 50_000
_LONGEST_WORD = 64
_SPACE = frozenset(b" \t\n\r\f\v")
_WORD_BYTES = frozenset(
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
) | frozenset(range(0x80, 0x100))


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
        """Return what the macros between two offsets say, without repeating."""
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return list(dict.fromkeys(self.labels[first:last]))


def blank_macros(source: Preprocessed) -> Blanked:
    """Blank the macros of a file that stand where the grammar expects other words.

    Args:
        source: The file without its directives; its buffers are changed.

    Returns:
        What was blanked.
    """
    return _Cleaner(source).run()


class _Cleaner:
    """One file's pass; the buffers change while it goes."""

    def __init__(self, source: Preprocessed) -> None:
        self.source = source
        self.bare = source.bare
        self.found = Blanked()
        self.marks: dict[int, str] = {}
        self.closing = self._match_parentheses()
        self.classes = {match[1] for match in _DECLARED.finditer(self.bare)}

    def run(self) -> Blanked:
        known: dict[bytes, bool] = {}
        candidates = []
        for match in _WORDS.finditer(self.bare):
            word = match[0]
            like = known.get(word)
            if like is None:
                like = known[word] = _CANDIDATE.fullmatch(word) is not None
            if like:
                candidates.append(match.span())
        candidates += self._defined_here()
        candidates.sort()
        for start, end in candidates:
            self._clean_trailing(start, end)
        for start, end in reversed(candidates):
            if self.bare[start] not in _SPACE:
                self._clean_leading(start, end)
        self.found.offsets = sorted(self.marks)
        self.found.labels = [self.marks[offset] for offset in self.found.offsets]
        return self.found

    def _defined_here(self) -> list[tuple[int, int]]:
        """Return the places of small-letter macros that the file defines as mere attributes."""
        names = [
            re.escape(macro.name.encode())
            for macro in self.source.macros
            if not macro.parameters
            and _PLAIN_MACRO.match(macro.value)
            and not _CANDIDATE.fullmatch(macro.name.encode())
        ]
        if not names:
            return []
        pattern = re.compile(
            rb"(?<![\w\x80-\xff])(?:" + b"|".join(names[:200]) + rb")(?![\w\x80-\xff])"
        )
        return [match.span() for match in pattern.finditer(self.bare)]

    def _clean_trailing(self, start: int, end: int) -> None:
        """Blank a macro behind a parameter list or a field's name."""
        name = bytes(self.bare[start:end])
        if _KEPT.match(name):
            return
        if _ALWAYS.match(name):
            self._blank(start, self._end_of_call(end), name)
            return
        before = self._before(start)
        called = self._end_of_call(end)
        if before == _CLOSE:
            if _AFTER_PARENTHESIS.match(self.bare, called):
                self._blank(start, called, name)
        elif before in _WORD_BYTES:
            if self._ends_class_name(start, end):
                self._blank(start, end, name, attach=False)
            elif self._trails(name, start, end, called):
                self._blank(start, called, name)

    def _ends_class_name(self, start: int, end: int) -> bool:
        """Whether it stands between a class's name and its bases or body."""
        if _TRAILER.match(self._word_before(start)) or not _AFTER_CLASS.match(self.bare, end):
            return False
        until = self._position_before(start)
        return _CLASS_NAME.search(self.bare, max(0, start - 200), until) is not None

    def _trails(self, name: bytes, start: int, end: int, called: int) -> bool:
        """Whether it stands behind `) const`, or says something of the field in front of it."""
        word = self._word_before(start)
        if _TRAILER.match(word):
            return (
                _AFTER_PARENTHESIS.match(self.bare, called) is not None
                and (word != b"const" or self.bare[called : called + 99].lstrip()[:1] in b"{;")
                and self._before(self._position_before(start) - len(word)) == _CLOSE
            )
        follower = _NEXT.match(self.bare, called)
        return (
            follower is not None
            and _GUARDING.search(name) is not None
            and follower[1] in (b";={" if called > end else b"=,}")
        )

    def _clean_leading(self, start: int, end: int) -> None:
        name = bytes(self.bare[start:end])
        if _KEPT.match(name):
            return
        called = self._end_of_call(end)
        word = self._word_before(start)
        if _CLASS_KEY.match(word):
            if self._is_attribute_of_class(called):
                self._blank(start, called, name, attach=False)
            return
        if self._precedes_declaration(name, start, end, called):
            equals = _INITIALISER.match(self.bare, called) if called > end else None
            self._blank(start, equals.end() if equals else called, name)

    def _is_attribute_of_class(self, end: int) -> bool:
        """Whether what stands after `class` is no name, since the name comes behind it."""
        follower = _WORD.match(self.bare, end)
        if follower is None:
            return _DOUBLE_BRACKET.match(self.bare, end) is not None
        if follower[1] == b"final":
            return False
        rest = _NEXT.match(self.bare, follower.end())
        # `struct STAT buffer = …`, `struct STAT f(…)`: a type that is used
        return rest is not None and rest[1] not in b"=(,)[*&"

    def _precedes_declaration(self, name: bytes, start: int, end: int, called: int) -> bool:
        """Whether what follows is a declaration that is complete without the macro."""
        follower = _NEXT.match(self.bare, called)
        byte = follower[1] if follower else b"}"
        at = follower.end() if follower else called
        if byte[0] in _WORD_BYTES:
            return self._precedes_word(called) or self._follows_type(start)
        match byte:
            case b"~":  # a destructor
                found = self._before(start) in b";{}:>"
            case b"[":  # an attribute
                found = self.bare[at : at + 1] == b"["
            case b":":  # a type from the global scope
                found = self.bare[called] in _SPACE and bool(_GLOBAL_SCOPE.match(self.bare, called))
            case b"*" | b"&":
                found = self._follows_type(start) and called == end
            case b";" | b"}" | b"=":
                found = name not in self.classes and self._is_statement(start, end, called, byte)
            case _:
                found = False
        return found

    def _is_statement(self, start: int, end: int, called: int, byte: bytes) -> bool:
        """Whether the macro's invocation stands alone."""
        if not self._starts_statement(start):
            return False
        if byte != b"}":
            return called > end
        if self._before(start) != _OPEN_BODY:
            return True
        # `enum E { A }` and `x[] = { F(1) }` are no invocations of macros
        brace = self._position_before(start) - 1
        body = _BODY.search(self.bare, max(0, brace - 200), brace)
        return body is not None and (called > end or not body[0].startswith(b"enum"))

    def _starts_statement(self, start: int) -> bool:
        before = self._before(start)
        if before == _COLON:
            return self._after_access(start)
        if before in b"\0;{})":
            return True
        # macros without arguments, one a line
        position = self._position_before(start)
        return b"\n" in self.bare[position:start] and bool(
            _CANDIDATE.fullmatch(self._word_before(start))
        )

    def _follows_type(self, start: int) -> bool:
        """Whether a type stands in front, as in `bool EXPORT f()`."""
        before = self._before(start)
        if before in b"*&":
            return True
        if before == _GREATER:
            return not self._closes_template(start)
        if before not in _WORD_BYTES:
            return False
        word = self._word_before(start)
        return not (_NO_TYPE.match(word) or _CANDIDATE.fullmatch(word) or word[:1].isdigit())

    def _precedes_word(self, position: int) -> bool:
        """Whether a whole declaration follows, so that what stands before it is no type."""
        cv = _CV.match(self.bare, position)
        first = _NAME.match(self.bare, cv.end() if cv else position)
        if first is None or _TRAILER.match(first[1]):
            return False
        if _FIRST.match(first[1]):
            return True
        if first[1] == b"operator":  # a conversion has no type in front
            following = _WORD.match(self.bare, first.end())
            return following is not None and following[1] not in {b"new", b"delete", b"co_await"}
        end, last, scope = self._end_of_type(first.end(), first[1])
        following = _NEXT.match(self.bare, end)
        byte = following[1] if following else b";"
        if byte == b"(":  # a constructor
            return last in self.classes or scope == last != b""
        return byte[0] in _WORD_BYTES or byte in b"*&"

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
        opening = _NEXT.match(self.bare, position)
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
        end = self._position_before(start)
        depth = 0
        for byte, position in self._angles_before(end):
            depth += {_GREATER: 1, _LESS: -1}.get(byte, 0)
            if not depth:
                return self._word_before(position) in {b"template", b"operator", b""}
        return True

    def _angles_before(self, end: int) -> list[tuple[int, int]]:
        start = max(0, end - 2_000)
        found = [(match[0][0], match.start()) for match in _ANGLES.finditer(self.bare, start, end)]
        found.reverse()
        return found

    def _end_of_call(self, position: int) -> int:
        """Return where a macro's arguments end; the position itself when it has none."""
        opening = _NEXT.match(self.bare, position)
        if opening is None or opening[1] != b"(":
            return position
        return self.closing.get(opening.start(1), position)

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

    def _position_before(self, position: int) -> int:
        """Return the end of the last word or sign before a position."""
        width = 64
        low = position
        while low and position - low < _LONGEST_GAP:
            high, low = low, max(0, low - width)
            if part := self.bare[low:high].rstrip():
                return low + len(part)
            width *= 8
        return 0

    def _before(self, position: int) -> int:
        position = self._position_before(position)
        return self.bare[position - 1] if position else 0

    def _word_before(self, position: int) -> bytes:
        end = start = self._position_before(position)
        bare = self.bare
        while start and end - start < _LONGEST_WORD and bare[start - 1] in _WORD_BYTES:
            start -= 1
        return bytes(bare[start:end])

    def _after_access(self, position: int) -> bool:
        colon = self._position_before(position) - 1
        return self._word_before(colon) in {b"public", b"private", b"protected", b"slots"}

    def _blank(self, start: int, end: int, name: bytes, *, attach: bool = True) -> None:
        for pattern, label in _MARKS:
            if pattern.search(name):
                self.marks[start] = label
                if label == "device" and b"HOST" in name:
                    self.marks[start + 1] = "host"
                break
        blank(self.source.code, start, end)
        blank(self.bare, start, end)
        if attach and (follower := _NEXT.match(self.bare, end)):
            token = follower.start(1)
            if self.bare.count(b"\n", end, token) <= 1:
                first = self.found.starts.get(start, start)  # of a macro in front of this one
                self.found.starts[token] = min(self.found.starts.get(token, first), first)
