from __future__ import annotations

import time

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.text.terms import MOST_TERMS, count_terms


def terms(text: str, language: str = "") -> dict[str, tuple[int, tuple[int, ...]]]:
    found = count_terms([(text, 1)], language_named(language).keywords)
    return {term.text: (term.count, term.lines) for term in found}


def test_identifiers_are_split_at_case_and_underscore() -> None:
    assert terms("parse_url UrlParser\nHTTPServer") == {
        "url": (2, (1,)),
        "parse": (1, (1,)),
        "parser": (1, (1,)),
        "server": (1, (2,)),
    }


def test_lines_start_where_the_text_does() -> None:
    (term,) = count_terms([("harbour", 7), ("\nharbour", 20)])
    assert (term.count, term.lines) == (2, (7, 21))


def test_a_term_twice_on_a_line_has_one_line() -> None:
    lines = "\n".join(["gauge gauge"] * 7)
    (term,) = count_terms([(lines, 1)])
    assert (term.count, term.line_count, term.lines) == (14, 7, (1, 2, 3, 4, 5))


def test_plural_counts_with_its_singular_where_both_occur() -> None:
    assert terms("gauge gauges\ngauges buses") == {"gauge": (3, (1, 2)), "buses": (1, (2,))}


def test_keywords_of_the_language_and_small_words_do_not_count() -> None:
    assert terms("def the lambda harbour", "python") == {"harbour": (1, (1,))}
    assert "lambda" in terms("lambda")


def test_other_scripts_are_words() -> None:
    assert set(terms("größe Straße 日本語")) == {"größe", "straße", "日本語"}


def test_blobs_and_minified_lines_are_no_words() -> None:
    blob = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    assert terms(blob + "\n" + "word " * 2_000) == {}


def test_only_the_most_frequent_are_kept_in_a_stable_order() -> None:
    text = " ".join(f"{chr(97 + a)}{chr(97 + b)}zzq" for a in range(26) for b in range(4))
    found = count_terms([("often often", 3), (text, 5)])
    assert len(found) == MOST_TERMS
    assert found[0].text == "often"
    assert [term.text for term in found[1:]] == sorted(term.text for term in found[1:])


def test_time_is_linear() -> None:
    start = time.process_time()
    count_terms([("harbour_wall gaugeReading\n" * 20_000, 1)])
    once = time.process_time() - start
    start = time.process_time()
    count_terms([("harbour_wall gaugeReading\n" * 80_000, 1)])
    assert time.process_time() - start < 16 * once + 0.5


def test_words_of_docstrings_and_of_every_list_are_no_terms() -> None:
    (term,) = count_terms(
        [("Returns tides, appended: tides.append(x).strip()", 1)], language_named("python").keywords
    )[:1]
    found = {
        each.text
        for each in count_terms(
            [("returns raises append strip tide", 1)], language_named("python").keywords
        )
    }

    assert term.text == "tides"
    assert found == {"tide"}
