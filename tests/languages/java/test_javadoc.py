"""Javadoc's HTML and tags as Markdown."""

from __future__ import annotations

import time

import pytest

from mkdocs_repodoc.languages.java.javadoc import comment_markdown
from mkdocs_repodoc.languages.treesitter.comments.doc_comments import parse_documentation


def markdown(text: str) -> str:
    return comment_markdown("/**\n" + "\n".join(f" * {row}" for row in text.split("\n")) + "\n */")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One.\n<p>Two\n   three.</p>", "One.\n\nTwo\nthree."),
        ("a<br>b", "a\\\nb"),
        ("<b>Note</b> <em>well</em>", "**Note** *well*"),
        ("a &lt; b &mdash; c&nbsp;&#42;", "a &lt; b — c \\*"),
        ("2<sup>31</sup>", "2^31"),
        ("a List<String> of", "a List&lt;String> of"),
        ("<code>a &lt; {b}</code>", "`a < {b}`"),
        ("{@code Map<K, {V}>} and {@code `}", "`Map<K, {V}>` and `` ` ``"),
        ("{@literal <b> *}", "\\<b> \\*"),
        ('<a href="https://x.org/a?b=1&amp;c">here</a>', "[here](https://x.org/a?b=1&c)"),
        ("<a name=top>here</a>", "here"),
        ("{@inheritDoc}", ""),
        ("{@code unclosed", "{@code unclosed"),
        ("<!-- hidden --> shown", "shown"),
    ],
)
def test_elements_and_inline_tags(written: str, expected: str) -> None:
    assert markdown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{@link Foo}", "`Foo`"),
        ("{@link #bar(int)}", "[`bar(int)`][`#bar(int)`]"),
        ("{@link java.util.List}", "[`List`][`java.util.List`]"),
        ("{@link Foo#bar the bar}", "[the bar][`Foo#bar`]"),
        ("{@linkplain\n  Foo\n  a foo}", "[a foo][`Foo`]"),
        ("{@link Foo#bar(int[])}", "[`Foo.bar(int...)`][`Foo#bar(int...)`]"),
        ("<code>{@link Foo}</code>", "`Foo`"),
    ],
)
def test_links_carry_what_they_mean(written: str, expected: str) -> None:
    assert markdown(written) == expected


def test_lists_and_tables_are_lists() -> None:
    text = "Kinds:\n<ul>\n<li>one\n  more\n<li>two <ol><li>x</li></ol>\n</ul>\nEnd."
    assert markdown(text) == "Kinds:\n\n- one more\n- two\n  1. x\n\nEnd."
    table = "<table><tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr></table>"
    assert markdown(table) == "- a – b\n\n- 1 – 2"


def test_code_keeps_its_lines_and_annotations() -> None:
    text = "Use:\n<pre>{@code\n  @Override\n  int x;\n}</pre>\nthen\n<pre>\n a &lt; b\n</pre>"
    expected = "Use:\n\n```java\n@Override\nint x;\n```\n\nthen\n\n```java\na < b\n```"
    assert markdown(text) == expected


def test_code_in_an_item_stays_in_it() -> None:
    text = "<ul><li>do\n<pre>\nx();\n</pre>\n</ul>"
    assert markdown(text) == "- do\n\n   ```java\n   x();\n   ```"


def test_block_tags_are_fields_however_many_paragraphs_they_have() -> None:
    found = parse_documentation(
        markdown(
            "Makes.\n\n@param <T> the <i>type</i>\n  goes on\n\n  <p>and on\n@param x {@code x}\n"
            "@return the <code>result</code>\n@throws IllegalStateException if bad\n"
            "@see Foo#bar(int) its label\n@implNote slow"
        )
    )
    text, parameters, returns, raises = found.sections
    assert found.summary == "Makes."
    assert text.text == (
        "Makes.\n\n**See:** [its label][`Foo#bar(int)`]\n\n**Implementation note:** slow"
    )
    assert [(each.name, each.description) for each in parameters.fields] == [
        ("<T>", "the *type* goes on and on"),
        ("x", "`x`"),
    ]
    assert returns.fields[0].description == "the `result`"
    assert (raises.fields[0].annotation, raises.fields[0].description) == (
        "IllegalStateException",
        "if bad",
    )


def test_comments_in_markdown_stay_as_they_are() -> None:
    assert comment_markdown("/// See [Foo#bar] and <b>x</b>.") == "See [Foo#bar] and <b>x</b>."


@pytest.mark.parametrize("part", ["{@code ", "<pre>", "<code>", "<a href=", "<ul><li>", "{@link <"])
def test_hostile_comments_cost_what_they_are_long(part: str) -> None:
    started = time.process_time()
    markdown(part * 20_000)
    assert time.process_time() - started < 3
