"""Commands that run a test, as each language's tools want them."""

from __future__ import annotations

import json

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.languages.test_runs import RunOfTests

PY = "import {}\nclass TestCart:\n    def test_add(self): ...\n"


def run_of(path: str, files: dict[str, str]) -> RunOfTests | None:
    return RepositoryStatistics(link_files(files).repository).run_of_test(path)


def commands(path: str, files: dict[str, str]) -> tuple[str, str, str]:
    run = run_of(path, files)
    assert run is not None
    return run.everything, run.file, run.case


def test_pytest_takes_a_path_and_the_names_of_a_case() -> None:
    files = {"tests/test_a.py": PY.format("pytest"), "setup.cfg": "[tool:pytest]\naddopts = -q\n"}
    assert commands("tests/test_a.py", files) == (
        "python -m pytest",
        "python -m pytest tests/test_a.py",
        "python -m pytest tests/test_a.py::TestCart::test_add",
    )
    assert run_of("tests/test_a.py", files) == (*commands("tests/test_a.py", files), "setup.cfg", 1)


def test_unittest_discovers_only_names_of_its_pattern() -> None:
    case = "import unittest\nclass A(unittest.TestCase):\n    def test_b(self): ...\n"
    files = {"scripts/release_tests.py": case, "tests/test_c.py": case}
    assert commands("scripts/release_tests.py", files) == (
        "",
        "python -m unittest scripts/release_tests.py",
        "python -m unittest scripts.release_tests.A.test_b",
    )
    assert commands("tests/test_c.py", files)[0] == "python -m unittest discover -s tests -t ."


def test_file_that_starts_itself_is_no_way_to_run_all_tests() -> None:
    case = "import unittest\nclass A(unittest.TestCase):\n    def test_b(self): ...\n"
    start = "if __name__ == '__main__':\n    unittest.main()\n"
    files = {"test_a.py": case + start, "more/release_tests.py": case + start}
    assert commands("test_a.py", files) == (
        "python -m unittest",
        "python test_a.py",
        "python test_a.py A.test_b",
    )
    assert commands("more/release_tests.py", files)[0] == ""


def test_test_that_nothing_runs_has_no_command() -> None:
    assert run_of("tests/test_a.py", {"tests/test_a.py": "def test_a(): ...\n"}) is None


def test_go_runs_packages_of_the_module_around() -> None:
    test = 'package ui\nimport "testing"\nfunc TestDraw(t *testing.T) {}\n'
    files = {"go/go.mod": "module a.org/x\n", "go/ui/draw_test.go": test}
    assert commands("go/ui/draw_test.go", files) == (
        "cd go && go test ./...",
        "cd go && go test ./ui",
        "cd go && go test ./ui -run '^TestDraw$'",
    )
    top = {"go.mod": "module a.org/x\n", "draw_test.go": test}
    assert commands("draw_test.go", top)[1] == "go test ."


def test_cargo_runs_a_crate_of_the_workspace() -> None:
    files = {
        "Cargo.toml": "[workspace]\nmembers = ['a']\n",
        "a/Cargo.toml": "[package]\nname = 'alpha'\n",
        "a/tests/draw.rs": "#[test]\nfn draws() {}\n",
    }
    assert commands("a/tests/draw.rs", files) == (
        "cargo test",
        "cargo test -p alpha --test draw",
        "cargo test -p alpha --test draw draws",
    )


@pytest.mark.parametrize(
    ("script", "lock", "command"),
    [
        ("vitest", "pnpm-lock.yaml", "cd web && pnpm exec vitest run"),
        ("NODE_ENV=test jest --watch", "yarn.lock", "cd web && yarn jest"),
        ("tsc && mocha -r x", "", "cd web && npx mocha -r x"),
        ("node --test", "", "cd web && node --test"),
    ],
)
def test_runner_of_a_package_is_what_its_script_starts(
    script: str, lock: str, command: str
) -> None:
    files = {
        "web/package.json": json.dumps({"name": "w", "scripts": {"test": script}}),
        "web/a.test.ts": "describe('cart', () => { test('adds one', () => {}) })\n",
    }
    if lock:
        files[lock] = "x: 1\n"
    everything, file, case = commands("web/a.test.ts", files)
    assert everything == command
    assert file == f"{command} a.test.ts"
    assert case.startswith(f"{command} -")
    assert case.endswith(" 'adds one' a.test.ts")


def test_patterns_of_files_in_a_script_are_not_those_of_one_file() -> None:
    script = "xo && node --import=tsx/esm --test test/*.ts && tsd"
    files = {
        "package.json": json.dumps({"name": "w", "scripts": {"test": script}}),
        "test/a.ts": "import {test} from 'node:test'\ntest('adds one', () => {})\n",
    }
    assert commands("test/a.ts", files) == (
        "node --import=tsx/esm --test test/*.ts",
        "node --import=tsx/esm --test test/a.ts",
        "node --import=tsx/esm --test --test-name-pattern 'adds one' test/a.ts",
    )
    files["package.json"] = json.dumps({"name": "w", "scripts": {"test": "mocha 'test/**/*.ts'"}})
    files["test/a.ts"] = "describe('a', () => { it('adds one', () => {}) })\n"
    assert commands("test/a.ts", files)[:2] == ("npx mocha 'test/**/*.ts'", "npx mocha test/a.ts")


def test_settings_for_other_folders_run_no_test_outside_them() -> None:
    scripts = {"e2e": "vitest run -c play/vitest.config.ts"}
    files = {
        "package.json": json.dumps({"name": "w", "scripts": scripts}),
        "play/a.spec.ts": "test('a b', () => {})\n",
        "src/b.spec.ts": "test('b c', () => {})\n",
    }
    play = commands("play/a.spec.ts", files)
    assert play[1] == "npx vitest run -c play/vitest.config.ts play/a.spec.ts"
    assert run_of("src/b.spec.ts", files) is None
