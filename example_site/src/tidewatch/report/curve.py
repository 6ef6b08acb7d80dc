"""Tide curves as SVG."""

from datetime import timedelta
from html import escape

from tidewatch.report.base import Report


class Curve(Report):
    """The height of the water over time, as a line.

    Attributes:
        width: Pixels.
        tall: Pixels.
    """

    width = 640
    tall = 160

    def render(self) -> str:
        step = timedelta(minutes=20)
        count = int(timedelta(days=self.days) / step) + 1
        heights = self.almanac.model.heights(self.start, step, count)
        low, high = min(heights), max(heights)
        scale = self.tall / ((high - low) or 1.0)
        points = " ".join(
            f"{index * self.width / (count - 1):.1f},{self.tall - (height - low) * scale:.1f}"
            for index, height in enumerate(heights)
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.tall}">'
            f"<title>{escape(self.station.name)}</title>"
            f'<polyline fill="none" stroke="currentColor" points="{points}"/></svg>'
        )
