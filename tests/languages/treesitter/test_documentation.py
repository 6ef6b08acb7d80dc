"""Documentation comments in the marks of each language's tools."""

from __future__ import annotations

import time

import pytest
from support.outlines import outline_of

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment
from mkdocs_repodoc.languages.treesitter.comments.doc_comments import parse_documentation
from mkdocs_repodoc.languages.treesitter.comments.xml_documentation import parse_xml
from mkdocs_repodoc.model.records import DocField, DocSection
from mkdocs_repodoc.text.source_text import SourceText


@pytest.mark.parametrize(
    "comment",
    [
        "/** One.\n *\n *  Two.\n */",
        "/*!\n * One.\n *\n *  Two.\n */",
        "/// One.\n///\n///  Two.",
        "//! One.\n//!\n//!  Two.",
        "// One.\n//\n//  Two.",
        "# One.\n#\n#  Two.",
        "/********\n * One.\n *\n *  Two.\n ********/",
        "// ------------\n// One.\n//\n//  Two.\n// ------------",
    ],
)
def test_delimiters_and_margins_go(comment: str) -> None:
    rows = [row.strip() for row in strip_comment(comment).strip().split("\n")]
    assert rows == ["One.", "", "Two."]


def test_a_list_in_a_comment_keeps_its_marks() -> None:
    assert strip_comment("/**\n * - one\n *   two\n * * three\n */") == "- one\n  two\n* three"


def test_stars_and_dashes_within_a_line_of_a_comment_stay() -> None:
    assert strip_comment("/* Returns\n   a * b -- c. */") == "Returns\na * b -- c."


def test_doxygen() -> None:
    text = "\\brief Finds it. Really.\n\nMore, see \\ref Other.\n"
    text += "\\param[in] x what to find,\n       and where\n@tparam T its type\n"
    text += "\\return where it is\n\\throws Error if it is nowhere\n\\note Slow.\n"
    found = parse_documentation(text)
    assert found.summary == "Finds it."
    assert found.sections[0].text.startswith("Finds it. Really.")
    assert "`Other`" in found.sections[0].text
    assert "**Note:** Slow." in found.sections[0].text
    assert found.sections[1:] == (
        DocSection(
            "parameters",
            fields=(
                DocField("x", "", "what to find, and where"),
                DocField("T", "", "its type"),
            ),
        ),
        DocSection("returns", fields=(DocField("", "", "where it is"),)),
        DocSection("raises", fields=(DocField("", "Error", "if it is nowhere"),)),
    )


def test_jsdoc() -> None:
    text = "Sends {@link Batch one}.\n@param {Array<{a: 1}>} batch - what\n"
    text += '@param {string} [name="x"] its name\n@returns {Promise<void>} when done'
    found = parse_documentation(text)
    assert found.sections[1].fields == (
        DocField("batch", "Array<{a: 1}>", "what"),
        DocField("name", "string", "its name", '"x"'),
    )
    assert found.sections[2].fields == (DocField("", "Promise<void>", "when done"),)


def test_yard() -> None:
    found = parse_documentation("Makes one.\n@param name [String] what\n@return [Buoy] a buoy")
    assert found.sections[1].fields == (DocField("name", "String", "what"),)
    assert found.sections[2].fields == (DocField("", "Buoy", "a buoy"),)


def test_rustdoc() -> None:
    text = "Makes one.\n\n# Arguments\n\n* `a` - the first\n* `b` - the\n  second\n\n"
    text += "# Errors\n\nNever.\n\n# Examples\n\n```\n# use hidden;\nmake(1, 2);\n```"
    found = parse_documentation(text)
    assert [section.kind for section in found.sections] == ["text", "parameters", "examples"]
    assert found.sections[0].text == "Makes one.\n\n# Errors\n\nNever."
    assert found.sections[1].fields == (DocField("a", "", "the first"),
                                        DocField("b", "", "the second"))  # fmt: skip
    assert "# use hidden;" in found.sections[2].text


def test_csharp_elements_need_not_be_well_formed() -> None:
    text = '<summary>\nHolds <see cref="T:A.B"/>s &amp; <c>x</c>.\n<param name="n">how many'
    found = parse_documentation(text)
    assert found.summary.startswith("Holds `A.B`s & `x`.")


def test_a_tag_inside_a_code_block_is_code() -> None:
    found = parse_documentation("Text.\n\n```java\n@Override\n@param x\n```\n")
    assert found.sections == (
        DocSection("text", text="Text.\n\n```java\n@Override\n@param x\n```"),
    )


def test_nothing_makes_no_sections() -> None:
    assert parse_documentation("").sections == ()
    assert parse_documentation("").summary == ""


