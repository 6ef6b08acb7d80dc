"""Types of the Rust loop, for checkers that cannot see through ctypes."""

from collections.abc import Sequence
from pathlib import Path

LIBRARY: Path

def sum_cosines(
    hours: float,
    amplitudes: Sequence[float],
    speeds: Sequence[float],
    phases: Sequence[float],
) -> float: ...
