"""Patterns of gitignore files match what they always did, at a cost that is linear in the path."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from mkdocs_repodoc.sources.path_patterns import path_patterns

SIGNS = ["a", "b", "c", "*", "?", "[ab]", "**", "/", "**/", "/**/", "a*b", "\\*", "."]


@given(
    st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9).map("".join),
    st.lists(st.text("abc.*", min_size=1, max_size=4), min_size=1, max_size=5).map("/".join),
    st.sampled_from(["", "/"]),
)
def test_a_pattern_matches_as_before(pattern: str, path: str, end: str) -> None:
    try:
        before = GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return
    now = path_patterns([pattern])
    assert now.check_file(path + end).include == before.check_file(path + end).include


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 60 + "b", "a" * 250),
        ("*?" * 60 + "b", "a" * 250),
        ("*[!b]" * 60 + "b", "a" * 250),
        ("**/a/" * 40 + "b", "a/" * 90 + "c"),
        ("**/*a*a*/" * 40 + "b", "aaaaaaaa/" * 90 + "c"),
        ("x/" + "**/[a]/" * 40 + "b", "x/" + "a/" * 90 + "c"),
    ],
)
def test_many_stars_cost_no_more_than_few(pattern: str, path: str) -> None:
    start = time.process_time()
    assert not path_patterns([pattern]).match_file(path)
    assert time.process_time() - start < 1


def test_characters_that_are_not_meant_exclude_the_slash_as_in_git() -> None:
    assert path_patterns(["a[!b]c"]).match_file("adc")
    assert not path_patterns(["a[!b]c"]).match_file("a/c")
    assert path_patterns(["a[x^]c"]).match_file("a^c")


@pytest.mark.parametrize(
    ("pattern", "met", "other"),
    [
        ("[[:alpha:]]*", "made", "1ade"),
        ("[![:digit:]_]x", "bx", "1x"),
        ("x[[:upper:][:digit:]]", "xA", "xa"),
        ("x[[a]", "x[", "xb"),
        (r"\[[:alpha:]]", "[a]", "b]"),
    ],
)
def test_classes_are_what_git_knows_and_nothing_is_warned_of(
    pattern: str, met: str, other: str, recwarn: pytest.WarningsRecorder
) -> None:
    spec = path_patterns([pattern])
    assert [spec.match_file(each) for each in (met, other)] == [True, False]
    assert recwarn.list == []
