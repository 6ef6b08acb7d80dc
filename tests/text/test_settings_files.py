"""Names of settings files."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.text.settings_files import (
    is_sample,
    is_settings_file,
    mentions_settings_file,
)


@pytest.mark.parametrize(
    "name",
    [
        ".ncurc",
        ".ncurc.json",
        ".eslintrc.cjs",
        "config.yaml",
        "app-settings.toml",
        "tox.ini",
        "x.cfg",
        "mill.config.ts",
        "./mill.config",
        "mill.config",
    ],
)
def test_names_are_known_by_their_form(name: str) -> None:
    assert is_settings_file(name)
    assert mentions_settings_file(f"load('{name}')")


@pytest.mark.parametrize(
    "name",
    [
        "this.config",
        "Desktop.ini",
        "config",
        "package.json",
        "src/config.json",
        "rc",
        ".gitignore",
        "a config.json",
    ],
)
def test_other_names_are_none(name: str) -> None:
    assert not is_settings_file(name)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (".env.example", True),
        ("config/settings.sample.yml", True),
        ("tsconfig.dist.json", False),
        (".vscode/settings-sample.json", False),
        ("web/.env.template", True),
    ],
)
def test_samples_are_for_people_to_fill_in(path: str, is_one: bool) -> None:
    assert is_sample(path) == is_one
