"""Readings of the water's height."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from ..units import Height, Unit, convert
from .base import Reading


class TideReading(Reading):
    """The height of the water.

    Attributes:
        height: Metres above chart datum.
    """

    kind = "tide"

    def __init__(self, station: str, time: datetime, height: Height) -> None:
        super().__init__(station, time)
        self.height = height

    @classmethod
    def from_row(cls, row: Mapping[str, str]) -> Self:
        """Read `value` in the unit that `unit` names, metres if it is empty."""
        unit = Unit.from_symbol(row.get("unit") or "m")
        return cls(
            row["station"],
            datetime.fromisoformat(row["time"]),
            Height(convert(float(row["value"]), unit, Unit.METRE)),
        )

    def describe(self) -> str:
        return f"{self.height:.2f} m"


class SurgeReading(TideReading):
    """How far the water stands from where the prediction put it.

    Attributes:
        predicted: Metres above chart datum.
    """

    kind = "surge"
    predicted: Height = Height(0.0)

    @property
    def surge(self) -> float:
        """Metres above the prediction; negative when the water stays away."""
        return self.height - self.predicted

    @surge.setter
    def surge(self, value: float) -> None:
        self.height = Height(self.predicted + value)

    def describe(self) -> str:
        return f"{super().describe()} ({self.surge:+.2f} m)"
