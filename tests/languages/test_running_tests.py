"""Commands that run a test, as each language's tools want them."""

from __future__ import annotations

import json

import pytest
from support.linked import link_files

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.languages.testing.test_runs import RunOfTests
from mkdocs_repodoc.settings import AnalysisOptions

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
    run = run_of("tests/test_a.py", files)
    assert run is not None
    assert (run.path, run.line, run.takes_folder) == ("setup.cfg", 1, True)


def test_unittest_discovers_only_names_of_its_pattern() -> None:
    case = "import unittest\nclass A(unittest.TestCase):\n    def test_b(self): ...\n"
    files = {"scripts/release_tests.py": case, "tests/test_c.py": case}
    assert commands("scripts/release_tests.py", files) == (
        "",
        "python -m unittest scripts/release_tests.py",
        "python -m unittest scripts.release_tests.A.test_b",
    )
    assert commands("tests/test_c.py", files)[0] == "python -m unittest discover -s tests -t ."
    files["tests/c_test.py"] = case
    assert commands("tests/test_c.py", files)[0] == ""


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


def test_a_command_may_name_the_file_or_only_its_package() -> None:
    go = {
        "go.mod": "module a.org/x\n",
        "ui/draw_test.go": "package ui\nfunc TestA(t *testing.T) {}\n",
    }
    packaged = run_of("ui/draw_test.go", go)
    assert packaged is not None
    assert not packaged.names("ui/draw_test.go")
    python = {"tests/test_a.py": PY.format("pytest"), "pytest.ini": "[pytest]\n"}
    single = run_of("tests/test_a.py", python)
    assert single is not None
    assert single.names("tests/test_a.py")


def test_cargo_runs_a_crate_of_the_workspace() -> None:
    files = {
        "Cargo.toml": "[workspace]\nmembers = ['a']\n",
        "a/Cargo.toml": "[package]\nname = 'alpha'\n",
        "a/tests/draw.rs": "#[test]\nfn draws() {}\n",
    }
    assert commands("a/tests/draw.rs", files) == (
        "cargo test",
        "cargo test -p alpha --test draw",
        "cargo test -p alpha --test draw draws -- --exact",
    )


def test_cargo_names_the_module_of_a_test() -> None:
    case = "#[cfg(test)]\nmod tests {\n    #[test]\n    fn turns() {}\n}\n"
    files = {
        "Cargo.toml": "[package]\nname = 'alpha'\n",
        "src/main.rs": f"mod stones;\n{case}",
        "src/stones/mod.rs": f"pub mod bed;\n{case}",
        "src/stones/bed.rs": case,
        "src/stones/runner.rs": case,
        "tests/all/main.rs": f"mod grind;\n{case}",
        "tests/all/grind.rs": case,
    }
    assert [commands(path, files)[1:] for path in files if path.endswith(".rs")] == [
        ("cargo test", "cargo test tests::turns -- --exact"),
        ("cargo test", "cargo test stones::tests::turns -- --exact"),
        ("cargo test stones::bed::", "cargo test stones::bed::tests::turns -- --exact"),
        ("cargo test", "cargo test tests::turns"),  # no module declares it
        ("cargo test --test all", "cargo test --test all tests::turns -- --exact"),
        ("cargo test --test all grind::", "cargo test --test all grind::tests::turns -- --exact"),
    ]


def test_cargo_runs_the_targets_that_a_manifest_lists() -> None:
    case = "#[test]\nfn turns() {}\n"
    files = {
        "Cargo.toml": "[package]\nname = 'alpha'\nautotests = false\n\n"
        "[[test]]\nname = 'whole'\npath = 'tests/lib.rs'\n\n[[test]]\nname = 'spare'\n",
        "tests/lib.rs": f"mod grind;\n{case}",
        "tests/grind.rs": case,
        "tests/spare.rs": case,
        "tests/lost.rs": case,
    }
    assert [commands(path, files)[1:] for path in files if path.endswith(".rs")] == [
        ("cargo test --test whole", "cargo test --test whole turns -- --exact"),
        ("cargo test --test whole grind::", "cargo test --test whole grind::turns -- --exact"),
        ("cargo test --test spare", "cargo test --test spare turns -- --exact"),
        ("cargo test", "cargo test turns"),  # part of no target
    ]


