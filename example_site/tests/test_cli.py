"""The command and the script."""

from pathlib import Path

import pytest

import backfill
from tidewatch.cli import main

DATA = Path(__file__).parents[1] / "data"


def test_tides_are_printed_as_a_table(capsys: pytest.CaptureFixture[str]):
    assert main(["tides", "saltmouth", "--start", "2026-03-20", "--days", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Saltmouth (50.21°N 3.74°W)")
    assert "high water" in out


def test_an_unknown_station_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]):
    assert main(["tides", "Atlantis"]) == 2
    assert capsys.readouterr().err.startswith("tidewatch: no station called 'Atlantis'")


def test_watch_tells_by_its_exit_code_that_there_are_alerts(capsys: pytest.CaptureFixture[str]):
    assert main(["watch", str(DATA / "readings.csv")]) == 1
    assert "alarm: saltmouth" in capsys.readouterr().out


def test_backfill_fills_the_hole(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    filled = tmp_path / "filled.csv"
    assert backfill.main([str(DATA / "readings.csv"), "-o", str(filled)]) == 0
    assert "7 readings filled in" in capsys.readouterr().err
    assert len(filled.read_text().splitlines()) == 8
