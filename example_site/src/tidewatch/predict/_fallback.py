"""The sum of cosines in plain Python, for machines without the Rust library."""

from collections.abc import Sequence
from math import cos


def sum_cosines(
    hours: float,
    amplitudes: Sequence[float],
    speeds: Sequence[float],
    phases: Sequence[float],
) -> float:
    """Add up `amplitude * cos(speed * hours - phase)`."""
    return sum(
        amplitude * cos(speed * hours - phase)
        for amplitude, speed, phase in zip(amplitudes, speeds, phases, strict=True)
    )
