"""What gauges say, one class per kind of sensor."""

from tidewatch.readings.base import KINDS, Reading, read_row
from tidewatch.readings.tide import SurgeReading, TideReading
from tidewatch.readings.weather import WeatherReading

__all__ = ["KINDS", "Reading", "SurgeReading", "TideReading", "WeatherReading", "read_row"]
