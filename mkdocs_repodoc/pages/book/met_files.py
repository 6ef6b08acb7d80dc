"""The files of the main flows in the order in which a reader meets them."""

from __future__ import annotations

from mkdocs_repodoc.insight.changing.started_programs import PROGRAMS
from mkdocs_repodoc.pages.context import PageContext


def met_files(context: PageContext) -> dict[str, int]:
    """Return path → number: where programs start first, then the flows and the main types."""
    found = context.insight.entry_points
    started = [each for each in found if each.kind in PROGRAMS]
    entries = [each.symbol.path for each in started]
    entries += [flow.entry.symbol.path for flow in context.flows]
    steps = [step.symbol.path for flow in context.flows for step in flow.steps]
    nouns = [ref.path for ref in context.abstractions.symbols]
    told = dict.fromkeys((*entries, *steps, *nouns))
    return {path: number for number, path in enumerate(told)}
