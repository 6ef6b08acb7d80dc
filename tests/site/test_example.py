"""The example is a project that works."""

from __future__ import annotations

import re
import subprocess
import sys

from support.sites import EXAMPLE, BuiltSite


def test_the_examples_own_tests_pass() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"],
        cwd=EXAMPLE,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_build_is_silent_but_for_its_summary(example: BuiltSite) -> None:
    own = [line for line in example.log if "repodoc: " in line]
    # A machine that takes over two seconds is told how far it is.
    own = [line for line in own if not re.search(r"files: \d+ of \d+$", line)]
    assert len(own) == 1
    assert " pages" in own[0]
    assert "problems" not in own[0]
