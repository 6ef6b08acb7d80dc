# ruff: noqa: E501 - files of one line read best in one line
"""Markdown, reStructuredText, HTML, plain text and notebooks."""

from __future__ import annotations

import json

from support.reading import names, read, spans, summary

from mkdocs_repodoc.model.records import FileOutline


def markdown(text: str) -> FileOutline:
    return read("a.md", "markdown", text)


def test_headings_nest_below_the_title() -> None:
    outline = markdown("# Title\n\n## One\n\n### Deep\n\n## Two\ntext\n")
    assert spans(outline) == {
        "Title": (1, 8),
        "One": (3, 5),
        "One > Deep": (5, 5),
        "Two": (7, 8),
    }
    assert [symbol.labels for symbol in outline.symbols][2] == ("level 3",)


def test_underlined_headings_and_attributes() -> None:
    assert names(markdown("Title\n=====\n\nPart `a` {#part}\n------\n")) == ["Title", "Part a"]


def test_what_looks_like_a_heading_in_code_is_none() -> None:
    text = "# Real\n\n```sh\n# no\n```\n\n~~~~\n~~~\n# no\n~~~~\n\n    # no\n#no\n"
    assert names(markdown(text)) == ["Real"]


def test_column_of_a_heading_is_in_bytes() -> None:
    (symbol,) = markdown("## Größe\n").symbols
    assert (symbol.column, symbol.end_column) == (3, 10)


def test_summary_is_the_first_sentence_of_prose() -> None:
    text = "# Name\n\n[![badge](x.svg)](y)\n\n- a list\n  goes on here for long\n\nIt [does](u) things. More.\n"
    assert summary(markdown(text)) == ("It [does](u) things.", 8, "first paragraph")


def test_summary_keeps_the_addresses_of_its_links() -> None:
    text = "# N\n\nA lightweight [WSGI] framework, [see here][docs] and [x].\n\n[wsgi]: https://w.org\n[docs]: <d.md> 'T'\n"
    assert summary(markdown(text))[0] == (
        "A lightweight [WSGI](https://w.org) framework, [see here](d.md) and [x]."
    )


def test_text_below_a_later_heading_is_no_summary() -> None:
    text = "# Notes\n\n## Install\n\nRun the installer first.\n"
    assert summary(markdown(text)) == ("Notes", 1, "first heading")


def test_list_of_versions_has_no_title() -> None:
    assert summary(markdown("## v2\n\n* a\n\n## v1\n\n* b\n"))[0] == ""


def test_front_matter_describes_and_is_no_heading() -> None:
    outline = markdown("---\ntitle: T\ndescription: What it is for.\n---\n# Head\n")
    assert summary(outline) == ("What it is for.", 3, "front matter")
    assert names(outline) == ["Head"]


def test_broken_front_matter_is_said() -> None:
    assert markdown("---\na: [\n---\n# Head\n").diagnostics[0].line == 1


def test_rst_titles_nest_in_the_order_of_their_lines() -> None:
    text = (
        "=====\nTitle\n=====\n\nThe first words here. More.\n\nOne\n---\n\nDeep\n~~~~\n\nTwo\n---\n"
    )
    outline = read("a.rst", "restructuredtext", text)
    assert spans(outline) == {
        "Title": (2, 14),
        "One": (7, 11),
        "One > Deep": (10, 11),
        "Two": (13, 14),
    }
    assert summary(outline) == ("The first words here.", 5, "first paragraph")


def test_references_of_rst_keep_their_addresses_in_a_summary() -> None:
    text = (
        "Works on asyncio_ or `The Trio`_, see `the guide <https://g.example>`_ and elsewhere_, "
        "``x_``, :ref:`b_` and a_b names.\n\n"
        ".. _asyncio: https://docs.example/asyncio\n.. _the trio: https://trio.example\n"
        ".. _elsewhere: other_\n"
    )
    found = summary(read("a.rst", "restructuredtext", text))
    assert found[0] == (
        "Works on `asyncio <https://docs.example/asyncio>`__ or `The Trio <https://trio.example>`__, "
        "see `the guide <https://g.example>`_ and elsewhere, ``x_``, :ref:`b_` and a_b names."
    )


