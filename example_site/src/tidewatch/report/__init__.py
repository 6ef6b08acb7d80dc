"""Tides on paper."""

from .curve import Curve
from .table import TideTable

__all__ = ["Curve", "TideTable"]
