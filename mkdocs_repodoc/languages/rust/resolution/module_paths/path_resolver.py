"""Follows paths through modules, imports and crates, as Rust's rules for names have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.rust.resolution.module_paths.declared_macros import DeclaredMacros
from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module, Taken
from mkdocs_repodoc.languages.rust.resolution.module_paths.usual_platform import UsualPlatform
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class FoundPath(NamedTuple):
    """What a path, or its beginning, means.

    Attributes:
        entity: A module, the position of a symbol, or the full name of something of others.
        exact: Whether only this may be meant.
    """

    entity: Module | SymbolRef | str
    exact: bool = True


class PathResolver:
    """Follows paths.

    Args:
        tree: The modules of the repository.
    """

    def __init__(self, tree: ModuleTree) -> None:
        self.tree = tree
        self._memo = RecursiveMemo()
        self._macros = DeclaredMacros(tree)
        self._usual = UsualPlatform(tree)

    def follow(
        self, path: str, scope: str, namespace: str, names: Sequence[str]
    ) -> tuple[FoundPath | None, Sequence[str]]:
        """Follow a path as far as it leads through modules and enums.

        Args:
            path: The file in which it stands.
            scope: Qualified name of the module or function in which it stands.
            namespace: In which its last name is looked up.
            names: Its names.

        Returns:
            What that is, and the names behind it, which are associated items.
        """
        nowhere: tuple[FoundPath | None, Sequence[str]] = (None, ())
        return self._memo.get(
            ("path", path, scope, namespace, tuple(names)),
            lambda: self._follow(path, scope, namespace, names),
            nowhere,
        )

    def _follow(
        self, path: str, scope: str, namespace: str, names: Sequence[str]
    ) -> tuple[FoundPath | None, Sequence[str]]:
        found, at = self._start(path, scope, namespace, names)
        inside = self.tree.enclosing(path, scope)
        while found is not None and at < len(names):
            wanted = namespace if at == len(names) - 1 else "type"
            if isinstance(found.entity, str):
                return FoundPath("::".join((found.entity, *names[at:])), found.exact), ()
            if isinstance(found.entity, SymbolRef):
                variant = self.tree.variant(found.entity, names[at])
                if variant is None:
                    return found, names[at:]
                found = FoundPath(variant, found.exact)
            else:
                inner = self.in_module(found.entity, wanted, names[at], inside)
                found = inner._replace(exact=inner.exact and found.exact) if inner else None
            at += 1
        return found, names[at:]

    def _start(
        self, path: str, scope: str, namespace: str, names: Sequence[str]
    ) -> tuple[FoundPath | None, int]:
        """Find what a path starts at; return it and how many names that takes."""
        is_use = names[0] == "use"
        at = 1 if is_use else 0
        if at >= len(names):
            return None, at
        module: Module | None = self.tree.enclosing(path, scope)
        exact = not self.tree.is_shared(path)
        match names[at]:
            case "":
                name = names[at + 1] if at + 1 < len(names) else ""
                return self._crate(path, name) or self._top(path, name), at + 2
            case "crate":
                return FoundPath(Module(self.tree.crate(path).root), exact), at + 1
            case "self" | "super":
                while at < len(names) and names[at] in ("self", "super"):
                    if names[at] == "super" and module is not None:
                        exact = exact or bool(module.name)
                        module = self.tree.around(module)
                    at += 1
                return FoundPath(module, exact) if module is not None else None, at
        wanted = namespace if at == len(names) - 1 else "type"
        return self.lexical(path, scope, wanted, names[at], is_use=is_use), at + 1

    def lexical(
        self, path: str, scope: str, namespace: str, name: str, *, is_use: bool = False
    ) -> FoundPath | None:
        """Find what a name means without anything in front of it."""
        if namespace == "attribute":
            found = self._in_scopes(path, scope, "macro", name)
            return FoundPath(name) if found is None or self._is_by_example(found) else found
        if namespace == "macro" and not is_use:
            declared = self._macros.textual(path, scope, name)
            if declared:
                return FoundPath(declared[0], len(declared) == 1)
        if (found := self._in_scopes(path, scope, namespace, name)) is not None:
            return found
        if namespace in ("type", "any") and (found := self._crate(path, name)) is not None:
            return found
        if is_use:  # before the edition of 2018, imports began at the top
            return self._top(path, name) or FoundPath(name)
        return FoundPath(name)

    def _in_scopes(self, path: str, scope: str, namespace: str, name: str) -> FoundPath | None:
        """Find what a name means in what stands around, from the inside to the module."""
        file = self.tree.files[path]
        inside = self.tree.enclosing(path, scope)
        while scope and scope not in file.modules:
            if scope in file.searched:
                found = self.in_module(Module(path, scope), namespace, name, inside)
                if found is not None:
                    return found
            scope = scope.rpartition("::")[0]
        return self.in_module(inside, namespace, name, inside)

    def _is_by_example(self, found: FoundPath) -> bool:
        entity = found.entity
        if not isinstance(entity, SymbolRef):
            return False
        return self.tree.files[entity.path].symbol(entity.position).kind == Kind.MACRO

    def _top(self, path: str, name: str) -> FoundPath | None:
        root = Module(self.tree.crate(path).root)
        return self.in_module(root, "any", name, root) if root.path in self.tree.files else None

    def _crate(self, path: str, name: str) -> FoundPath | None:
        known = self.tree.crates.known(self.tree.crate(path))
        if name not in known:
            return None
        crate = known[name]
        return FoundPath(Module(crate.root)) if crate is not None else FoundPath(name)

    # What stands in a module

    def in_module(
        self, module: Module, namespace: str, name: str, seen_from: Module
    ) -> FoundPath | None:
        """Find what a name means that is looked up in a module."""
        if module.path not in self.tree.files:
            return None
        return self._memo.get(
            ("module", module, namespace, name, seen_from),
            lambda: self._in_module(module, namespace, name, seen_from),
            None,
        )

    def _in_module(
        self, module: Module, namespace: str, name: str, seen_from: Module
    ) -> FoundPath | None:
        if namespace == "any":
            for each in ("type", "value", "macro"):
                found = self.in_module(module, each, name, seen_from)
                if found is not None and not isinstance(found.entity, str):
                    return found
        file = self.tree.files[module.path]
        sees_all = module.name not in ("", *file.modules) or self.tree.within(seen_from, module)
        declared = self._usual.first(self.tree.declared(module, namespace, name))
        if not sees_all:
            declared = [each for each in declared if self._is_public(each)]
        if declared:
            return FoundPath(declared[0], len(declared) == 1)
        named = [one for one in self.tree.taken(module, name) if one.is_public or sees_all]
        found = self._first_of(module, namespace, named, "")
        if found is None or not self._usual.holds(found.entity):
            stars = [one for one in self.tree.taken(module, "*") if one.is_public or sees_all]
            starred = self._first_of(module, namespace, stars, name)
            if found is None:
                found = starred
            elif starred is not None and self._usual.holds(starred.entity):
                found = starred._replace(exact=False)
        if found is None and namespace == "macro" and not module.name:
            exported = self._macros.exported(module).get(name, ())
            return FoundPath(exported[0], len(exported) == 1) if exported else None
        return found

    def _is_public(self, declared: Module | SymbolRef) -> bool:
        """Whether other modules see a declaration; which ones is not looked at."""
        if isinstance(declared, Module):
            return True
        symbol = self.tree.files[declared.path].symbol(declared.position)
        return symbol.kind == Kind.MACRO or any(one.startswith("pub") for one in symbol.labels)

    def _first_of(
        self, module: Module, namespace: str, taken: Sequence[Taken], name: str
    ) -> FoundPath | None:
        """Return what the first of some imports gives that gives anything.

        Of modules that `cfg` chooses from, that of the usual platform goes first; what other
        packages have is on all platforms.

        Args:
            module: The module that takes them.
            namespace: In which they are looked up.
            taken: The imports.
            name: The name that all of a module's names are taken for; empty for a named import.
        """
        found: list[FoundPath] = []
        for one in taken:
            wanted = "type" if name else namespace
            start, rest = self.follow(module.path, module.name, wanted, ("use", *one.names))
            if start is None or rest:
                continue
            entity = start.entity
            meant: FoundPath | None = start
            if name and isinstance(entity, Module):
                meant = self.in_module(entity, namespace, name, self.tree.enclosing(*module))
            elif name:
                variant = self.tree.variant(entity, name) if isinstance(entity, SymbolRef) else None
                meant = FoundPath(variant) if variant is not None else None
            if meant is not None:
                found.append(meant._replace(exact=meant.exact and start.exact))
        usual = [one for one in found if self._usual.holds(one.entity)] if len(found) > 1 else found
        own = [one for one in usual or found if not isinstance(one.entity, str)]
        distinct = {one.entity for one in found}
        chosen = next(iter(own or usual or found), None)
        return chosen._replace(exact=chosen.exact and len(distinct) == 1) if chosen else None
