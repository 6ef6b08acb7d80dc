"""The anchors of a page, known without rendering it.

Links from hand-written pages are checked against these. A long listing has a million line ids, so
that they are computed, not listed; a page is composed only when somebody asks for an id that is
neither a symbol nor a line.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pages.context import PageContext

_LINES = re.compile(r"L([1-9]\d*)(?:-L?([1-9]\d*))?")


def page_anchors(context: PageContext, plan: PagePlan) -> Container[str]:
    """Return the ids that links to a page may name: sections, symbols, lines, ranges of lines."""
    return _PageAnchors(context, plan)


class _PageAnchors(Container[str]):
    def __init__(self, context: PageContext, plan: PagePlan) -> None:
        self._context = context
        self._plan = plan

    def __contains__(self, anchor: object) -> bool:
        if not isinstance(anchor, str):
            return False
        if match := _LINES.fullmatch(anchor):
            return int(match[1]) <= int(match[2] or match[1]) <= self._line_count
        return anchor in self._symbols or anchor in self._ids

    @cached_property
    def _line_count(self) -> int:
        if self._plan.kind != "file":
            return 0
        return self._context.shown_lines(self._plan.path)

    @cached_property
    def _symbols(self) -> frozenset[str]:
        if self._plan.kind != "file":
            return frozenset()
        return frozenset(self._context.repository.files[self._plan.path].anchors)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(PageComposer(self._context).compose(self._plan).ids())
