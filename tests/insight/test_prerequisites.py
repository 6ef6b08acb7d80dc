"""What a first test needs, as manifests and tests say."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.languages.testing.test_needs import Installation

PYPROJECT = """
[project]
name = "mill"
requires-python = ">=3.10"

[project.optional-dependencies]
docs = ["sphinx"]
testing = ["coverage", "pytest>=8"]

[dependency-groups]
dev = ["pytest"]

[tool.pytest.ini_options]
addopts = [
    "--cov mill",
    "-n", "2",
    "--cov-report=term",
]
"""


def made(files: dict[str, str]) -> Prerequisites:
    linked = link_files(files)
    return Prerequisites(linked.repository, linked.texts.__getitem__)


def test_versions_come_from_the_manifests_with_their_lines() -> None:
    found = made(
        {
            "pyproject.toml": PYPROJECT,
            "go.mod": "module mill\n\ngo 1.25.0\n",
            "Cargo.toml": '[package]\nname = "mill"\nrust-version = "1.85"\n',
            "package.json": '{"scripts": {"node": "x"},\n "engines": {\n  "node": ">=22"}}\n',
            "pom.xml": "<project>\n<java.version>21</java.version>\n</project>\n",
        }
    )
    assert [(each.what, each.value, each.path, each.line) for each in found.floors()] == [
        ("Go", "1.25.0", "go.mod", 3),
        ("Java", "21", "pom.xml", 2),
        ("Python", ">=3.10", "pyproject.toml", 3),
        ("Rust", "1.85", "Cargo.toml", 3),
        ("Node.js", ">=22", "package.json", 3),
    ]


def test_files_of_tools_and_jobs_name_versions() -> None:
    found = made(
        {
            ".nvmrc": "v22.1\n",
            ".tool-versions": "# tools\njust 1.40\n",
            "rust-toolchain.toml": '[toolchain]\nchannel = "1.90"\n',
            "global.json": '{"sdk": {\n "version": "10.0.100"}}\n',
            "pom.xml": "<configuration><source>8</source></configuration>\n",
            ".github/workflows/ci.yml": (
                "jobs:\n test:\n  strategy:\n   matrix:\n    os: [a1]\n    java: [8, '17', 25]\n"
            ),
        }
    )
    assert {(each.what, each.value, each.path, each.line) for each in found.floors()} == {
        (".NET SDK", "10.0.100", "global.json", 2),
        ("Java", "8", "pom.xml", 1),
        ("Node.js", "22.1", ".nvmrc", 1),
        ("Rust’s toolchain", "1.90", "rust-toolchain.toml", 2),
        ("just", "1.40", ".tool-versions", 2),
    }
    assert [(each.what, each.value, each.path, each.line) for each in found.tried_versions()] == [
        ("java", "8, 17, 25", ".github/workflows/ci.yml", 6)
    ]


def test_projects_of_tests_have_their_frameworks() -> None:
    project = (
        "<Project>\n<TargetFrameworks>$(Others);net10.0;net9.0</TargetFrameworks>\n</Project>\n"
    )
    test = "using Xunit;\nclass ATests { [Fact] public void B() { } }\n"
    files = {"test/Mill.Tests/Mill.Tests.csproj": project, "src/Mill.csproj": project}
    found = made({**files, "test/Mill.Tests/Core/ATests.cs": test})
    assert [(each.value, each.path, each.line) for each in found.targets()] == [
        ("net10.0, net9.0", "test/Mill.Tests/Mill.Tests.csproj", 2)
    ]


def test_integration_tests_of_maven_are_told_where_a_plugin_runs_them() -> None:
    test = "import org.junit.jupiter.api.Test;\nclass MillIT { @Test void turns() { } }\n"
    files = {"pom.xml": "<project/>\n", "src/test/java/MillIT.java": test}
    assert list(made(files).later_tests()) == []
    files["pom.xml"] = "<project>\n<artifactId>maven-failsafe-plugin</artifactId></project>\n"
    (found,) = made(files).later_tests()
    assert (found.one, found.classes, found.line) == ("mvn verify -Dit.test=MillIT", 1, 2)


def test_the_extra_with_the_runner_goes_before_the_group() -> None:
    with_extra, as_it_stands = made({"pyproject.toml": PYPROJECT}).installations()
    command = 'python -m pip install --editable ".[testing]"'
    assert with_extra == Installation(command, "pyproject.toml", 7, "extra", "testing", "pytest")
    plain = Installation("python -m pip install --editable .", "pyproject.toml")
    assert as_it_stands == plain
    groups = PYPROJECT.replace(', "pytest>=8"', "")
    with_group, _ = made({"pyproject.toml": groups}).installations()
    command = "python -m pip install --editable . --group dev"
    assert with_group == Installation(command, "pyproject.toml", 10, "group", "dev", "pytest")
    plugin = groups.replace('"pytest"', '"pytest-cov>=4"')
    with_plugin, _ = made({"pyproject.toml": plugin}).installations()
    assert with_plugin == with_group._replace(runner="pytest-cov")
    with_uv, _ = made({"pyproject.toml": groups, "uv.lock": "version = 1\n"}).installations()
    assert with_uv.command == "uv sync"
    for stated, command in (("['docs']", "uv sync --group dev"), ("'all'", "uv sync")):
        settings = f"{groups}\n[tool.uv]\ndefault-groups = {stated}\n"
        with_uv, _ = made({"pyproject.toml": settings, "uv.lock": "version = 1\n"}).installations()
        assert with_uv.command == command
    without = made({"pyproject.toml": groups.replace('"pytest"', '"ruff"')})
    assert list(without.installations()) == [plain]
    assert list(made({"pyproject.toml": "[project\n"}).installations()) == []


def test_options_that_only_plugins_know_are_told_once_each() -> None:
    found = made({"pyproject.toml": PYPROJECT}).plugin_options()
    assert [(each.what, each.value, each.line) for each in found] == [
        ("--cov", "pytest-cov", 13),
        ("-n", "pytest-xdist", 13),
    ]


def test_features_that_are_on_by_default() -> None:
    cargo = '[package]\nname = "mill"\n\n[features]\ndefault = ["tls", "colour"]\ntls = []\n'
    features = made({"Cargo.toml": cargo}).default_features()
    assert features is not None
    assert (features.value, features.line) == ("tls, colour", 5)
    assert made({"Cargo.toml": '[package]\ndefault = ["x"]\n'}).default_features() is None


CARGO = """\
[package]
name = "mill"

