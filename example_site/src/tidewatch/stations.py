"""Stations: where the gauges stand, and what the tide does there."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from .errors import UnknownStation

if TYPE_CHECKING:
    # Readings know their station; a station only names readings in its annotations.
    from .readings.base import Reading

PathLike: TypeAlias = str | Path
"""A path, written either way."""

EARTH_RADIUS = 6371.0088
"""Mean radius in kilometres."""


@dataclass(frozen=True, order=True)
class Position:
    """A place on the globe.

    Attributes:
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
    """

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not -90 <= self.latitude <= 90:
            raise ValueError(f"latitude {self.latitude} is off the globe")

    def distance(self, other: Position) -> float:
        """Great-circle distance in kilometres.

        Args:
            other: The place to go to.

        Returns:
            Kilometres over the surface, by the haversine formula.
        """
        north, south = math.radians(self.latitude), math.radians(other.latitude)
        across = math.radians(other.longitude - self.longitude)
        half = (
            math.sin((south - north) / 2) ** 2
            + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
        )
        return 2 * EARTH_RADIUS * math.asin(math.sqrt(half))

    def __str__(self) -> str:
        return (
            f"{abs(self.latitude):.2f}°{'N' if self.latitude >= 0 else 'S'} "
            f"{abs(self.longitude):.2f}°{'E' if self.longitude >= 0 else 'W'}"
        )


@runtime_checkable
class Locatable(Protocol):
    """Anything that stands somewhere."""

    @property
    def position(self) -> Position:
        """Where it stands."""
        ...


@dataclass(frozen=True)
class Constituent:
    """One harmonic part of the tide at a station.

    Attributes:
        name: Its traditional name, such as `M2`.
        amplitude: Metres.
        phase: Degrees behind the equilibrium tide at Greenwich.
    """

    name: str
    amplitude: float
    phase: float


@dataclass(frozen=True)
class Station:
    """A harbour with a gauge.

    Attributes:
        name: What people call it.
        latitude: Degrees, north is positive.
        longitude: Degrees, east is positive.
        mean_level: Mean sea level above chart datum, in metres.
        wall: Height at which the water comes over the wall, in metres.
        constituents: The harmonic parts of its tide, the largest first.
    """

    name: str
    latitude: float
    longitude: float
    mean_level: float = 0.0
    wall: float = math.inf
    constituents: tuple[Constituent, ...] = field(default=(), repr=False)

    @cached_property
    def slug(self) -> str:
        """The name as it appears in file names: `gannet-ness`."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    @property
    def position(self) -> Position:
        """Where the gauge stands."""
        return Position(self.latitude, self.longitude)

    def nearest(self, others: Mapping[str, Station]) -> Station:
        """Return the closest other station.

        Raises:
            ValueError: There is no other station.
        """
        candidates = [other for other in others.values() if other.name != self.name]
        if not candidates:
            raise ValueError(f"{self.name} is alone")
        return min(candidates, key=lambda other: self.position.distance(other.position))

    def latest(self, readings: Iterator[Reading]) -> Reading | None:
        """Return the newest reading that was taken here, `None` if there is none."""
        own = (reading for reading in readings if reading.station == self.slug)
        return max(own, key=lambda reading: reading.time, default=None)


class StationBook(dict[str, Station]):
    """Stations by slug; asking for one that is not in the book says which ones are."""

    def __missing__(self, slug: str) -> Station:
        raise UnknownStation(slug, list(self))

    def find(self, name: str) -> Station:
        """Find a station by its name or slug, in any case.

        Args:
            name: `Gannet Ness`, `gannet-ness`, …

        Raises:
            UnknownStation: There is none.
        """
        for station in self.values():
            if name.casefold() in (station.name.casefold(), station.slug):
                return station
        return self[name]


def load_stations(path: PathLike) -> StationBook:
    """Read a book of stations from a JSON file.

    Args:
        path: The file; `data/stations.json` shows its form.

    Returns:
        The stations by slug.
    """
    book = StationBook()
    for entry in json.loads(Path(path).read_text("utf-8"))["stations"]:
        parts = tuple(Constituent(**part) for part in entry.pop("constituents", ()))
        station = Station(
            **entry,
            constituents=tuple(sorted(parts, key=lambda part: -part.amplitude)),
        )
        book[station.slug] = station
    return book
