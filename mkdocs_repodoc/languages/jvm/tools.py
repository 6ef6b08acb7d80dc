"""Programs that build and test for the JVM, whatever the language."""

from __future__ import annotations

from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.languages.record_parts.tool_words import Tools

TOOLS = Tools(
    checking=frozenset({r"(?:\./)?mvnw?", r"(?:\./)?gradlew?"}), linting=words("checkstyle")
)
