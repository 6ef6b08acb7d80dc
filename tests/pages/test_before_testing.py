"""What the book says of the time before a first test."""

from __future__ import annotations

from made_mill import MILL, chapter, mill_context

from mkdocs_repodoc.pages.parts.commands.manifest_commands import manifest_commands


def test_the_testing_chapter_says_what_a_first_test_needs() -> None:
    project = (
        f"{MILL['pyproject.toml']}\n[project.optional-dependencies]\ntesting = ['pytest']\n\n"
        "[tool.pytest.ini_options]\naddopts = '--cov mill'\n"
    )
    changed = {
        "pyproject.toml": project,
        "tests/test_stones.py": (
            "from pathlib import Path\n\nDATA = Path('tests/grains').glob('*')\n\n\n"
            "def test_grind(monkeypatch):\n    monkeypatch.setenv('MILL_HOME', '')\n"
        ),
        **{f"tests/grains/{name}.txt": name for name in "abcde"},
    }
    text = chapter(mill_context(changed), "Testing")

    assert "Versions: Python >=3.10 ([pyproject.toml:5](repo/pyproject.toml_docs.md#L5))." in text
    assert '`python -m pip install --editable ".[testing]"`: Installs the project with' in text
    assert "always given `--cov`, which only the plugin `pytest-cov` knows" in text
    assert "Tests set the environment variables `MILL_HOME` ([tests/test_stones.py:7](" in text
    assert (
        "[tests/test_stones.py:3](repo/tests/test_stones.py_docs.md#L3) lists the files of " in text
    )
    assert "Another case is another file there, as [tests/grains/e.txt](" in text


def test_modules_in_a_module_are_told_with_the_command_for_them() -> None:
    files = {
        "go.mod": "module mill\n\ngo 1.25\n",
        "mill.go": "package mill\n",
        "mill_test.go": 'package mill\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
        "remote/go.mod": "module mill/remote\n",
    }
    told = chapter(mill_context(files), "Testing")
    assert "Commands run at the top of the repository do not cover [remote/](" in told
    assert "; `cd remote && go test ./...`)." in told


def test_only_tags_that_somebody_sets_are_told() -> None:
    constraints = {
        "a.go": "!appengine && !tinygo && !noasm",
        "b.go": "amd64.v3",
        "c.go": "tools",
        "d.go": "!(slow || fine) && linux && integration",
        ".hidden/e.go": "hidden",
    }
    files = {
        "go.mod": "module mill\n\ngo 1.25\n",
        "mill_test.go": 'package mill\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
        **{path: f"//go:build {each}\n\npackage mill\n" for path, each in constraints.items()},
    }
    told = chapter(mill_context(files), "Testing")
    assert "Other files are built with `-tags integration` ([d.go:1](" in told
    assert told.count("`-tags ") == 1


def test_the_task_for_all_tests_goes_before_their_runner() -> None:
    settings = "[tool.pytest.ini_options]\naddopts = '-q'\n"
    files = {"pyproject.toml": f"{MILL['pyproject.toml']}\n{settings}"}
    told = chapter(mill_context(files), "Testing")
    assert "- All tests: `python -m pytest`\n- One file:" in told
    told = chapter(mill_context({**files, "Makefile": "test:\n\ttox\n"}), "Testing")
    assert "- All tests: `make test`\n- All tests, by their runner: `python -m pytest`\n" in told


def test_a_guide_that_says_another_version_than_the_manifest_is_named() -> None:
    files = {"go.mod": "module mill\n\ngo 1.25.0\n"}
    guide = "# Set-up\n\n1. Install [Golang](https://go.dev/) (version {} or later)\n"
    told = chapter(mill_context({**files, "CONTRIBUTING.md": guide.format("1.24.0")}), "Testing")
    assert "[CONTRIBUTING.md:3](repo/CONTRIBUTING.md_docs.md#L3) says otherwise: Go 1.24.0" in told
    for version in ("1.25", "1.25.3"):
        same = mill_context({**files, "CONTRIBUTING.md": guide.format(version)})
        assert "otherwise" not in chapter(same, "Testing")


