"""Each rule against its own examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.python_records import record

from mkdocs_repodoc.languages.python.findings import rules
from mkdocs_repodoc.languages.python.findings.rule import PythonRule
from mkdocs_repodoc.languages.python.findings.rule_table import RULES
from mkdocs_repodoc.model.records import Finding

EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def findings(code: str) -> list[Finding]:
    outline = record(code).outline
    assert not outline.diagnostics
    return list(outline.findings)


@EACH
def test_the_example_triggers(rule: PythonRule) -> None:
    found = [finding for finding in findings(rule.example) if finding.rule == rule.id]
    assert found
    assert {finding.area for finding in found} == {rule.area}


@EACH
def test_the_counterexample_does_not_trigger(rule: PythonRule) -> None:
    assert rule.id not in {finding.rule for finding in findings(rule.counterexample)}


@EACH
def test_texts_are_sentences_that_stand_alone(rule: PythonRule) -> None:
    for text in (rule.says, rule.why):
        assert text[0].isupper() or text.startswith("`")
        assert text.endswith(".")
        assert "](" not in text  # relative links would lead nowhere on a page of the site
    assert rule.reference.url.startswith("https://")


def test_files_and_ids_agree() -> None:
    modules = [rule.check.__module__.rpartition(".")[2] for rule in RULES]
    assert modules == [rule.id.replace("-", "_") for rule in RULES]
    assert len(set(modules)) == len(RULES)


def test_every_file_is_registered() -> None:
    folder = Path(rules.__file__).parent
    files = sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    assert [rule.id.replace("-", "_") for rule in RULES] == files
