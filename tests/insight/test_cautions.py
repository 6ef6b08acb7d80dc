"""Cautions in comments."""

from __future__ import annotations

from mkdocs_repodoc.insight.changing.cautions import cautions_in
from mkdocs_repodoc.languages.registry import language_named


def cautions(code: str, language: str = "python") -> list[tuple[int, str]]:
    found = cautions_in(code.split("\n"), language_named(language).comments)
    return [(each.line, each.said) for each in found]


def test_sentences_that_warn_are_found_whole() -> None:
    code = """
# Grinds all of it. The stones must not
# turn before the sack is open.
grind()
    # Short, but never mind.
    # A comment that says what the next lines do.
weigh()
sift()  # this must not be read, it stands behind code
"""
    assert cautions(code) == [(2, "The stones must not turn before the sack is open.")]


def test_the_heaviest_words_weigh_most() -> None:
    syntax = language_named("rust").comments
    lines = ["// It is sorted so that the first wins.", "", "// It must come first, or it hangs."]
    light, heavy = cautions_in(lines, syntax)
    assert light.weight < heavy.weight


def test_what_is_done_for_speed_or_in_place_is_to_be_minded() -> None:
    syntax = language_named("go").comments
    lines = ["// It does not call update for speed.", "", "// Cancel it before mutating in-place."]
    assert [each.weight for each in cautions_in(lines, syntax)] == [5, 4]


def test_what_is_no_comment_for_readers_is_passed_over() -> None:
    assert cautions("/// The caller must not turn the stone twice.\nfn turn() {}", "rust") == []
    assert cautions("// TODO: this must not stay as it is here\nturn();", "rust") == []
    assert cautions("// must_not(turn);\n// turn(&stone);\nturn();", "rust") == []
    assert cautions('TEXT = """\n# You must never do that at home.\n"""\n') == []
    assert cautions("# It must not be turned there (ex. Here it hangs).\nturn()") == []
    licence = "# This licence must not be removed, whatever happens to it.\n" * 20
    assert cautions(licence) == []
