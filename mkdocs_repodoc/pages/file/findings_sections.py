"""Findings of the analysis as tables: patterns and idioms, performance, security.

Each finding stands with its rule and the line that shows it. Many findings of the same words are
one row with all their lines. The name of a rule leads to what it means.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.model.blocks import Block, Column, Phrase, Prose, Table
from mkdocs_repodoc.model.records import Finding, FindingArea
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.rule_explanations import explanations, rule_link
from mkdocs_repodoc.text.english import count


def design_pattern_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the design patterns found in a file."""
    return _tables(view, _of_area(view, "design"), "Design patterns")


def idiom_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the idioms found in a file."""
    return _tables(view, _of_area(view, "idiom"))


def performance_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the findings on performance."""
    return _tables(view, _of_area(view, "performance"))


def security_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the findings on security."""
    return _tables(view, _of_area(view, "security"))


def _of_area(view: FileView, area: FindingArea) -> Iterable[Finding]:
    return (finding for finding in shown_findings(view.file) if finding.area == area)


def _tables(view: FileView, findings: Iterable[Finding], caption: str = "") -> tuple[Block, ...]:
    ordered = sorted(findings, key=lambda finding: finding.line)
    rules: dict[str, dict[str, list[Finding]]] = {}
    for finding in ordered:
        rules.setdefault(finding.rule, {}).setdefault(finding.message, []).append(finding)
    rows: list[tuple[Phrase, ...]] = []
    for messages in rules.values():
        same = list(messages.values())
        rows += [_row(view, findings) for findings in same[: caps.FINDING_ROWS_PER_RULE]]
        if rest := [
            finding for findings in same[caps.FINDING_ROWS_PER_RULE :] for finding in findings
        ]:
            name = rule_link(rest[0], view.uri)
            rows.append(((name,), (count(len(rest), "more place"),), _places(view, rest)))
    if not rows:
        return ()
    columns = (Column("Rule"), Column("Finding"), Column("Where"))
    return (Table(columns, tuple(rows), caption), *explanations(ordered))


def _row(view: FileView, findings: list[Finding]) -> tuple[Phrase, ...]:
    message = Prose(findings[0].message, "markdown", view.path, inline=True)
    return ((rule_link(findings[0], view.uri),), (message,), _places(view, findings))


def _places(view: FileView, findings: list[Finding]) -> Phrase:
    """The symbol and line of a finding; of several only the lines."""
    if len(findings) == 1:
        only = findings[0]
        line = view.line(only.line, only.end_line)
        position = view.tree.by_name.get(only.symbol)
        return (line,) if position is None else (view.symbol(position), ", ", line)
    lines = list(dict.fromkeys(finding.line for finding in findings))
    shown = [view.line(line, text=str(line)) for line in lines[: caps.FINDING_LINES]]
    return ("lines ", *capped(shown, len(lines) - len(shown)))
