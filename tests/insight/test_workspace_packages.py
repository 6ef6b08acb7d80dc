"""Packages of one repository, and which depends on which."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.workspace_packages import workspace_packages

NPM = {
    "package.json": '{"name": "all", "private": true, "workspaces": ["packages/*"]}',
    "packages/core/package.json": '{"name": "@x/core", "description": "The core."}',
    "packages/cli/package.json": (
        '{"name": "@x/cli", "dependencies": {"@x/core": "workspace:*", "chalk": "5"}}'
    ),
    "packages/cli/test/fixtures/a/package.json": '{"name": "a", "dependencies": {"@x/cli": "1"}}',
}
CARGO = {
    "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n',
    "crates/core/Cargo.toml": '[package]\nname = "my-core"\n',
    "crates/cli/Cargo.toml": (
        '[package]\nname = "my-cli"\n[dependencies]\nmy_core.workspace = true\nclap = "4"\n'
    ),
}
GO = {
    "go.work": "go 1.22\n\nuse (\n\t./core\n\t./cli\n)\n",
    "core/go.mod": "module example.com/core\n",
    "cli/go.mod": "module example.com/cli\n\nrequire example.com/core v0.0.0\n",
}
UV = {
    "pyproject.toml": '[project]\nname = "app"\ndependencies = ["my_core>=1", "httpx"]\n',
    "packages/core/pyproject.toml": '[project]\nname = "My.Core"\n',
}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (NPM, {"@x/core": (), "@x/cli": ("packages/core/package.json",)}),
        (CARGO, {"my-core": (), "my-cli": ("crates/core/Cargo.toml",)}),
        (GO, {"example.com/core": (), "example.com/cli": ("core/go.mod",)}),
        (UV, {"My.Core": (), "app": ("packages/core/pyproject.toml",)}),
        ({**UV, "packages/core/pyproject.toml": "[project]\nname = 'else'\n"}, {}),
        (
            {
                "Cargo.toml": CARGO["crates/core/Cargo.toml"],
                **NPM,
                "packages/cli/package.json": "{}",
            },
            {},
        ),
    ],
)
def test_packages_and_what_they_need(
    files: dict[str, str], expected: dict[str, tuple[str, ...]]
) -> None:
    found = workspace_packages(link_files(files).repository)
    assert {each.name: each.needs for each in found} == expected
