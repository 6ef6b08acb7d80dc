"""Reports, checked with unittest: the harbour office runs these without pytest."""

import tempfile
import unittest
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

from tidewatch.report import Curve, TideTable
from tidewatch.stations import Station, load_stations

START = datetime(2026, 3, 20, tzinfo=UTC)


class ReportTest(unittest.TestCase):
    """What both kinds of report need."""

    station: Station

    @classmethod
    def setUpClass(cls) -> None:
        cls.station = load_stations(Path(__file__).parents[1] / "data" / "stations.json")[
            "saltmouth"
        ]


class TableTest(ReportTest):
    """Tide tables."""

    def test_water_over_the_wall_is_marked(self) -> None:
        low_wall = Station("Low Wall", 0, 0, 2.0, 2.1, self.station.constituents)
        lines = TideTable(low_wall, START).render().splitlines()[1:]
        for line in lines:
            with self.subTest(line=line):
                self.assertEqual("high water" in line, line.endswith(TideTable.MARK))

    def test_a_saved_table_is_the_rendered_one(self) -> None:
        table = TideTable(self.station, START)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "table.txt")
            table.save(str(path))
            self.assertEqual(path.read_text("utf-8"), table.render())


class CurveTest(ReportTest):
    """Tide curves."""

    def test_a_day_has_a_point_every_twenty_minutes(self) -> None:
        svg = ET.fromstring(Curve(self.station, START).render())
        line = svg.find("{http://www.w3.org/2000/svg}polyline")
        assert line is not None
        self.assertEqual(len(line.attrib["points"].split()), 73)


if __name__ == "__main__":
    unittest.main()
