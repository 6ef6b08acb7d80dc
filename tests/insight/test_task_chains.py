from __future__ import annotations

import pytest

from mkdocs_repodoc.insight.operation.task_chains import TaskChains
from mkdocs_repodoc.model.facts import Task

TASKS = {
    "make all": ("make fmt test",),
    "make fmt": ("gofmt -l .",),
    "make test": ("make deps; go test ./...",),
    "make deps": ("go mod download",),
    "npm run check": ("npm run -s lint && yarn types",),
    "npm run lint": ("eslint .",),
    "npm run types": ("tsc --noEmit",),
    "npm test": ("run-s lint types && node --test",),
    "make one": ("make two",),
    "make two": ("make one && true",),
    "tox -e lint": ("ruff check",),
    "tox -e types": ("mypy",),
    "make bare": (),
}


@pytest.mark.parametrize(
    ("steps", "last"),
    [
        (["make fmt test"], ("gofmt -l .", "go mod download", "go test ./...")),
        (["npm run check && node build.js"], ("eslint .", "tsc --noEmit", "node build.js")),
        (["cross-env CI= npm run types", "uv run tox -e lint"], ("tsc --noEmit", "ruff check")),
        (["cross-env CI=1 npm run types"], ("cross-env CI=1 npm run types",)),
        (["pnpm test"], ("eslint .", "tsc --noEmit", "node --test")),
        (["make all all", "ls"], ("gofmt -l .", "go mod download", "go test ./...", "ls")),
        (["tox -e lint,types"], ("ruff check", "mypy")),
        (["cd web && npm test"], ("cd web && npm test",)),
        (["python -c 'a; b' && ls"], ("python -c 'a; b' && ls",)),
        (["go test ./..."], ("go test ./...",)),
        (["make unknown"], ("make unknown",)),
        (["make bin/tool fmt"], ("make bin/tool", "gofmt -l .")),
        (["make bare"], ("make bare",)),
        (["has x || { echo no; exit 1; }", "ls"], ("has x || { echo no; exit 1; }", "ls")),
        (["make two"], ("true",)),
        (["if [ x ]; then one; else two; fi", "ls"], ("ls",)),
        ([], ()),
    ],
)
def test_command_lines_lead_through_tasks_to_their_commands(
    steps: list[str], last: tuple[str, ...]
) -> None:
    tasks = [Task("", command, "", 0, runs) for command, runs in TASKS.items()]
    assert TaskChains(tasks).leads_to(steps) == last


def test_each_task_is_followed_once() -> None:
    tasks = [
        Task("", f"make t{n}", "", 0, (f"make t{n + 1} t{n + 2}", f"ls {n}")) for n in range(60)
    ]
    assert len(TaskChains(tasks).leads_to(["make t0"])) == 62  # two are defined nowhere


@pytest.mark.parametrize(
    ("steps", "commands", "after"),
    [
        (["make deps", "go vet", "go test"], ("go vet", "go test"), ("make deps",)),
        (["make test fmt", "go build"], ("go build",), ("make test", "make fmt")),
        (["make test"], ("go test ./...",), ("make deps",)),
        (["npm run lint && node build.js"], ("node build.js",), ("npm run lint",)),
    ],
)
def test_a_task_has_commands_of_its_own_behind_those_of_others(
    steps: list[str], commands: tuple[str, ...], after: tuple[str, ...]
) -> None:
    chains = TaskChains([Task("", command, "", 0, runs) for command, runs in TASKS.items()])
    assert chains.own(steps) == (commands, after)


@pytest.mark.parametrize("steps", [["ls"], ["ls", "make deps"], ["ls", "make deps", "go"], []])
def test_a_task_that_starts_others_in_between_has_no_commands_of_its_own(steps: list[str]) -> None:
    chains = TaskChains([Task("", command, "", 0, runs) for command, runs in TASKS.items()])
    assert chains.own(steps) is None
