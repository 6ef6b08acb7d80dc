"""The choice of a file's reader: by the name of a known file, else by the language."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_repodoc.format_readers.build_files.automation import read_yaml
from mkdocs_repodoc.format_readers.build_files.cmake import read_cmake
from mkdocs_repodoc.format_readers.build_files.compilation_database import (
    read_compile_commands,
    read_compile_flags,
)
from mkdocs_repodoc.format_readers.build_files.dockerfile import read_dockerfile
from mkdocs_repodoc.format_readers.build_files.makefile import read_makefile
from mkdocs_repodoc.format_readers.cython import read_cython
from mkdocs_repodoc.format_readers.documents.html_page import read_html
from mkdocs_repodoc.format_readers.documents.markdown_document import read_markdown
from mkdocs_repodoc.format_readers.documents.notebook import read_notebook
from mkdocs_repodoc.format_readers.documents.plain_text import read_plain, read_xml
from mkdocs_repodoc.format_readers.documents.restructuredtext import read_restructuredtext
from mkdocs_repodoc.format_readers.ignore_rules import read_ignore
from mkdocs_repodoc.format_readers.projects.composer_manifest import read_composer
from mkdocs_repodoc.format_readers.projects.go_mod import read_go_mod
from mkdocs_repodoc.format_readers.projects.package_manifests import (
    read_cargo,
    read_config_toml,
    read_package_json,
)
from mkdocs_repodoc.format_readers.projects.pubspec import read_pubspec
from mkdocs_repodoc.format_readers.projects.pytest_settings import read_pytest
from mkdocs_repodoc.format_readers.projects.python_project import (
    read_pyproject,
    read_setup_cfg,
)
from mkdocs_repodoc.format_readers.projects.requirements import read_requirements
from mkdocs_repodoc.format_readers.projects.script_project import read_compiler_configuration
from mkdocs_repodoc.format_readers.projects.tox_settings import read_tox, read_tox_toml
from mkdocs_repodoc.format_readers.protobuf import read_protobuf
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.sql import read_sql
from mkdocs_repodoc.format_readers.structured_data.delimited import read_delimited
from mkdocs_repodoc.format_readers.structured_data.ini import read_ini
from mkdocs_repodoc.format_readers.structured_data.json_keys import read_json
from mkdocs_repodoc.format_readers.structured_data.toml import read_toml
from mkdocs_repodoc.format_readers.style_sheets.css import read_css
from mkdocs_repodoc.format_readers.style_sheets.scss import read_scss

Reader = Callable[[RecordBuilder], object]

_BY_NAME: dict[str, Reader] = {
    "pyproject.toml": read_pyproject,
    "setup.cfg": read_setup_cfg,
    "pytest.ini": read_pytest,
    ".pytest.ini": read_pytest,
    "tox.ini": read_tox,
    "tox.toml": read_tox_toml,
    "config.toml": read_config_toml,
    "package.json": read_package_json,
    "Cargo.toml": read_cargo,
    "compile_commands.json": read_compile_commands,
    "compile_flags.txt": read_compile_flags,
    "composer.json": read_composer,
    "pubspec.yaml": read_pubspec,
}
_BY_LANGUAGE: dict[str, Reader] = {
    "cmake": read_cmake,
    "css": read_css,
    "csv": read_delimited,
    "cython": read_cython,
    "dockerfile": read_dockerfile,
    "editorconfig": read_ini,
    "gitmodules": read_ini,
    "go-mod": read_go_mod,
    "html": read_html,
    "ignore": read_ignore,
    "ini": read_ini,
    "jinja": read_html,
    "json": read_json,
    "json5": read_json,
    "jupyter": read_notebook,
    "less": read_scss,
    "makefile": read_makefile,
    "markdown": read_markdown,
    "mdx": read_markdown,
    "protobuf": read_protobuf,
    "requirements": read_requirements,
    "restructuredtext": read_restructuredtext,
    "scss": read_scss,
    "sql": read_sql,
    "text": read_plain,
    "toml": read_toml,
    "xml": read_xml,
    "yaml": read_yaml,
}
_LOCK = re.compile(
    r"(?:.*[-.])?lock(?:\.\w+)?$|pylock(?:\.\w+)*\.toml$|npm-shrinkwrap\.json$|.*\.lockb?$",
    re.IGNORECASE,
)


_COMPILER = re.compile(r"[jt]sconfig(?:[.-][\w.-]+)?\.json$")


def reader_for(name: str, language: str) -> Reader | None:
    """Return the reader of a file, or `None` if its format names nothing.

    Args:
        name: Base name.
        language: Its language.
    """
    if _LOCK.match(name):
        return _read_lock
    if _COMPILER.match(name):
        return read_compiler_configuration
    return _BY_NAME.get(name) or _BY_LANGUAGE.get(language)


def _read_lock(draft: RecordBuilder) -> None:
    """A lock file is a program's own notes: neither its keys nor its words are the project's."""
    draft.words = []
