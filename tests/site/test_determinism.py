"""The same input gives the same bytes: in one process or many, with a cold cache or a warm one."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files
from support.sites import EXAMPLE, BuiltSite, build_site

# What holds the time of the build, by MkDocs' own doing.
DATED = {"sitemap.xml", "sitemap.xml.gz"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("determinism") / "project"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".cache", "site", "__pycache__"))
    commit_all(folder)
    return folder


@pytest.fixture(scope="module")
def cold(copy: Path) -> BuiltSite:
    return build(copy, "inline", jobs=1)


def build(copy: Path, name: str, cache: str = "", **options: object) -> BuiltSite:
    plugin = {"root": ".", "cache_dir": f".cache/{cache or name}", **options}
    return build_site(
        copy / "mkdocs.yml", copy.parent / name, plugins=["search", {"repodoc": plugin}]
    )


def digests(site: BuiltSite) -> dict[str, str]:
    return {
        path.relative_to(site.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.folder.rglob("*"))
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
