"""Predict tides, read gauges and say when the harbour wall gets wet.

The names below are the whole public interface; everything else may move between versions.

Example:
    >>> from tidewatch import Station
    >>> Station("Saltmouth", 50.2, -3.7).slug
    'saltmouth'
"""

from .alerts import Alert, Rule, check
from .errors import FeedError, TidewatchError, UnknownStation
from .feeds import CsvFeed, LiveFeed, open_feed
from .predict import Almanac, HarmonicModel, Tide
from .readings import Reading, TideReading, WeatherReading
from .stations import Position, Station, load_stations
from .units import Height, Unit, convert

__version__ = "0.4.0"

__all__ = [
    "Alert",
    "Almanac",
    "CsvFeed",
    "FeedError",
    "HarmonicModel",
    "Height",
    "LiveFeed",
    "Position",
    "Reading",
    "Rule",
    "Station",
    "Tide",
    "TideReading",
    "TidewatchError",
    "Unit",
    "UnknownStation",
    "WeatherReading",
    "check",
    "convert",
    "load_stations",
    "open_feed",
]