def test_rst_table_is_no_title() -> None:
    text = "Words of a text\n\n====  ====\na     b\n====  ====\n1     2\n====  ====\n"
    assert names(read("a.rst", "restructuredtext", text)) == []


def test_page_has_headings_ids_and_a_description() -> None:
    text = (
        '<!doctype html><title>A page</title>\n<meta name="description" content="All &amp; sundry">\n'
        '<h1 id="top">Hello <b>you</b></h1>\n<!-- <h2>no</h2> -->\n<script src="a.js">"<h2>no</h2>"\n'
        '</script><script>var x = "<h3 id=no>"</script>\n<p id="end">\n'
    )
    outline = read("a.html", "html", text)
    assert names(outline, "heading") == ["Hello you"]
    assert names(outline, "element") == ["top", "end"]
    assert summary(outline) == ("All & sundry", 2, "page description")
    assert [one.module for one in outline.imports] == ["a.js"]


def test_template_has_blocks_and_macros() -> None:
    text = (
        '{# What it shows. #}\n{% extends "base.html" %}\n{%- block body -%}\n<h1>{{ t }}</h1>\n'
        "{% endblock %}\n{% macro row(a, b=1) %}x{% endmacro %}\n"
    )
    outline = read("a.html", "jinja", text)
    assert spans(outline) == {"body": (3, 5), "row": (6, 6)}
    assert outline.symbols[1].signature == "(a, b=1)"
    assert [one.module for one in outline.imports] == ["base.html"]
    assert summary(outline) == ("What it shows.", 1, "leading comment")


def test_plain_text_is_summarised_by_a_sentence_only() -> None:
    assert read("a.txt", "text", "This is the list of all words.\n").summary
    assert not read("a.txt", "text", "alpha beta gamma delta\n").summary


def test_licence_text_is_neither_summary_nor_terms() -> None:
    text = "The MIT License\n\nPermission is hereby granted, free of charge, to any person.\n"
    outline = read("LICENSE.md", "markdown", text)
    assert (outline.licence, outline.summary, outline.terms) == ("MIT", "", ())


def notebook(*cells: tuple[str, str]) -> str:
    made = [
        {"cell_type": kind, "metadata": {}, "source": source.splitlines(keepends=True)}
        for kind, source in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4}, indent=1)


def test_notebook_has_headings_code_and_imports() -> None:
    text = notebook(
        ("markdown", "# Tides\n\nAll about the tides here.\n"),
        ("code", "%matplotlib inline\nimport os\n"),
        ("code", "def rise(a):\n    'Go up.'\n    return os\n"),
    )
    outline = read("a.ipynb", "jupyter", text)
    lines = text.split("\n")
    assert outline.diagnostics == ()
    assert names(outline) == ["Tides", "rise"]
    for symbol in outline.symbols:
        row = lines[symbol.line - 1].encode()
        assert row[symbol.column : symbol.end_column].decode() == symbol.name
    assert [one.module for one in outline.imports] == ["os"]
    assert "import os" in lines[outline.imports[0].line - 1]
    assert outline.summary == "All about the tides here."


def test_broken_notebook_is_said() -> None:
    (problem,) = read("a.ipynb", "jupyter", '{"cells": [\n}').diagnostics
    assert problem.line == 2


def test_code_of_another_language_is_not_read_as_python() -> None:
    text = json.dumps(
        {
            "cells": [{"cell_type": "code", "source": "let x = 1;"}],
            "metadata": {"kernelspec": {"language": "julia"}},
        }
    )
    assert read("a.ipynb", "jupyter", text).diagnostics == ()


def test_paragraph_that_only_announces_is_no_summary() -> None:
    text = "# Quick start\n\nFirst, start by importing it:\n\n```\nimport it\n```\n"

    assert summary(markdown(text)) == ("Quick start", 1, "first heading")


def test_paragraph_may_begin_with_emphasis() -> None:
    text = "# It\n\n*It* is a **very** fine thing.\n\nIts goal is another one.\n"

    assert summary(markdown(text)) == ("*It* is a **very** fine thing.", 3, "first paragraph")
    text = "* one two three four\n\nWords of the text."
    assert summary(markdown(text)) == ("Words of the text.", 3, "first paragraph")
