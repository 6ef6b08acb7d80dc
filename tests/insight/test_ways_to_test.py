"""Which sets of tests are run apart, and by what."""

from __future__ import annotations

import json
from collections.abc import Mapping

from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.operation.ways_to_test import WayToTest

GO = {
    "go.mod": "module mill\n\ngo 1.25\n",
    "mill.go": "package mill\n",
    "mill_test.go": 'package mill\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
}
RUBY = {
    "test/test_mill.rb": (
        "require 'minitest/autorun'\nclass MillTest < Minitest::Test\n"
        "  def test_turns\n  end\n\n  def test_grinds\n  end\nend\n"
    ),
    "test/runner.rb": "Dir[File.join(__dir__, 'test_*.rb')].each { require it }\n",
}
CARGO = '[package]\nname = "{}"\nversion = "1.0.0"\nedition = "2021"\n'
CASES = "#[cfg(test)]\nmod tests {\n    #[test]\n    fn turns() {}\n}\n"


def ways(files: Mapping[str, str]) -> tuple[WayToTest, ...]:
    return insight_into(link_files(files)).operation.ways_to_test


def test_each_language_that_a_task_runs_tests_of_is_a_set() -> None:
    tasks = {"Makefile": "test:\n\tGOOS= go test -v ./...\n\nitest:\n\truby test/runner.rb\n"}
    found = ways({**GO, **RUBY, **tasks})
    assert [(each.language, each.cases, each.tasks) for each in found] == [
        ("Ruby", 2, ("make itest",)),
        ("Go", 1, ("make test",)),
    ]


def test_tests_in_a_language_of_no_software_count_only_if_a_task_runs_them() -> None:
    assert [each.language for each in ways({**GO, **RUBY})] == ["Go"]


def test_each_crate_of_a_workspace_is_a_set() -> None:
    found = ways(
        {
            "Cargo.toml": CARGO.format("mill") + '[workspace]\nmembers = ["stones"]\n',
            "src/lib.rs": CASES,
            "stones/Cargo.toml": CARGO.format("stones"),
            "stones/src/lib.rs": CASES,
            "Makefile": "tests:\n\tcargo test --all\n",
        }
    )
    assert [(each.scope, each.run.everything, each.run.case) for each in found] == [
        ("", "cargo test", "cargo test tests::turns -- --exact"),
        ("stones", "cargo test --workspace", "cargo test -p stones tests::turns -- --exact"),
    ]
    assert {each.tasks for each in found} == {("make tests",)}


def test_each_program_that_runs_tests_of_a_package_has_its_own() -> None:
    found = ways(
        {
            "package.json": '{"scripts": {"test": "vitest run", "browser": "playwright test"}}',
            "src/mill.js": "export const mill = 1;\n",
            "test/mill.test.js": 'import {test} from "vitest";\ntest("turns", () => {});\n',
            "test/page.spec.js": (
                'import {test} from "@playwright/test";\ntest("opens", () => {});\n'
            ),
        }
    )
    assert {each.run.everything: each.tasks for each in found} == {
        "npx vitest run": ("npm test",),
        "npx playwright test": ("npm run browser",),
    }


def test_a_task_for_some_files_stands_behind_those_that_run_more() -> None:
    scripts = {
        "test": "npm run test:all",
        "test:all": "npm run build && npm run test:cli && npm run test:unit",
        "test:cli": "borp -p 'test/cli/*.js'",
        "test:unit": "borp -p 'test/*.js'",
        "build": "tsc",
    }
    case = "import {test} from 'node:test';\ntest('turns', () => {});\n"
    found = ways(
        {
            "package.json": json.dumps({"scripts": scripts}),
            "src/mill.js": "export const mill = 1;\n",
            "test/mill.js": case,
            "test/cli/mill.js": case,
        }
    )
    assert [each.tasks[:2] for each in found] == [("npm test", "npm run test:all")]


def test_a_task_of_one_interpreter_is_none_for_all_tests() -> None:
    tox = "[testenv:{,ci-}py{310,311}]\ncommands = pytest\n[testenv:pypy3]\ncommands = pytest\n"
    found = ways(
        {
            "tox.ini": f"{tox}[testenv:quick]\ncommands = pytest -x\n",
            "pyproject.toml": "[tool.pytest.ini_options]\n",
            "mill.py": "",
            "tests/test_mill.py": "import pytest\n\ndef test_a(): ...\n",
        }
    )
    assert [each.tasks for each in found] == [("tox -e quick",)]
