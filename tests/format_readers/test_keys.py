"""TOML, YAML, JSON, INI and CSV."""

from __future__ import annotations

import msgspec
import pytest
from support.reading import names, read, spans, summary

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse


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


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_signs_that_end_a_line_in_old_yaml_only(sign: str) -> None:
    outline = read("a.yml", "yaml", f"a: 'x{sign}{sign}y'\nb: 1\nc: 2\n")
    assert spans(outline) == {"a": (1, 1), "b": (2, 2), "c": (3, 3)}


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


def test_csv_without_a_header_has_no_columns() -> None:
    assert names(read("a.csv", "csv", "1,2\n3,4\n")) == []


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("a.json", "json", f'{{"a": {"9" * 5_000}}}'),
        ("a.toml", "toml", f"a = {'9' * 5_000}\n"),
    ],
)
def test_number_of_too_many_digits_is_said(name: str, language: str, text: str) -> None:
    outline = read(name, language, text)
    assert names(outline) == ["a"]
    assert "too many digits" in outline.diagnostics[0].message


def test_key_of_countless_parts_is_not_read() -> None:
    outline = read("a.toml", "toml", f"{'.'.join('a' * 2_000)} = 1\n")
    assert "more than 100 parts" in outline.diagnostics[0].message


@pytest.mark.parametrize("opened", ["[", '{"a":', "{a=", "a = [", "@media x {\n"])
@pytest.mark.parametrize("language", ["json", "json5", "toml", "css"])
def test_hundred_thousand_brackets_are_survived(opened: str, language: str) -> None:
    outline = read(f"a.{language}", language, opened * 100_000)
    assert outline.diagnostics


def test_halves_of_characters_are_survived() -> None:
    outline = read("package.json", "json", '{"name": "\\ud800x", "description": "a \\udc00"}')
    assert names(outline) == ["name", "description"]
    assert msgspec.json.encode(outline)


def test_truncated_json_still_names_its_keys() -> None:
    outline = read("a.json", "json", '{"a": 1, "b": {"c": [1, {"no": 2}], "d": {"e": tru')
    assert names(outline)[:4] == ["a", "b", "b.c", "b.d"]
    assert len(outline.diagnostics) == 1


def test_json_that_lacks_a_comma_still_names_its_keys() -> None:
    outline = read("a.json", "json", '{\n "a": 1\n "b": {"c": 2}\n}\n')
    assert spans(outline) == {"a": (2, 2), "b": (3, 3), "b.c": (3, 3)}


def test_json5_has_names_and_quotes_of_its_own() -> None:
    outline = read("a.json5", "json5", "// x\n{\n  a: 1, 'b': {c: 0xF},\n}\n")
    assert names(outline) == ["a", "b", "b.c"]


def test_broken_toml_names_the_keys_around_the_error() -> None:
    outline = read("a.toml", "toml", "[a]\nx = = 1\n[b\ny = 2\n[c]\nz = 3\n")
    assert {"a", "a.x", "c", "c.z"} <= set(names(outline))
    assert len(outline.diagnostics) == 1


def test_value_of_a_key_ends_before_the_comment() -> None:
    record = analyse("a.toml", "toml", b'a = "#1" # one\n', AnalysisOptions())
    assert record.detail.symbols[0].value == '"#1"'
