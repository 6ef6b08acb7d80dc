"""Options become settings: paths are absolute, and what would do harm is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.options.declared import Options
from mkdocs_repodoc.options.resolve import SiteFacts, resolve


@pytest.fixture
def site(tmp_path: Path) -> SiteFacts:
    return SiteFacts(tmp_path, "Shop", "", tmp_path / "site", tmp_path / "docs")


def test_paths_start_at_the_configuration_file(site: SiteFacts) -> None:
    (site.base / "code").mkdir()
    (site.base / "own").mkdir()

    settings = resolve(Options(root="code", templates="own", coverage=".coverage"), site)

    assert settings.root == site.base / "code"
    assert settings.templates == site.base / "own"
    assert settings.coverage == site.base / ".coverage"


def test_without_a_repository_the_folder_is_documented(site: SiteFacts) -> None:
    assert resolve(Options(), site).root == site.base


def test_the_sites_own_folders_are_never_documented(site: SiteFacts) -> None:
    folders = resolve(Options(cache_dir="kept"), site).site_paths

    assert {site.base / name for name in ("docs", "site", "kept", ".cache")} == set(folders)


def test_an_index_is_read_but_never_documented(site: SiteFacts) -> None:
    settings = resolve(Options(scip=("built/index.scip",)), site)

    assert settings.scip == (site.base / "built" / "index.scip",)
    assert settings.scip[0] in settings.site_paths


def test_the_name_is_that_of_the_repository_at_its_host(tmp_path: Path) -> None:
    site = SiteFacts(tmp_path, "Title", "https://user:key@github.com/own/shop", tmp_path / "site")

    settings = resolve(Options(), site)

    assert settings.name == "shop"
    assert settings.repo_url == "https://github.com/own/shop"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (Options(root="none"), "'root': there is no folder "),
        (Options(templates="none"), "'templates': there is no folder "),
        (Options(cache_dir="docs/kept"), "is inside docs_dir, so every build would trigger"),
    ],
)
def test_a_folder_that_can_not_be_used_is_refused(
    site: SiteFacts, options: Options, problem: str
) -> None:
    with pytest.raises(SettingsError, match=problem):
        resolve(options, site)
