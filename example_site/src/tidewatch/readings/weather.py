"""Readings of wind and pressure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from tidewatch.readings import base
from tidewatch.units import Unit, convert

STANDARD_PRESSURE = 1013.25
"""Hectopascals."""

COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


class WeatherReading(base.Reading):
    """Wind and pressure.

    Attributes:
        wind: Metres per second.
        direction: Degrees that the wind comes from.
        pressure: Hectopascals.
    """

    kind = "weather"

    def __init__(
        self,
        station: str,
        time: datetime,
        wind: float,
        direction: float,
        pressure: float = STANDARD_PRESSURE,
    ) -> None:
        super().__init__(station, time)
        self.wind = wind
        self.direction = direction % 360
        self.pressure = pressure

    @classmethod
    def from_row(cls, row: Mapping[str, str]) -> Self:
        """Read `value` as wind speed, and `direction` and `pressure` where the feed has them."""
        return cls(
            row["station"],
            datetime.fromisoformat(row["time"]),
            convert(
                float(row["value"]),
                Unit.from_symbol(row.get("unit") or "m/s"),
                Unit.METRE_PER_SECOND,
            ),
            float(row.get("direction") or 0),
            float(row.get("pressure") or STANDARD_PRESSURE),
        )

    @property
    def compass(self) -> str:
        """The direction as a sailor says it."""
        return COMPASS[round(self.direction / 45) % len(COMPASS)]

    @property
    def inverse_barometer(self) -> float:
        """Metres by which the pressure lifts the sea: about a centimetre per hectopascal."""
        return (STANDARD_PRESSURE - self.pressure) / 100

    def describe(self) -> str:
        return f"{self.wind:.1f} m/s from {self.compass}, {self.pressure:.0f} hPa"
