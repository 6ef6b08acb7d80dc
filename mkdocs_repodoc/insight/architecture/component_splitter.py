"""Cuts the source of a repository into the parts that a reader would draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mkdocs_repodoc.insight.architecture.component import Component, Needed
from mkdocs_repodoc.insight.architecture.facades import defined_lines
from mkdocs_repodoc.insight.architecture.header_pairs import with_headers
from mkdocs_repodoc.insight.architecture.layering import hanging_together
from mkdocs_repodoc.insight.periphery.aside_programs import started_files
from mkdocs_repodoc.insight.periphery.benchmarks import benchmark_files
from mkdocs_repodoc.insight.periphery.customary_folders import TEST_MATTER
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository, Role
from mkdocs_repodoc.paths import ancestors, common_folder, prefix_of

MOST = 16
"""More components than this are not told apart."""
_LARGE = 0.3
"""Share of the source from which on a folder is cut into its subfolders."""
_DOMINANT = 0.5
"""Share of the source above which what has no subfolders is cut into its files."""
_WHOLE = 0.75
"""Share of the source that hangs together, from which on a small part without ties is beside it."""
_SMALL = 0.1
"""Share of the source that such a part has at most."""
_MOSTLY_TESTS = 3
"""So many times as many lines of tests as of other code has a folder of tests."""
_ABOUT: frozenset[Role] = frozenset({"documentation", "example", "image"})
"""Roles of files that are about the software."""
_SLIGHT = 0.05
"""Weight of a single file, as a share of the heaviest one's, below which it is not told apart."""
_SELDOM = 0.1
"""Share of the parts of a folder that need another of them, up to which they are alike."""
_LEAST_ALIKE = 4
_DATA = 0.05
"""Share of its lines below which classes and functions are not what code is about."""
Files = Mapping[str, int]
"""Path → lines."""


