"""The wire format of Protocol Buffers: the fields of a message, one by one.

There is no schema and no recursion in it: whoever asks for the fields of a message knows which of
them are messages, and asks for the fields of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from mmap import mmap
from typing import NamedTuple

_CONTINUES = 0x80
_PAYLOAD = 0x7F
_KIND_BITS = 3
_MOST_VARINT_BYTES = 10
_SIGN_BIT = 1 << 63
_VARINT_LIMIT = 1 << 64


class WireError(ValueError):
    """The bytes are no message; the text says why."""


class WireType(IntEnum):
    """How the value of a field is written."""

    VARINT = 0
    FIXED64 = 1
    LENGTH_DELIMITED = 2
    FIXED32 = 5


class ByteSpan(NamedTuple):
    """Where the bytes of a string, a message or packed numbers stand."""

    start: int
    end: int


_WIDTHS = {WireType.FIXED64: 8, WireType.FIXED32: 4}


def fields(data: bytes | mmap, span: ByteSpan) -> Iterator[tuple[int, int | ByteSpan]]:
    """Yield number and value of each field of a message, in the order in which they are written.

    Args:
        data: What the message stands in.
        span: Where it stands.

    Yields:
        The number with an integer or, for what has a length, with where it stands. Values of fixed
        width, which SCIP does not have, are left out.

    Raises:
        WireError: The bytes are no message.
    """
    position, end = span
    while position < end:
        key, position = varint(data, position, end)
        kind = key & (1 << _KIND_BITS) - 1
        if key >> _KIND_BITS == 0:
            raise WireError("a field has no number")
        if kind == WireType.LENGTH_DELIMITED:
            length, position = varint(data, position, end)
            if length > end - position:
                raise WireError("a length leads beyond the end")
            yield key >> _KIND_BITS, ByteSpan(position, position + length)
            position += length
        elif kind == WireType.VARINT:
            value, position = varint(data, position, end)
            yield key >> _KIND_BITS, value
        elif kind in _WIDTHS:
            position += _WIDTHS[WireType(kind)]
            if position > end:
                raise WireError("a number leads beyond the end")
        else:
            raise WireError(f"there is no wire type {kind} in it")


def varint(data: bytes | mmap, position: int, end: int) -> tuple[int, int]:
    """Return an integer of variable length, and the position behind it.

    Raises:
        WireError: It does not end before `end`, or has more than 64 bits.
    """
    if position < end and (value := data[position]) < _CONTINUES:
        return value, position + 1
    value = shift = 0
    for each in range(position, min(end, position + _MOST_VARINT_BYTES)):
        byte = data[each]
        value |= (byte & _PAYLOAD) << shift
        if byte < _CONTINUES:
            if value >= _VARINT_LIMIT:
                break
            return value, each + 1
        shift += 7
    raise WireError("a number does not end")


def integers(data: bytes, value: int | ByteSpan) -> Iterator[int]:
    """Yield the signed numbers of a repeated field, packed or one by one.

    Raises:
        WireError: The bytes are no numbers.
    """
    if isinstance(value, int):
        yield _signed(value)
        return
    position, end = value
    while position < end:
        number, position = varint(data, position, end)
        yield _signed(number)


def text(data: bytes, value: int | ByteSpan) -> str:
    """Return a string.

    Raises:
        WireError: The field is no string, or no UTF-8.
    """
    span = message(value)
    try:
        return data[span.start : span.end].decode()
    except UnicodeDecodeError as error:
        raise WireError("a text is not UTF-8") from error


def message(value: int | ByteSpan) -> ByteSpan:
    """Return where a field stands that has a length.

    Raises:
        WireError: It has none.
    """
    if isinstance(value, int):
        raise WireError("a number stands for a text or a message")
    return value


def number(value: int | ByteSpan) -> int:
    """Return a field that is a number.

    Raises:
        WireError: It is none.
    """
    if isinstance(value, int):
        return _signed(value)
    raise WireError("a text or a message stands for a number")


def _signed(value: int) -> int:
    return value - _VARINT_LIMIT if value & _SIGN_BIT else value


def write_varint(value: int) -> bytes:
    """Return an integer of at least 0 as it is written."""
    if value < _CONTINUES:
        return bytes((value,))
    written = bytearray()
    while value >= _CONTINUES:
        written.append(value & _PAYLOAD | _CONTINUES)
        value >>= 7
    written.append(value)
    return bytes(written)


def write_number(field: int, value: int) -> bytes:
    """Return a field that is a number; nothing for 0, which is what a reader takes it for."""
    if not value:
        return b""
    return write_varint(field << _KIND_BITS | WireType.VARINT) + write_varint(value)


def write_bytes(field: int, content: bytes) -> bytes:
    """Return a field that has a length: a message, or whatever is packed."""
    key = write_varint(field << _KIND_BITS | WireType.LENGTH_DELIMITED)
    return key + write_varint(len(content)) + content


def write_text(field: int, content: str) -> bytes:
    """Return a field that is a string; nothing for the empty one. What is no Unicode becomes ?."""
    return write_bytes(field, content.encode("utf-8", "replace")) if content else b""


def write_integers(field: int, values: Iterable[int]) -> bytes:
    """Return a repeated field of numbers, packed."""
    return write_bytes(field, b"".join(map(write_varint, values)))
