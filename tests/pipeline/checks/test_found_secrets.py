"""Files with secrets: told, left out, refused or published, as the user wants it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.errors import SecretsError
from mkdocs_repodoc.model.files import Change, ChangeWindow, GitHistory, Release
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.checks.found_secrets import named, without_secrets
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.settings import Settings

TOKEN = "npm_" + "aB3dE5gH7jK9" * 3
FOUND = {"config/prod.py": (Secret("npm token", 2),)}

NAME = f"keys/{TOKEN}.txt"
Build = Callable[..., Site]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    root = tmp_path / "repository"
    code = f"import app\nTOKEN = '{TOKEN}'\n"
    write_files(root, {"config/prod.py": code, "app.py": "import config.prod\n"})
    commit_all(root)

    def build_once(**options: Any) -> Site:
        with closing(Builder(Settings(root=root, jobs=1, **options))) as builder:
            return builder.build({}, lambda *_: None)

    return build_once


def test_a_secret_is_known_by_its_line(build: Build) -> None:
    site = build()
    assert site.secrets == FOUND
    assert "config/prod.py" in site.repository.files


def test_files_with_secrets_can_be_left_out(build: Build) -> None:
    site = build(secrets="leave out")
    assert site.secrets == FOUND
    excluded = build(exclude=("prod.py",))
    pages = {uri: site.render(uri).content for uri in site.plan.pages}
    assert pages == {uri: excluded.render(uri).content for uri in excluded.plan.pages}
    assert not [uri for uri, page in pages.items() if TOKEN in page]


def test_nothing_is_published_if_the_user_wants_it_so(build: Build) -> None:
    with pytest.raises(SecretsError) as caught:
        build(secrets="fail")
    said = "files seem to hold secrets: config/prod.py:2 (npm token). Revoke them"
    assert str(caught.value).startswith(said)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("options", [{"allowed_secrets": ("config/",)}, {"secrets": "publish"}])
def test_what_is_allowed_is_no_secret(build: Build, options: dict[str, Any]) -> None:
    assert build(**options).secrets == {}


@pytest.fixture
def told(tmp_path: Path) -> Build:
    """Build a repository with a token in the name of a file and in the message of a commit."""
    root = tmp_path / "told"
    write_files(root, {NAME: "nothing\n", "app.py": "import app\n"})
    commit_all(root, f"Use {TOKEN} at last")

    def build_once(**options: Any) -> Site:
        with closing(Builder(Settings(root=root, jobs=1, **options))) as builder:
            return builder.build({}, lambda *_: None)

    return build_once


def test_a_secret_in_a_name_is_found_and_its_value_is_not_told(told: Build) -> None:
    site = told()
    assert site.secrets == {NAME: (Secret("npm token", 0),)}
    assert named(site.secrets) == "the name of keys/•••.txt (npm token)"
    assert NAME not in told(secrets="leave out").repository.files
    with pytest.raises(SecretsError) as caught:
        told(secrets="fail")
    assert TOKEN not in str(caught.value)


def test_secrets_in_messages_of_commits_are_masked_on_pages(told: Build) -> None:
    site = told(secrets="leave out")
    page = site.render(site.plan.uri("file", "app.py")).content
    assert "Use ••• at last" in page
    assert not [uri for uri in site.plan.pages if TOKEN in site.render(uri).content]
    (problem,) = site.diagnostics
    assert problem.message.startswith("Messages of commits seem to hold secrets, which pages mask")
    assert (
        f"Use {TOKEN}"
        in (open_site := told(secrets="publish"))
        .render(open_site.plan.uri("file", "app.py"))
        .content
    )
    assert open_site.diagnostics == ()


def test_all_commits_that_pages_may_tell_of_are_masked() -> None:
    told = Change("a" * 40, "Ada", "2026-01-01", f"Use {TOKEN}")
    plain = Change("b" * 40, "Ada", "2026-01-02", "Use none")
    window = ChangeWindow(changes=(plain, told))
    history = GitHistory(last_changes={"app.py": plain}, window=window, past=window)

    clean, problems = without_secrets(history, Settings(Path("/nowhere")))

    assert [each.subject for each in clean.window.changes] == ["Use none", "Use •••"]
    assert clean.past == clean.window
    assert clean.last_changes == history.last_changes
    assert [each.severity for each in problems] == ["warning"]


def test_tokens_in_the_names_of_tags_and_of_the_branch_are_masked_and_told() -> None:
    releases = (Release("v1.0", "2026-01-02"), Release(f"v0-{TOKEN}", "2026-01-01"))
    history = GitHistory(branch=f"fix/{TOKEN}", releases=releases)

    clean, (problem,) = without_secrets(history, Settings(Path("/nowhere")))

    assert clean.branch == "fix/•••"
    assert [each.name for each in clean.releases] == ["v1.0", "v0-•••"]
    assert [each.date for each in clean.releases] == ["2026-01-02", "2026-01-01"]
    assert problem.message.startswith(
        "Names of tags or of the branch seem to hold secrets, which pages mask: fix/•••, v0-•••. "
    )
    open_to_all = Settings(Path("/nowhere"), secrets="publish")
    assert without_secrets(history, open_to_all) == (history, ())
