"""The references of one file after resolution, packed to keep millions of them small.

Each reference is a row of seven unsigned 32-bit numbers in one byte string, little-endian, so that
a resolved file can be cached as it is and read back at the cost of a copy.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Self, get_args

import msgspec

from mkdocs_repodoc.model.linked_symbols import (
    CallSite,
    Confidence,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, ReferenceKind

KINDS: tuple[ReferenceKind, ...] = get_args(ReferenceKind)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
_CONFIDENCES: tuple[Confidence, Confidence] = ("inferred", "exact")
_WIDTH = 7
_CALL = _KIND_NUMBERS["call"]
_CALLS = frozenset({_CALL, _KIND_NUMBERS["name"]})
_MOST_ARGUMENTS = 2**24 - 1
_ARGUMENTS_SHIFT = 8
_EXACT = 128
_KIND_MASK = 127

# As `_make` does, which checks the length of each of a million tuples.
_use = partial(tuple.__new__, Use)
_call_site = partial(tuple.__new__, CallSite)


class ResolvedFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the identifiers of one file mean in the repository."""

    path: str
    paths: tuple[str, ...]
    """The files with the symbols that it refers to, each once."""
    packed_targets: bytes
    """For each of these symbols the number of its file and its position, packed."""
    rows: bytes
    """The references to them, in source order, packed."""
    mentions: bytes
    """The simple names that had to be looked up, packed; see `changes`."""

    @classmethod
    def of(
        cls, path: str, targets: Iterable[tuple[str, int]], rows: bytes, mentions: bytes
    ) -> Self:
        """Return the file that refers to some symbols: to those of `targets`."""
        numbers: dict[str, int] = {}
        packed = array("I")
        for named, position in targets:
            packed.append(numbers.setdefault(named, len(numbers)))
            packed.append(position + 1)
        return cls(path, tuple(numbers), _little_endian(packed).tobytes(), rows, mentions)

    @property
    def targets(self) -> tuple[tuple[str, int], ...]:
        """Symbols that the file refers to: path, and position (`FILE_SCOPE` is the file itself)."""
        numbers = iter(_little_endian(array("I", self.packed_targets)))
        return tuple(
            (self.paths[number], position - 1)
            for number, position in zip(numbers, numbers, strict=True)
        )

    def moved(self, moves: Mapping[str, Mapping[int, int]]) -> ResolvedFile | None:
        """Return the file with targets where they are after an edit of other files.

        Args:
            moves: Path of an edited file → old position of a symbol → its new one.

        Returns:
            `None` if one of its targets is not there any more.
        """
        if moves.keys().isdisjoint(self.paths):
            return self
        targets = []
        for path, position in self.targets:
            is_moved = path in moves and position != FILE_SCOPE
            now = moves[path].get(position) if is_moved else position
            if now is None:
                return None
            targets.append((path, now))
        return self.of(self.path, targets, self.rows, self.mentions)


def pack(references: Iterable[tuple[Reference, int, bool]]) -> bytes:
    """Pack references, each with its index among the file's targets and whether it is exact."""
    numbers: list[int] = []
    for reference, target, exact in references:
        numbers += (
            reference.line,
            reference.column,
            reference.end_column,
            target,
            _KIND_NUMBERS[reference.kind]
            | (_EXACT if exact else 0)
            | (min(reference.arguments, _MOST_ARGUMENTS) << _ARGUMENTS_SHIFT),
            reference.scope + 1,
            reference.end_line,
        )
    return _little_endian(array("I", numbers)).tobytes()


class PackedReferences:
    """The packed references of one file, read without unpacking more than is asked for."""

    __slots__ = ("_numbers",)

    def __init__(self, packed: bytes) -> None:
        if sys.byteorder == "little":
            self._numbers = memoryview(packed).cast("I")
        else:
            self._numbers = memoryview(_little_endian(array("I", packed)))

    def __len__(self) -> int:
        return len(self._numbers) // _WIDTH

    def use(self, index: int, path: str) -> Use:
        """Unpack one reference.

        Args:
            index: Its row.
            path: The file that the rows are of.
        """
        start = index * _WIDTH
        line, column, end_column, _target, packed, scope, end_line = self._numbers[
            start : start + _WIDTH
        ]
        kind, confidence = KINDS[packed & _KIND_MASK], _confidence(packed)
        arguments = packed >> _ARGUMENTS_SHIFT
        fields = path, line, column, end_column, kind, scope - 1, confidence, arguments, end_line
        return _use(fields)

    def packed(self, index: int) -> bytes:
        """Return one reference as it is packed.

        Args:
            index: Its row.
        """
        return self._numbers[index * _WIDTH : (index + 1) * _WIDTH].tobytes()

    def links(
        self, symbols: Sequence[SymbolRef]
    ) -> Iterator[tuple[int, int, int, ReferenceKind, SymbolRef, Confidence]]:
        """Yield the fields of a `LinkedReference` for each reference.

        Args:
            symbols: The file's targets.
        """
        line, column, end_column, target, packed = (
            self._numbers[i::_WIDTH].tolist() for i in range(5)
        )
        kinds = [KINDS[each & _KIND_MASK] for each in packed]
        confidences = [_confidence(each) for each in packed]
        linked = map(symbols.__getitem__, target)
        return zip(line, column, end_column, kinds, linked, confidences, strict=True)

    def calls(self, symbols: Sequence[SymbolRef | None]) -> list[CallSite]:
        """Return the references that call something, or name it as a value.

        Args:
            symbols: The file's targets, `None` in the place of those that are not asked for.
        """
        numbers = self._numbers
        columns = (numbers[index::_WIDTH].tolist() for index in (0, 3, 4, 5))
        return [
            _call_site((line, scope - 1, symbol, kind == _CALL, _confidence(packed)))
            for line, target, packed, scope in zip(*columns, strict=True)
            if (kind := packed & _KIND_MASK) in _CALLS and (symbol := symbols[target]) is not None
        ]

    def starts(self) -> set[tuple[int, int]]:
        """Return line and column of each reference."""
        numbers = self._numbers
        return set(zip(numbers[0::_WIDTH].tolist(), numbers[1::_WIDTH].tolist(), strict=True))

    def targets(self) -> list[int]:
        """Return the target of each reference."""
        return self._numbers[3::_WIDTH].tolist()

    def uses(self) -> list[bool]:
        """Return for each reference whether it is a use, not the definition's own name."""
        definition = _KIND_NUMBERS["definition"]
        return [packed & _KIND_MASK != definition for packed in self._numbers[4::_WIDTH]]


def _confidence(packed: int) -> Confidence:
    return _CONFIDENCES[bool(packed & _EXACT)]


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder != "little":
        numbers.byteswap()
    return numbers
