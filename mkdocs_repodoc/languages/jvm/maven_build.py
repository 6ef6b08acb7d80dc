"""Demands and checks of a build by Maven: enforced versions, plugins that can end it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.testing.build_gates import Gate, GateKind, blanked
from mkdocs_repodoc.languages.testing.test_needs import Need, line_at

MANIFEST = "pom.xml"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENFORCED = re.compile(
    r"<require(?P<what>[A-Z][a-z]+)Version>\s*<version>(?P<range>[^<]+)</version>"
)
_RANGE = re.compile(
    r"(?P<open>[\[(])\s*(?P<low>[\w.-]*)\s*,\s*(?P<high>[\w.-]*)\s*(?P<close>[\])])"
)
_PLUGIN = re.compile(r"<plugin>.*?</plugin>", re.DOTALL)
_ARTIFACT = re.compile(r"<artifactId>\s*(?:maven-)?(?P<name>[\w.-]+?)(?:-maven)?-plugin\s*<")
_EXECUTION = re.compile(r"<execution>.*?</execution>", re.DOTALL)
_GOAL = re.compile(r"<goal>\s*(?P<goal>[\w-]+)\s*</goal>")
_PHASE = re.compile(r"<phase>\s*(?P<phase>[\w-]+)\s*</phase>")
_MANAGED = re.compile(r"<pluginManagement>.*?</pluginManagement>", re.DOTALL)
"""Settings of plugins that run only where they are named elsewhere."""
_WARNINGS = re.compile(r"<failOnWarning>\s*true\s*</failOnWarning>|<arg>\s*-Werror\s*</arg>")
_NEVER = frozenset({"none"})


class _Goal(NamedTuple):
    kind: GateKind
    phase: str = ""
    """The one that it runs in where the build names none."""
    repair: str = ""


_GOALS = {
    "spotless:check": _Goal("check", "verify", "mvn spotless:apply"),
    "formatter:validate": _Goal("check", "validate", "mvn formatter:format"),
    "fmt:check": _Goal("check", "verify"),
    "checkstyle:check": _Goal("check", "verify"),
    "pmd:check": _Goal("check", "verify"),
    "spotbugs:check": _Goal("check", "verify"),
    "animal-sniffer:check": _Goal("check"),
    "japicmp:cmp": _Goal("check", "verify"),
    "jacoco:check": _Goal("check", "verify"),
    "license:check": _Goal("check", "verify", "mvn license:format"),
    "sortpom:verify": _Goal("check", "validate", "mvn sortpom:sort"),
    "templating:filter-sources": _Goal("generated", "generate-sources"),
    "antlr4:antlr4": _Goal("generated", "generate-sources"),
    "protobuf:compile": _Goal("generated", "generate-sources"),
    "protobuf:test-compile": _Goal("generated", "generate-test-sources"),
    "openapi-generator:generate": _Goal("generated", "generate-sources"),
    "jaxb2:xjc": _Goal("generated", "generate-sources"),
    "javacc:javacc": _Goal("generated", "generate-sources"),
    "jflex:generate": _Goal("generated", "generate-sources"),
}
"""Goals that check what is written, or that make sources, as the plugins document them."""


def enforced_versions(text: str) -> Iterator[Need]:
    """Yield the versions of tools without which a manifest lets no build begin."""
    clean = _COMMENT.sub(blanked, text)
    for match in _ENFORCED.finditer(clean):
        line = line_at(clean, match.start("range"))
        yield Need(match["what"], _in_words(match["range"].strip()), MANIFEST, line)


def _in_words(versions: str) -> str:
    """Return a range of versions as people say it: `[17,22)` → `17 or later, below 22`."""
    match = _RANGE.fullmatch(versions)
    if match is None:
        return f"{versions} or later" if re.fullmatch(r"[\w.-]+", versions) else versions
    low = f"{match['low']} or later" if match["open"] == "[" else f"above {match['low']}"
    high = f"up to {match['high']}" if match["close"] == "]" else f"below {match['high']}"
    return ", ".join(said for said, bound in ((low, match["low"]), (high, match["high"])) if bound)


class MavenGates:
    """Finds what a build by Maven checks, and which sources it makes."""

    files = re.compile(rf"(?:.*/)?{re.escape(MANIFEST)}")

    def find(self, path: str, text: str) -> Iterator[Gate]:
        """Yield those of a manifest: warnings that are errors, and goals of plugins."""
        clean = _COMMENT.sub(blanked, text)
        for match in _WARNINGS.finditer(clean):
            yield Gate("warnings", match[0], path, line_at(clean, match.start()))
        run = _MANAGED.sub(blanked, clean)
        for plugin in _PLUGIN.finditer(run):
            if name := _ARTIFACT.search(plugin[0]):
                for execution in _EXECUTION.finditer(plugin[0]):
                    line = line_at(run, plugin.start() + execution.start())
                    yield from _goals(name["name"], execution[0], path, line)


def _goals(plugin: str, execution: str, path: str, first: int) -> Iterator[Gate]:
    """Yield the goals of one execution of a plugin, which begins on a line of the manifest."""
    stated = _PHASE.search(execution)
    for match in _GOAL.finditer(execution):
        goal = f"{plugin}:{match['goal']}"
        known = _GOALS.get(goal)
        if known is not None:
            phase = stated["phase"] if stated is not None else known.phase
            line = first + line_at(execution, match.start()) - 1
            if phase not in _NEVER:
                yield Gate(known.kind, goal, path, line, phase, known.repair)
