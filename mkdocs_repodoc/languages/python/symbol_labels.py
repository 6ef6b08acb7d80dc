"""Labels of symbols by which names are followed, beside being shown."""

from __future__ import annotations

from typing import Final

FIXTURE: Final = "fixture"
"""A function that pytest calls for those that ask for it by name."""
