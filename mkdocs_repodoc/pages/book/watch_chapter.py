"""The book's chapter on what to watch: files that change most, cycles, warnings of linters."""

from __future__ import annotations

from collections import Counter, defaultdict

from mkdocs_repodoc.insight.shown_findings import shown_findings
from mkdocs_repodoc.languages.rule_catalogue import rules_by_id
from mkdocs_repodoc.model.blocks import Block, Item, Items, Prose
from mkdocs_repodoc.model.records import Finding
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.risky_files import risky_files
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.diagrams.component_diagram import component_cycles
from mkdocs_repodoc.pages.parts.diagrams.import_cycles import cycle_list
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.rule_explanations import rule_link


def watch(view: BookView) -> tuple[Block, ...]:
    """Return what somebody should know who is about to change the code."""
    blocks: list[Block] = [*risky_files(view)]
    if cycles := component_cycles(view.context):
        blocks.append(cycles)
    if view.context.repository.links.cycles:
        blocks.append(cycle_list(view.context, view.context.repository.links.cycles))
    return (*blocks, *_warnings(view))


def _warnings(view: BookView) -> tuple[Block, ...]:
    """List what linters warn of in the source, by rule, security first.

    Findings that only tell how something is done are on the pages of the files.
    """
    lines: dict[str, list[tuple[str, int]]] = defaultdict(list)
    first: dict[str, tuple[Finding, str]] = {}
    for path, file in view.context.repository.files.items():
        for finding in shown_findings(file) if file.role in CODE_ROLES else ():
            if finding.area in {"security", "performance"} and finding.rule not in rules_by_id():
                first.setdefault(finding.rule, (finding, path))
                lines[finding.rule].append((path, finding.line))
    numbers = Counter({rule: len(found) for rule, found in lines.items()})
    ordered = sorted(numbers, key=lambda rule: (first[rule][0].area != "security", -numbers[rule]))
    items = [_warning(view, *first[rule], lines[rule]) for rule in ordered[: book_caps.BOOK_RULES]]
    return (Items(tuple(items), title="Warnings about the source"),) if items else ()


def _warning(view: BookView, finding: Finding, path: str, lines: list[tuple[str, int]]) -> Item:
    places = [
        page_links.to_line(view.context, path, line, text=f"{path}:{line}")
        for path, line in lines[: book_caps.BOOK_FINDING_LINES]
    ]
    message = Prose(finding.message, "markdown", path, inline=True)
    link = rule_link(finding, view.context.plan.uri("book", ""))
    where = capped(places, len(lines) - len(places), "place", last=" and ")
    return Item((link, ": ", message, " ", *where, "."))
