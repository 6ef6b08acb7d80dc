"""Stations and feeds that all tests share."""

from pathlib import Path

import pytest

from tidewatch.stations import Station, StationBook, load_stations

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="session")
def book() -> StationBook:
    """The harbours of the repository."""
    return load_stations(DATA / "stations.json")


@pytest.fixture
def saltmouth(book: StationBook) -> Station:
    """The harbour that most tests are about."""
    return book["saltmouth"]