def test_files_of_languages_of_no_software_are_no_tests_to_run() -> None:
    files = {
        "tests/data/MSBuild.csproj": (
            '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>'
            '<PackageReference Include="xunit" Version="2" /></ItemGroup></Project>\n'
        ),
        "tests/data/ClsTests.cs": (
            "using Xunit;\nnamespace Ns { public class ClsTests {\n"
            + "".join(f"  [Fact] public void T{number}() {{ }}\n" for number in range(9))
            + "} }\n"
        ),
    }
    told = chapter(mill_context(files), "Testing")
    assert "dotnet" not in told.partition("To run them")[2]
    assert "pytest" in told.partition("To run them")[2]


def test_versions_that_the_build_enforces_are_not_those_that_code_is_compiled_for() -> None:
    pom = (
        "<project>\n<maven.compiler.release>8</maven.compiler.release>\n"
        "<requireJavaVersion><version>[17,22)</version></requireJavaVersion>\n"
        "<failOnWarning>true</failOnWarning>\n</project>\n"
    )
    test = "import org.junit.jupiter.api.Test;\nclass MillTest { @Test void turns() { } }\n"
    told = chapter(mill_context({"pom.xml": pom, "src/test/java/MillTest.java": test}), "Testing")
    assert "Java 17 or later, below 22 ([pom.xml:3](" in told
    assert "The build refuses other versions of Java. The code is compiled for Java 8 (" in told
    assert "- Warnings are errors: `<failOnWarning>true</failOnWarning>` ([pom.xml:4](" in told


def test_the_same_gate_of_several_files_is_told_once() -> None:
    generate = "package mill\n\n//go:generate stringer -type=Stone\n"
    files = {
        "go.mod": "module mill\n\ngo 1.25\n",
        "mill_test.go": 'package mill\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
        **{f"{name}.go": generate for name in "abc"},
    }
    told = chapter(mill_context(files), "Testing")
    assert "Sources are generated: `stringer -type=Stone` ([a.go:3](" in told
    assert " and 2 more places); `go generate ./...` makes them again." in told


def test_set_up_brings_the_runner_that_the_next_line_starts() -> None:
    groups = "[dependency-groups]\nlint = ['ruff']\ntest = ['pytest']\n"
    files = {"pyproject.toml": f"{MILL['pyproject.toml']}\n{groups}", "uv.lock": "version = 1\n"}
    lines = [each.line for each in manifest_commands(mill_context(files))]
    assert lines[0] == "uv sync --group test"
    assert "uv sync" not in lines


def test_commands_of_a_guide_are_told_with_what_it_says_of_them() -> None:
    guide = (
        "# Building the mill\n\n```sh\nmake mill\n```\n\nRunning tests\n-------------\n\n"
        "```sh\n# Run integration tests (need tmux)\nmake itest\n\n"
        "# Run a single test case\nruby test/runner.rb --name test_it\n```\n\n"
        "| Command | What |\n|---|---|\n| `make quick` | Quick tests |\n\n- Slow: `make slow`\n"
        "- `mill`\n\n# Release\n\n```sh\nmake release\n```\n"
    )
    told = chapter(mill_context({"BUILD.md": guide}), "Testing")
    assert (
        "[BUILD.md:12](repo/BUILD.md_docs.md#L12) says: `make itest` (Run integration tests "
        "(need tmux)), `ruby test/runner.rb --name test_it` (Run a single test case), "
        "`make quick` (Quick tests), `make slow` (Slow)\n" in told
    )


def test_set_up_names_the_packages_of_a_file_of_requirements() -> None:
    files = {
        "Makefile": "install_test:\n\tpip install -r needs/requirements-test.txt\n",
        "needs/requirements-test.txt": "pytest\npytest-timeout>=2\n",
    }
    told = chapter(mill_context(files), "Testing")
    assert "(repo/Makefile_docs.md#L1); with `pytest` and `pytest-timeout>=2`)" in told


