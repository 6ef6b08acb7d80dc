"""Needs of a first test of PHP: what the runner counts as a failure beside failed tests."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.testing.build_gates import GateRule
from mkdocs_repodoc.languages.testing.test_needs import FirstTest
from mkdocs_repodoc.languages.testing.test_writing import TestWriting

FIRST_TEST = FirstTest(
    gates=(
        GateRule(
            re.compile(r"phpunit(?:\.dist)?\.xml(?:\.dist)?"),
            re.compile(r"\bfailOn\w+=\"true\""),
            "refused",
            comments=re.compile(r"<!--.*?-->", re.DOTALL),
        ),
    ),
    writing=TestWriting(
        repeated=re.compile(r"@dataProvider\b|#\[(?:DataProvider|TestWith)\b"),
        replaced=re.compile(r"\bcreate(?:Mock|Stub)\((?P<what>\w+)::class"),
    ),
)
