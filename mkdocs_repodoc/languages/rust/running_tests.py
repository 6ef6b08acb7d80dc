"""Running tests with `cargo test`, crate by crate."""

from __future__ import annotations

from mkdocs_repodoc.languages.testing.test_runs import (
    RunOfTests,
    TestedRepository,
    cases_to_run,
    run_in,
)
from mkdocs_repodoc.model.facts import ProjectMetadata, RequiredFeature
from mkdocs_repodoc.paths import folder_of, name_of, prefix_of

_MANIFEST = ("Cargo.toml",)


def find_run(repository: TestedRepository, path: str) -> RunOfTests | None:
    """Return how a test is run from the workspace, or else from its crate."""
    manifest = repository.nearest(path, _MANIFEST)
    if not manifest:
        return None
    workspace = manifest
    while outer := repository.nearest(folder_of(workspace), _MANIFEST):
        workspace = outer
    crate = ""
    if workspace != manifest:
        stated = repository.outlines[manifest].facts_of(ProjectMetadata)
        name = next((each.name for each in stated if each.name), "")
        crate = f" -p {name}" if name else ""
    folder = prefix_of(folder_of(manifest))
    is_integration = folder_of(path) == f"{folder}tests"
    target = f" --test {name_of(path).removesuffix('.rs')}" if is_integration else ""
    tests = cases_to_run(repository.outlines[path])
    features = [each.name for each in repository.outlines[path].facts_of(RequiredFeature)]
    needed = f" --features {','.join(features)}" if features else ""
    command = f"cargo test{crate}{needed}{target}"
    case = f"{command} {tests[0].replace('.', '::')}" if tests else ""
    return run_in(workspace, "cargo test", command, case)
