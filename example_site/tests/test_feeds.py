"""Feeds from files and from a gauge."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tidewatch.errors import FeedError
from tidewatch.feeds import CsvFeed, JsonFeed, LiveFeed, open_feed
from tidewatch.feeds.live import buffered
from tidewatch.readings import Reading, SurgeReading, TideReading, WeatherReading

DATA = Path(__file__).parents[1] / "data"
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def test_a_csv_feed_makes_readings_of_each_kind():
    with open_feed(DATA / "readings.csv") as feed:
        kinds = {type(reading) for reading in feed}
    assert kinds == {TideReading, WeatherReading, SurgeReading}


def test_feet_are_read_as_metres(tmp_path: Path):
    path = tmp_path / "feet.csv"
    path.write_text("kind,station,time,value,unit\ntide,saltmouth,2026-03-20T12:00,10,ft\n")
    with CsvFeed(path) as feed:
        (reading,) = feed
    assert reading.height == pytest.approx(3.048)
    assert reading.time == NOON


def test_a_broken_line_is_named(tmp_path: Path):
    path = tmp_path / "broken.jsonl"
    path.write_text('{"kind": "tide", "station": "x", "time": "2026-03-20", "value": 1}\n{oops\n')
    with JsonFeed(path) as feed, pytest.raises(FeedError, match="line 2") as caught:
        list(feed)
    assert caught.value.line == 2


def test_an_unknown_kind_is_an_error(tmp_path: Path):
    path = tmp_path / "odd.csv"
    path.write_text("kind,station\nseal,saltmouth\n")
    with CsvFeed(path) as feed, pytest.raises(FeedError, match="seal"):
        list(feed)


def test_a_closed_feed_cannot_be_read():
    with pytest.raises(FeedError, match="not open"):
        list(CsvFeed(DATA / "readings.csv"))


def test_a_feed_that_is_not_there():
    with pytest.raises(FeedError, match="No such file"), CsvFeed("nowhere.csv"):
        pass


def test_nobody_reads_pictures():
    with pytest.raises(FeedError, match=".png"):
        open_feed("tide.png")


def test_surge_is_what_the_prediction_missed():
    reading = SurgeReading("saltmouth", NOON, 4.0)
    reading.predicted = 3.5
    assert reading.surge == pytest.approx(0.5)
    reading.surge = -0.25
    assert reading.describe() == "3.25 m (-0.25 m)"


class Gauge:
    """Fails as often as it is told to, then answers."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    async def ask(self) -> Reading:
        if self.failures:
            self.failures -= 1
            raise OSError("no echo")
        return TideReading("saltmouth", NOON, 2.0)


def test_a_live_feed_bears_a_few_failures():
    async def collect() -> list[Reading]:
        feed = LiveFeed(Gauge(failures=2).ask, interval=0)
        return [reading async for reading in feed.readings(limit=3)]

    assert len(asyncio.run(collect())) == 3


def test_a_live_feed_gives_up():
    async def collect() -> None:
        feed = LiveFeed(Gauge(failures=9).ask, interval=0, patience=2)
        async for _ in feed.readings():
            pass

    with pytest.raises(FeedError, match="3 times"):
        asyncio.run(collect())


def test_readings_arrive_in_the_background():
    async def first() -> Reading:
        async with buffered(LiveFeed(Gauge(failures=0).ask, interval=0), limit=5) as queue:
            return await queue.get()

    assert asyncio.run(first()).station == "saltmouth"
