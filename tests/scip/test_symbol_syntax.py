from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_repodoc.scip.symbol_syntax import (
    Descriptor,
    ScipSymbol,
    Suffix,
    SymbolError,
    SymbolPackage,
    is_local,
    parse_symbol,
    write_symbol,
)

_CHARACTERS = "aZ0_+-$ `.#/()[]:!é🚀\n"
_PARTS = st.text(_CHARACTERS, max_size=8).filter(
    lambda part: part != "." and not part.startswith(" ")  # which the format cannot write
)
_NAMES = st.text(_CHARACTERS, min_size=1, max_size=8)
_SIMPLE = st.text("abcXYZ019_+-$", max_size=5)
_DESCRIPTORS = st.one_of(
    st.builds(
        Descriptor, _NAMES, st.sampled_from(sorted(set(Suffix) - {Suffix.METHOD})), st.just("")
    ),
    st.builds(Descriptor, _NAMES, st.just(Suffix.METHOD), _SIMPLE),
)
_SYMBOLS = st.builds(
    ScipSymbol,
    _PARTS.filter(bool),
    st.builds(SymbolPackage, _PARTS, _PARTS, _PARTS),
    st.lists(_DESCRIPTORS, min_size=1).map(tuple),
)


@settings(deadline=None)
@given(_SYMBOLS)
def test_symbols_are_read_as_they_are_written(symbol: ScipSymbol) -> None:
    assert parse_symbol(write_symbol(symbol)) == symbol


def test_every_descriptor_of_the_grammar() -> None:
    symbol = parse_symbol("scheme npm @a/b 1.0 src/`Ky.ts`/Ky#`<get>a``b`(+1).(x)[T]y.z:m!")
    assert symbol.package == SymbolPackage("npm", "@a/b", "1.0")
    assert symbol.descriptors == (
        Descriptor("src", Suffix.NAMESPACE),
        Descriptor("Ky.ts", Suffix.NAMESPACE),
        Descriptor("Ky", Suffix.TYPE),
        Descriptor("<get>a`b", Suffix.METHOD, "+1"),
        Descriptor("x", Suffix.PARAMETER),
        Descriptor("T", Suffix.TYPE_PARAMETER),
        Descriptor("y", Suffix.TERM),
        Descriptor("z", Suffix.META),
        Descriptor("m", Suffix.MACRO),
    )


def test_spaces_are_doubled_and_a_dot_is_nothing() -> None:
    symbol = parse_symbol("my  scheme . two  words . a#")
    assert symbol.scheme == "my scheme"
    assert symbol.package == SymbolPackage("", "two words", "")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "scheme",
        "scheme npm a 1.0 ",
        "scheme npm a 1.0 a",
        "scheme npm a 1.0 `a#",
        "scheme npm a 1.0 a#b",
        "scheme npm a 1.0 ä#",
        "scheme npm a 1.0 a(x y).",
        " npm a 1.0 a#",
    ],
)
def test_what_does_not_follow_the_grammar_is_an_error(written: str) -> None:
    with pytest.raises(SymbolError):
        parse_symbol(written)


def test_local_symbols_are_known_by_their_beginning() -> None:
    assert is_local("local 3")
    assert not is_local("localised npm a 1.0 a#")
