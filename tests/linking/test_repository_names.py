"""The names of several languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.languages.language import Lazy
from mkdocs_repodoc.languages.resolution.language_names import DocumentedName
from mkdocs_repodoc.linking import resolve_file
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.sources.file_types import language_of

GO = "package shop\n\n// Pay pays.\nfunc Pay() {}\n"
PYTHON = "def pay():\n    pass\n"
FILES = {"a.go": GO, "b.py": PYTHON, "c.py": "from b import pay\n\npay()\n", "d.md": "# Pay\n"}


class Moment:
    """The names of a repository, and what its files mention."""

    def __init__(self, texts: Mapping[str, str], before: Moment | None = None) -> None:
        self.details, outlines = {}, []
        for path, text in sorted(texts.items()):
            data = text.encode()
            language = language_of(path, data)
            record = analyse(path, language, data, AnalysisOptions())
            outlines.append((SourceFile(path, "text", language, len(data), text), record.outline))
            self.details[path] = record.detail
        known = before.names if before else None
        self.names: RepositoryNames = RepositoryNames(outlines, known)

    def mentions(self) -> dict[str, bytes]:
        return {
            path: resolve_file(names, path, self.details[path]).mentions
            for path in self.names
            if (names := self.names.of(path)) is not None
        }


def changed_since(before: Moment, now: Moment) -> dict[str, frozenset[str]]:
    """Return a file of each language whose changes are known, and the names that changed."""
    return {
        next(path for path in now.names if now.names.of(path) is language): changes.names
        for language, changes in now.names.changes_since(before.names, before.mentions())
    }


@pytest.mark.parametrize(
    ("edit", "unchanged"),
    [
        ({}, {"a.go", "b.py", "c.py"}),
        ({"b.py": f"{PYTHON}\n\ndef give():\n    pass\n"}, {"a.go", "b.py", "c.py"}),
        ({"b/__init__.py": ""}, {"a.go"}),
        ({"e.rs": "fn pay() {}\n"}, {"a.go", "b.py", "c.py"}),
    ],
    ids=["nothing", "a definition", "a module", "a language"],
)
def test_files_import_from_where_they_did_unless_their_language_finds_other_modules(
    edit: dict[str, str], unchanged: set[str]
) -> None:
    before, now = Moment(FILES), Moment(FILES | edit)
    paths = [*FILES, *edit]
    assert now.names.unchanged(before.names, paths) & FILES.keys() == unchanged
    assert "e.rs" not in now.names.unchanged(before.names, paths)


def test_what_changed_is_told_by_language() -> None:
    before = Moment(FILES)
    now = Moment(FILES | {"b.py": PYTHON.replace("pay", "give"), "e.rs": "fn pay() {}\n"})
    changes = changed_since(before, now)
    assert {"pay", "give"} <= changes["b.py"]
    # Go's files are all resolved again, and of Rust's language there were no names.
    assert changes.keys() == {"b.py"}


def test_a_language_whose_files_are_all_resolved_again_tells_no_changes() -> None:
    assert "b.py" not in changed_since(Moment(FILES), Moment(FILES | {"b/__init__.py": ""}))


def test_each_language_is_asked_about_its_own_files() -> None:
    """A file of another one may mention names that are no names there."""
    before = Moment(FILES)
    asked: dict[str, set[str]] = {}
    for path in ("a.go", "b.py"):
        language = before.names.of(path)
        assert language is not None
        real = type(language).changes_since

        def noted(self, previous, mentions, path=path, real=real):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  # as the real one
            asked[path] = set(mentions)
            return real(self, previous, mentions)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(language), "changes_since", noted)
            list(before.names.changes_since(before.names, before.mentions()))
    assert asked == {"a.go": {"a.go"}, "b.py": {"b.py", "c.py"}}


def test_code_mentions_names_of_its_own_language_and_documents_those_of_any() -> None:
    names = Moment({"a.go": GO, "b.py": PYTHON.replace("pay", "Pay"), "d.md": "# Pay\n"}).names
    for path in ("a.go", "b.py"):
        found = names.mentioned(path, -1, "Pay", marked=True)
        assert found.symbol is not None
        assert found.symbol.path == path
    found = names.mentioned("d.md", -1, "b.Pay", marked=True)
    assert found.symbol == SymbolRef("b.py", 0)


def test_files_without_names_of_their_own_are_none_of_them() -> None:
    names = Moment(FILES | {"e.dart": "void pay() {}\n"}).names
    assert list(names) == ["a.go", "b.py", "c.py"]
    assert len(names) == 3
    assert [names.of(path) for path in ("d.md", "e.dart", "gone.py")] == [None] * 3
    assert [type(each).__name__ for each in names.each()] == ["GoNames", "PythonNames"]


def test_code_whose_names_nobody_follows_mentions_none() -> None:
    """`b.Pay` may be a method there, and a document can only mean the module."""
    files = {"b.py": PYTHON.replace("pay", "Pay"), "d.md": "# Pay\n", "e.dart": "// b.Pay\n"}
    names = Moment(files).names
    assert names.mentioned("d.md", -1, "b.Pay", marked=True).symbol == SymbolRef("b.py", 0)
    assert names.mentioned("e.dart", -1, "b.Pay", marked=True) == DocumentedName()
    assert names.mentioned("d.md", -1, "b.Gone", marked=True) == DocumentedName()


def test_an_entry_point_is_asked_of_each_language_until_one_knows() -> None:
    names = Moment(FILES).names
    assert names.entry_point("pyproject.toml", "b", "pay") == SymbolRef("b.py", 0)
    assert names.entry_point("pyproject.toml", "b", "gone") is None


def test_an_entry_point_may_be_a_method_and_is_its_class_where_there_is_no_such_method() -> None:
    names = Moment({"b.py": "class Till:\n    def pay(self): ...\n"}).names
    assert names.entry_point("pyproject.toml", "b", "Till.pay") == SymbolRef("b.py", 1)
    assert names.entry_point("pyproject.toml", "b", "Till.gone") == SymbolRef("b.py", 0)


def test_an_entry_point_may_be_a_method_of_an_object_of_a_module() -> None:
    files = {
        "b.py": "class Till:\n    def pay(self): ...\n",
        "a.py": "from b import Till\ntill = Till()\n",
    }
    names = Moment(files).names
    assert names.entry_point("pyproject.toml", "a", "till.pay") == SymbolRef("b.py", 1)
    assert names.entry_point("pyproject.toml", "a", "till.gone") == SymbolRef("a.py", 0)


def test_names_are_made_from_those_of_their_language_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, given = Moment(FILES), dict[str, object]()
    real = Lazy.load

    def load(part: Lazy[Any]) -> Any:
        make = real(part)
        if not part.name.endswith("Names"):
            return make

        def noted(files: OutlinedFiles, previous: object) -> object:
            given[part.name] = previous
            return make(files, previous)

        return noted

    monkeypatch.setattr(Lazy, "load", load)
    Moment(FILES | {"e.rs": "fn pay() {}\n"}, before)
    go, python = before.names.each()
    assert given == {"GoNames": go, "PythonNames": python, "RustNames": None}
