from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.scip_messages import decoded, encoded

from mkdocs_repodoc.scip.wire_format import (
    ByteSpan,
    WireError,
    fields,
    integers,
    number,
    text,
    varint,
    write_bytes,
    write_integers,
    write_number,
    write_text,
    write_varint,
)


def whole(data: bytes) -> ByteSpan:
    return ByteSpan(0, len(data))


@settings(deadline=None)
@given(st.integers(0, 2**64 - 1))
def test_numbers_are_read_as_they_are_written(value: int) -> None:
    written = write_varint(value)
    assert varint(written, 0, len(written)) == (value, len(written))


@settings(deadline=None)
@given(st.lists(st.integers(-(2**31), 2**31 - 1)), st.text(), st.integers(0, 2**31 - 1))
def test_what_another_library_writes_is_read(values: list[int], symbol: str, roles: int) -> None:
    data = encoded("Occurrence", range=values, symbol=symbol, symbol_roles=roles)
    found = dict(fields(data, whole(data)))
    assert list(integers(data, found.get(1, ByteSpan(0, 0)))) == values
    assert text(data, found.get(2, ByteSpan(0, 0))) == symbol
    assert number(found.get(3, 0)) == roles


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**31 - 1), min_size=1), st.text(), st.integers(0, 2**31 - 1))
def test_another_library_reads_what_is_written(values: list[int], symbol: str, roles: int) -> None:
    data = write_integers(1, values) + write_text(2, symbol) + write_number(3, roles)
    message = decoded("Occurrence", data)
    assert (list(message.range), message.symbol, message.symbol_roles) == (values, symbol, roles)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_fields_or_an_error(data: bytes) -> None:
    try:
        found = list(fields(data, whole(data)))
    except WireError:
        return
    ends = [value.end for _, value in found if isinstance(value, ByteSpan)]
    assert all(end <= len(data) for end in ends)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x0a\xff\xff\xff\xff\x0fabc", "a length leads beyond the end"),
        (b"\x0a", "a number does not end"),
        (b"\x08" + b"\xff" * 11, "a number does not end"),
        (b"\x08" + b"\xff" * 9 + b"\x7f", "a number does not end"),
        (b"\x0b\x0c", "there is no wire type 3 in it"),
        (bytes(4), "a field has no number"),
        (b"\x0d\x00", "a number leads beyond the end"),
    ],
)
def test_broken_bytes_say_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(WireError, match=f"^{reason}$"):
        list(fields(data, whole(data)))


def test_numbers_of_fixed_width_are_passed_over() -> None:
    data = b"\x0d\x01\x02\x03\x04" + b"\x11" + bytes(8) + write_number(3, 7)
    assert list(fields(data, whole(data))) == [(3, 7)]


def test_a_message_in_the_stead_of_a_number_is_an_error() -> None:
    data = write_bytes(3, b"x") + write_number(2, 5)
    (_, message), (_, value) = fields(data, whole(data))
    with pytest.raises(WireError, match="stands for a number"):
        number(message)
    with pytest.raises(WireError, match="stands for a text"):
        text(data, value)


def test_a_text_that_is_no_unicode_is_an_error() -> None:
    data = write_bytes(2, b"\xff\xfe")
    ((_, value),) = fields(data, whole(data))
    with pytest.raises(WireError, match="not UTF-8"):
        text(data, value)
