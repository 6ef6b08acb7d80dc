"""Stations, their positions and the book that holds them."""

from datetime import UTC, datetime

import pytest

from tidewatch.errors import UnknownStation
from tidewatch.readings import TideReading, WeatherReading
from tidewatch.stations import Locatable, Position, Station, StationBook


def test_slug_is_fit_for_file_names():
    assert Station("Gannet  Ness!", 0, 0).slug == "gannet-ness"


def test_a_station_can_be_located(saltmouth: Station):
    assert isinstance(saltmouth, Locatable)
    assert str(saltmouth.position) == "50.21°N 3.74°W"


def test_a_quarter_of_the_globe():
    assert Position(0, 0).distance(Position(0, 90)) == pytest.approx(10007.6, abs=0.1)


def test_nobody_lives_beyond_the_pole():
    with pytest.raises(ValueError, match="off the globe"):
        Position(91, 0)


def test_an_unknown_station_names_the_known_ones(book: StationBook):
    with pytest.raises(UnknownStation, match="saltmouth") as caught:
        book.find("Atlantis")
    assert caught.value.name == "Atlantis"


@pytest.mark.parametrize("name", ["Gannet Ness", "gannet-ness", "GANNET NESS"])
def test_stations_are_found_by_name_or_slug(book: StationBook, name: str):
    assert book.find(name).slug == "gannet-ness"


def test_the_nearest_station(book: StationBook, saltmouth: Station):
    assert saltmouth.nearest(book).name == "Gannet Ness"


def test_a_lonely_station_has_no_neighbour(saltmouth: Station):
    with pytest.raises(ValueError, match="alone"):
        saltmouth.nearest({"saltmouth": saltmouth})


def test_the_latest_reading_is_the_stations_own(saltmouth: Station):
    morning = TideReading("saltmouth", datetime(2026, 3, 20, 6, tzinfo=UTC), 1.0)
    noon = WeatherReading("saltmouth", datetime(2026, 3, 20, 12, tzinfo=UTC), 4.0, 90)
    elsewhere = TideReading("mirkhaven", datetime(2026, 3, 20, 18, tzinfo=UTC), 1.0)
    assert saltmouth.latest(iter([morning, noon, elsewhere])) is noon
