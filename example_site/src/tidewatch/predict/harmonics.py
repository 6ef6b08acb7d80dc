"""The harmonic model of the tide.

The height of the water is the mean level plus a sum of cosines, one for each constituent, whose
speeds are those of the sun and the moon and the same everywhere. Amplitudes and phases belong to
the place.

Notes
-----
Nodal corrections are left out. Over a few years they change a height by up to 4 %, and the
harbours in this repository are invented anyway.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from ..stations import Constituent, Station
from ..units import Height

try:
    from ._native import sum_cosines
except (ImportError, OSError):  # the library has not been built
    from ._fallback import sum_cosines

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The time at which all equilibrium phases are taken as zero."""

SPEEDS: dict[str, float] = {
    "M2": 28.9841042,
    "S2": 30.0,
    "N2": 28.4397295,
    "K1": 15.0410686,
    "O1": 13.9430356,
    "M4": 57.9682084,
    "S1": 15.0,
}
"""Constituent → degrees in an hour."""

Sampler = Callable[[float], float]
"""Hours since `EPOCH` → metres."""


def hours_since_epoch(time: datetime) -> float:
    """Return a time as the model counts it.

    Parameters
    ----------
    time : datetime
        An aware time.

    Returns
    -------
    float
        Hours since `EPOCH`; negative before it.

    Raises
    ------
    ValueError
        If the time has no zone.
    """
    if time.tzinfo is None:
        raise ValueError("times have to be aware")
    return (time - EPOCH) / timedelta(hours=1)


class HarmonicModel:
    """The tide at one place as a sum of cosines.

    Parameters
    ----------
    mean_level : float
        Mean sea level above chart datum, in metres.
    constituents : iterable of Constituent
        The parts; those with a name that is not in `SPEEDS` are refused.

    Attributes
    ----------
    amplitudes : list of float
        Metres.
    speeds : list of float
        Radians in an hour.
    phases : list of float
        Radians.

    See Also
    --------
    Almanac : Finds high and low waters in a model.

    Examples
    --------
    >>> from tidewatch.stations import Constituent
    >>> model = HarmonicModel(2.0, [Constituent("M2", 1.5, 0.0)])
    >>> model.height(EPOCH)
    3.5
    """

    def __init__(self, mean_level: float, constituents: Iterable[Constituent]) -> None:
        self.mean_level = mean_level
        self.amplitudes: list[float] = []
        self.speeds: list[float] = []
        self.phases: list[float] = []
        for part in constituents:
            if part.name not in SPEEDS:
                raise ValueError(f"unknown constituent {part.name}")
            self.amplitudes.append(part.amplitude)
            self.speeds.append(math.radians(SPEEDS[part.name]))
            self.phases.append(math.radians(part.phase))

    @classmethod
    def of(cls, station: Station) -> HarmonicModel:
        """Make the model of a station."""
        return cls(station.mean_level, station.constituents)

    def height(self, time: datetime) -> Height:
        """Predict the height of the water.

        Parameters
        ----------
        time : datetime
            An aware time.

        Returns
        -------
        Height
            Metres above chart datum.
        """
        return Height(self.sampler()(hours_since_epoch(time)))

    def heights(self, start: datetime, step: timedelta, count: int) -> Sequence[Height]:
        """Predict a series of heights.

        Parameters
        ----------
        start : datetime
            Time of the first.
        step : timedelta
            Time between two.
        count : int
            How many.
        """
        sample = self.sampler()
        first = hours_since_epoch(start)
        stride = step / timedelta(hours=1)
        return [Height(sample(first + index * stride)) for index in range(count)]

    def sampler(self) -> Sampler:
        """Return the height as a function of the hours since `EPOCH`."""

        def sample(hours: float) -> float:
            return self.mean_level + sum_cosines(hours, self.amplitudes, self.speeds, self.phases)

        return sample

    def rate(self) -> Sampler:
        """Return how fast the water rises, in metres an hour, as a function of the hours."""
        amplitudes = [
            -amplitude * speed
            for amplitude, speed in zip(self.amplitudes, self.speeds, strict=True)
        ]
        quarter = math.pi / 2
        phases = [phase + quarter for phase in self.phases]
        return lambda hours: sum_cosines(hours, amplitudes, self.speeds, phases)

    @property
    def range(self) -> float:
        """Metres between the highest and the lowest water that the model can reach at most."""
        return 2 * sum(abs(amplitude) for amplitude in self.amplitudes)
