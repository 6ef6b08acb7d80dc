"""A configuration that may have come with the repository leads to nothing outside of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files

from mkdocs_repodoc.errors import ConfigurationError, RepodocError, SettingsError
from mkdocs_repodoc.options.configuration_files import (
    ConfiguredSite,
    find_configuration,
    read_configuration,
)
from mkdocs_repodoc.options.declared import Options
from mkdocs_repodoc.options.named_paths import typed
from mkdocs_repodoc.options.resolve import SiteFacts, check_site_dir, resolve
from mkdocs_repodoc.settings import Settings

PATH_OPTIONS = {
    "root": 'root = "{}"',
    "cache_dir": 'cache_dir = "{}"',
    "coverage": 'coverage = "{}"',
    "scip": 'scip = ["{}"]',
    "inventories": 'inventories = [{{file = "{}", url = "https://example.org"}}]',
    "templates": 'templates = "{}"',
    "site_dir": 'site_dir = "{}"',
}
"""Each option that holds a path → a line of a configuration that sets it."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "others").mkdir()
    top = tmp_path / "shop"
    write_files(top, {"app.py": "x = 1\n", "inner/b.py": "y = 2\n"})
    git(top, "init", "--quiet")
    commit_all(top)
    return top


def used(configured: ConfiguredSite) -> Settings:
    check_site_dir(configured.site)
    return resolve(configured.options, configured.site)


def configure(top: Path, option: str, path: Path | str) -> Path:
    file = top / "repodoc.toml"
    file.write_text(PATH_OPTIONS[option].format(path))
    commit_all(top, "Configure")
    return file


def test_every_option_that_holds_a_path_is_known_here() -> None:
    beside = {"site_dir"}
    assert set(PATH_OPTIONS) - beside <= set(Options.__dataclass_fields__)


@pytest.mark.parametrize("option", PATH_OPTIONS)
@pytest.mark.parametrize("path", ["../others", "inner/../../others", "/etc"])
def test_what_is_outside_is_refused(option: str, path: str, repository: Path) -> None:
    file = configure(repository, option, path)

    for configured in (find_configuration(repository), read_configuration(file)):
        with pytest.raises(SettingsError, match=rf"'{option}': .* is outside of .*REPODOC_OUTSIDE"):
            used(configured)


