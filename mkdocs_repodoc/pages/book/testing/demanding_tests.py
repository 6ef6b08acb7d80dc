"""The items of the testing chapter on tests that do not run everywhere, or need more than code."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.changing.cases.test_demands import MarkedTest, MetDemand, TestDemands
from mkdocs_repodoc.languages.testing.test_writing import DemandKind
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.text.english import shortened

_SAID: dict[DemandKind, str] = {
    "kept": "Results are compared with kept ones",
    "random": "Values are made by chance",
    "rights": "Rights are taken from files, which root has all the same",
}
_LONGEST = 60
"""Characters of a mark that is shown."""


def demanding_tests(view: BookView) -> Iterator[Phrase]:
    """Yield what is marked as left out or conditional, and what tests need beside the code."""
    found = TestDemands(view.context.repository, lambda path: view.context.read_text(path).text)
    marked = {
        "Marked as left out: ": found.left_out(),
        "Run under a condition only: ": found.conditional(),
    }
    for said, tests in marked.items():
        if parts := [_marked(view, each) for each in tests]:
            yield (said, *some(parts, "test", book_caps.MARKED_TESTS), ".")
    if switches := list(found.switches()):
        named: list[Phrase] = [
            (Code(name), " (", _line(view, path, line), ")") for name, path, line in switches
        ]
        shown = some(named, "variable", book_caps.TEST_VARIABLES)
        yield ("Environment variables by which tests are left out: ", *shown, ".")
    for each in found.met():
        yield _met(view, each)


def _met(view: BookView, met: MetDemand) -> Phrase:
    demand = met.demand
    tool: Phrase = (" (", Code(demand.tool), ")") if demand.tool else ()
    lines = [_line(view, path, line) for path, line in met.lines]
    renews: Phrase = ("; ", Code(demand.renews), " keeps new ones") if demand.renews else ()
    shown = some(lines, "place", book_caps.DEMANDING_TESTS)
    return (_SAID[demand.kind], *tool, ": ", *shown, *renews, ".")


def _marked(view: BookView, test: MarkedTest) -> Phrase:
    line = _line(view, test.symbol.path, view.context.repository.symbol(test.symbol).name_line)
    mark: Phrase = ("; ", Code(shortened(test.mark, _LONGEST))) if test.mark else ()
    return (view.to_symbol(test.symbol), " (", line, *mark, ")")


def _line(view: BookView, path: str, line: int) -> Inline:
    return page_links.to_line(view.context, path, line, text=f"{view.file_name(path)}:{line}")
