"""Macros in the place of C++ words, blanked before the grammar takes them for names.

`class TORCH_API Foo : public Bar {` declares `Foo`; `C10_API void f();` declares `f`. What a macro
stands for is defined elsewhere, so its place has to tell: a name in capitals that is followed by a
complete type and a name is no type itself. What is blanked is remembered, since some macros say
something about the declaration behind them (`__global__` makes a kernel).
"""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.c_family.lookaround import (
    GAP,
    NEXT,
    WORD_BYTES,
)
from mkdocs_repodoc.languages.c_family.macro_places import (
    AFTER_PARENTHESIS,
    CLOSE,
    SPACE,
    Blanked,
    MacroPlaces,
)
from mkdocs_repodoc.languages.c_family.macro_words import (
    ALWAYS,
    CANDIDATE,
    KEPT,
    MARKS,
    PLAIN_MACRO,
    WORDS,
)
from mkdocs_repodoc.languages.c_family.preprocessed import Preprocessed
from mkdocs_repodoc.languages.treesitter.source_bytes import blank

_CLASS_KEY = re.compile(rb"(?:class|struct|union|enum)$")
_INITIALISER = re.compile(GAP + rb"=[^;{}]{0,5000}")


def blank_macros(source: Preprocessed) -> Blanked:
    """Blank the macros of a file that stand where the grammar expects other words.

    Args:
        source: The file without its directives; its buffers are changed.

    Returns:
        What was blanked.
    """
    return _Cleaner(source).run()


class _Cleaner(MacroPlaces):
    """One file's pass; the buffers change while it goes."""

    def run(self) -> Blanked:
        known: dict[bytes, bool] = {}
        candidates = []
        for match in WORDS.finditer(self.bare):
            word = match[0]
            like = known.get(word)
            if like is None:
                like = known[word] = CANDIDATE.fullmatch(word) is not None
            if like:
                candidates.append(match.span())
        candidates += self._defined_here()
        candidates.sort()
        for start, end in candidates:
            self._clean_trailing(start, end)
        for start, end in reversed(candidates):
            if self.bare[start] not in SPACE:
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
            and PLAIN_MACRO.match(macro.value)
            and not CANDIDATE.fullmatch(macro.name.encode())
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
        if KEPT.match(name):
            return
        if ALWAYS.match(name):
            self._blank(start, self.around.end_of_call(end), name)
            return
        before = self.around.before(start)
        called = self.around.end_of_call(end)
        if before == CLOSE:
            if AFTER_PARENTHESIS.match(self.bare, called):
                self._blank(start, called, name)
        elif before in WORD_BYTES:
            if self._ends_class_name(start, end):
                self._blank(start, end, name, attach=False)
            elif self._trails(name, start, end, called):
                self._blank(start, called, name)

    def _clean_leading(self, start: int, end: int) -> None:
        name = bytes(self.bare[start:end])
        if KEPT.match(name):
            return
        called = self.around.end_of_call(end)
        word = self.around.word_before(start)
        if _CLASS_KEY.match(word):
            if self._is_attribute_of_class(called, may_be_tag=self._may_be_tag(name, start, word)):
                self._blank(start, called, name, attach=False)
            return
        if self._precedes_declaration(name, start, end, called):
            equals = _INITIALISER.match(self.bare, called) if called > end else None
            self._blank(start, equals.end() if equals else called, name)

    def _blank(self, start: int, end: int, name: bytes, *, attach: bool = True) -> None:
        for pattern, label in MARKS:
            if pattern.search(name):
                self.marks[start] = label
                if label == "device" and b"HOST" in name:
                    self.marks[start + 1] = "host"
                break
        blank(self.source.code, start, end)
        blank(self.bare, start, end)
        if attach and (follower := NEXT.match(self.bare, end)):
            token = follower.start(1)
            if self.bare.count(b"\n", end, token) <= 1:
                first = self.found.starts.get(start, start)  # of a macro in front of this one
                self.found.starts[token] = min(self.found.starts.get(token, first), first)