[features]
default = ["online", "tls"]
online = []
slow = []
tls = ["dep:tls"]
"""
RUST_TESTS = """\
#[cfg(feature = "online")]
#[test]
fn one() {}

#[test]
#[cfg(all(
    feature = "online",
    not(feature = "slow")
))]
fn two() {}

#[cfg(any(feature = "online", feature = "tls"))]
#[test]
fn three() {}

#[cfg(feature = "slow")]
#[tokio::test]
async fn four() {}

#[cfg(feature = "online")]
fn helper() {}

#[cfg(feature = "tls")]
#[test]
fn five() {}
"""


def test_features_that_tests_need_are_told_with_the_command_for_the_others() -> None:
    found = made({"Cargo.toml": CARGO, "tests/mill.rs": RUST_TESTS}).switched_tests()
    assert [tuple(each) for each in found] == [
        ("online", "2 cargo test --no-default-features --features tls", "tests/mill.rs", 3),
        ("slow", "1", "tests/mill.rs", 18),
    ]


def test_variables_are_those_that_tests_set_and_not_those_they_read() -> None:
    found = made(
        {
            "mill.py": 'import os\n\nos.environ["OF_THE_MILL"] = "1"\n',
            "tests/test_mill.py": (
                "import os\n\n\ndef test_it(monkeypatch):\n"
                '    monkeypatch.setenv("MILL_HOME", "")\n'
                '    os.environ["MILL_MODE"] = "1"\n    assert os.environ["ONLY_READ"] == "2"\n'
            ),
            "tests/mill.rs": (
                '#[test]\nfn it() {\n    cmd.env("MILL_MODE", "1").env("NETRC", "");\n}\n'
            ),
        }
    )
    names = [(each.what, each.path, each.line) for each in found.variables()]
    assert sorted(names) == [
        ("MILL_HOME", "tests/test_mill.py", 5),
        ("MILL_MODE", "tests/mill.rs", 3),
        ("NETRC", "tests/mill.rs", 3),
    ]


def test_modules_in_a_module_and_tags_of_ones_own_are_told() -> None:
    found = made(
        {
            "go.mod": "module mill\n",
            "mill.go": "package mill\n",
            "fast.go": "//go:build mill_fast && !windows\n\npackage mill\n",
            "slow.go": "//go:build !mill_fast\n\npackage mill\n",
            "unix.go": "//go:build linux || darwin\n\npackage mill\n",
            "remote/go.mod": "module mill/remote\n",
            "remote/remote.go": "package remote\n",
            "testdata/go.mod": "module other\n",
        }
    )
    assert [(each.what, each.value, each.path) for each in found.apart()] == [
        ("remote", "go test ./...", "remote/go.mod")
    ]
    assert [(each.what, each.value, each.path) for each in found.tags()] == [
        ("mill_fast", "-tags mill_fast", "fast.go")
    ]
