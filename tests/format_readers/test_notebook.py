"""Notebooks: cells, definitions, imports."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from mkdocs_repodoc.analysis.analyse import AnalysisOptions, analyse
from mkdocs_repodoc.model.records import FileRecord


def notebook(*cells: tuple[str, str], language: str = "python") -> FileRecord:
    document: dict[str, Any] = {
        "cells": [
            {"cell_type": kind, "metadata": {}, "outputs": [{"text": "noise"}], "source": text}
            for kind, text in cells
        ],
        "metadata": {"kernelspec": {"language": language}},
        "nbformat": 4,
    }
    data = json.dumps(document, indent=1).encode()
    return analyse("a.ipynb", "jupyter", data, AnalysisOptions())


def test_cells_in_their_order_without_outputs() -> None:
    record = notebook(("markdown", "# Tides\n\nText."), ("code", "import sea\nsea.rise()"))
    assert [(cell.language, cell.text) for cell in record.detail.cells] == [
        ("markdown", "# Tides\n\nText."),
        ("python", "import sea\nsea.rise()"),
    ]
    first, second = record.detail.cells
    assert 0 < first.line < second.line


def test_imports_and_definitions_over_all_cells() -> None:
    record = notebook(("code", "import sea"), ("code", "%matplotlib inline\ndef rise(x): ...\n"))
    assert [one.module for one in record.outline.imports] == ["sea"]
    assert [one.name for one in record.outline.symbols] == ["rise"]


def test_a_cell_in_another_language() -> None:
    record = notebook(("code", "%%bash\nls"), ("code", "%%mystery\nx"), ("raw", "as it is"))
    assert [cell.language for cell in record.detail.cells] == ["bash", "text", "text"]
    assert record.outline.symbols == ()


def test_a_notebook_of_another_language_defines_nothing_here() -> None:
    record = notebook(("code", "f <- function(x) x"), language="R")
    assert [cell.language for cell in record.detail.cells] == ["r"]
    assert record.outline.symbols == ()


def test_empty_cells_are_left_out_and_too_many_are_said() -> None:
    assert notebook(("code", " \n")).detail.cells == ()
    record = notebook(*[("code", "x = 1")] * 600)
    assert len(record.detail.cells) == 501
    assert any("long" in one.message for one in record.outline.diagnostics)


def test_what_is_no_notebook() -> None:
    for data in (b"[]", b"{}", b'{"cells": 3}', b'{"cells": [{}]}', b"no"):
        assert analyse("a.ipynb", "jupyter", data, AnalysisOptions()).detail.cells == ()


def test_half_a_character_in_a_cell_is_a_question_mark() -> None:
    record = notebook(("markdown", "# Tide \ud800"), ("code", "low = '\udc00'"))
    assert msgspec.msgpack.encode(record)
    assert record.detail.cells[0].text == "# Tide ?"


def test_notebook_with_an_endless_number_is_said() -> None:
    data = b'{"nbformat": %s, "cells": []}' % (b"4" * 5_000)
    (problem,) = analyse("a.ipynb", "jupyter", data, AnalysisOptions()).outline.diagnostics
    assert "too many digits" in problem.message
