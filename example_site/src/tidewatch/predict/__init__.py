"""From harmonic constituents to times of high and low water."""

from .almanac import Almanac, Tide, TideKind
from .harmonics import SPEEDS, HarmonicModel, Sampler

__all__ = ["SPEEDS", "Almanac", "HarmonicModel", "Sampler", "Tide", "TideKind"]
