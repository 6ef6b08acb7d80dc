"""Names of rules lead to an explanation."""

from __future__ import annotations

import pytest
from made_repository import made_context, made_file, made_repository
from page_text import file_body, section

from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.model.blocks import Block, Code, Definitions, PageLink, Table
from mkdocs_repodoc.model.records import Finding, FindingArea
from mkdocs_repodoc.model.rules import Rule
from mkdocs_repodoc.pages.parts.behaviour import registration_lists

SECTIONS: dict[FindingArea, str] = {
    "design": "Architecture & Design",
    "idiom": "Code Patterns & Idioms",
    "performance": "Performance Considerations",
    "security": "Security & Safety",
}


def blocks(*findings: Finding, title: str) -> tuple[Block, ...]:
    context = made_context(made_repository([made_file("a.py", findings=findings)]))
    return section(file_body(context, "a.py"), title)


@pytest.mark.parametrize("rule", rules_by_id().values(), ids=lambda rule: rule.id)
def test_a_finding_leads_to_its_rule_in_the_section_of_its_area(rule: Rule) -> None:
    found = Finding(rule.area, rule.id, 1, 1, "Something.")
    table, explained = blocks(found, title=SECTIONS[rule.area])
    assert isinstance(table, Table)
    assert isinstance(explained, Definitions)
    (link,) = table.rows[0][0]
    (entry,) = explained.entries
    assert isinstance(link, PageLink)
    assert (link.text, link.uri, link.anchor) == (rule.id, "repo/a.py_docs.md", entry.anchor)
    assert entry.sample is not None
    assert entry.sample.text == rule.example
    assert "".join(part if isinstance(part, str) else part.text for part in entry.term) == (
        rule.name.replace("`", "")
    )


def test_a_rule_that_pages_ask_for_exists() -> None:
    assert registration_lists._REGISTRY in rules_by_id()


def test_a_rule_is_explained_once_and_rules_of_others_are_not() -> None:
    findings = [
        Finding("performance", "slots", 1, 1, "One."),
        Finding("performance", "slots", 5, 5, "Two."),
        Finding("performance", "ASYNC251", 7, 7, "Three.", url="https://rules/blocking-sleep/"),
        Finding("performance", "worker-pool", 3, 3, "Four."),
    ]
    table, explained = blocks(*findings, title="Performance Considerations")
    assert isinstance(explained, Definitions)
    assert explained.title == "2 rules explained"
    assert [entry.anchor for entry in explained.entries] == ["rule-slots", "rule-worker-pool"]
    assert isinstance(table, Table)


def test_code_in_an_explanation_is_code() -> None:
    found = Finding("performance", "slots", 1, 1, "One.")
    _, explained = blocks(found, title="Performance Considerations")
    assert isinstance(explained, Definitions)
    assert explained.title == "This rule explained"
    assert explained.entries[0].paragraphs[0] == (
        "A class defines ",
        Code("__slots__"),
        ", or its decorator is called with ",
        Code("slots=True"),
        ". The classes of a file are one finding.",
    )


def test_an_unknown_rule_is_a_bare_name() -> None:
    (table,) = blocks(Finding("security", "X1", 1, 1, "One."), title="Security & Safety")
    assert isinstance(table, Table)
    assert table.rows[0][0] == (Code("X1"),)
