"""TOML, YAML, JSON, INI and CSV."""

from __future__ import annotations

import pytest
from support.reading import names, read, spans, summary


def test_toml_tables_and_keys_have_their_lines() -> None:
    text = (
        '# Of the port.\n\n[a]\nx = 1 # c\nlist = [\n  "]",\n]\n\n[a.b]\n"y z" = """\n[no]\n"""\n'
    )
    outline = read("a.toml", "toml", text)
    assert spans(outline) == {
        "a": (3, 7),
        "a.x": (4, 4),
        "a.list": (5, 7),
        "a.b": (9, 12),
        "a.b.y z": (10, 12),
    }
    assert summary(outline) == ("Of the port.", 1, "leading comment")


def test_repeated_tables_are_named_once() -> None:
    text = "[[p]]\nn = 1\n[[p]]\nn = 2\nm = 3\n"
    assert names(read("a.toml", "toml", text)) == ["p", "p.n", "p.m"]


def test_key_with_a_dot_is_quoted() -> None:
    assert names(read("a.toml", "toml", '"a.b" = 1\n')) == ['"a.b"']


@pytest.mark.parametrize(
    ("name", "language", "text", "line"),
    [
        ("a.toml", "toml", "a = 1\nb = = 2\n", 2),
        ("a.yml", "yaml", "a: 1\nb: [1\n", 3),
        ("a.yml", "yaml", "a: 'x\n", 2),
        ("a.json", "json", '{\n "a": 1\n "b": 2}\n', 3),
        ("a.ini", "ini", "[a]\nx = 1\n!!!\n", 3),
    ],
)
def test_broken_file_says_where(name: str, language: str, text: str, line: int) -> None:
    (problem,) = read(name, language, text).diagnostics
    assert (problem.severity, problem.line) == ("warning", line)


def test_broken_yaml_still_names_its_top_keys() -> None:
    assert names(read("a.yml", "yaml", "a: 1\nb: [1\n")) == ["a", "b"]


def test_template_of_yaml_is_no_broken_yaml() -> None:
    outline = read("a.yml", "yaml", "a: 1\n{% if b %}\nb: 2\n{% endif %}\n")
    assert outline.diagnostics == ()
    assert names(outline) == ["a", "b"]


def test_yaml_keys_end_with_their_last_value() -> None:
    text = "a:\n  b:\n    - 1\n    - 2\n\n# What c is.\nc: |\n  x\n\nd: {e: 1,\n  f: 2}\n"
    outline = read("a.yml", "yaml", text)
    assert spans(outline) == {
        "a": (1, 4),
        "a.b": (2, 4),
        "c": (7, 8),
        "d": (10, 11),
        "d.e": (10, 10),
        "d.f": (11, 11),
    }
    assert outline.symbols[2].summary == "What c is."


def test_yaml_of_many_documents_aliases_and_tags() -> None:
    text = "a: &x {b: 1}\nc: *x\n---\na: !!python/object:os.system {z: 1}\nd: !custom 3\n"
    outline = read("a.yml", "yaml", text)
    assert outline.diagnostics == ()
    assert names(outline) == ["a", "a.b", "c", "a.z", "d"]


def test_yaml_that_contains_itself() -> None:
    assert names(read("a.yml", "yaml", "a: &x\n  b: *x\n")) == ["a", "a.b"]


def test_comment_on_top_belongs_to_the_file_or_to_its_key() -> None:
    own = read("a.yml", "yaml", "# How it runs here\na: 1\nb: 2\n")
    assert (own.summary, own.symbols[0].summary) == ("How it runs here", "")
    key = read("a.yml", "yaml", "# Number of days\na: 1\n# Number of weeks\nb: 2\n")
    assert (key.summary, key.symbols[0].summary) == ("", "Number of days")


def test_json_keys_of_the_top_levels() -> None:
    text = '{"a": {"b": {"c": {"d": 1}}},\n "list": [{"no": 1}],\n "e.f": "x"}\n'
    outline = read("a.json", "json", text)
    assert spans(outline) == {
        "a": (1, 1),
        "a.b": (1, 1),
        "a.b.c": (1, 1),
        "list": (2, 2),
        '"e.f"': (3, 3),
    }


def test_json_with_comments_and_trailing_commas() -> None:
    text = '{\n  // "no": 1,\n  "a": 1, /* b */\n  "url": "http://x//y",\n}\n'
    outline = read("tsconfig.json", "json", text)
    assert outline.diagnostics == ()
    assert spans(outline) == {"a": (3, 3), "url": (4, 4)}


def test_mapping_of_many_keys_is_data() -> None:
    words = ",".join(f'"w{number}": {number}' for number in range(1_000))
    assert names(read("a.json", "json", f'{{"vocabulary": {{{words}}}, "b": 1}}')) == [
        "vocabulary",
        "b",
    ]


def test_names_of_a_large_file_are_bounded_and_said() -> None:
    text = "".join(f"key{number}: 1\n" for number in range(2_000))
    outline = read("a.yml", "yaml", text)
    assert len(outline.symbols) == 500
    assert "1,500 more are left out" in outline.diagnostics[0].message


def test_lock_file_is_nobody_s_words() -> None:
    outline = read("poetry.lock", "toml", '[[package]]\nname = "attrs"\n')
    assert (outline.symbols, outline.terms) == ((), ())


def test_ini_sections_options_and_long_values() -> None:
    text = "; Of the port.\n\n[a.b]\nx = 1\nlong =\n  one\n  two\nflag\n[c]\nx: 2\n"
    outline = read("a.ini", "ini", text)
    assert spans(outline) == {
        "a.b": (3, 8),
        "a.b.x": (4, 4),
        "a.b.long": (5, 7),
        "a.b.flag": (8, 8),
        "c": (9, 10),
        "c.x": (10, 10),
    }
    assert outline.summary == "Of the port."


def test_csv_columns_by_its_header() -> None:
    outline = read("a.csv", "csv", 'id;"full name"\n1;a\n2;b\n')
    assert names(outline, "column") == ["id", "full name"]
    assert outline.facts == (("columns", "2"), ("rows", "2"))


def test_csv_without_a_header_has_no_columns() -> None:
    assert names(read("a.csv", "csv", "1,2\n3,4\n")) == []
