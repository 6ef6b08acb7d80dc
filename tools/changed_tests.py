"""Name the tests that a change most likely breaks, one path a line, for `make check`.

Those are the tests of each room with a change since main, and of the rooms that hold whole
repositories against what is expected of them, so that a change is seen by whatever it reaches.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

PROJECT = Path(__file__).parents[1]
PACKAGE = "mkdocs_repodoc"
ALWAYS = ("tests/test_layering.py", "tests/snapshots", "tests/golden")
"""They go through all rooms in a few seconds."""
BROWSED = ("tests/site/test_script.py", "tests/site/test_views.py")
"""They show single pages in a browser, without a site around them."""
BESIDE = {f"{PACKAGE}/html/": BROWSED, f"{PACKAGE}/client/": BROWSED}
"""Tests of a room that do not lie in its folder."""
ELSEWHERE = ("tests/site", "tests/fixtures", "tests/support")
"""Not of one room: whole sites take minutes, and the rest are no tests."""


def changed_files(base: str) -> list[str]:
    """Return what differs from the commit at which this branch left another one."""
    start = _git("merge-base", base, "HEAD").strip()
    tracked = _git("diff", "--name-only", "--no-renames", start).splitlines()
    return [*tracked, *_git("ls-files", "--others", "--exclude-standard").splitlines()]


def tests_of(changed: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the tests to run, sorted; none that lies in the folder of another one.

    Args:
        changed: Paths of files, relative to the project.
        known: Paths of all folders and test modules below `tests/`.
    """
    there = set(known)
    paths = list(changed)
    found = {*ALWAYS, *(test for path in paths if (test := _nearest(path, there)))}
    for room, tests in BESIDE.items():
        if any(path.startswith(room) for path in paths):
            found.update(tests)
    return sorted(test for test in found if found.isdisjoint(_parents(test)))


def _nearest(path: str, known: set[str]) -> str:
    """Return the tests of a file's room, or a test module that is the file; `""` if it has none."""
    if path.startswith(f"{PACKAGE}/"):
        inside = PurePosixPath(path).relative_to(PACKAGE)
        module = f"tests/test_{inside}"  # of a module beside the rooms
        candidates = [module, *_parents(f"tests/{inside}")]
    else:
        candidates = [path, *_parents(path)]
    for candidate in candidates:
        is_shared = candidate.endswith(".py") and "/test_" not in candidate
        if candidate in known and not is_shared:
            return "" if candidate.startswith(ELSEWHERE) else candidate
    return ""


def _parents(path: str) -> Iterator[str]:
    return (parent.as_posix() for parent in PurePosixPath(path).parents)


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(PROJECT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Print the tests for what has changed since the branch that the first argument names."""
    base = sys.argv[1] if len(sys.argv) > 1 else "main"
    tests = PROJECT / "tests"
    known = [path.relative_to(PROJECT).as_posix() for path in tests.rglob("*")]
    print("\n".join(tests_of(changed_files(base), known)))  # noqa: T201  # its output


if __name__ == "__main__":
    main()
