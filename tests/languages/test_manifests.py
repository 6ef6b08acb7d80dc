"""Files by which tools know projects: by name, by pattern, at the top of a project."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.manifests import at_top, known_project_file, project_files
from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Cargo.toml", "Cargo.toml"),
        ("cargo.toml", "Cargo.toml"),
        ("thor.gemspec", "*.gemspec"),
        ("Thor.GemSpec", "*.gemspec"),
        ("gemspec", ""),
        ("cargo.toml.bak", ""),
    ],
)
def test_a_base_name_is_looked_up_with_its_pattern(name: str, known: str) -> None:
    found = known_project_file(name)
    assert (found.name if found is not None else "") == known


def test_patterns_are_looked_for_where_names_are() -> None:
    pattern = ProjectFile(name="*.gemspec")
    assert list(at_top(["lib/a.gemspec", "b.gemspec", "c.rb"], pattern)) == ["b.gemspec"]
    inner = ProjectFile(name="config/*.exs")
    assert list(at_top(["dev.exs", "config/dev.exs", "config/a/dev.exs"], inner)) == [
        "config/dev.exs"
    ]
    exact = ProjectFile(name="Gemfile")
    assert list(at_top(["a/Gemfile", "Gemfile"], exact)) == ["Gemfile"]


def test_what_has_a_name_for_readers_is_found_by_it() -> None:
    for file in project_files():
        name = file.name.replace("*", "some").rpartition("/")[2]
        assert "/" in file.name or known_project_file(name) is not None
