#!/usr/bin/env python3
"""Fill the gaps of a feed with predictions.

A gauge that loses power leaves a hole. This reads a feed, finds steps longer than `--gap`, and
writes the missing tide readings, as predicted, in the form of the feed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from tidewatch import HarmonicModel, TideReading, load_stations, open_feed
from tidewatch.stations import StationBook

DATA = Path(__file__).parents[1] / "data"


def missing(
    readings: Iterable[TideReading], book: StationBook, gap: timedelta, step: timedelta
) -> Iterator[TideReading]:
    """Yield predicted readings for each hole in a series.

    Args:
        readings: Tide readings of any stations, by time.
        book: The stations.
        gap: Steps that are longer are holes.
        step: Time between the readings that fill them.
    """
    last: dict[str, TideReading] = {}
    for reading in readings:
        before = last.get(reading.station)
        if before is not None and reading.time - before.time > gap:
            model = HarmonicModel.of(reading.at(book))
            time = before.time + step
            while time < reading.time:
                yield TideReading(reading.station, time, model.height(time))
                time += step
        last[reading.station] = reading


def write(readings: Iterable[TideReading], out: TextIO) -> int:
    """Write readings in the form of a feed and return how many there were."""
    writer = csv.writer(out)
    writer.writerow(["kind", "station", "time", "value", "unit"])
    count = 0
    for count, reading in enumerate(readings, start=1):
        writer.writerow(
            [reading.kind, reading.station, reading.time.isoformat(), f"{reading.height:.3f}", "m"]
        )
    return count


def main(arguments: list[str] | None = None) -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("feed", help="file of readings")
    parser.add_argument(
        "-o", "--output", type=Path, help="file to write, standard output if not given"
    )
    parser.add_argument(
        "--gap", type=float, default=45, metavar="MINUTES", help="longest step that is no hole"
    )
    parser.add_argument(
        "--step", type=float, default=15, metavar="MINUTES", help="time between two predictions"
    )
    options = parser.parse_args(arguments)

    book = load_stations(DATA / "stations.json")
    with open_feed(options.feed) as feed:
        tides = [reading for reading in feed if isinstance(reading, TideReading)]
    holes = missing(tides, book, timedelta(minutes=options.gap), timedelta(minutes=options.step))
    if options.output:
        with options.output.open("w", encoding="utf-8", newline="") as file:
            count = write(holes, file)
    else:
        count = write(holes, sys.stdout)
    print(f"{count} readings filled in", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
