"""Symbols that were touched between two contents of a file."""

from __future__ import annotations

from textwrap import dedent

from support.linked import link_files

from mkdocs_repodoc.query.symbol_changes import Version, symbol_changes


def version(code: str) -> Version:
    text = dedent(code).lstrip("\n")
    linked = link_files({"app.py": text})
    return Version(linked.repository.files["app.py"].outline.symbols, text.splitlines())


def changes(earlier: str, now: str) -> list[tuple[str, str]]:
    return [(each.name, each.change) for each in symbol_changes(version(earlier), version(now))]


BEFORE = """
    class Till:
        limit = 1

        def pay(self, due):
            return due

        def close(self):
            pass
"""


def test_moving_a_symbol_changes_nothing() -> None:
    assert changes(BEFORE, f"\n\n# A comment of the module\n{dedent(BEFORE)}") == []


def test_the_innermost_symbol_is_the_one_that_was_touched() -> None:
    assert changes(BEFORE, BEFORE.replace("return due", "return 2 * due")) == [("Till.pay", "body")]
    assert changes(BEFORE, BEFORE.replace("limit = 1", "limit = 2")) == [
        ("Till.limit", "signature")
    ]


def test_signatures_are_told_with_what_they_were() -> None:
    now = BEFORE.replace("(self, due)", "(self, due, tip=0)")
    (changed,) = symbol_changes(version(BEFORE), version(now))
    assert (changed.name, changed.change) == ("Till.pay", "signature")
    assert (changed.earlier_signature, changed.signature) == ("(due)", "(due, tip=0)")


def test_what_is_new_and_what_is_gone() -> None:
    now = BEFORE.replace("def close", "def lock")
    assert changes(BEFORE, now) == [("Till.lock", "added"), ("Till.close", "removed")]
    (_, gone) = symbol_changes(version(BEFORE), version(now))
    assert gone.line == 0


def test_definitions_of_one_name_are_told_apart() -> None:
    before = "def f():\n    return 1\n\n\ndef f():\n    return 2\n"
    assert changes(before, before.replace("2", "3")) == [("f", "body")]
    assert changes(before, "def f():\n    return 1\n") == [("f", "removed")]