def test_messages_with_which_make_ends_are_told() -> None:
    makefile = "ifeq ($(VERSION),)\n$(error Not in git; cannot tell $$VERSION)\nendif\n"
    told = chapter(mill_context({"Makefile": makefile}), "Testing")
    assert "make ends at once with `Not in git; cannot tell $VERSION` ([Makefile:2](" in told


def test_messages_and_code_of_a_guide_are_no_commands() -> None:
    guide = (
        "# Contributing\n\n## Development setup\n\n```\nssl.CertificateError: [SSL] certificate\n"
        "verify failed\n```\n\n```\nimport mill\n\nstone = mill.Stone()\n```\n\n"
        "```\nmake ready\n```\n\n## Tests\n\nYou can run a single file like this:\n\n"
        "```shell\n$ scripts/test -- tests/test_stones.py\n```\n"
    )
    told = chapter(mill_context({"CONTRIBUTING.md": guide}), "Testing")
    assert "Set-up: `make ready` (" in told
    said = "`scripts/test -- tests/test_stones.py` (You can run a single file like this)"
    assert said in told


def test_each_set_of_tests_has_its_commands() -> None:
    files = {
        "go.mod": "module mill\n\ngo 1.25\n",
        "mill.go": "package mill\n",
        "mill_test.go": 'package mill\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
        "test/test_mill.rb": (
            "require 'minitest/autorun'\nclass MillTest < Minitest::Test\n"
            "  def test_turns\n  end\n\n  def test_grinds\n  end\nend\n"
        ),
        "test/runner.rb": "Dir[File.join(__dir__, 'test_*.rb')].each { require it }\n",
        "Makefile": "test:\n\tgo test -v ./...\n\nitest:\n\truby test/runner.rb\n",
        "tests/test_stones.py": "",
        "pyproject.toml": "",
    }
    told = chapter(mill_context(files), "Testing")
    assert (
        "- Ruby, 2 cases: all by `make itest`, a file by `ruby test/test_mill.rb`, "
        "one by `ruby test/test_mill.rb -n test_turns` (" in told
    )
    assert (
        "- Go, 1 case: all by `make test`, a package by `go test .`, "
        "one by `go test . -run '^TestA$'` (" in told
    )
    assert "All tests" not in told


def test_a_task_is_known_as_the_package_manager_starts_it() -> None:
    files = {
        "package.json": (
            '{"scripts": {"test:b": "jest -c b", "test": "jest", "e2e": "playwright test"}}'
        ),
        "pnpm-lock.yaml": "lockfileVersion: 9\n",
        "src/mill.js": "export const mill = 1;\n",
        "test/mill.test.jsx": 'test("turns", () => {});\n',
        "e2e/page.spec.ts": 'import {test} from "@playwright/test";\ntest("opens", () => {});\n',
        "tests/test_stones.py": "",
    }
    told = chapter(mill_context(files), "Testing")
    assert "All tests: " not in told
    assert "- pnpm exec jest, 1 case: all by `pnpm run test`, a file by `pnpm exec jest " in told
    assert "- pnpm exec playwright test, 1 case: all by `pnpm run e2e`, a file by" in told


def test_an_import_of_one_runner_of_several_is_not_said_of_all_tests() -> None:
    spec = 'import {test} from "@playwright/test";\ntest("opens", () => {});\n'
    files = {
        "package.json": '{"scripts": {"test": "vitest run", "browser": "playwright test"}}',
        "src/mill.js": "export const mill = 1;\n",
        "test/mill.test.js": 'test("turns", () => {});\n',
        "test/page.spec.js": spec,
        "tests/test_stones.py": "",
    }
    told = chapter(mill_context(files), "Testing")
    assert told.startswith("There are 2 test files with 2 test cases. They are in [test/](")
    assert "- npx playwright test, 1 case: all by `npm run browser`, a file by `npx " in told
