"""Units of what gauges measure.

Heights are metres, speeds are metres per second and pressures are hectopascals everywhere in this
package. The other units exist for reading other people's data and for printing.
"""

from __future__ import annotations

from enum import Enum, unique
from typing import Final, NewType

from .errors import UnitMismatch

Height = NewType("Height", float)
"""Metres above chart datum."""

FEET_PER_METRE: Final = 3.280839895
KNOTS_PER_METRE_PER_SECOND: Final = 1.943844492


class Quantity(Enum):
    """What a unit measures."""

    LENGTH = "length"
    SPEED = "speed"
    PRESSURE = "pressure"


@unique
class Unit(Enum):
    """A unit, with the factor that turns the package's own unit into it."""

    METRE = ("m", Quantity.LENGTH, 1.0)
    FOOT = ("ft", Quantity.LENGTH, FEET_PER_METRE)
    METRE_PER_SECOND = ("m/s", Quantity.SPEED, 1.0)
    KNOT = ("kn", Quantity.SPEED, KNOTS_PER_METRE_PER_SECOND)
    HECTOPASCAL = ("hPa", Quantity.PRESSURE, 1.0)
    MILLIMETRE_OF_MERCURY = ("mmHg", Quantity.PRESSURE, 0.750061683)

    def __init__(self, symbol: str, quantity: Quantity, factor: float) -> None:
        self.symbol = symbol
        self.quantity = quantity
        self.factor = factor

    @classmethod
    def from_symbol(cls, symbol: str) -> Unit:
        """Find a unit by the symbol that people write.

        Args:
            symbol: `m`, `ft`, `kn`, … in any case.

        Raises:
            ValueError: There is no such unit.
        """
        for unit in cls:
            if unit.symbol.casefold() == symbol.strip().casefold():
                return unit
        raise ValueError(f"{symbol!r} is not a unit of this package")


def convert(value: float, source: Unit, target: Unit) -> float:
    """Convert a value from one unit to another.

    Args:
        value: The number.
        source: Its unit.
        target: The unit that is wanted.

    Returns:
        The number in the wanted unit.

    Raises:
        UnitMismatch: The units measure different things.

    Example:
        >>> round(convert(10, Unit.KNOT, Unit.METRE_PER_SECOND), 2)
        5.14
    """
    if source.quantity is not target.quantity:
        raise UnitMismatch(
            f"{source.symbol} is a {source.quantity.value}, "
            f"{target.symbol} a {target.quantity.value}"
        )
    return value / source.factor * target.factor
