"""Our own rules for all languages, by the id that their findings carry."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.findings.rules import RULES as PYTHON_RULES
from mkdocs_repodoc.model.rules import Rule

RULES_BY_ID: dict[str, Rule] = {rule.id: rule for rule in PYTHON_RULES}
"""Rules of other programs are not among them; their findings carry an address instead."""
