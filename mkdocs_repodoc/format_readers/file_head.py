"""The head of a file in any format: its licence, and the comment that it begins with."""

from __future__ import annotations

from functools import cached_property

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.comments import Comment, header_comments
from mkdocs_repodoc.text.licences import file_licence
from mkdocs_repodoc.text.source_text import SourceText

_HEADER_LINES = 200
_SETTINGS = frozenset(
    (
        "yaml",
        "toml",
        "ini",
        "ignore",
        "requirements",
        "makefile",
        "dockerfile",
        "editorconfig",
        "gitattributes",
        "gitmodules",
        "java-properties",
        "dotenv",
    )
)


class FileHead:
    """What is known of a file by its first lines.

    Args:
        name: Base name of the file.
        language: Its language.
        source: Its text.
    """

    def __init__(self, name: str, language: str, source: SourceText) -> None:
        self.name = name
        self.language = language
        self._written = language_named(language)
        self.source = source
        self.lines = source.lines

    @cached_property
    def own_licence(self) -> tuple[str, int]:
        """The licence whose text the file is, and the line that says so."""
        return file_licence(self.name, self.source.text)

    @cached_property
    def header(self) -> tuple[Comment, ...]:
        """The comments before the first line of code."""
        return header_comments(self.lines[:_HEADER_LINES], self._written.comments)

    @cached_property
    def header_is_about_file(self) -> bool:
        """Whether the comment at the top is about the file, not about its first entry.

        In lists of settings a comment belongs to what follows it, unless a blank line parts them
        or no other entry has a comment.
        """
        if self.language not in _SETTINGS or not self.header:
            return True
        first = self.header[0]
        after = first.line + first.text.count("\n")  # index of the line below
        if after >= len(self.lines) or not self.lines[after].strip():
            return True
        marks = self._written.comments.line
        return not any(line.lstrip().startswith(marks) for line in self.lines[after:])
