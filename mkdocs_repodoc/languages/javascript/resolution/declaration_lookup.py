"""Declarations of what scripts define: in the file beside them, or of the package."""

from __future__ import annotations

from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.javascript.resolution.script_export_lookup import ExportLookup
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import FILE_SCOPE

SCRIPTS = (".js", ".jsx", ".mjs", ".cjs")
"""Ends of files that run as they are."""
_ENDS = {".d.ts": ".js", ".d.mts": ".mjs", ".d.cts": ".cjs"}
"""Ends of files of declarations, and those of the scripts that they describe."""
Place = tuple[str, int]
"""A file, and the position of a symbol in it."""


class DeclarationLookup(ExportLookup):
    """Answers what declares the types of a script; who follows targets inherits from it."""

    def declaration(self, path: str, position: int) -> Place | None:
        """Return the symbol that declares the type of one that a script defines."""
        stem, dot, suffix = path.rpartition(".")
        if dot + suffix not in SCRIPTS:
            return None
        name = self.scopes[path].symbol(position).name
        beside = f"{stem}.d{dot}{suffix.replace('j', 't')}"
        if beside in self.scopes:
            return self._in(beside, name)
        script, declared = self.modules.entries(path)
        if not declared.endswith(tuple(_ENDS)) or script == declared:
            return None
        outer = name.partition(".")[0]
        found = self.exported(script, outer)
        is_own = found is not None and found.kind == "symbol" and found.path == path
        if found is None or not is_own or self.scopes[path].symbol(found.position).name != outer:
            return None
        return self._in(declared, name)

    def implementation(self, found: Denotation) -> Denotation:
        """Return what a script defines for something that is declared; else the declaration."""
        script = self._script(found.path) if found.kind == "symbol" else ""
        if not script:
            return found
        declaring = self.scopes[found.path]
        outer, dot, rest = declaring.symbol(found.position).name.partition(".")
        of = declaring.chosen(declaring.positions.get(outer, ()), as_type=False)
        if of == FILE_SCOPE or declaring.symbol(of).kind in (Kind.INTERFACE, Kind.TYPE_ALIAS):
            return found
        owner = self.exported(script, outer)
        if owner is None or owner.kind != "symbol" or owner.path.endswith(tuple(_ENDS)):
            return found
        scope = self.scopes[owner.path]
        name = f"{scope.symbol(owner.position).name}{dot}{rest}"
        position = scope.chosen(scope.positions.get(name, ()), as_type=False)
        if position == FILE_SCOPE:
            return found
        return Denotation("symbol", owner.path, position, exact=False)

    def _script(self, path: str) -> str:
        """Return the script that a file of declarations describes; empty if there is none."""
        ending = next((each for each in _ENDS if path.endswith(each)), "")
        if not ending:
            return ""
        beside = path.removesuffix(ending) + _ENDS[ending]
        if beside in self.scopes:
            return beside
        script, declared = self.modules.entries(path)
        return script if declared == path and script in self.scopes else ""

    def _in(self, path: str, name: str) -> Place | None:
        scope = self.scopes.get(path)
        if scope is None:
            return None
        found = scope.chosen(scope.positions.get(name, ()), as_type=False)
        return (path, found) if found in scope.types else None
