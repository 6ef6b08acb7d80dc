"""Folders named by custom after what they hold, where that is not the software itself."""

from __future__ import annotations

import re


def _inside(names: str) -> re.Pattern[str]:
    """Return a pattern of paths with a folder of one of some names, at any depth."""
    return re.compile(rf"(?:^|/)_*(?:{names})/", re.IGNORECASE)


BENCHMARKS = re.compile(
    r"(?:^|/)(?:[\w.-]*(?<!work)bench(?:mark(?:s|ing)?|es)?|_?perf)/", re.IGNORECASE
)
"""`bench/`, `micro-benchmarks/`, `Shop.Benchmarks/`, `shopbench/`; no workbench."""
EXAMPLES = _inside("examples?|samples?")
DOCUMENTS = _inside("docs?")
TEST_MATTER = _inside("(?:tests?|fixtures?)_*|testdata|e2e|templates?|playgrounds?")
"""Tests and what they work on, and templates: whole packages at times, for nobody to install."""
TRIAL_MATTER = _inside("testing|resources|testdata")
"""What else lies in folders for tests and for the software, of scripts that nobody starts."""
TOOLS = re.compile(r"(?:scripts?|tools?|hack|contrib|ci|\.github|misc)/")
"""Folders at the top that hold what people who work on the software start."""


def is_beside_software(path: str) -> bool:
    """Tell whether tests of such a folder are no example of how to test the software itself."""
    return any(each.search(path) for each in (EXAMPLES, DOCUMENTS, BENCHMARKS))
