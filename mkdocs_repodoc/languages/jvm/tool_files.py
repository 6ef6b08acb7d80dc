"""Files by which tools know a project of a language of the Java machine."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.project_file import ProjectFile, ProvenCommand, lock_file


def _maven(line: str) -> tuple[ProvenCommand, ...]:
    return (ProvenCommand("build", line, "Compiles, tests and packs all modules"),)


def _gradle(line: str) -> tuple[ProvenCommand, ...]:
    return (ProvenCommand("build", line, "Compiles and tests all projects"),)


PROJECT_FILES = (
    ProjectFile(name="mvnw", commands=_maven("./mvnw package")),
    ProjectFile(name="pom.xml", what="Maven build file", commands=_maven("mvn package")),
    ProjectFile(name="gradlew", commands=_gradle("./gradlew build")),
    ProjectFile(
        name="build.gradle.kts", what="Gradle build file", commands=_gradle("gradle build")
    ),
    ProjectFile(name="build.gradle", what="Gradle build file", commands=_gradle("gradle build")),
    lock_file("gradle.lockfile", "Gradle"),
)
