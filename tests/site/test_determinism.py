"""The same input gives the same bytes: in one process or many, with a cold cache or a warm one,
and whatever order Python's sets have in a process.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.repositories import commit_all, copy_example, write_files
from support.sites import BuiltSite, build_site

# What holds the time of the build, by MkDocs' own doing.
DATED = {"sitemap.xml", "sitemap.xml.gz"}
THIRD_PARTY = ("numpy", "scipy", "pandas", "attrs", "pytest", "rich", "httpx")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("determinism") / "project"
    copy_example(folder)
    write_files(folder, {"needs.py": "".join(f"import {name}\n" for name in THIRD_PARTY)})
    commit_all(folder, "Need")
    return folder


@pytest.fixture(scope="module")
def cold(copy: Path) -> BuiltSite:
    return build(copy, "inline", jobs=1)


def build(copy: Path, name: str, cache: str = "", **options: object) -> BuiltSite:
    plugins = plugins_with(cache or name, **options)
    return build_site(copy / "mkdocs.yml", copy.parent / name, plugins=plugins)


def plugins_with(cache: str, **options: object) -> list[object]:
    return ["search", {"repodoc": {"root": ".", "cache_dir": f".cache/{cache}", **options}}]


def digests(site: BuiltSite) -> dict[str, str]:
    return digests_in(site.folder)


def digests_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in DATED
    }


def summary(site: BuiltSite) -> str:
    return next(line for line in site.log if "analysed now" in line)


def test_processes_change_nothing(copy: Path, cold: BuiltSite) -> None:
    assert digests(build(copy, "processes", jobs=2)) == digests(cold)


def test_a_warm_cache_changes_nothing_and_saves_the_analysis(copy: Path, cold: BuiltSite) -> None:
    assert "(0 analysed now)" not in summary(cold)
    warm = build(copy, "warm", cache="inline", jobs=1)
    assert "(0 analysed now)" in summary(warm)
    assert digests(warm) == digests(cold)


def test_a_corrupt_cache_changes_nothing_but_is_told(copy: Path, cold: BuiltSite) -> None:
    folder = copy / ".cache" / "corrupt"
    shutil.copytree(copy / ".cache" / "inline", folder)
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"no database" + path.read_bytes()[200:])
    assert digests(build(copy, "corrupt", jobs=1)) == digests(cold)


def test_one_edited_file_is_analysed_alone(project: Path, tmp_path: Path) -> None:
    files = {f"m{number}.py": f"x = {number}\n" for number in range(5)}
    write_files(project, {"docs/index.md": "# Home\n", **files})
    (project / "mkdocs.yml").write_text("site_name: S\ntheme: mkdocs\nplugins: [repodoc]\n")
    commit_all(project)
    build_site(project / "mkdocs.yml", tmp_path / "site")
    (project / "m3.py").write_text("y = 33\n")
    site = build_site(project / "mkdocs.yml", tmp_path / "site")
    assert "(1 analysed now)" in summary(site)
    assert 'id="m3.y"' in site.read("repo/m3.py_docs/")


BUILD = """
import json, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
file, folder, plugins = sys.argv[1:]
build(load_config(file, site_dir=folder, strict=True, plugins=json.loads(plugins)))
"""
"""In a process of its own."""


def test_the_order_of_sets_changes_nothing(copy: Path, cold: BuiltSite) -> None:
    site = copy.parent / "seeded"
    plugins = json.dumps(plugins_with("seeded", jobs=1))
    command = [sys.executable, "-c", BUILD, str(copy / "mkdocs.yml"), str(site), plugins]
    # This process has another one, unless somebody has chosen the same.
    environment = {**os.environ, "PYTHONHASHSEED": "1", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, env=environment, check=True)
    assert digests_in(site) == digests(cold)


TIDES = "https://github.com/o/tides"
MOON = "site_name: Moon\ntheme: material\nplugins: [search, repodoc]\n"


@pytest.mark.parametrize(
    ("project_file", "repo_url"),
    [("pyproject.toml", TIDES), ("go.mod", ""), ("", TIDES), ("", "")],
)
def test_the_name_of_a_checkout_is_in_no_file(
    tmp_path: Path, project_file: str, repo_url: str
) -> None:
    written = {"pyproject.toml": '[project]\nname = "clock"\n', "go.mod": "module a.org/clock/v2\n"}
    files = {
        "mkdocs.yml": f"{MOON}repo_url: {repo_url}\n",
        "docs/index.md": "# Home\n",
        "src/app.py": "import os\n",
        "README.md": "# Tides\n",
        **{name: text for name, text in written.items() if name == project_file},
    }
    sites = []
    for place in ("first-place", "deeper/second-place"):
        root = tmp_path / place
        write_files(root, files)
        commit_all(root)
        sites.append(build_site(root / "mkdocs.yml", tmp_path / f"site-{root.name}"))
    one, other = sites
    assert digests(one) == digests(other)
    name = "clock" if project_file else "tides" if repo_url else "Moon"
    assert f"<h1>{name}</h1>" in re.sub("<h1[^>]*>", "<h1>", one.article("repo/"))
    for file in one.folder.rglob("*"):
        assert file.is_dir() or b"first-place" not in file.read_bytes(), file
