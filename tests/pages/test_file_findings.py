"""Findings as tables."""

from __future__ import annotations

import pytest
from made_repository import made_context, made_file, made_repository
from page_text import file_body, section, table

from mkdocs_repodoc.model.blocks import Table, WebLink
from mkdocs_repodoc.model.records import Finding
from mkdocs_repodoc.model.repository import Role


def security(*findings: Finding) -> list[list[str]]:
    context = made_context(made_repository([made_file("a.py", findings=findings)]))
    return table(section(file_body(context, "a.py"), "Security & Safety"))[1:]


def test_a_finding_has_rule_words_and_line() -> None:
    found = Finding("security", "S301", 4, 6, "`pickle.load` can run code.", url="https://rule")
    assert security(found) == [["S301", "`pickle.load` can run code.", "lines 4-6"]]


def test_a_rule_is_linked_to_its_documentation() -> None:
    found = Finding("security", "S301", 4, 4, "Bad.", url="https://rules/some-name")
    context = made_context(made_repository([made_file("a.py", findings=(found,))]))
    (block,) = section(file_body(context, "a.py"), "Security & Safety")
    assert isinstance(block, Table)
    assert block.rows[0][0] == (WebLink("S301", "https://rules/some-name", title="some-name"),)


def test_the_same_words_are_said_once() -> None:
    found = [Finding("security", "S101", line, line, "Assert.") for line in (3, 1, 2)]
    assert security(*found) == [["S101", "Assert.", "lines 1, 2, 3"]]


def test_many_places_of_a_rule_are_cut_but_counted() -> None:
    found = [Finding("security", "S101", n, n, f"Assert {n}.") for n in range(1, 31)]
    rows = security(*found)
    assert len(rows) == 9
    assert rows[-1][1] == "22 more places"
    assert rows[-1][2].endswith("20 and 10 more")


def test_areas_do_not_mix() -> None:
    assert security(Finding("performance", "worker-pool", 1, 1, "A pool.")) == []


@pytest.mark.parametrize("role", ["test", "test support", "data"])
def test_scaffolding_and_data_have_no_findings(role: Role) -> None:
    found = Finding("security", "S301", 1, 1, "Bad.")
    made = made_file("a.py", findings=(found,), role=role)
    assert (
        section(file_body(made_context(made_repository([made])), "a.py"), "Security & Safety") == ()
    )
