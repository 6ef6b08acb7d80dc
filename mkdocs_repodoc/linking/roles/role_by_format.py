"""Roles that the format of a file tells: documents, settings, data, build files."""

from __future__ import annotations

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.role_evidence import (
    DATA_FOLDERS,
    DOCUMENTATION_FOLDERS,
    JudgedFile,
    Judgement,
)
from mkdocs_repodoc.model.repository import Role

_DOCUMENTATION_LANGUAGES = {"markdown", "restructuredtext", "asciidoc", "tex", "mdx", "org"}
_CONFIGURATION_LANGUAGES = {
    "dotenv",
    "editorconfig",
    "gitattributes",
    "gitconfig",
    "gitmodules",
    "ignore",
    "ini",
    "java-properties",
    "json5",
    "mailmap",
    "toml",
    "yaml",
}
_DATA_LANGUAGES = {
    "binary",
    "csv",
    "diff",
    "json",
    "pofile",
    "protobuf text",
    "sql",
    "textproto",
    "xml",
}
_BUILD_LANGUAGES = {"bazel", "cmake", "dockerfile", "makefile", "meson", "requirements"}
_FORMATS: tuple[tuple[set[str], Role, str], ...] = (
    (_DOCUMENTATION_LANGUAGES, "documentation", "it is written in"),
    (_BUILD_LANGUAGES, "build", "it is written for"),
    (_CONFIGURATION_LANGUAGES, "configuration", "its format is"),
    (_DATA_LANGUAGES, "data", "its format is"),
    ({"jupyter"}, "example", "its format is"),
)
_PLAINLY = {
    "cmake": "it is written for CMake",
    "dockerfile": "it is written for Docker",
    "ignore": "it lists patterns of files",
    "jupyter": "it is a notebook",
    "makefile": "it is written for make",
    "requirements": "it lists what pip is to install",
}
"""Evidence where naming the format would say less."""
_PROSE_LANGUAGES = {"text", "plain-text"}


def by_content(file: JudgedFile) -> Judgement | None:
    """Judge a file that is no text, or whose text is elsewhere."""
    source = file.source
    if source.kind == "image":
        is_drawing = source.path.lower().endswith(".svg")
        return "image", f"its content is {'SVG' if is_drawing else source.language.upper()}"
    if source.kind == "symlink":
        return "text", f"it is a symbolic link to {source.target}"
    if source.kind == "submodule":
        return "data", "it is a Git submodule"
    if source.kind == "lfs":
        return "binary", "its content is kept in Git LFS"
    if source.kind == "binary":
        return "binary", "its content is not text"
    return None


def by_format(file: JudgedFile) -> Judgement | None:
    """Judge a file that is no code by its format."""
    language = file.source.language
    is_data = language in _CONFIGURATION_LANGUAGES or language in _DATA_LANGUAGES
    if is_data and (folder := file.folder_among(DATA_FOLDERS)):
        return "data", f"it is in {folder}/ and its format is {language_named(language).title}"
    for languages, role, reason in _FORMATS:
        if language in languages:
            return role, _PLAINLY.get(language) or f"{reason} {language_named(language).title}"
    if language in _PROSE_LANGUAGES:
        if folder := file.folder_among(DOCUMENTATION_FOLDERS):
            return "documentation", f"it is text in {folder}/"
        return "text", "it is plain text"
    return None
