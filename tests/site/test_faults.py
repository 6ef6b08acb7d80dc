"""What goes wrong around a build is one line, and the next build is right."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files
from support.sites import build_site

SITE = """
site_name: Faults
theme: mkdocs
{hooks}
plugins: [repodoc: {{jobs: {jobs}}}]
"""
KILL = """
import multiprocessing, os, signal
def on_post_page(output, page, config):
    if page.url == "repo/m5.py_docs/" and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return output
"""
MODULES = 20
"""Enough for several portions of pages."""
SMALL = 30_000
"""Bytes that a file may have where the disk is full; the longest page has more."""


@pytest.fixture
def root(project: Path) -> Path:
    files = {f"m{i}.py": f"def f{i}():\n    pass\n" for i in range(MODULES)}
    long = "".join(f"def g{i}():\n    pass\n\n\n" for i in range(120))
    write_files(project, {**files, "long.py": long, "docs/index.md": "# Home\n"})
    commit_all(project)
    return project


def build(root: Path, jobs: int, *, hook: str = "", longest: int = 0) -> tuple[int, str]:
    """Build in a process of its own; return its exit status and what it said."""
    write_files(root.parent, {"hook.py": hook})
    hooks = "hooks: [../hook.py]" if hook else ""
    write_files(root, {"mkdocs.yml": SITE.format(hooks=hooks, jobs=jobs)})

    def fill_the_disk() -> None:
        if longest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest))

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(root.parent / "site")],
        cwd=root,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=fill_the_disk,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def build_again(root: Path, jobs: int) -> None:
    """Build strictly where nothing goes wrong, which needs no process of its own."""
    write_files(root, {"mkdocs.yml": SITE.format(hooks="", jobs=jobs)})
    build_site(root / "mkdocs.yml", root.parent / "site")


def test_a_page_that_kills_its_process_says_so(root: Path) -> None:
    status, said = build(root, 2, hook=KILL)
    assert status == 0, said
    reason = "the process that worked on it ended unexpectedly (SIGKILL)"
    assert f"The page repo/m5.py_docs.md could not be made: {reason}" in said
    assert "Traceback" not in said
    site = root.parent / "site/repo"
    killing = site / "m5.py_docs/index.html"
    assert f"This page could not be made: {reason}." in killing.read_text()
    others = [page for page in site.rglob("*.html") if "could not be made" in page.read_text()]
    assert others == [killing]
    assert all((site / f"m{number}.py_docs/index.html").is_file() for number in range(MODULES))
    build_again(root, 2)
    assert "could not be made" not in killing.read_text()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_is_one_line(root: Path, jobs: int) -> None:
    status, said = build(root, jobs, longest=SMALL)
    assert status == 1
    assert "the site can't be written: File too large" in said
    assert "Traceback" not in said
    build_again(root, jobs)
    assert (root.parent / "site/repo/long.py_docs/index.html").stat().st_size > SMALL
