"""What makes a build fail although the tests pass, and the versions that it refuses."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites

POM = """<project>
<properties>
<maven.compiler.release>8</maven.compiler.release>
</properties>
<plugin><artifactId>maven-enforcer-plugin</artifactId>
<requireMavenVersion><version>3.3.1</version></requireMavenVersion>
<requireJavaVersion>
<!-- newer ones warn -->
<version>[17,22)</version></requireJavaVersion>
</plugin>
<plugin><artifactId>spotless-maven-plugin</artifactId><executions>
<execution><goals>
<goal>check</goal></goals></execution></executions></plugin>
<plugin><artifactId>templating-maven-plugin</artifactId><executions>
<execution><phase>initialize</phase><goals><goal>filter-sources</goal></goals></execution>
</executions></plugin>
<pluginManagement>
<failOnWarning>true</failOnWarning>
<!-- <arg>-Werror</arg> -->
<plugin><artifactId>pmd-maven-plugin</artifactId>
<execution><goal>check</goal></execution></plugin>
</pluginManagement>
</project>
"""

LINTS = """[lints.clippy]
all = "deny"
[lints.rust]
unsafe_code = "forbid"
dead_code = "warn"
unused = { level = "deny", priority = -1 }
"""


def made(files: dict[str, str]) -> Prerequisites:
    linked = link_files(files)
    return Prerequisites(linked.repository, linked.texts.__getitem__)


def test_versions_that_a_build_enforces_go_before_those_that_code_is_compiled_for() -> None:
    found = made({"pom.xml": POM})
    assert [(each.what, each.value, each.line) for each in found.floors()] == [
        ("Maven", "3.3.1 or later", 6),
        ("Java", "17 or later, below 22", 9),
    ]
    assert [(each.what, each.value) for each in found.compiled_for()] == [("Java", "8")]
    without = made({"pom.xml": POM.replace("requireJava", "banJava")})
    assert ("Java", "8") in [(each.what, each.value) for each in without.floors()]
    assert list(without.compiled_for()) == []


def test_goals_of_maven_are_gates_where_the_build_runs_them() -> None:
    found = list(made({"pom.xml": POM}).gates())
    assert [(each.kind, each.said, each.line, each.phase) for each in found] == [
        ("warnings", "<failOnWarning>true</failOnWarning>", 18, ""),
        ("check", "spotless:check", 13, "verify"),
        ("generated", "templating:filter-sources", 15, "initialize"),
    ]
    assert found[1].repair == "mvn spotless:apply"


@pytest.mark.parametrize(
    ("path", "text", "kind", "said", "line"),
    [
        ("build.gradle", 'plugins {\n id("com.diffplug.spotless") version "6"\n}\n', "check",
         "com.diffplug.spotless", 2),
        ("build.gradle.kts", "kotlin {\n allWarningsAsErrors.set(true)\n}\n", "warnings",
         "allWarningsAsErrors.set(true)", 2),
        ("Cargo.toml", LINTS, "warnings", "unsafe_code, unused", 3),
        ("src/lib.rs", "//! Mill.\n#![deny(missing_docs, warnings)]\n", "warnings",
         "#![deny(missing_docs, warnings)]", 2),
        ("pyproject.toml", '[tool.pytest.ini_options]\nfilterwarnings = [\n  "error",\n]\n',
         "warnings", "error", 2),
        ("setup.cfg", "[coverage:report]\n# fail_under = 1\nfail_under = 90\n", "refused",
         "fail_under = 90", 3),
        (".npmrc", "save=false\nengine-strict=true\n", "refused", "engine-strict=true", 2),
        ("go.mod", "module mill\n", "", "", 0),
        ("mill.go", "package mill\n\n//go:generate stringer -type=Stone\n", "generated",
         "stringer -type=Stone", 3),
        ("Directory.Build.props", "<P>\n<TreatWarningsAsErrors>true</T>\n</P>\n",
         "warnings", "<TreatWarningsAsErrors>true<", 2),
        ("CMakeLists.txt", "# -Werror\nadd_compile_options(-Wall -Werror)\n", "warnings",
         "-Werror", 2),
        ("phpunit.xml.dist", '<phpunit\n failOnRisky="true">\n</phpunit>\n', "refused",
         'failOnRisky="true"', 2),
    ],
)  # fmt: skip
def test_each_language_has_its_gates(path: str, text: str, kind: str, said: str, line: int) -> None:
    found = [(each.kind, each.said, each.line) for each in made({path: text}).gates()]
    assert found == ([(kind, said, line)] if kind else [])


def test_generated_code_and_tests_are_no_gates() -> None:
    text = "package mill\n\n//go:generate stringer\n"
    assert list(made({"vendor/mill/mill.go": text, "mill_test.go": text}).gates()) == []
