"""The page of the tour: what it passes, then a section for each stop with a way on and back."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.flows.calls.held_tasks import task_lists
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.tour import Tour
from mkdocs_repodoc.model.blocks import (
    Block,
    Excerpt,
    Facts,
    Inline,
    Items,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Sample,
    Section,
    Strip,
)
from mkdocs_repodoc.model.sections import tour_stop_anchor
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import breadcrumbs, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_title
from mkdocs_repodoc.pages.parts.behaviour.step_lines.other_lines import other_lines
from mkdocs_repodoc.pages.parts.behaviour.told_lines import as_items
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.tour.excerpts import excerpt, members_left_out
from mkdocs_repodoc.pages.tour.reasons import Itinerary
from mkdocs_repodoc.text.english import count


def compose_tour(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the tour's page."""
    tour = context.insight.tour
    assert tour is not None  # noqa: S101 - the page is planned where there is one
    itinerary = Itinerary(context, tour)
    return PageBody(
        title=plan.title,
        lead=_lead(tour, itinerary),
        sections=tuple(
            Section(
                f"{number}. {context.insight.namesakes.distinct_name(stop.symbol)}",
                tour_stop_anchor(number),
                _stop(context, tour, itinerary, stop),
            )
            for number, stop in enumerate(tour.stops, 1)
        ),
        trail=breadcrumbs.trail(context, "", inclusive=True),
        views=breadcrumbs.folder_views(context, ""),
    )


def _lead(tour: Tour, itinerary: Itinerary) -> tuple[Block, ...]:
    rows: list[tuple[str, Phrase]] = []
    if tour.flow is not None:
        rows.append((flow_title(tour.flow), itinerary.calls()))
    for title, part in (("Key abstractions", "type"), ("Test", "test")):
        links: list[Inline] = [
            itinerary.link(stop.symbol) for stop in tour.stops if stop.part == part
        ]
        if links:
            rows.append((title, joined(links)))
    said = f"{count(len(tour.stops), 'stop')} through the source, each with the lines to read."
    if any(stop.part == "flow" for stop in tour.stops):
        said += " Behind each function come those that it leads to, in the order of its lines."
    return (Paragraph((said,)), Facts(tuple(rows)))


def _stop(context: PageContext, tour: Tour, itinerary: Itinerary, stop: Stop) -> tuple[Block, ...]:
    ref = stop.symbol
    name = page_links.to_symbol(context, ref)
    blocks: list[Block] = []
    said = () if ref.is_file else summaries.of_symbol(context, ref)
    blocks.append(Paragraph((name, ": ", *said) if said else (name,)))
    if reason := itinerary.reason(stop):
        blocks.append(Paragraph(reason))
    if (lines := excerpt(context, stop, itinerary.numbers)) is not None:
        blocks += [lines, *_left_out(context, stop, lines)]
    if tasks := itinerary.tasks(stop):
        blocks.append(Paragraph(tasks))
    if onward := itinerary.onward(stop):
        blocks.append(Paragraph(onward))
    if stop.part == "test" and (run := context.statistics.run_of_test(ref.path)) is not None:
        blocks.append(Sample(run.file, "shell", title=("Run the tests of its file",)))
    return (*blocks, _way(context, tour, itinerary, stop))


def _left_out(context: PageContext, stop: Stop, shown: Excerpt) -> Iterator[Block]:
    """Yield what lines of a function say that are left out of what is shown of it."""
    if stop.part == "type":
        left, total = members_left_out(context, stop, shown)
        if left and left < total:
            page = page_links.to_symbol(context, stop.symbol, text="its page")
            yield Paragraph(
                (f"{left} of its {total} public members are left out; ", page, " has all.")
            )
    if stop.part != "flow" or not shown.has_gaps:
        return
    read = {line for first, last in shown.ranges for line in range(first, last + 1)}
    lists = task_lists(context.repository, stop.symbol)
    read |= {line for each in lists for line in range(each.line, each.end_line + 1)}
    found = [each for each in other_lines(context, stop.symbol, read) if each.number not in read]
    if found:
        yield Paragraph(("In the lines that are left out:",))
        yield Items(as_items(context, stop.symbol, sorted(found, key=lambda each: each.number)))


def _way(context: PageContext, tour: Tour, itinerary: Itinerary, stop: Stop) -> Strip:
    """Return the links to the stops before and after one, and to where the tour begins."""
    number = itinerary.numbers[stop.symbol]
    links: list[Phrase] = []
    if number > 1:
        before = tour.stops[number - 2].symbol
        links.append(("← Previous: ", itinerary.link(before)))
    links.append((PageLink("All stops", context.plan.uri("tour", "")),))
    if number < len(tour.stops):
        links.append(("Next: ", itinerary.link(tour.stops[number].symbol), " →"))
    return Strip(tuple(links))
