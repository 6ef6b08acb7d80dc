"""Repositories made for a test, the same to the last byte each time."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from support.sites import EXAMPLE

_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Ada Moon",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2026-03-20T12:00:00+00:00",
    "GIT_COMMITTER_NAME": "Ada Moon",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2026-03-20T12:00:00+00:00",
    # The machine's own configuration (signing, hooks, ignored files) must not matter.
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | _ENVIRONMENT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder; text as UTF-8."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def commit_all(folder: Path, subject: str = "Begin") -> None:
    """Make a folder a git repository, if it is none yet, and commit all that it holds."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", subject)


def copy_example(root: Path) -> list[Path]:
    """Copy what git tracks of the example and return its modules."""
    ignored = shutil.ignore_patterns("site", ".cache", "__pycache__")
    shutil.copytree(EXAMPLE, root, ignore=ignored)
    commit_all(root)
    return sorted(root.rglob("*.py"))
