"""A build that is killed at any moment costs nothing but its own time: the next one is right.

One moment is tried, in one process for one program and in two for the other; `make kills` tries a
hundred, with each number of processes. In turn, the process alone is killed, as a system does that
has no memory left, and all that it has started with it.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.both_programs import PROGRAMS, THEME, begin, build, contents, differing
from support.repositories import commit_all, git, write_files

MODULES = 10
"""Enough for two portions of pages."""
SITE = """
site_name: Killed
theme: {{name: null, custom_dir: {theme}}}
plugins: [search, repodoc: {{jobs: {jobs}}}]
"""
LATEST = 1.1
"""Of the time that a build takes: the last moments come too late."""


def write_states(root: Path, jobs: int) -> list[str]:
    """Commit two states of a repository: modules differ, one is only here and one only there."""
    commits = []
    for state in (0, 1):
        files = {
            f"m{i}.py": f'"""Module {i} of {state}."""\n\nimport m{i - 1}\n\n\n'
            f"class C{i}(m{i - 1}.C{i - 1}):\n    def f{state}(self):\n        return {state}\n"
            for i in range(1, MODULES)
        }
        write_files(root, {**files, "m0.py": "class C0:\n    pass\n", "docs/index.md": "# Home\n"})
        write_files(root, {"mkdocs.yml": SITE.format(theme=THEME, jobs=jobs)})
        write_files(root, {f"only_{state}.py": "import m1\n"})
        (root / f"only_{1 - state}.py").unlink(missing_ok=True)
        commit_all(root, f"State {state}")
        commits.append(git(root, "rev-parse", "HEAD").strip())
    return commits


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    several = metafunc.config.getoption("--kill-moments") > 1
    cases = itertools.product(PROGRAMS, (1, 2)) if several else zip(PROGRAMS, (1, 2), strict=True)
    metafunc.parametrize(("program", "jobs"), list(cases))


def test_the_next_build_is_a_clean_one(
    project: Path, tmp_path: Path, program: str, jobs: int, pytestconfig: pytest.Config
) -> None:
    moments = pytestconfig.getoption("--kill-moments")
    chance = random.Random(f"{program} {jobs}")  # noqa: S311 - the same moments each time, if they can be
    clean, took = [], 0.0
    commits = write_states(project, jobs)
    for state in (0, 1):
        git(project, "reset", "--quiet", "--hard", commits[state])
        start = time.monotonic()
        build(project, program, tmp_path / f"clean-{state}")
        took = time.monotonic() - start
        clean.append(contents(tmp_path / f"clean-{state}"))
        shutil.rmtree(project / ".cache")
    assert clean[0] != clean[1]
    site, killed = tmp_path / "site", 0
    for turn, state in zip(range(moments), itertools.cycle((0, 1)), strict=False):
        git(project, "reset", "--quiet", "--hard", commits[state])
        if turn % 4 == 0:  # sometimes from nothing
            shutil.rmtree(project / ".cache", ignore_errors=True)
        moment = took * chance.uniform(0.1, LATEST)
        process = begin(project, program, site)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moment)
        if chance.random() < 0.5:
            process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):  # it has ended already
                os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        killed += process.returncode < 0
        start = time.monotonic()
        said = build(project, program, site)
        took = time.monotonic() - start
        now = contents(site)
        assert not differing(now, clean[state]), (
            f"moment {turn}, after {moment:.2f} s of {took:.2f}: {said}"
        )
    sys.stderr.write(f"{program}, jobs {jobs}: {killed} of {moments} builds were killed\n")