def test_cargo_does_not_run_what_needs_a_flag_of_the_compiler() -> None:
    case = "#[cfg(all(test, {}))]\nmod tests {{\n    #[test]\n    fn turns() {{}}\n}}\n"
    files = {"Cargo.toml": "[package]\nname = 'alpha'\n", "src/lib.rs": case.format("loom")}
    assert commands("src/lib.rs", files)[2] == ""
    files["src/lib.rs"] = case.format("unix")
    assert commands("src/lib.rs", files)[2] == "cargo test tests::turns -- --exact"


def test_cargo_is_given_the_feature_that_a_test_needs() -> None:
    files = {
        "Cargo.toml": "[package]\nname = 'alpha'\n",
        "tests/draw.rs": '#![cfg(feature = "ink")]\n\n#[test]\nfn draws() {}\n',
    }
    assert commands("tests/draw.rs", files) == (
        "cargo test",
        "cargo test --features ink --test draw",
        "cargo test --features ink --test draw draws -- --exact",
    )
    other = {**files, "tests/draw.rs": files["tests/draw.rs"].replace("feature", "not_feature")}
    assert commands("tests/draw.rs", other)[1] == "cargo test --test draw"


@pytest.mark.parametrize(
    ("script", "lock", "command"),
    [
        ("vitest", "pnpm-lock.yaml", "cd web && pnpm exec vitest run"),
        ("NODE_ENV=test jest --watch", "yarn.lock", "cd web && NODE_ENV=test yarn jest"),
        (
            "xo && cross-env A=1 NODE_OPTIONS='--import=tsx/esm' c8 ava",
            "",
            "cd web && A=1 NODE_OPTIONS='--import=tsx/esm' npx ava",
        ),
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


def test_what_installs_browsers_runs_no_tests() -> None:
    scripts = {"pretest:browser": "playwright install chromium", "test:browser": "playwright test"}
    test = "describe('cart', () => { it('adds one', () => {}) })\n"
    files = {
        "package.json": json.dumps({"name": "w", "scripts": scripts}),
        "web/a.spec.js": "import { test } from '@playwright/test'\n" + test,
        "b.spec.js": test,
    }
    assert commands("web/a.spec.js", files)[0] == "npx playwright test"
    own = {**files, ".mocharc.yml": "ui: bdd\n"}  # whose functions a test need not import
    assert commands("b.spec.js", own)[0] == "npx mocha"


def test_settings_of_the_package_around_go_before_the_import_of_a_runner() -> None:
    test = "import { test } from 'vitest'\ntest('adds one', () => {})\n"
    scripts = {"test": "pnpm run build && pnpm run test-only", "test-only": "vitest run"}
    files = {
        "package.json": json.dumps({"name": "w", "scripts": scripts}, indent=1),
        "pnpm-lock.yaml": "x: 1\n",
        "test/package.json": json.dumps({"name": "only what tests install"}),
        "test/a.test.ts": test,
    }
    assert commands("test/a.test.ts", files)[:2] == (
        "pnpm exec vitest run",
        "pnpm exec vitest run test/a.test.ts",
    )
    run = run_of("test/a.test.ts", files)
    assert run is not None
    assert (run.before, run.before_line) == ("pnpm run build", 4)


@pytest.mark.parametrize(
    ("scripts", "before"),
    [
        ({"pretest": "tsc -p .", "test": "mocha"}, "tsc -p ."),
        ({"test": "npm run compile && mocha"}, "npm run compile"),
        ({"test": "eslint . && mocha"}, ""),
        ({"pretest": "tsc --noEmit", "test": "mocha"}, ""),
    ],
)
def test_what_tests_run_is_built_before(scripts: dict[str, str], before: str) -> None:
    files = {
        "package.json": json.dumps({"name": "w", "scripts": scripts}),
        "a.test.ts": "it('adds one', () => {})\n",
    }
    run = run_of("a.test.ts", files)
    assert run is not None
    assert run.before == before


def test_a_script_may_start_a_test_that_is_compiled_before() -> None:
    scripts = {"build": "tsc", "test": "node mill.test.js"}
    settings = {"compilerOptions": {"outDir": ".", "rootDir": "src"}}
    case = "import { it } from '@mill/check';\nit('turns', () => {});\n"
    files = {
        "package.json": json.dumps({"scripts": scripts}, indent=1),
        "tsconfig.json": json.dumps(settings),
        "src/mill.test.ts": case,
        "src/stone.test.ts": case,
    }
    assert commands("src/mill.test.ts", files) == ("npm test", "node mill.test.js", "")
    run = run_of("src/mill.test.ts", files)
    assert run is not None
    assert (run.before, run.before_line) == ("npm run build", 3)
    assert run_of("src/stone.test.ts", files) is None
    plain = {"package.json": files["package.json"], "mill.test.js": case}
    assert commands("mill.test.js", plain) == ("npm test", "node mill.test.js", "")


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


def test_integration_tests_of_maven_run_in_a_later_phase() -> None:
    test = "import org.junit.jupiter.api.Test;\nclass MillIT { @Test void turns() { } }\n"
    files = {"pom.xml": "<project/>", "src/test/java/MillIT.java": test}
    assert commands("src/test/java/MillIT.java", files) == (
        "mvn verify",
        "mvn verify -Dit.test=MillIT",
        "mvn verify -Dit.test='MillIT#turns'",
    )


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


def test_benchmarks_and_what_never_ends_do_not_run_the_tests() -> None:
    scripts = {"bench": "vitest bench", "dev": "vitest dev", "test": "eslint && vitest run"}
    files = {
        "package.json": json.dumps({"name": "w", "scripts": scripts}),
        "a.test.ts": "import { test } from 'vitest'\ntest('adds', () => {})\n",
    }
    assert commands("a.test.ts", files)[1] == "npx vitest run a.test.ts"


def test_vitest_looks_for_tests_of_types_when_it_checks_types() -> None:
    files = {
        "package.json": json.dumps({"name": "w", "scripts": {"dev": "vitest"}}),
        "a.test-d.ts": "test('a b', () => {})\n",
        "a.test.ts": "test('a b', () => {})\n",
    }
    assert commands("a.test-d.ts", files)[1] == "npx vitest run --typecheck a.test-d.ts"
    assert commands("a.test.ts", files)[1] == "npx vitest run a.test.ts"


def test_rspec_takes_a_path_and_the_title_of_a_case() -> None:
    spec = "RSpec.describe Cart do\n  it 'adds' do\n  end\nend\n"
    files = {"spec/cart_spec.rb": spec, ".rspec": "--color\n", "Gemfile": "gem 'rspec'\n"}
    assert commands("spec/cart_spec.rb", files) == (
        "bundle exec rspec",
        "bundle exec rspec spec/cart_spec.rb",
        "bundle exec rspec spec/cart_spec.rb -e 'Cart adds'",
    )
    assert run_of("spec/cart_spec.rb", {"spec/cart_spec.rb": spec}) is None


def test_minitest_files_start_themselves() -> None:
    test = (
        "require 'minitest/autorun'\nclass CartTest < Minitest::Test\n  def test_add\n  end\nend\n"
    )
    assert run_of("test/test_cart.rb", {"test/test_cart.rb": test}) == RunOfTests(
        "",
        "ruby test/test_cart.rb",
        "ruby test/test_cart.rb -n test_add",
        "test/test_cart.rb",
        1,
    )


def test_minitest_files_are_started_by_what_they_require() -> None:
    test = "require_relative 'lib/common'\nclass CartTest < TestBase\n  def test_add\n  end\nend\n"
    common = "require 'minitest/autorun'\nclass TestBase < Minitest::Test\nend\n"
    files = {"test/test_cart.rb": test, "test/lib/common.rb": common, "Gemfile": "gem 'minitest'\n"}
    assert run_of("test/test_cart.rb", files) == RunOfTests(
        "",
        "bundle exec ruby test/test_cart.rb",
        "bundle exec ruby test/test_cart.rb -n test_add",
        "test/lib/common.rb",
    )
    apart = {"test/test_cart.rb": test, "test/lib/common.rb": "class TestBase\nend\n"}
    assert run_of("test/test_cart.rb", apart) is None


def test_phpunit_is_shown_by_its_settings() -> None:
    test = "<?php class CartTest extends TestCase { public function testAdd() {} }"
    files = {"app/tests/CartTest.php": test, "app/phpunit.xml.dist": "<phpunit/>"}
    assert commands("app/tests/CartTest.php", files) == (
        "cd app && vendor/bin/phpunit",
        "cd app && vendor/bin/phpunit tests/CartTest.php",
        "cd app && vendor/bin/phpunit tests/CartTest.php --filter testAdd",
    )


JAVA = "package a.b;\nimport org.junit.Test;\nclass CartTest {\n  @Test void adds() {}\n}\n"


def test_maven_runs_a_class_and_a_method() -> None:
    files = {
        "src/test/java/a/b/CartTest.java": JAVA,
        "pom.xml": "<project/>",
        "mvnw": "#!/bin/sh\n",
    }
    assert commands("src/test/java/a/b/CartTest.java", files) == (
        "./mvnw test",
        "./mvnw test -Dtest=CartTest",
        "./mvnw test -Dtest='CartTest#adds'",
    )


def test_cases_of_an_abstract_class_are_run_where_they_are_inherited() -> None:
    path = "src/test/java/a/b/CartTest.java"
    abstract = JAVA.replace("class CartTest", "abstract class CartTest")
    assert abstract != JAVA
    assert run_of(path, {path: abstract, "pom.xml": "<project/>"}) is None


def test_gradle_runs_the_task_of_the_part_of_a_build() -> None:
    path = "shop/src/test/java/a/b/CartTest.java"
    files = {path: JAVA, "shop/build.gradle.kts": "", "settings.gradle.kts": "", "gradlew": "#!\n"}
    assert commands(path, files) == (
        "./gradlew test",
        "./gradlew :shop:test --tests 'a.b.CartTest'",
        "./gradlew :shop:test --tests 'a.b.CartTest.adds'",
    )


def test_mix_names_a_case_by_its_line() -> None:
    test = 'defmodule CartTest do\n  use ExUnit.Case\n  test "adds" do\n  end\nend\n'
    files = {"test/cart_test.exs": test, "mix.exs": "defmodule Shop do\nend\n"}
    assert commands("test/cart_test.exs", files) == (
        "mix test",
        "mix test test/cart_test.exs",
        "mix test test/cart_test.exs:3",
    )


@pytest.mark.parametrize(
    ("needs", "runner"),
    [("", "dart test"), ("dependencies:\n  flutter:\n    sdk: flutter\n", "flutter test")],
)
def test_a_case_of_dart_is_named_with_its_groups(needs: str, runner: str) -> None:
    test = (
        "import 'package:test/test.dart';\nvoid main() {\n  test('of $kind', () {});\n"
        "  group('Cart', () {\n    test(\"isn't full\", () {});\n  });\n}\n"
    )
    files = {"shop/test/cart_test.dart": test, "shop/pubspec.yaml": f"name: shop\n{needs}"}
    assert commands("shop/test/cart_test.dart", files) == (
        f"cd shop && {runner}",
        f"cd shop && {runner} test/cart_test.dart",
        f"cd shop && {runner} test/cart_test.dart --plain-name 'Cart isn'\"'\"'t full'",
    )


def test_dotnet_filters_by_full_names() -> None:
    test = (
        "namespace A;\nusing Xunit;\npublic class CartTests {\n  [Fact] public void Adds() {}\n}\n"
    )
    files = {"tests/CartTests.cs": test, "tests/Shop.Tests.csproj": "<Project/>"}
    assert commands("tests/CartTests.cs", files) == (
        "dotnet test tests/Shop.Tests.csproj",
        "dotnet test tests/Shop.Tests.csproj --filter 'FullyQualifiedName~A.CartTests.'",
        "dotnet test tests/Shop.Tests.csproj --filter 'FullyQualifiedName=A.CartTests.Adds'",
    )


def test_swift_filters_by_class_and_method() -> None:
    test = "import XCTest\nclass CartTests: XCTestCase {\n  func testAdd() {}\n}\n"
    files = {"Tests/Shop/CartTests.swift": test, "Package.swift": "import PackageDescription\n"}
    assert commands("Tests/Shop/CartTests.swift", files) == (
        "swift test",
        "swift test --filter CartTests",
        "swift test --filter CartTests/testAdd",
    )


@pytest.mark.parametrize(
    ("settings", "everything"),
    [("testpaths = x", ""), ("python_files = release_*.py", "python -m pytest")],
)
def test_pytest_collects_only_names_of_its_patterns(settings: str, everything: str) -> None:
    files = {
        "scripts/release_tests.py": PY.format("pytest"),
        "setup.cfg": f"[tool:pytest]\n{settings}\n",
    }
    run = commands("scripts/release_tests.py", files)
    assert run[:2] == (everything, "python -m pytest scripts/release_tests.py")


def test_pytest_runs_in_the_folder_of_the_project_that_sets_it_up() -> None:
    files = {
        "examples/shop/tests/test_a.py": PY.format("pytest"),
        "examples/shop/pyproject.toml": "[tool.pytest.ini_options]\n",
    }
    assert commands("examples/shop/tests/test_a.py", files) == (
        "cd examples/shop && python -m pytest",
        "cd examples/shop && python -m pytest tests/test_a.py",
        "cd examples/shop && python -m pytest tests/test_a.py::TestCart::test_add",
    )


def test_what_pytest_does_not_look_for_starts_itself() -> None:
    case = "import unittest\nclass A(unittest.TestCase):\n    def test_b(self): ...\n"
    start = "if __name__ == '__main__':\n    unittest.main()\n"
    files = {"scripts/release_tests.py": case + start, "pytest.ini": "[pytest]\n"}
    assert commands("scripts/release_tests.py", files) == (
        "",
        "python scripts/release_tests.py",
        "python scripts/release_tests.py A.test_b",
    )


@pytest.mark.parametrize(
    ("path", "code", "build", "expected"),
    [
        (
            "tests/test_a.py",
            "import pytest\n@pytest.mark.skip\ndef test_a(): ...\ndef test_b(): ...\n",
            {"pytest.ini": "[pytest]\n"},
            "python -m pytest tests/test_a.py::test_b",
        ),
        (
            "src/test/java/ATest.java",
            (
                "import org.junit.jupiter.api.Test;\n"
                "class ATest { @Disabled @Test void a() {} @Test void b() {} }"
            ),
            {"pom.xml": "<project/>"},
            "mvn test -Dtest='ATest#b'",
        ),
        (
            "tests/a.rs",
            "#[test]\n#[ignore]\nfn a() {}\n\n#[test]\nfn b() {}\n",
            {"Cargo.toml": '[package]\nname = "a"\n'},
            "cargo test --test a b -- --exact",
        ),
        (
            "a_test.go",
            """package a
            func TestA(t *testing.T) {
                cases := []string{"a"}
                for _, each := range cases {
                    t.Run(each, func(t *testing.T) {
                        t.Skip("uses the network")
                        grind(each)
                    })
                }
            }
            func TestB(t *testing.T) {
                if testing.Short() {
                    t.Skip()
                }
            }
            """,
            {"go.mod": "module a\n"},
            "go test . -run '^TestB$'",
        ),
        (
            "a.test.js",
            (
                "import {describe, it, xit} from 'vitest';\nit.skip('a', () => {});\n"
                "xit('b', () => {});\ndescribe.skip('c', () => { it('d', () => {}); });\n"
                "it('e', () => {});\n"
            ),
            {"package.json": '{"scripts": {"test": "vitest"}}'},
            "npx vitest run -t e a.test.js",
        ),
        (
            "tests/test_a.py",
            (
                "import pytest\ndef test_a():\n    pytest.skip('slow')\n"
                "def test_b():\n    if slow:\n        pytest.skip('slow')\n"
            ),
            {"pytest.ini": "[pytest]\n"},
            "python -m pytest tests/test_a.py::test_b",
        ),
    ],
)
def test_a_case_that_is_left_out_is_not_the_one_to_run(
    path: str, code: str, build: dict[str, str], expected: str
) -> None:
    assert commands(path, {path: code, **build})[2] == expected


def test_a_helper_named_after_tests_makes_one_where_a_runner_is_imported() -> None:
    called = "import {defaultTest} from './help.js';\ndefaultTest('grinds', async t => {});\n"

    def cases(code: str) -> tuple[str, ...]:
        record = analyse("mill.ts", "typescript", code.encode(), AnalysisOptions())
        return tuple(record.outline.tests)

    assert cases(f"import type {{Context}} from 'ava';\n{called}") == ("grinds",)
    assert cases(called) == ()
    assert cases("import 'ava';\nrunTest('grinds', 3);\n") == ()


def test_tests_of_types_are_run_by_what_checks_types() -> None:
    files = {
        "package.json": '{"scripts": {"unit": "ava", "type": "tsd && tsc"}}',
        "test-d/mill.test-d.ts": "import {expectType} from 'tsd';\nexpectType<number>(1);\n",
        "test/mill.js": "import test from 'ava';\ntest('grinds', t => {});\n",
    }
    assert commands("test-d/mill.test-d.ts", files) == (
        "npx tsd",
        "npx tsd --files test-d/mill.test-d.ts",
        "",
    )
    assert commands("test/mill.js", files)[1] == "npx ava test/mill.js"


def test_borp_is_a_runner_of_its_own() -> None:
    scripts = {
        "test:unit": 'borp --expose-gc -p "test/*.js"',
        "test:cache": 'npm run build && borp --timeout 9 -p "test/cache/*.js"',
    }
    case = "const {test} = require('node:test')\ntest('adds one', () => {})\n"
    files = {"package.json": json.dumps({"scripts": scripts}), "test/cache/a.js": case}
    assert commands("test/cache/a.js", files) == (
        'npx borp --timeout 9 -p "test/cache/*.js"',
        "npx borp --timeout 9 test/cache/a.js",
        "node --test --test-name-pattern 'adds one' test/cache/a.js",
    )
