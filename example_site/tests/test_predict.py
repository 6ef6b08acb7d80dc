"""The harmonic model and the almanac."""

import math
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tidewatch.predict import Almanac, HarmonicModel, TideKind
from tidewatch.predict.almanac import almanac_of
from tidewatch.predict.harmonics import EPOCH, hours_since_epoch
from tidewatch.stations import Constituent, Station

START = datetime(2026, 3, 20, tzinfo=UTC)


class TestModel:
    """One constituent is enough to check the sum."""

    model = HarmonicModel(2.0, [Constituent("S2", 1.0, 90.0)])

    def test_height_at_the_epoch(self):
        assert self.model.height(EPOCH) == pytest.approx(2.0)

    def test_highest_when_the_phase_has_passed(self):
        assert self.model.height(EPOCH + timedelta(hours=3)) == pytest.approx(3.0)

    def test_the_rate_is_the_slope(self):
        sample, rate = self.model.sampler(), self.model.rate()
        slope = (sample(1.001) - sample(0.999)) / 0.002
        assert rate(1.0) == pytest.approx(slope, rel=1e-6)

    def test_series_and_single_heights_agree(self):
        series = self.model.heights(START, timedelta(hours=1), 3)
        assert series[2] == pytest.approx(self.model.height(START + timedelta(hours=2)))

    def test_unknown_constituents_are_refused(self):
        with pytest.raises(ValueError, match="unknown constituent X9"):
            HarmonicModel(0.0, [Constituent("X9", 1.0, 0.0)])


def test_naive_times_are_refused():
    with pytest.raises(ValueError, match="aware"):
        hours_since_epoch(datetime(2026, 1, 1))


def test_four_turns_in_a_lunar_day(saltmouth: Station):
    tides = list(Almanac(saltmouth).tides(START, days=24.84 / 24))
    assert len(tides) in (3, 4)
    kinds = [tide.kind for tide in tides]
    assert all(a is not b for a, b in pairwise(kinds))


def test_no_water_is_higher_than_high_water(saltmouth: Station):
    almanac = Almanac(saltmouth)
    high = almanac.next_high(START)
    assert high.kind is TideKind.HIGH
    around = almanac.model.heights(high.time - timedelta(hours=1), timedelta(minutes=5), 25)
    assert max(around) == pytest.approx(high.height, abs=1e-3)


def test_a_station_without_constituents_has_no_almanac():
    with pytest.raises(ValueError, match="no tide to speak of"):
        Almanac(Station("Dry Dock", 0, 0))


def test_almanacs_are_made_once(saltmouth: Station):
    assert almanac_of(saltmouth) is almanac_of(saltmouth)


def test_the_range_is_never_exceeded(saltmouth: Station):
    model = HarmonicModel.of(saltmouth)
    heights = model.heights(START, timedelta(minutes=30), 48 * 30)
    assert max(heights) - min(heights) < model.range
    assert math.isclose(model.range, 2 * (1.68 + 0.58 + 0.33 + 0.13))
