"""Builds by MkDocs and by the product's own program, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from mkdocs_repodoc.pipeline.writing.file_list import LIST

PROGRAMS = ("mkdocs", "mkdocs-repodoc")
DATED = {"sitemap.xml", "sitemap.xml.gz"}
"""By MkDocs."""
THEME = Path(__file__).parents[1] / "golden" / "theme"
"""Shows a page and little else: where many sites are built, no theme is asked."""


def begin(
    root: Path, program: str, site: Path, *, within: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Start a build, with a group of its own for all that it starts.

    Args:
        root: The working folder.
        program: Which program builds.
        site: Where.
        within: A command that runs the one that follows it.
    """
    build = [Path(sys.executable).with_name(program), "build", "--site-dir", site]
    return subprocess.Popen(
        [*within, *map(str, build)],
        cwd=root,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def build(root: Path, program: str, site: Path, *, within: Sequence[str] = ()) -> str:
    """Build to the end; return what was said."""
    process = begin(root, program, site, within=within)
    _, said = process.communicate()
    assert process.returncode == 0, said
    assert "Traceback" not in said
    return said


def contents(site: Path) -> dict[str, bytes]:
    """Return all files of a site by their paths, but for what has the time of the build."""
    found = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.name not in DATED
    }
    if LIST in found:  # which also has times, and digests with a secret of the cache
        listed = msgspec.json.decode(found[LIST])
        found[LIST] = msgspec.json.encode({path: entry[:2] for path, entry in listed.items()})
    return found


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the paths of files that two sites do not have alike."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
