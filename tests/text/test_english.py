from __future__ import annotations

import pytest

from mkdocs_repodoc.text.english import (
    and_more,
    count,
    enumeration,
    one_line,
    plural_of,
    shortened,
    with_article,
    with_rest,
)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("class", "classes"),
        ("property", "properties"),
        ("key", "keys"),
        ("type alias", "type aliases"),
        ("method", "methods"),
    ],
)
def test_plurals_are_spelled_right(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural
    assert count(1, noun) == f"1 {noun}"
    assert count(1200, noun) == f"1,200 {plural}"


def test_a_long_text_is_cut_between_words() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("one two three four", 12) == "one two…"
    assert len(shortened("x" * 50, 12)) <= 12
    assert shortened("one two three", 8) == "one two…"


def test_a_text_is_not_cut_where_it_would_be_mostly_gone() -> None:
    assert shortened("a " + "x" * 50, 12) == "a xxxxxxxxx…"


def test_white_space_is_one_blank() -> None:
    assert one_line(" a\n\t b ") == "a b"


def test_an_enumeration_of_words() -> None:
    assert enumeration([]) == ""
    assert enumeration(["a"]) == "a"
    assert enumeration(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("noun", "said"), [("class", "a class"), ("interface", "an interface"), ("union", "a union")]
)
def test_articles_go_by_the_first_letter(noun: str, said: str) -> None:
    assert with_article(noun) == said


def test_a_list_that_is_cut_says_how_much_is_left() -> None:
    assert and_more(0) == and_more(-2, "file") == ""
    assert and_more(1200) == "and 1,200 more"
    assert and_more(1, "class") == "and 1 more class"
    assert and_more(3, "class") == "and 3 more classes"
    assert with_rest("a, b", 0) == "a, b"
    assert with_rest("a, b", 2, "file") == "a, b and 2 more files"
