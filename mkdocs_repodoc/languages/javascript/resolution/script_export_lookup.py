"""Exports of ES modules and CommonJS: what an import takes, re-exports followed to their end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from mkdocs_repodoc.languages.javascript.names.name_walk import DEFAULT, WHOLE
from mkdocs_repodoc.languages.javascript.resolution.file_scope import FileScope
from mkdocs_repodoc.languages.javascript.resolution.module_files import Modules
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.references import Target

_COMMON_JS = (".cjs", ".cts")
"""Ends of the names of modules that always are CommonJS: Node takes all that one gives for its
default."""


class ExportLookup(ABC):
    """Finds what files give to each other.

    Args:
        scopes: Path → the names of the file.
        modules: Which file a module's name means.
    """

    def __init__(self, scopes: Mapping[str, FileScope], modules: Modules) -> None:
        self.scopes = scopes
        self.modules = modules
        self._answers = RecursiveMemo()

    @abstractmethod
    def target(self, path: str, target: Target, *, as_type: bool = False) -> Denotation | None:
        """Return what a target of a file means.

        Args:
            path: The file that the target belongs to.
            target: What is looked for.
            as_type: Whether a type is expected where the target stands.
        """

    @abstractmethod
    def member(self, of: Denotation, name: str, *, as_type: bool) -> Denotation | None:
        """Return the member of a module, symbol or value that has a name."""

    def imported(self, path: str, index: int, *, as_type: bool = False) -> Denotation | None:
        """Return what an import of a file takes, re-exports followed to their end."""
        item = self.scopes[path].outline.imports[index]
        file = self.modules.find(path, item.module)
        if not file:
            return None
        if item.name == "*":
            return None
        if item.name:
            return self.exported(file, item.name, as_type=as_type)
        whole = self.exported(file, WHOLE, as_type=as_type)
        return whole or Denotation("module", file)

    def added(self, path: str, index: int, name: str) -> Denotation | None:
        """Return what a module gave to its exports beside what it is: `module.exports.name = …`."""
        item = self.scopes[path].outline.imports[index]
        file = self.modules.find(path, item.module) if not item.name else ""
        return self.exported(file, name) if file in self.scopes else None

    def exported(self, path: str, name: str, *, as_type: bool = False) -> Denotation | None:
        """Return what a file gives to others under a name."""
        return self._answers.get(
            ("export", path, name, as_type),
            lambda: self._find_exported(path, name, as_type=as_type),
            if_recursive=None,
        )

    def _find_exported(  # noqa: PLR0911 - each rule ends the search
        self, path: str, name: str, *, as_type: bool
    ) -> Denotation | None:
        scope = self.scopes.get(path)
        if scope is None:
            return None
        targets = scope.offers.get(name, ())
        found = [self.target(path, target, as_type=as_type) for target in targets]
        known = [each for each in found if each is not None]
        if known:
            return self._best(known, as_type=as_type)
        if name == WHOLE:
            return None
        whole = self.exported(path, WHOLE, as_type=as_type)
        if whole is not None:
            return whole if name == DEFAULT else self.member(whole, name, as_type=as_type)
        if name == DEFAULT:
            return Denotation("module", path) if path.endswith(_COMMON_JS) else None
        for index in scope.stars:
            file = self.modules.find(path, scope.outline.imports[index].module)
            passed = self.exported(file, name, as_type=as_type) if file else None
            if passed is not None:
                return passed
        return None

    def _best(self, found: Sequence[Denotation], *, as_type: bool) -> Denotation:
        """Return what is meant of a name that stands for a value and a type."""
        own = [each for each in found if each.kind == "symbol" and each.path == found[0].path]
        if len(own) < len(found):
            return found[0]
        position = self.scopes[own[0].path].chosen((each.position for each in own), as_type=as_type)
        return next((each for each in own if each.position == position), found[0])
