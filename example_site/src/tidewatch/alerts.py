"""Rules that turn readings into warnings.

Rules stand in a YAML file such as `data/alerts.yml`; nothing in it is ever evaluated.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

import yaml

from .readings import Reading, TideReading, WeatherReading

Level = Literal["notice", "warning", "alarm"]

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "above": operator.gt,
    "below": operator.lt,
}


class RuleEntry(TypedDict):
    """A rule as it stands in the file."""

    measure: Literal["height", "wind", "pressure"]
    when: Literal["above", "below"]
    value: float
    level: Level


@dataclass(frozen=True)
class Rule:
    """Warns when a measure passes a value.

    Attributes:
        measure: Attribute of the reading: `height`, `wind` or `pressure`.
        when: `above` or `below`.
        value: The limit.
        level: How bad it is.
    """

    measure: str
    when: str
    value: float
    level: Level = "warning"

    def matches(self, reading: Reading) -> bool:
        """Whether the reading has the measure and it is past the limit."""
        measured = getattr(reading, self.measure, None)
        return measured is not None and _COMPARE[self.when](measured, self.value)


@dataclass(frozen=True)
class Alert:
    """A rule that has come true."""

    rule: Rule
    reading: Reading

    def __str__(self) -> str:
        match self.reading:
            case TideReading(height=height):
                what = f"water at {height:.2f} m"
            case WeatherReading(wind=wind, compass=compass):
                what = f"wind {wind:.1f} m/s from {compass}"
            case _:
                what = self.reading.describe()
        return f"{self.rule.level}: {self.reading.station}: {what}"


def load_rules(path: str | Path) -> list[Rule]:
    """Read rules from a YAML file.

    Args:
        path: The file.

    Returns:
        The rules in the order of the file.
    """
    entries: list[RuleEntry] = yaml.safe_load(Path(path).read_text("utf-8"))["rules"]
    return [Rule(**entry) for entry in entries]


def check(readings: Iterable[Reading], rules: Iterable[Rule]) -> Iterator[Alert]:
    """Yield an alert for each reading and each rule that it breaks.

    Args:
        readings: In any order.
        rules: All are tried on each reading.
    """
    rules = tuple(rules)
    for reading in readings:
        for rule in rules:
            if rule.matches(reading):
                yield Alert(rule, reading)
