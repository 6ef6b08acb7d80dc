"""Times of high and low water.

High and low waters are where the tide stands still. The almanac samples the rate of change every
half hour, and where its sign changes it closes in on the turn by halving.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from ..stations import Station
from ..units import Height
from .harmonics import EPOCH, HarmonicModel, Sampler, hours_since_epoch

STEP = 0.5
"""Hours between samples; no turn of the tide is missed as long as two turns are further apart."""


class TideKind(StrEnum):
    """Which way the tide turns."""

    HIGH = "high water"
    LOW = "low water"


@dataclass(frozen=True, slots=True)
class Tide:
    """One turn of the tide."""

    kind: TideKind
    time: datetime
    height: Height

    @property
    def is_high(self) -> bool:
        """Whether the water falls from here on."""
        return self.kind is TideKind.HIGH

    def __str__(self) -> str:
        return f"{self.time:%a %d %b %H:%M}  {self.kind:<10}  {self.height:5.2f} m"


class Almanac:
    """The turns of the tide at a station.

    :param station: Where.
    :param tolerance: How exact the times have to be.
    :raises ValueError: If the station has no constituents.
    """

    def __init__(self, station: Station, tolerance: timedelta = timedelta(seconds=30)) -> None:
        if not station.constituents:
            raise ValueError(f"{station.name} has no tide to speak of")
        self.station = station
        self.tolerance = tolerance
        self.model = HarmonicModel.of(station)

    def tides(self, start: datetime, days: float = 1) -> Iterator[Tide]:
        """Yield the turns of the tide in order.

        :param start: Aware time to start from.
        :param days: How many days to look ahead.
        :returns: High and low waters by turns.
        :rtype: Iterator[Tide]
        """
        rate = self.model.rate()
        left = hours_since_epoch(start)
        end = left + days * 24
        before = rate(left)
        while left < end:
            right = min(left + STEP, end)
            after = rate(right)
            if before * after < 0:
                yield self._tide(rate, left, right, rising=before > 0)
            left, before = right, after

    def next_high(self, after: datetime) -> Tide:
        """Return the first high water after a time.

        :param after: Aware time.
        :raises LookupError: If the tide does not turn within two days.
        """
        for tide in self.tides(after, days=2):
            if tide.is_high:
                return tide
        raise LookupError(f"no high water at {self.station.name} within two days")

    def _tide(self, rate: Sampler, left: float, right: float, *, rising: bool) -> Tide:
        tolerance = self.tolerance / timedelta(hours=1)
        while right - left > tolerance:
            middle = (left + right) / 2
            if (rate(middle) > 0) is rising:
                left = middle
            else:
                right = middle
        time = EPOCH + timedelta(hours=(left + right) / 2)
        kind = TideKind.HIGH if rising else TideKind.LOW
        return Tide(kind, time, self.model.height(time))


@lru_cache(maxsize=64)
def almanac_of(station: Station) -> Almanac:
    """Return the almanac of a station, made once.

    :param station: Where.
    :returns: The same object for the same station.
    """
    return Almanac(station)
