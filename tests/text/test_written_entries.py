"""Entries of collections and choices as different languages write them."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_repodoc.text.comments import C_COMMENTS, HASH_COMMENTS, CommentSyntax
from mkdocs_repodoc.text.written_entries import Branches, branches_of, calls_of, entries_of


@pytest.mark.parametrize(
    ("code", "syntax", "entries"),
    [
        (
            '_params = (\n ("host", str),  # the (host\n ("port", int),\n)',
            HASH_COMMENTS,
            ("host", "port"),
        ),
        ('__all__ = ["one", "two"]', HASH_COMMENTS, ("one", "two")),
        (
            "RULES = Map(\n 'Rules', Key('one', 1),\n Other(\n  'two', 2), Third(x), Key('three'))",
            HASH_COMMENTS,
            ("Rules", "one", "two", "Third", "three"),
        ),
        (
            "STEPS = [Strip(), Cut('a'), Lower(), Join('-')]",
            HASH_COMMENTS,
            ("Strip", "Cut", "Lower", "Join"),
        ),
        ('LEVELS: dict[str, int] = {"low": 1, "high": f(2, 3)}', HASH_COMMENTS, ("low", "high")),
        (
            "export const keys: Keys = {\n\tjson: true, // , x\n\tbaseUrl: true,\n};",
            C_COMMENTS,
            ("json", "baseUrl"),
        ),
        ("const all = new Set(['a', 'b', 'c'])", C_COMMENTS, ("a", "b", "c")),
        (
            "const opts = [{ long: 'deep', help: 'x' }, { long: 'flat' }]",
            C_COMMENTS,
            ("deep", "flat"),
        ),
        ("type Target = 'latest' | 'newest' | `@${string}`", C_COMMENTS, ("latest", "newest")),
        ('var names = map[string]Fn{"get": get, "put": put}', C_COMMENTS, ("get", "put")),
        ('const A: &[&str] = &["x", "y"];', C_COMMENTS, ("x", "y")),
        ('static final Set<String> S = ImmutableSet.of("a", "b");', C_COMMENTS, ("a", "b")),
        ("LIMIT = 3", HASH_COMMENTS, ()),
        ("total = sum(a * 2, b == c)", HASH_COMMENTS, ()),
        ("type Get = (name: string, now: string) => Result", C_COMMENTS, ()),
        ('var Help = &BoolFlag{Name: "help", Usage: "x"}', C_COMMENTS, ()),
        ("Value = t.Union[str, bytes, list, dict]", HASH_COMMENTS, ()),
        ("type Simple = null | string | number", C_COMMENTS, ()),
        ("def f(a=1):", HASH_COMMENTS, ()),
    ],
)
def test_entries_are_named_by_key_text_or_name(
    code: str, syntax: CommentSyntax, entries: tuple[str, ...]
) -> None:
    assert entries_of(code, syntax) == entries


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        (
            """
            if isinstance(node, (ast.Break, ast.Raise)):
                stop()
            elif isinstance(node, ast.If):
                if isinstance(other, ast.Try):
                    pass
            elif isinstance(node, ast.For):
                pass
            elif isinstance(node, ast.Try):
                pass
            """,
            ("ast.Break, ast.Raise", "ast.If", "ast.For", "ast.Try"),
        ),
        (
            """
            switch (flag) {
              case "-i", "-r" -> one();
              case "--lines" -> two();
              case "--help" -> three();
              case "-" -> four();
            }
            """,
            ('"-i", "-r"', "--lines", "--help", "-"),
        ),
        (
            """
            match key {
                "style" => one(),
                "indent" => two(),
                Kind::Deep(x) => three(),
                Kind::Flat | Kind::Low => four(),
            }
            """,
            ("style", "indent", "Kind::Deep", "Kind::Flat | Kind::Low"),
        ),
    ],
)
def test_branches_side_by_side_are_one_row(code: str, labels: tuple[str, ...]) -> None:
    (row,) = branches_of(dedent(code).splitlines(), 7)
    assert row.labels == labels
    assert row.line in {8, 9}


def test_calls_that_register_by_name_are_one_row() -> None:
    lines = [
        f'\tActionFunc(do{name}).Register("{name}", keys)' for name in ("Up", "Down", "In", "Out")
    ]
    assert calls_of([*lines, '\tlog.Print("x")'], 3) == [
        Branches(3, ("Up", "Down", "In", "Out"), (3, 4, 5, 6))
    ]
    assert calls_of(lines[:3], 3) == []


def test_a_plain_decision_is_no_row() -> None:
    assert branches_of(["if x == 1:", "    a()", "elif x == 2:", "    b()"], 1) == []


def test_conditions_on_different_things_are_no_row() -> None:
    lines = [f"elif {name} == 1:" for name in "abcd"]
    assert branches_of(lines, 1) == []
    assert branches_of([f"elif a == {name}:" for name in "wxyz"], 1) == [
        Branches(1, ("w", "x", "y", "z"), (1, 2, 3, 4))
    ]


def test_a_line_of_many_blanks_is_no_branch() -> None:
    # Tried blank by blank, each of these takes minutes.
    blanks = " " * 50_000
    assert branches_of([f"case {blanks}x", f"if {blanks}x", f"if x{blanks}y"], 1) == []
