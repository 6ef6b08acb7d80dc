"""The records of languages: each part is filled or declared absent."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from importlib.util import find_spec

import pytest
from support.product import SOURCE

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.extensions import parts
from mkdocs_repodoc.extensions.extension_error import ExtensionError
from mkdocs_repodoc.extensions.parts import own_parts
from mkdocs_repodoc.languages import registry
from mkdocs_repodoc.languages.javascript.symbols import JAVASCRIPT, TSX
from mkdocs_repodoc.languages.language import Absent, Colours, Language, Lazy, Snippets
from mkdocs_repodoc.languages.registry import (
    FOLDERS,
    FORMATS,
    LANGUAGES,
    language_named,
    read_languages,
    session_of,
)
from mkdocs_repodoc.languages.testing.test_needs import FirstTest
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.pipeline.checks.missing_grammars import missing_grammars
from mkdocs_repodoc.settings import AnalysisOptions

ROOM = SOURCE / "languages"
SHARED = {"formats", "jvm", "record_parts", "resolution", "testing", "tools", "treesitter"}
"""Folders of `languages/` that hold no language."""
RELATIVES = {
    **dict.fromkeys(("javascript", "jsx"), (TSX,)),
    **dict.fromkeys(("typescript", "tsx"), (JAVASCRIPT,)),
}
"""Dialects that share handlers with a language's own."""
PARTS = tuple(each.name for each in fields(Language) if "Absent" in str(each.type))
"""Those that a language may declare absent; the others are words, of which it may have none."""
OTHER_VERSIONS = {"c#": {"record_struct_declaration"}, "go": {"method_spec"}}
"""Types of nodes that only older grammars have."""


def languages() -> list[Language]:
    return list(LANGUAGES.values())


def test_every_folder_is_in_the_table() -> None:
    folders = {path.parent.name for path in ROOM.glob("*/__init__.py")} - SHARED
    assert folders == set(FOLDERS)


def test_no_part_is_absent_without_a_word() -> None:
    assert [each.name for each in fields(Language) if "None" in str(each.type)] == []


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.name)
def test_every_part_is_filled_or_declared_absent(language: Language) -> None:
    assert language.title
    assert language.keywords
    assert all(word == word.lower() for word in language.keywords)
    assert language.groups
    assert language.comments.line or language.comments.blocks
    assert language.imports.title
    for name in PARTS:
        part = getattr(language, name)
        assert part, f"{name}: an empty part is no declaration"
        assert not isinstance(part, Absent) or part.reason.strip()
    assert isinstance(language.outline, Lazy), "a language with a folder is read"


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.name)
def test_every_part_can_be_loaded(language: Language) -> None:
    assert language.is_installed, "the tests need the extra `languages`"
    parts = (
        *(getattr(language, name) for name in PARTS),
        language.snippets.read if isinstance(language.snippets, Snippets) else language.snippets,
        *language.files.shared_suffixes.values(),
    )
    for part in parts:
        if isinstance(part, Lazy):
            loaded = part.load()
            assert callable(loaded) or isinstance(loaded, (Dialect, FirstTest, tuple))
            assert part.module.startswith("mkdocs_repodoc.languages.")


@pytest.mark.parametrize("language", languages(), ids=lambda one: one.name)
def test_handlers_name_types_that_the_grammar_has(language: Language) -> None:
    assert not isinstance(language.outline, Absent)
    dialect = language.outline.load()
    if not isinstance(dialect, Dialect) or dialect.prepare:
        return  # the dialects of the C family share their handlers
    named = {*dialect.handlers, *dialect.decisions, *dialect.comments}
    known = [dialect, *RELATIVES.get(language.name, ())]
    unknown = {
        kind
        for kind in named
        if all(each.language.id_for_node_kind(kind, True) is None for each in known)
    }
    assert unknown <= OTHER_VERSIONS.get(language.name, set())


def test_two_languages_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = ("mkdocs_repodoc.languages.ruby", "mkdocs_repodoc.languages.go")
    offered = own_parts(parts.LANGUAGES, [f"{each}.spec:LANGUAGES" for each in packages])
    other = replace(LANGUAGES["ruby"])
    monkeypatch.setattr("mkdocs_repodoc.languages.go.spec.LANGUAGES", (other,))
    with pytest.raises(ExtensionError, match="adds the language ruby, which is there"):
        read_languages(offered)


def test_what_nobody_knows_is_a_language_with_nothing_in_it() -> None:
    unknown = language_named("brainstorm-notes")
    assert unknown.title == "Brainstorm notes"
    assert not unknown.comments.line
    assert isinstance(unknown.outline, Absent)


def test_a_format_takes_parts_from_the_language_that_it_belongs_to() -> None:
    python = LANGUAGES["python"]
    assert language_named("cython").names == language_named("jupyter").names == python.names
    assert language_named("vue").resolve_import == LANGUAGES["javascript"].resolve_import
    assert isinstance(language_named("json").names, Absent)


def test_sessions_are_told_by_their_prompt_unless_the_fence_says_otherwise() -> None:
    session = ">>> f()\n1\n"
    assert session_of(session) == "pycon"
    assert session_of(session, "py") == "pycon"
    assert session_of(session, "text") == ""
    assert session_of("f()", "py") == ""


def test_no_format_hides_a_language() -> None:
    assert not FORMATS.keys() & LANGUAGES.keys()


def test_no_grammar_is_loaded_until_a_file_is_read() -> None:
    code = (
        "import sys\n"
        "import mkdocs_repodoc.analysis.analyse, mkdocs_repodoc.linking\n"
        "import mkdocs_repodoc.sources.file_types\n"
        "loaded = [name for name in sys.modules if name.startswith('tree_sitter_')]\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_missing_grammar_is_one_line_and_the_file_is_shown_as_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zig = replace(LANGUAGES["zig"])  # whether a grammar is there is found out once
    monkeypatch.setattr(
        "mkdocs_repodoc.languages.language.find_spec",
        lambda name: None if name == zig.grammar else find_spec(name),
    )
    monkeypatch.setitem(registry._languages(), "zig", zig)
    language_named.cache_clear()
    try:
        record = analyse("a.zig", "zig", b"// Notes.\nfn f() void {}\n", AnalysisOptions())
        files = [SourceFile(path, "text", "zig", 1, "") for path in ("a.zig", "b.zig")]
        (diagnostic,) = missing_grammars([*files, SourceFile("a.rb", "text", "ruby", 1, "")])
    finally:
        language_named.cache_clear()
    assert record.outline.symbols == ()
    assert record.outline.lines.code == 1
    assert record.outline.lines.comment == 1
    assert not record.outline.diagnostics
    assert diagnostic.path == ""
    assert "Zig (2)" in diagnostic.message
    assert diagnostic.message.endswith("Install mkdocs-repodoc[languages].")


def test_colours_come_from_the_grammar_that_the_outline_needs() -> None:
    for language in languages():
        if isinstance(language.colours, Colours) and language.grammar:
            assert language.colours.module == language.grammar
