"""Tide tables."""

from .base import Report


class TideTable(Report):
    """High and low waters, one a line; what comes over the wall is marked."""

    MARK = " !"

    def render(self) -> str:
        lines = [f"{self.station.name} ({self.station.position})"]
        for tide in self.almanac.tides(self.start, self.days):
            mark = self.MARK if tide.height > self.station.wall else ""
            lines.append(f"{tide}{mark}")
        return "\n".join(lines)
