"""Main flows: of the paths from all entry points those that tell most, no two much the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.flows.entries.entry_point import OFFERED, EntryPoint
from mkdocs_repodoc.insight.flows.flow import Flow, are_alike
from mkdocs_repodoc.insight.flows.flow_paths import LEAST_STEPS, FlowPaths

MOST_FLOWS = 3
"""Flows that are told; further ones repeat parts of them."""
_MOST_COMMANDS = 2
"""Flows for commands of a program among them: one README or guide may show another use."""
_TRIVIAL = 30
"""Lines of all functions on a path that is worth telling beside a better one, at least."""
_BESIDE = 0.25
"""Share of the lines of the best path that such a path has at least."""


class FlowFinder(FlowPaths):
    """Finds main flows."""

    def main_flows(self, entries: Iterable[EntryPoint], most: int) -> tuple[Flow, ...]:
        """Return the flows that tell most, no two of them much the same.

        Args:
            entries: The entry points; of one kind the earlier win.
            most: How many flows.
        """
        known = sorted(entries, key=self._order.rank)
        entrances = [each for each in known if self._order.is_entrance(each)]
        # Where no document shows an entrance, tests and other code that use a function do.
        return self._told_most(entrances, most) or self._told_most(known, most)

    def _told_most(self, entries: Sequence[EntryPoint], most: int) -> tuple[Flow, ...]:
        """Return the flows of some entry points, the best first."""
        chosen: list[Flow] = []
        for entry in entries:
            if len(chosen) == most:
                break
            if entry.kind == "subcommand" and _are_commands(chosen):
                continue
            if self._order.is_beside(entry, [each.entry for each in chosen]):
                continue
            flow = self.flow(entry)
            is_slight = len(flow.steps) < LEAST_STEPS or self._is_trivial(flow, chosen)
            if not is_slight and not any(
                are_alike(flow, each, self._repository) for each in chosen
            ):
                chosen.append(flow)
        return tuple(chosen)

    def _is_trivial(self, flow: Flow, chosen: Sequence[Flow]) -> bool:
        """Tell whether a public function has hardly anything to read behind it, beside others."""
        if not chosen or flow.entry.kind not in OFFERED:
            return False
        lines, most = self._lines(flow), self._lines(chosen[0])
        return lines < _TRIVIAL and lines < _BESIDE * most

    def _lines(self, flow: Flow) -> int:
        symbols = (step.symbol for step in flow.steps if not step.symbol.is_file)
        return sum(map(self.length, symbols))


def _are_commands(flows: Sequence[Flow]) -> bool:
    """Tell whether flows for enough commands of a program are chosen."""
    return sum(each.entry.kind == "subcommand" for each in flows) >= _MOST_COMMANDS
