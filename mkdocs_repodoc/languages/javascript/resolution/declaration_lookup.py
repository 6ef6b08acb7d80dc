"""Declarations of what scripts define: in the file beside them, or of the package."""

from __future__ import annotations

from mkdocs_repodoc.languages.javascript.resolution.script_export_lookup import ExportLookup

_SCRIPTS = frozenset(("js", "mjs", "cjs"))
_DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")
Place = tuple[str, int]
"""A file, and the position of a symbol in it."""


class DeclarationLookup(ExportLookup):
    """Answers what declares the types of a script; who follows targets inherits from it."""

    def declaration(self, path: str, position: int) -> Place | None:
        """Return the symbol that declares the type of one that a script defines."""
        stem, dot, suffix = path.rpartition(".")
        if suffix not in _SCRIPTS:
            return None
        name = self.scopes[path].symbol(position).name
        beside = f"{stem}.d{dot}{suffix.replace('j', 't')}"
        if beside in self.scopes:
            return self._in(beside, name)
        script, declared = self.modules.entries(path)
        if not declared.endswith(_DECLARATIONS) or script == declared:
            return None
        outer = name.partition(".")[0]
        found = self.exported(script, outer)
        is_own = found is not None and found.kind == "symbol" and found.path == path
        if found is None or not is_own or self.scopes[path].symbol(found.position).name != outer:
            return None
        return self._in(declared, name)

    def _in(self, path: str, name: str) -> Place | None:
        scope = self.scopes.get(path)
        if scope is None:
            return None
        found = scope.chosen(scope.positions.get(name, ()), as_type=False)
        return (path, found) if found in scope.types else None
