"""Callees and callers of functions: one file for each file that has any, for the call hierarchy.

Each edge is in two files, as a callee of its caller and as a caller of its callee: a level of the
hierarchy is one file away, in either direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.client.data_scripts import script
from mkdocs_repodoc.client.file_data import name_prefix, page_stem
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallEdge, CallHierarchy, Edges, Tie
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.paths import readable

FOLDER = "calls/"
_TIES: Sequence[Tie] = (
    "call",
    "inferred call",
    "construction",
    "handed on",
    "override",
    "registration",
)
"""Their numbers are in the files; `function_calls.js` has the same order."""
_TIE_NUMBERS = {tie: number for number, tie in enumerate(_TIES)}
_LEADS_ON = 8
"""Bit of an edge whose other end has edges of its own in the same direction."""


class CallFiles:
    """Names and contents of the data files.

    Args:
        hierarchy: Who calls whom.
        repository: The linked repository.
        plan: Where its pages are.
        addresses: The same in few bytes.
    """

    def __init__(
        self,
        hierarchy: CallHierarchy,
        repository: Repository,
        plan: SitePlan,
        addresses: PageAddresses,
    ) -> None:
        self._hierarchy = hierarchy
        self._repository = repository
        self._addresses = addresses
        self._functions: dict[str, list[SymbolRef]] = {}
        for ref in sorted({*hierarchy.callees, *hierarchy.callers}):
            self._functions.setdefault(ref.path, []).append(ref)
        self._paths = {
            f"{FOLDER}{page_stem(plan.pages[plan.uri('file', path)])}": path
            for path in self._functions
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def content(self, name: str) -> bytes:
        """Return a data file.

        Raises:
            KeyError: No page with calls has this name.
        """
        return script(name, self._value(self._paths[name]))

    def _value(self, path: str) -> dict[str, object]:
        """Return the functions of a file with their edges.

        `files` has the file itself first, then those that it has ties with: path, prefix of all
        anchors, whether it is a test, anchors of the functions, address if that does not follow
        from the path. The functions are counted through all files; three numbers are an edge: the
        function, the line, and the tie.
        """
        own = self._functions[path]
        numbers = {ref: number for number, ref in enumerate(own)}
        others = sorted({edge.symbol for ref in own for edge in self._edges(ref)} - numbers.keys())
        # Files in the order of their paths, so that the functions of one have numbers in a row.
        numbers.update({ref: number for number, ref in enumerate(others, len(own))})
        names: dict[str, list[str]] = {}
        for ref in numbers:
            names.setdefault(ref.path, []).append(self._anchor(ref))
        hierarchy = self._hierarchy
        return {
            "base": self._addresses.base,
            "suffix": self._addresses.file_suffix,
            "files": [self._file(each, anchors) for each, anchors in names.items()],
            "callees": [_packed(hierarchy.callees, ref, numbers) for ref in own],
            "callers": [_packed(hierarchy.callers, ref, numbers) for ref in own],
        }

    def _edges(self, ref: SymbolRef) -> Iterator[CallEdge]:
        yield from self._hierarchy.callees.get(ref, ())
        yield from self._hierarchy.callers.get(ref, ())

    def _file(self, path: str, anchors: list[str]) -> list[object]:
        file = self._repository.files[path]
        is_test = int(file.role in TEST_ROLES)
        entry: list[object] = [readable(path), self._prefix(path), is_test, anchors]
        unusual = self._addresses.file(path)
        return [*entry, unusual] if unusual else entry

    def _anchor(self, ref: SymbolRef) -> str:
        """Return a function's anchor without the prefix of its file; empty for a module's code."""
        return self._repository.link_target(ref).anchor.removeprefix(self._prefix(ref.path))

    def _prefix(self, path: str) -> str:
        return name_prefix(self._repository.files[path])


def _packed(edges: Edges, ref: SymbolRef, numbers: Mapping[SymbolRef, int]) -> list[int]:
    packed = []
    for symbol, line, tie in edges.get(ref, ()):
        leads_on = _LEADS_ON if symbol in edges else 0
        packed += [numbers[symbol], line, _TIE_NUMBERS[tie] | leads_on]
    return packed
