"""The references of one file after resolution, packed to keep millions of them small.

Each reference is a row of seven unsigned 32-bit numbers in one byte string, little-endian, so that
a resolved file can be cached as it is and read back at the cost of a copy.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

import msgspec

from mkdocs_repodoc.model.linked_symbols import (
    Confidence,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, ReferenceKind

KINDS: tuple[ReferenceKind, ...] = get_args(ReferenceKind)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
_CONFIDENCES: tuple[Confidence, Confidence] = ("inferred", "exact")
_WIDTH = 7
_MOST_ARGUMENTS = 2**24 - 1
_ARGUMENTS_SHIFT = 8
_EXACT = 128
_KIND_MASK = 127


class ResolvedFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the identifiers of one file mean in the repository."""

    path: str
    targets: tuple[tuple[str, int], ...]
    """Symbols that the file refers to: path, and position (`FILE_SCOPE` is the file itself)."""
    rows: bytes
    """The references to them, in source order, packed."""
    mentions: bytes
    """The simple names that had to be looked up, packed; see `changes`."""

    def moved(self, moves: Mapping[str, Mapping[int, int]]) -> ResolvedFile | None:
        """Return the file with targets where they are after an edit of other files.

        Args:
            moves: Path of an edited file → old position of a symbol → its new one.

        Returns:
            `None` if one of its targets is not there any more.
        """
        if moves.keys().isdisjoint(path for path, _ in self.targets):
            return self
        targets = []
        for path, position in self.targets:
            is_moved = path in moves and position != FILE_SCOPE
            now = moves[path].get(position) if is_moved else position
            if now is None:
                return None
            targets.append((path, now))
        return msgspec.structs.replace(self, targets=tuple(targets))


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
        return Use(
            path=path,
            line=line,
            column=column,
            end_column=end_column,
            kind=KINDS[packed & _KIND_MASK],
            scope=scope - 1,
            confidence=_CONFIDENCES[bool(packed & _EXACT)],
            arguments=packed >> _ARGUMENTS_SHIFT,
            end_line=end_line,
        )

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
        confidences = [_CONFIDENCES[bool(each & _EXACT)] for each in packed]
        linked = map(symbols.__getitem__, target)
        return zip(line, column, end_column, kinds, linked, confidences, strict=True)

    def starts(self) -> set[tuple[int, int]]:
        """Return line and column of each reference."""
        numbers = self._numbers
        return set(zip(numbers[0::_WIDTH].tolist(), numbers[1::_WIDTH].tolist(), strict=True))

    def targets(self) -> list[int]:
        """Return the target of each reference."""
        return self._numbers[3::_WIDTH].tolist()

    def kinds(self) -> list[ReferenceKind]:
        """Return the kind of each reference."""
        return [KINDS[packed & _KIND_MASK] for packed in self._numbers[4::_WIDTH]]

    def uses(self) -> list[bool]:
        """Return for each reference whether it is a use, not the definition's own name."""
        definition = _KIND_NUMBERS["definition"]
        return [packed & _KIND_MASK != definition for packed in self._numbers[4::_WIDTH]]


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder != "little":
        numbers.byteswap()
    return numbers
