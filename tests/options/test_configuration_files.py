"""Options are the same in every file that they may stand in, and MkDocs is not needed for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.errors import ConfigurationError, SettingsError
from mkdocs_repodoc.options.configuration_files import find_configuration, read_configuration
from mkdocs_repodoc.options.resolve import check_site_dir, resolve
from mkdocs_repodoc.paths import WRITTEN_FILES
from mkdocs_repodoc.sources.discovery import discover

WRITTEN = {
    "repodoc.toml": 'jobs = 3\nsite_name = "Shop"\n',
    "pyproject.toml": '[project]\nname = "x"\n[tool.repodoc]\njobs = 3\nsite_name = "Shop"\n',
    "zensical.toml": '[project]\nsite_name = "Shop"\n[project.plugins.repodoc]\njobs = 3\n',
    "mkdocs.yml": "site_name: Shop\nplugins:\n  - search\n  - repodoc:\n      jobs: 3\n",
    "properdocs.yml": "site_name: Shop\nplugins:\n  repodoc:\n    jobs: 3\n",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_options_may_stand_in_any_of_these_files(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(WRITTEN[name])

    found = find_configuration(tmp_path)

    assert found.file == tmp_path / name
    assert found.options.jobs == 3
    assert found.site.name == "Shop"
    named = read_configuration(tmp_path / name)
    assert (named.file, named.options, named.site_url) == (
        found.file,
        found.options,
        found.site_url,
    )


def test_files_about_other_things_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "mkdocs.yml").write_text(WRITTEN["mkdocs.yml"])
    inner = tmp_path / "packages" / "shop"
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").write_text('[project]\nname = "shop"\n')
    (inner / "mkdocs.yml").write_text("site_name: Another\nplugins: [search]\n")

    assert find_configuration(inner).file == tmp_path / "mkdocs.yml"


def test_without_a_file_the_repository_is_the_same_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "src/app").mkdir(parents=True)
    top = find_configuration(tmp_path)
    assert find_configuration(tmp_path / "src/app") == top
    assert top.site.base == tmp_path.resolve()


def test_a_folder_of_the_repository_is_not_taken_for_the_site(project: Path) -> None:
    write_files(project, {"site/content/guide.md": "# Guide\n", "shop.py": ""})
    commit_all(project)

    def documented() -> list[str]:
        found = find_configuration(project)
        settings = resolve(found.options, found.site)
        return [each.path for each in discover(settings).files if each.path.startswith("site/")]

    assert documented() == ["site/content/guide.md"]
    with pytest.raises(SettingsError, match="git tracks files in "):
        check_site_dir(find_configuration(project).site)
    # A site that was built there, and one of a program that builds there.
    for name, content in ((f"site/{WRITTEN_FILES}", "[]"), ("mkdocs.yml", "site_name: Shop\n")):
        (project / name).write_text(content)
        assert documented() == []
        check_site_dir(find_configuration(project).site)
        (project / name).unlink()
    (project / "repodoc.toml").write_text("site_dir = 'site'\n")
    assert documented() == []


def test_nothing_above_the_repository_is_read(tmp_path: Path) -> None:
    (tmp_path / "repodoc.toml").write_text("jobs = 3\n")
    (tmp_path / "shop" / ".git").mkdir(parents=True)

    found = find_configuration(tmp_path / "shop")

    assert found.file is None
    assert found.options.jobs is None
    assert found.site.site_dir == tmp_path / "shop" / "site"


def test_what_only_mkdocs_understands_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_JOBS", "2")
    monkeypatch.setenv("REPODOC_VARIABLES", "SHOP_JOBS")
    (tmp_path / "base.yml").write_text(
        "site_name: Base\nrepo_url: https://github.com/example/shop\nplugins: [search]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: base.yml\n"
        "site_name: !ENV [SHOP_NAME, Shop]\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "  - pymdownx.snippets: {base_path: !relative $docs_dir}\n"
        "plugins:\n"
        "  - repodoc: {jobs: !ENV SHOP_JOBS, enabled: true}\n"
    )

    found = find_configuration(tmp_path)

    assert found.options.jobs == 2
    assert found.site.name == "Shop"
    assert found.site.repo_url == "https://github.com/example/shop"
    assert found.site.docs_dir == tmp_path / "docs"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("repodoc.toml", "job = 3", "repodoc option 'job': there is no such option; 'jobs' is one"),
        ("repodoc.toml", "jobs = 0", "repodoc option 'jobs': expected an integer of at least 1"),
        ("repodoc.toml", "site_url = 1", "repodoc option 'site_url': expected a text, got 1"),
        ("repodoc.toml", "repo_url = 'javascript:alert(1)'", "begins with https:// or http://"),
        ("repodoc.toml", "repo_url = 'data:text/html,a'", "begins with https:// or http://"),
        ("repodoc.toml", "site_url = 'javascript:alert(1)/'", "begins with https:// or http://"),
        ("repodoc.toml", "site_url = 'https:///a'", "begins with https:// or http://"),
        ("repodoc.toml", "jobs = ", "Invalid value (at end of document)"),
        ("pyproject.toml", f"{'a.' * 20_000}a = 1", "a key has more than 200 parts"),
        ("pyproject.toml", '["a" . ' + "a." * 300 + "b]", "a key has more than 200 parts"),
        ("repodoc.toml", f"a = {{{'a.' * 300}a = 1}}", "a key has more than 200 parts"),
        ("pyproject.toml", "[tool]\nrepodoc = 1", "expected names and values, got 1"),
        ("mkdocs.yml", "plugins: [repodoc: [jobs]]", "expected names and values, got ['jobs']"),
        ("mkdocs.yml", "- repodoc", "expected names and values"),
        ("mkdocs.yml", "plugins: {repodoc: {root: !relative x}}", "expected a text, got !relative"),
        ("mkdocs.yml", "INHERIT: mkdocs.yml", "INHERIT leads on without an end"),
        ("mkdocs.yml", "a: [", "line 1: expected the node content"),
    ],
)
def test_what_cannot_be_used_is_one_line_that_names_the_file(
    name: str, content: str, problem: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content)

    with pytest.raises(ConfigurationError) as raised:
        find_configuration(tmp_path)

    assert str(raised.value).startswith(f"{tmp_path / name}: ")
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_of_long_words_is_read(tmp_path: Path) -> None:
    text = f'[tool.repodoc]\njobs = 2\n[tool.other]\na = "{"." * 300_000}"\n{"b" * 600_000} = 1\n'
    (tmp_path / "pyproject.toml").write_text(text)

    assert find_configuration(tmp_path).options.jobs == 2


def test_a_named_file_has_to_speak_of_us(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [search]\n")

    with pytest.raises(ConfigurationError, match="it says nothing of repodoc"):
        read_configuration(tmp_path / "mkdocs.yml")