@pytest.mark.parametrize("option", PATH_OPTIONS)
def test_whoever_runs_the_build_may_allow_it(
    option: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(repository, option, "../others")
    others = str(repository.parent / "others")
    monkeypatch.setenv("REPODOC_OUTSIDE", os.pathsep.join(["/somewhere/else", others]))
    used(find_configuration(repository))

    monkeypatch.setenv("REPODOC_OUTSIDE", "others")
    with pytest.raises(SettingsError, match="'others' is not absolute"):
        used(find_configuration(repository))


@pytest.mark.parametrize("option", PATH_OPTIONS)
def test_what_is_inside_is_used(option: str, repository: Path) -> None:
    configure(repository, option, "inner")
    used(find_configuration(repository))


@pytest.mark.parametrize("option", PATH_OPTIONS)
def test_a_file_that_only_the_user_has_leads_anywhere(
    option: str, repository: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(PATH_OPTIONS[option].format(repository.parent / "others"))
    used(read_configuration(file))


@pytest.mark.parametrize("option", PATH_OPTIONS)
def test_a_link_that_git_tracks_leads_nobody_out(option: str, repository: Path) -> None:
    (repository / "way").symlink_to("../others")
    configure(repository, option, "way")
    with pytest.raises(RepodocError):
        used(find_configuration(repository))


def test_nor_does_it_where_the_configuration_is_trusted(repository: Path) -> None:
    (repository / "way").symlink_to("../others")
    site = SiteFacts(repository, "Shop", "", repository / "site")
    own = resolve(Options(cache_dir="way/cache"), site)  # whoever builds has made the link
    assert own.cache_dir == repository.parent / "others" / "cache"

    commit_all(repository, "A link")
    with pytest.raises(SettingsError, match=r"a link that git tracks leads .*way/cache out of"):
        resolve(Options(cache_dir="way/cache"), site)


def test_links_of_the_users_own_lead_anywhere(repository: Path) -> None:
    write_files(repository, {"cache_tools.py": "", "local.toml.example": ""})
    commit_all(repository, "Names that begin so")
    others = repository.parent / "others"
    (repository / "cache").symlink_to(others)
    site = SiteFacts(repository, "Shop", "", repository / "site")
    assert resolve(Options(cache_dir="cache"), site).cache_dir == others
    (repository / "local.toml").write_text(f'site_dir = "{others}"')
    used(read_configuration(repository / "local.toml"))


def test_a_link_to_a_link_that_git_tracks_leads_nobody_out(repository: Path) -> None:
    (repository / "way").symlink_to("../others")
    commit_all(repository, "A link")
    (repository.parent / "own").symlink_to(repository / "way")
    site = SiteFacts(repository.parent, "Shop", "", repository.parent / "site")
    with pytest.raises(SettingsError, match="a link that git tracks leads"):
        resolve(Options(cache_dir="own/cache"), site)
    (repository.parent / "own.toml").write_text('site_dir = "shop/way"')
    with pytest.raises(ConfigurationError, match="a link that git tracks leads"):
        read_configuration(repository.parent / "own.toml")
    with pytest.raises(SettingsError, match="'--site-dir': a link that git tracks leads"):
        typed("--site-dir", repository / "way" / "new")
    assert typed("--site-dir", repository / "inner" / ".." / "new") == repository / "new"


@pytest.mark.parametrize("target", ["made/r.toml", "../others/r.toml"])
def test_a_tracked_link_that_the_user_names_is_not_the_users(target: str, repository: Path) -> None:
    write_files(repository, {".gitignore": "made/\n", "made/r.toml": 'root = "../../others"'})
    write_files(repository.parent, {"others/r.toml": "", "others/a.py": ""})
    (repository / "repodoc.toml").symlink_to(target)
    commit_all(repository, "A link")
    with pytest.raises(RepodocError, match=r"(is|leads .*) out"):
        used(read_configuration(repository / "repodoc.toml"))


def test_what_git_does_not_tell_is_not_the_users(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = configure(repository, "root", "../others")
    (repository / "way").symlink_to("../others")
    commit_all(repository, "A link")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ConfigurationError, match=r"git doesn't say .*dubious ownership[^\n]*\Z"):
        read_configuration(file)
    with pytest.raises(SettingsError, match=r"'root': .* is outside of"):
        used(find_configuration(repository))
    site = SiteFacts(repository, "Shop", "", repository / "site")
    with pytest.raises(SettingsError, match=r"'cache_dir': .*dubious ownership"):
        resolve(Options(cache_dir="way"), site)


@pytest.mark.parametrize("option", ["site_dir", "cache_dir"])
@pytest.mark.parametrize("path", [".git", "inner/../.GIT/hooks", "../others/.git/hooks"])
def test_nothing_is_written_into_gits_own_folder(
    option: str, path: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPODOC_OUTSIDE", str(repository.parent / "others"))
    configure(repository, option, path)
    with pytest.raises(SettingsError, match="git's own"):
        used(find_configuration(repository))


@pytest.mark.parametrize("option", [*PATH_OPTIONS, "docs_dir"])
def test_what_is_no_path_is_one_line(option: str, repository: Path) -> None:
    (repository / "round").symlink_to("round")
    lines = {**PATH_OPTIONS, "docs_dir": 'docs_dir = "{}"'}
    for path in ("a\\u0000b", "round"):
        (repository / "repodoc.toml").write_text(lines[option].format(path))
        with pytest.raises(RepodocError, match=rf"'{option}': .*not a usable path: [^\n]+\Z"):
            used(find_configuration(repository))


def test_outside_git_the_folder_of_the_file_is_the_limit(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "repodoc.toml").write_text('root = ".."')
    with pytest.raises(SettingsError, match="'root'"):
        used(find_configuration(tmp_path / "shop"))


def test_a_configuration_inherits_from_the_repository_alone(repository: Path) -> None:
    (repository.parent / "others" / "base.yml").write_text("site_name: secret: value\n")
    (repository / "mkdocs.yml").write_text("INHERIT: ../others/base.yml\nplugins: [repodoc]\n")
    with pytest.raises(ConfigurationError, match="INHERIT") as raised:
        find_configuration(repository)
    assert "secret" not in str(raised.value)


def test_a_tracked_link_is_no_configuration(repository: Path) -> None:
    (repository.parent / "others" / "base.yml").write_text("secret: value: 1\n")
    (repository / "mkdocs.yml").symlink_to("../others/base.yml")
    commit_all(repository, "A link")
    with pytest.raises(ConfigurationError, match="is outside of") as raised:
        find_configuration(repository)
    assert "secret" not in str(raised.value)


def test_variables_that_may_be_secrets_are_not_shown(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("SHOP_TOKEN counts as unset.* List it in REPODOC_VARIABLES to use it")
    monkeypatch.setenv("SHOP_TOKEN", "swordfish")
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://shop.example.org/")
    file = repository / "mkdocs.yml"
    file.write_text("site_url: !ENV READTHEDOCS_CANONICAL_URL\nplugins: [repodoc]\n")
    assert find_configuration(repository).site_url == "https://shop.example.org/"

    file.write_text("site_name: !ENV [SHOP_TOKEN, Shop]\nplugins: [repodoc]\n")
    commit_all(repository, "Ask for it")
    assert find_configuration(repository).site.name == "Shop"
    assert "swordfish" not in caplog.text
    assert read_configuration(file).site.name == "Shop"

    file.write_text("site_url: !ENV SHOP_TOKEN\nplugins: [repodoc]\n")
    assert find_configuration(repository).site_url == ""
    file.write_text("site_name: !ENV [SHOP_TOKEN, Shop]\nplugins: [repodoc]\n")

    monkeypatch.setenv("REPODOC_VARIABLES", "SHOP, SHOP_TOKEN")
    assert find_configuration(repository).site.name == "swordfish"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("mkdocs.yml", "a: " + "[" * 900, "nested too deeply"),
        ("repodoc.toml", "a = " + "[" * 900, "nested too deeply"),
        ("repodoc.toml", "#" * 1_000_001, "more than 1,000,000 bytes"),
        ("mkdocs.yml", "INHERIT: pipe\nplugins: [repodoc]\n", "not a regular file"),
        (
            "mkdocs.yml",
            "a0: &a0 {k: 1}\n"
            + "".join(
                f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12)
            ),
            "a mapping has more than 10,000 names",
        ),
        (
            "mkdocs.yml",
            "a0: &a0 [x, x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
            + "plugins: {repodoc: {nav_title: *a11}}\n",
            "expected a text",
        ),
    ],
    ids=["deep YAML", "deep TOML", "long", "pipe", "merged", "repeated"],
)
def test_no_file_takes_all_memory_or_waits_for_ever(
    name: str, content: str, problem: str, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / name).write_text(content)
    with pytest.raises(ConfigurationError, match=problem) as raised:
        find_configuration(tmp_path)
    assert len(str(raised.value)) < 1000


@pytest.mark.parametrize("untracked", ["templates/private.html", "templates/made/index.html"])
def test_templates_that_came_along_take_in_none_that_git_does_not_track(
    repository: Path, monkeypatch: pytest.MonkeyPatch, untracked: str
) -> None:
    files = {"templates/blocks/table.html": "{% include 'private.html' %}", ".gitignore": "made/\n"}
    write_files(repository, files)
    file = configure(repository, "templates", "templates")
    assert used(read_configuration(file)).templates == repository / "templates"
    write_files(repository, {untracked: "swordfish", "beside.html": "", "templates/notes.txt": ""})
    with pytest.raises(SettingsError, match=f"git doesn't track .*{untracked}, which"):
        used(read_configuration(file))
    monkeypatch.setenv("REPODOC_OUTSIDE", str(repository / "templates"))
    assert used(read_configuration(file)).templates == repository / "templates"
    monkeypatch.delenv("REPODOC_OUTSIDE")
    git(repository, "rm", "--quiet", "--cached", file.name)  # it is the user's own now
    assert used(read_configuration(file)).templates == repository / "templates"
