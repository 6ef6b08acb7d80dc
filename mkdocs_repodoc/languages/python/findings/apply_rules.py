"""Findings by our own rules, from what a pass over the syntax tree collected."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.languages.python.findings.rule_table import RULES
from mkdocs_repodoc.model.records import Finding

CALL_NAMES = frozenset[str]().union(*(rule.called for rule in RULES))
"""Last names of the functions whose calls some rule reads."""


def find(facts: ModuleFacts) -> tuple[Finding, ...]:
    """Return what all rules find in a module, in source order; of each rule one a line."""
    found: dict[tuple[str, int], Finding] = {}
    for rule in RULES:
        for match in rule.check(facts):
            found.setdefault((rule.id, match.node.lineno), _finding(rule, match))
    return tuple(sorted(found.values(), key=lambda finding: (finding.line, finding.rule)))


def _finding(rule: PythonRule, match: Match) -> Finding:
    line = match.node.lineno
    return Finding(rule.area, rule.id, line, line, match.message, match.symbol)
