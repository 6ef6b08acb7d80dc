"""Units and their conversion."""

import pytest

from tidewatch.errors import UnitMismatch
from tidewatch.units import Unit, convert


def test_there_and_back_again():
    feet = convert(2.5, Unit.METRE, Unit.FOOT)
    assert convert(feet, Unit.FOOT, Unit.METRE) == pytest.approx(2.5)


def test_feet_are_not_knots():
    with pytest.raises(UnitMismatch, match="length"):
        convert(1, Unit.FOOT, Unit.KNOT)


@pytest.mark.parametrize(
    "symbol, unit", [("FT", Unit.FOOT), (" m ", Unit.METRE), ("kn", Unit.KNOT)]
)
def test_symbols(symbol: str, unit: Unit):
    assert Unit.from_symbol(symbol) is unit


def test_an_unknown_symbol():
    with pytest.raises(ValueError, match="fathom"):
        Unit.from_symbol("fathom")
