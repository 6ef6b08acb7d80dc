"""The `tidewatch` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from . import alerts
from .errors import TidewatchError
from .feeds import open_feed
from .report import Curve, TideTable
from .stations import load_stations

DATA = Path(__file__).parents[2] / "data"


def build_parser() -> argparse.ArgumentParser:
    """Declare the commands and their options."""
    parser = argparse.ArgumentParser(prog="tidewatch", description="Watch the tide.")
    parser.add_argument(
        "--stations",
        type=Path,
        default=DATA / "stations.json",
        help="book of stations to use",
    )
    commands = parser.add_subparsers(dest="command", required=True)

    tides = commands.add_parser("tides", help="print high and low waters")
    tides.add_argument("station", help="name of the harbour")
    tides.add_argument("--days", type=int, default=1, help="how many days to look ahead")
    tides.add_argument(
        "--start",
        type=date.fromisoformat,
        default=None,
        metavar="DATE",
        help="first day, today if not given",
    )
    tides.add_argument("--svg", action="store_true", help="draw a curve instead of a table")

    watch = commands.add_parser("watch", help="check readings against rules")
    watch.add_argument("feed", help="file of readings")
    watch.add_argument("--rules", type=Path, default=DATA / "alerts.yml", help="file of rules")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line, `sys.argv` if not given.

    Returns:
        0; 1 if an alert was printed; 2 if something was wrong with the input.
    """
    options = build_parser().parse_args(arguments)
    try:
        if options.command == "tides":
            return _tides(options)
        return _watch(options)
    except TidewatchError as error:
        print(f"tidewatch: {error}", file=sys.stderr)
        return 2


def _tides(options: argparse.Namespace) -> int:
    station = load_stations(options.stations).find(options.station)
    day = options.start or datetime.now(UTC).date()
    report = Curve if options.svg else TideTable
    print(report(station, datetime.combine(day, time(), UTC), options.days).render())
    return 0


def _watch(options: argparse.Namespace) -> int:
    rules = alerts.load_rules(options.rules)
    found = False
    with open_feed(options.feed) as feed:
        for alert in alerts.check(feed, rules):
            print(alert)
            found = True
    return int(found)
