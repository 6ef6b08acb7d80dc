"""The recipes of the documentation: read by the services' own schemas, and run line by line.

What a service or a registry does is a stand-in that writes down what it was asked for.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.repositories import commit_all, git, write_files
from support.shop import FILES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "hosting.md").read_text("utf-8")
FILES_SHOWN = dict(re.findall(r"```(?:yaml|toml)\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))
SCRIPTS = {
    title: re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    for title, text in re.findall(r"^## (.*)\n((?:(?!^## ).*\n)+)", PAGE, re.MULTILINE)
}
STAND_INS = ("pip", "npx", "aws", "mike")
BIN = Path(sys.executable).parent


class Machine:
    """A checkout, as a service has it, and programs that only write down how they are called."""

    def __init__(self, folder: Path) -> None:
        self.shop = folder / "shop"
        self.calls = folder / "calls"
        programs = folder / "programs"
        programs.mkdir()
        for name in STAND_INS:
            file = programs / name
            file.write_text(f'#!/bin/sh\necho {name} "$@" >> {self.calls}\n')
            file.chmod(0o755)
        origin = folder / "origin"
        write_files(origin, FILES | {".gitignore": "/site/\n/public/\n/.cache/\n"})
        commit_all(origin)
        commit_all(origin, "Go on")
        git(folder, "clone", "--quiet", "--depth", "1", origin.as_uri(), str(self.shop))
        self.environment = os.environ | {
            "PATH": f"{programs}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
            "READTHEDOCS_OUTPUT": str(folder / "output"),
        }

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script as services do: it ends with the first command that fails."""
        return subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.shop,
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def succeed(self, *lines: str) -> None:
        for line in lines:
            done = self.run(line)
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines()


@pytest.fixture(scope="module")
def kept_machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine"))


@pytest.fixture
def machine(kept_machine: Machine) -> Machine:
    """The checkout of the test before, with its cache and without its calls."""
    kept_machine.calls.unlink(missing_ok=True)
    return kept_machine


def action() -> dict[str, Any]:
    found = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", ".github/workflows/pages.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
        ("vendor.readthedocs", ".readthedocs.yaml"),
    ],
)
def test_a_service_accepts_the_file(schema: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "recipe.yaml"
    file.write_text(FILES_SHOWN[name])
    checked = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_workflow_is_as_strict_as_our_own(tmp_path: Path) -> None:
    """But for the action of this repository, whose commit a recipe can't know."""
    file = tmp_path / ".github" / "workflows" / "pages.yml"
    file.parent.mkdir(parents=True)
    text = FILES_SHOWN[".github/workflows/pages.yml"]
    file.write_text(re.sub(r"(mkdocs-repodoc/mkdocs-repodoc@)main #.*", rf"\g<1>{'0' * 40}", text))
    checked = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--quiet", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_action_builds_and_keeps_the_cache(machine: Machine) -> None:
    described = action()
    inputs = {name: entry["default"] for name, entry in described["inputs"].items()}
    rows = dict(re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE))
    assert rows == inputs, "the page has its inputs and their defaults"
    (cache,) = [
        step
        for step in described["runs"]["steps"]
        if step.get("uses", "").startswith("actions/cache@")
    ]
    assert cache["with"]["path"] == "${{ inputs.cache-dir }}"
    steps = [step for step in described["runs"]["steps"] if "run" in step]
    for step in steps:
        values = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], value)
            for name, value in step.get("env", {}).items()
        }
        assert "${{" not in step["run"], "what users write is never a part of a script"
        done = machine.run(step["run"], **values)
        assert done.returncode == 0, done.stderr
    assert (machine.shop / "site" / "index.html").is_file()
    assert any((machine.shop / inputs["cache-dir"]).iterdir())
    assert machine.called() == ["pip install -- mkdocs-repodoc"]
    install = next(step for step in steps if step["name"] == "Install")
    assert machine.run(install["run"], PACKAGE="a[x]==1\n\n  \nb >= 2\n").returncode == 0
    assert machine.called()[1:] == ["pip install -- a[x]==1 b >= 2"]
    build = next(step for step in steps if step["name"] == "Build")
    refused = machine.run(build["run"], COMMAND="serve", SITE_DIR="site")
    assert refused.returncode == 2
    assert "command is build or mkdocs" in refused.stdout


def test_gitlab(machine: Machine) -> None:
    job = yaml.safe_load(FILES_SHOWN[".gitlab-ci.yml"])["pages"]
    machine.succeed(*job["script"])
    for path in (*job["artifacts"]["paths"], *job["cache"]["paths"]):
        assert any((machine.shop / path).iterdir())


def test_read_the_docs(machine: Machine) -> None:
    jobs = yaml.safe_load(FILES_SHOWN[".readthedocs.yaml"])["build"]["jobs"]
    machine.succeed(*jobs["post_checkout"], *jobs["install"], *jobs["build"]["html"])
    output = Path(machine.environment["READTHEDOCS_OUTPUT"])
    assert (output / "html" / "index.html").is_file()
    assert len(git(machine.shop, "log", "--format=%h").splitlines()) == 2, "the whole history"


def test_netlify(machine: Machine) -> None:
    build = tomllib.loads(FILES_SHOWN["netlify.toml"])["build"]
    machine.succeed(build["command"])
    assert (machine.shop / build["publish"] / "index.html").is_file()


def test_cloudflare(machine: Machine) -> None:
    connected, uploaded = SCRIPTS["Cloudflare Pages"]
    machine.succeed(connected, uploaded)
    assert machine.called()[-1] == "npx wrangler pages deploy site --project-name my-project"
    assert (machine.shop / "site" / "index.html").is_file()


def test_s3(machine: Machine) -> None:
    (script,) = SCRIPTS["S3"]
    machine.succeed(script)
    (call,) = machine.called()
    assert call.startswith("aws s3 sync site s3://my-bucket")
    hidden = {path.name for path in (machine.shop / "site").glob(".*")}
    assert hidden == {call.rpartition(" ")[2]}, "what is left out is what is not for readers"


def test_mike_is_asked_for_what_it_knows(machine: Machine) -> None:
    (script,) = SCRIPTS["Versions with mike"]
    machine.succeed(script.partition("git push")[0])
    assert machine.called() == [
        "pip install mkdocs-repodoc mike",
        "mike deploy --update-aliases 1.4 latest",
        "mike set-default latest",
    ]


def test_pre_commit_finds_the_hook(machine: Machine) -> None:
    (repository,) = yaml.safe_load(FILES_SHOWN[".pre-commit-config.yaml"])["repos"]
    (wanted,) = repository["hooks"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (hook,) = [each for each in hooks if each["id"] == wanted["id"]]
    machine.succeed(hook["entry"])
    first = (machine.shop / "AGENTS.md").read_text("utf-8")
    machine.succeed(hook["entry"])
    assert (machine.shop / "AGENTS.md").read_text("utf-8") == first, "nothing to add again"