def test_tags_that_sort_a_page_are_no_text() -> None:
    text = "Compiles source files.\n@group None\n\n@module"
    assert parse_documentation(text).summary == "Compiles source files."


def test_a_summary_goes_before_what_stands_above_it() -> None:
    text = "- Takes a list\n- Sets a path\n@public\n@summary The main\nentry point.\n\nMore of it."
    found = parse_documentation(text)
    assert found.summary == "The main entry point."
    assert found.sections[0].text.split("\n\n") == [
        "The main\nentry point.",
        "- Takes a list\n- Sets a path\nMore of it.",
    ]


def test_a_tag_alone_is_no_text() -> None:
    found = parse_documentation(
        "@abstract\n@description\nAll reporters inherit from it.\n@chainable"
    )
    assert found.summary == "All reporters inherit from it."
    assert found.tags >= {"abstract", "chainable"}
    assert parse_documentation("@extends {Base}").summary == ""
    assert parse_documentation("@unknown thing").summary == "@unknown thing"


def test_a_note_without_a_word_of_its_own_is_no_summary() -> None:
    alone = parse_documentation("@deprecated")
    assert alone.summary == ""
    assert alone.sections[0].text == "**Deprecated.**"
    assert parse_documentation("Opens it.\n@deprecated\n").sections[0].text == (
        "Opens it.\n\n**Deprecated.**"
    )
    assert parse_documentation("@deprecated Use `b`.").summary == "**Deprecated:** Use `b`."


@pytest.mark.parametrize(("language", "expected"), [("java", "Takes money."), ("c++", "")])
def test_an_empty_line_parts_documentation_only_where_tools_say_so(
    language: str, expected: str
) -> None:
    code = "/** Takes money. */\n\nclass Till {};\n\n// Aside.\n\nclass Lid {};\n"
    symbols = outline_of("a", SourceText(code, "utf-8"), language).outline.symbols
    assert [symbol.summary for symbol in symbols] == [expected, ""]


@pytest.mark.parametrize(
    "part",
    [
        *("<summary ", "<summary>", "<see ", "<see a>", "<c>", "<code>", "<item>", "<para "),
        *("<summary><see>", "<summary> <c>x ", "x  \t   ", "<see a <see ", "<code>  </c"),
    ],
)
def test_time_for_xml_is_linear(part: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        parse_documentation(f"<summary>{part * times}</summary><remarks>{part * times}")
        return time.process_time() - start

    once = seconds(2_000)
    assert seconds(8_000) < 10 * once + 0.5


def test_xml_that_is_whole_is_read_beside_what_is_not() -> None:
    text = (
        "<summary>Adds <see cref='T:Shop.Item'/> to <see cref='Cart'>the cart</see>. <see x\n"
        "<c>a</c> and <c>b</summary>\n<example>First   \n  <code lang='cs'>\nAdd();\n  </code>"
        "<list><item><description>One</description></item><item>Two</item></list></example>"
    )
    prose, example = parse_xml(text)
    assert prose.text == "Adds `Shop.Item` to the cart. <see x\n`a` and <c>b"
    assert example.text == "First\n\n```\nAdd();\n```\n- One- Two"


@pytest.mark.parametrize("start", ["{@link ", "{@link a|", "{@link" + " " * 20])
def test_a_comment_of_beginnings_is_read_once(start: str) -> None:
    """Reading each of them to the end of the comment would take minutes."""
    found = parse_documentation(f"See {start * 20_000} {{@link Buoy|the buoy}}")
    assert "`Buoy`" in str(found)


def test_a_word_above_a_row_of_fields_is_a_heading_of_all_of_them() -> None:
    code = (
        "package mill\n\ntype Mill struct {\n\t// Flags\n\tDir string\n\tForce bool\n\n"
        "\t// I/O\n\tIn  int\n\tOut int\n\n\t// Speed of it\n\tSpeed int\n\tTurns int\n\n"
        "\t// Stones\n\tStones int\n\tSacks int\n}\n"
    )
    record = outline_of("mill.go", SourceText(code, "utf-8"), "go")
    said = {each.name: each.summary for each in record.outline.symbols}
    assert said["Mill.Dir"] == ""
    assert said["Mill.In"] == ""
    assert said["Mill.Speed"] == "Speed of it"
    assert said["Mill.Stones"] == "Stones"


def test_what_is_returned_goes_on_in_the_sentence() -> None:
    assert parse_documentation("@returns The colours then.").summary == "Returns the colours then."
    assert parse_documentation("@returns HTML of it.").summary == "Returns HTML of it."
