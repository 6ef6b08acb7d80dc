"""The book's chapters on performance and security: what the syntax trees show, by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Inline,
    Paragraph,
    Phrase,
    Prose,
    Table,
)
from mkdocs_repodoc.model.records import Finding, FindingArea
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.rule_explanations import explanations, rule_link
from mkdocs_repodoc.text.english import count


def performance(context: PageContext) -> tuple[Block, ...]:
    """Return the performance findings in the source, grouped by rule."""
    return _chapter(context, "performance")


def security(context: PageContext) -> tuple[Block, ...]:
    """Return the security findings in the source, grouped by rule."""
    return _chapter(context, "security")


@dataclass
class _Rule:
    first: Finding
    path: str
    number: int = 0
    files: set[str] = field(default_factory=set)
    places: list[tuple[str, int]] = field(default_factory=list)


def _chapter(context: PageContext, area: FindingArea) -> tuple[Block, ...]:
    rules: dict[str, _Rule] = {}
    elsewhere = 0
    for path, file in context.repository.files.items():
        for finding in file.outline.findings:
            if finding.area != area:
                continue
            if file.role not in CODE_ROLES:
                elsewhere += 1
                continue
            rule = rules.setdefault(finding.rule, _Rule(finding, path))
            rule.number += 1
            rule.files.add(path)
            if len(rule.places) < caps.BOOK_FINDING_FILES and all(
                path != other for other, _ in rule.places
            ):
                rule.places.append((path, finding.line))
    if not rules:
        return ()
    ordered = sorted(rules.values(), key=lambda rule: (-rule.number, rule.first.rule))
    total = sum(rule.number for rule in ordered)
    said = f"{count(total, 'place')} in the source, by {count(len(ordered), 'rule')}"
    if elsewhere:
        said += f"; {elsewhere:,} more in tests and examples"
    shown = ordered[: caps.BOOK_RULES]
    return (
        Paragraph((f"{said}.",)),
        _table(context, shown),
        *explanations(rule.first for rule in shown),
    )


def _table(context: PageContext, rules: Sequence[_Rule]) -> Table:
    columns = (
        Column("Rule"),
        Column("What was found first"),
        Column("Places", numeric=True),
        Column("Where"),
    )
    return Table(columns, tuple(_row(context, rule) for rule in rules))


def _row(context: PageContext, rule: _Rule) -> tuple[Phrase, ...]:
    first = rule.first
    name = rule_link(first, context.plan.uri("book", ""))
    places: list[Inline] = [
        page_links.to_line(context, path, line, text=f"{path}:{line}") for path, line in rule.places
    ]
    where = capped(places, len(rule.files) - len(rule.places), "file")
    message = Prose(first.message, "markdown", rule.path, inline=True)
    return ((name,), (message,), (f"{rule.number:,}",), where)
