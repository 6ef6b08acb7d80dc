"""The same repository gives the same site, whatever order Python's sets have in a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.repositories import commit_all, copy_example, write_files

THIRD_PARTY = ("numpy", "scipy", "pandas", "attrs", "pytest", "rich", "httpx")
DATED = {"sitemap.xml", "sitemap.xml.gz"}


def build(config: Path, seed: str) -> dict[str, bytes]:
    """Build a site from nothing in a process of its own."""
    site = config.parent / f"site-{seed}"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, "--site-dir", site], env=environment, check=True)
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name not in DATED
    }


def test_two_builds_from_nothing_are_equal(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    copy_example(root)
    imports = "".join(f"import {name}\n" for name in THIRD_PARTY)
    write_files(root, {"needs.py": imports})
    commit_all(root, "Need")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    sites = []
    for seed in "12":
        config = tmp_path / f"mkdocs-{seed}.yml"
        config.write_text(
            "site_name: S\ntheme: {name: material, font: false}\nplugins:\n  - search\n"
            f"  - repodoc: {{root: {root}, cache_dir: {tmp_path / seed}, jobs: 2}}\n"
        )
        sites.append(build(config, seed))
    first, second = sites
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
