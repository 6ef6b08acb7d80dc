"""Findings by our own rules, from what a pass over the syntax tree collected."""

from __future__ import annotations

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.languages.rule_catalogue import rules_of
from mkdocs_repodoc.model.records import Finding


@derived
def python_rules() -> tuple[PythonRule, ...]:
    """Return all rules for the syntax tree of a file, those of extensions included."""
    return tuple(rules_of("python", PythonRule))


@derived
def call_names() -> frozenset[str]:
    """Return the last names of the functions whose calls some rule reads."""
    return frozenset[str]().union(*(rule.called for rule in python_rules()))


def find(facts: ModuleFacts) -> tuple[Finding, ...]:
    """Return what all rules find in a module, in source order; of each rule one a line."""
    found: dict[tuple[str, int], Finding] = {}
    for rule in python_rules():
        for match in rule.check(facts):
            found.setdefault((rule.id, match.node.lineno), _finding(rule, match))
    return tuple(sorted(found.values(), key=lambda finding: (finding.line, finding.rule)))


def _finding(rule: PythonRule, match: Match) -> Finding:
    line = match.node.lineno
    return Finding(rule.area, rule.id, line, line, match.message, match.symbol)