class ComponentSplitter:
    """Cuts the source into components."""

    def __init__(
        self,
        repository: Repository,
        code: Files,
        dependencies: Mapping[str, Sequence[Needed]],
    ) -> None:
        self._repository = repository
        self._code = code
        self._dependencies = dependencies
        self._benchmarks = benchmark_files(repository)
        self._importers: dict[str, set[str]] = {path: set() for path in code}
        for path, needed in dependencies.items():
            for each in needed:
                if each.path in code:
                    self._importers[each.path].add(path)
        self._documents: Counter[str] = Counter()
        self._tested: Counter[str] = Counter()
        for path, file in repository.files.items():
            is_about = file.role in _ABOUT and not TEST_MATTER.search(path)
            for folder in filter(None, ancestors(path)):
                self._documents[folder] += is_about
                if file.role in TEST_ROLES:
                    self._tested[folder] += file.outline.lines.total
        self._started = started_files(repository)
        self.beside: list[Component] = []
        self._untied: list[Component] = []

    def split(self) -> tuple[list[Component], list[Component]]:
        """Return the components, and what is left of those that were cut."""
        found = self._apart(self._parts(Component("", tuple(self._code), True, 0)), inner=False)
        total = sum(each.lines for each in found)
        found, others = self._heavy_files(found)
        while found:
            largest = max(found, key=lambda each: (each.lines, each.path))
            if largest.lines < _LARGE * total or largest.is_file:
                break
            parts = self._apart(self._parts(largest), inner=True)
            if parts[0].is_file and (largest.lines <= _DOMINANT * total or self._alike(parts)):
                break
            parts, slight = self._heavy_files(parts)
            others += slight
            room = MOST - len(found) + 1
            if len(parts) > room:
                parts.sort(key=lambda each: (-self._weight(each), each.path))
                others += parts[room:]
                parts = parts[:room]
            if parts == [largest]:
                break
            found.remove(largest)
            found += parts
        if len(found) < _LEAST_ALIKE:
            found, slight = self._heavy_files(self._remainders_cut(found))
            others += slight
        found.sort(key=lambda each: (-self._weight(each), each.path))
        return found[:MOST], [*others, *found[MOST:], *self._untied]

    def _remainders_cut(self, parts: Sequence[Component]) -> list[Component]:
        """Cut the files beside subfolders into single ones, where few parts are told apart."""
        found: list[Component] = []
        for part in parts:
            is_remainder = not part.whole and not part.is_file
            found += self._parts(part) if is_remainder else [part]
        return found

    def _alike(self, parts: Sequence[Component]) -> bool:
        """Tell whether nearly no part needs another, as of a folder with a file for each command.

        They hang side by side, and say less of how the software is made than their folder does.
        """
        inside = {path for part in parts for path in part.files}
        tied = sum(bool(self._needed(part) & inside) for part in parts)
        return len(parts) >= _LEAST_ALIKE and tied <= _SELDOM * len(parts)

    def _heavy_files(self, parts: list[Component]) -> tuple[list[Component], list[Component]]:
        """Return the parts of a folder that tell how it is made, and single files that don't."""
        weights = {each.path: self._weight(each) for each in parts}
        least = _SLIGHT * max(weights.values(), default=0)
        slight = [each for each in parts if each.is_file and weights[each.path] < least]
        return [each for each in parts if each not in slight], slight

    def _weight(self, component: Component) -> float:
        """Return how much a reader would miss a part: it is long, or tied to many others."""
        users = sum(len(self._importers[path]) for path in component.files)
        return float(component.lines**0.5 * (1 + users + len(self._needed(component))))

    def _parts(self, group: Component) -> list[Component]:
        """Cut a group: into subfolders and the files beside them; one without any into files."""
        base, files = group.path, group.files
        while True:
            prefix = prefix_of(base)
            own: list[str] = []
            below: dict[str, list[str]] = {}
            for path in files:
                head, slash, _ = path[len(prefix) :].partition("/")
                if slash and group.whole:
                    below.setdefault(prefix + head, []).append(path)
                else:
                    own.append(path)
            if own or len(below) != 1:
                break
            ((base, files),) = ((folder, tuple(inside)) for folder, inside in below.items())
        parts = [
            Component.of(folder, inside, self._code, whole=True) for folder, inside in below.items()
        ]
        if own and below:
            parts.append(Component.of(base, own, self._code, whole=False))
        elif len(own) == 1 and group.path:
            return [group]
        elif own:
            parts += [
                Component.of(files[0], files, self._code, whole=False)
                for files in with_headers(self._repository, own)
            ]
        return parts

    def _apart(self, parts: list[Component], *, inner: bool) -> list[Component]:
        """Keep what stands beside the software out of its components.

        Args:
            parts: Parts of one folder.
            inner: Whether that is a folder of the software, whose scripts are its programs.
        """
        own = [each for each in parts if not self._is_beside(each, inner=inner)]
        kept = self._tied(own)
        if not kept:
            return parts
        untied = [each for each in own if each not in kept]
        self.beside += [each for each in parts if each not in own]
        if inner or common_folder([each.path for each in parts]):
            # What the software offers on its own: nothing else there needs it.
            self._untied += untied
        else:
            self.beside += untied
        return kept

    def _tied(self, parts: list[Component]) -> list[Component]:
        """Leave out small parts without ties, where nearly all the rest hangs together."""
        owner = {path: part.path for part in parts for path in part.files}
        lines = {part.path: part.lines for part in parts}
        ties = [
            (part, owner[each.path])
            for path, part in owner.items()
            for each in self._dependencies[path]
            if each.path in owner
        ]
        groups = hanging_together(lines, ties)
        total = sum(lines.values())
        largest = max(groups, key=lambda group: sum(lines[each] for each in group), default=set())
        if sum(lines[each] for each in largest) < _WHOLE * total:
            return parts
        return [
            part
            for part in parts
            if part.path in largest
            or part.lines > _SMALL * total
            or self._users(part)
            or self._needed(part)
            or not self._started.isdisjoint(part.files)
        ]

    def _is_beside(self, part: Component, *, inner: bool) -> bool:
        """Tell whether a part is stubs, or benchmarks, scripts or no code that nothing imports."""
        files = [self._repository.files[each] for each in part.files]
        if all(file.role == "stub" for file in files):
            return True
        if self._users(part) or not self._started.isdisjoint(part.files):
            return False
        if self._benchmarks.issuperset(part.files):
            return True
        scripts = sum(file.outline.lines.total for file in files if file.role == "script")
        if (2 * scripts > part.lines and not inner) or self._is_data(files):
            return True
        if not part.whole or 2 * part.lines > sum(self._code.values()):
            return False  # most of the code is the software, whatever lies among it
        is_about = self._documents[part.path] > len(files)
        return is_about or self._tested[part.path] > _MOSTLY_TESTS * part.lines

    def _users(self, part: Component) -> set[str]:
        """Return the files elsewhere, tests left out, that import something of a part.

        Façades are among them, and files that need its types only.
        """
        inside = f"{part.path}/" if part.whole and part.path else None
        imported_by = self._repository.links.imported_by
        users = {user.path for path in part.files for user in imported_by.get(path, ())}
        return {
            path
            for path in users.union(*(self._importers[path] for path in part.files))
            if path not in part.files
            and (inside is None or not path.startswith(inside))
            and self._repository.files[path].role not in TEST_ROLES
        }

    def _needed(self, part: Component) -> set[str]:
        """Return the files elsewhere that a part imports."""
        needed = {each.path for path in part.files for each in self._dependencies[path]}
        return needed.difference(part.files)

    def _is_data(self, files: Sequence[RepoFile]) -> bool:
        """Tell whether files neither import anything here nor define much."""
        if any(self._dependencies[file.path] for file in files):
            return False
        lines = sum(file.outline.lines.total for file in files)
        return sum(map(defined_lines, files)) < _DATA * lines
