"""Rules and the alerts they raise."""

from datetime import UTC, datetime
from pathlib import Path

from tidewatch import Rule, TideReading, WeatherReading, check
from tidewatch.alerts import load_rules

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)
RULES = Path(__file__).parents[1] / "data" / "alerts.yml"


def test_high_water_raises_an_alarm():
    (alert,) = check([TideReading("saltmouth", NOON, 5.31)], load_rules(RULES))
    assert str(alert) == "alarm: saltmouth: water at 5.31 m"


def test_a_gale_is_told_with_its_direction():
    (alert,) = check([WeatherReading("mirkhaven", NOON, 21.0, 226)], load_rules(RULES))
    assert str(alert) == "warning: mirkhaven: wind 21.0 m/s from SW"


def test_a_rule_for_wind_leaves_water_alone():
    assert not Rule("wind", "above", 1.0).matches(TideReading("saltmouth", NOON, 9.0))


def test_calm_weather_raises_nothing():
    assert list(check([WeatherReading("mirkhaven", NOON, 3.0, 0)], load_rules(RULES))) == []
