"""What a report is."""

from abc import ABC, abstractmethod
from datetime import datetime

from tidewatch.predict.almanac import almanac_of
from tidewatch.stations import Station


class Report(ABC):
    """The tides of a station over some days, in a form for people."""

    def __init__(self, station: Station, start: datetime, days: int = 1) -> None:
        self.station = station
        self.start = start
        self.days = days
        self.almanac = almanac_of(station)

    @abstractmethod
    def render(self) -> str:
        """Return the whole report as text."""

    def save(self, path: str) -> None:
        """Write the report to a file."""
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.render())
