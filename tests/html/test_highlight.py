from __future__ import annotations

import pytest

from mkdocs_repodoc.html.code.code_fences import code_block, code_html
from mkdocs_repodoc.html.code.code_lines import CodeLink, mark, to_html
from mkdocs_repodoc.html.code.grammars import grammar
from mkdocs_repodoc.html.code.highlight import colours


def coloured(source: str, language: str) -> dict[str, str]:
    """Text of each coloured range → its class."""
    data = source.encode()
    return {data[start:-end].decode(): css.decode() for start, end, css in colours(data, language)}


def test_python_has_pygments_classes() -> None:
    found = coloured("@wrap\nclass A:\n    def f(self): return not 1 # c\n", "python")
    assert found["class"] == found["return"] == "k"
    assert found["A"] == "nc"
    assert found["f"] == "nf"
    assert found["not"] == "ow"
    assert found["1"] == "mi"
    assert found["# c"] == "c1"
    assert found["wrap"] == "nd"


def test_plain_names_calls_and_punctuation_have_no_colour() -> None:
    assert coloured("a.b(c) + d\n", "python") == {}


def test_builtins_are_told_from_other_calls() -> None:
    assert coloured("len(x)\nsize(x)\n", "python") == {"len": "nb"}


def test_code_inside_an_f_string_is_no_string() -> None:
    assert code_html('f"a{b}c"', "python") == ('<i class=s>f"a</i>{b}<i class=s>c"</i>')


@pytest.mark.parametrize(
    ("language", "source", "word", "css"),
    [
        ("ini", "[a]\nb = c\n", "[a]", "k"),
        ("makefile", "# note\nall:\n", "# note\n", "c"),
        ("sql", "SELECT 1", "SELECT", "k"),
    ],
)
def test_types_without_a_grammar_are_coloured_by_pygments(
    language: str, source: str, word: str, css: str
) -> None:
    assert grammar(language) is None
    assert coloured(source, language)[word] == css


@pytest.mark.parametrize("language", ["", "text", "no such language", "../etc", "\n"])
def test_an_unknown_language_is_plain(language: str) -> None:
    assert colours(b"if x: pass", language) == []


def test_bytes_are_counted_for_pygments_too() -> None:
    assert coloured("-- ä ö\nSELECT 'é', 2", "sql")["2"] == "mi"


def test_links_nest_in_colours_and_take_theirs() -> None:
    source = b"ab cd"
    links = [CodeLink(0, 2, b" href=x"), CodeLink(4, 5, b" href=y")]
    html = to_html(mark(source, [(0, -2, b"nf"), (3, -5, b"s")], links))
    assert html == "<a class=nf href=x>ab</a> <i class=s>c</i><a href=y>d</a>"


def test_overlapping_ranges_lose_nothing() -> None:
    html = to_html(mark(b"abcdef", [(0, -4, b"k"), (2, -6, b"s")], [CodeLink(1, 3, b" href=x")]))
    assert "".join(part.rpartition(">")[2] for part in html.split("<")) == "abcdef"


def test_a_session_is_coloured_as_one() -> None:
    assert "<i class=gp>&gt;&gt;&gt; </i>" in code_block(">>> 1\n1\n", "")


@pytest.mark.parametrize("cut", [",\n    in inv\n", ", in inv", ""])
def test_a_traceback_cut_short_ends_all_the_same(cut: str) -> None:
    text = f'>>> inv(0)\nTraceback (most recent call last):\n  File "a.py", line 350{cut}'
    assert colours(text.encode(), "pycon") == []
    assert coloured(">>> f(0)\nTraceback (most recent call last):\n  ...\nE: x\n", "pycon")


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("yaml", "".join(" " * level + "a:\n" for level in range(1_500))),
        ("yaml", "- " * 1_500 + "a\n"),
        ("yaml", "".join(" " * level + "a:\n" + " " * level + "- a:\n" for level in range(119))),
        ("restructuredtext", "".join("  " * level + "* a\n\n" for level in range(1_000))),
    ],
)
def test_deep_nesting_ends_neither_the_process_nor_the_page(language: str, source: str) -> None:
    data = source.encode()
    assert all(start < -end <= len(data) for start, end, _ in colours(data, language))
