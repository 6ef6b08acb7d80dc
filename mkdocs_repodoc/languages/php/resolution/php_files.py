"""The PHP files of a repository: what they declare, by its full name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.languages.php.resolution.autoloading import Autoloading
from mkdocs_repodoc.languages.php.resolution.namespace_names import NamespaceNames
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed, members_by_owner
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import shared_parts

TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.TRAIT, Kind.ENUM))
_KINDS = {
    terms.METHOD: frozenset((Kind.METHOD, Kind.CONSTRUCTOR)),
    terms.PROPERTY: frozenset((Kind.PROPERTY,)),
    terms.OF_CLASS: frozenset((Kind.CONSTANT, Kind.ENUMERATOR)),
}


class PhpFile:
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        path: The file.
        outline: Its outline.
        entries: Position of a symbol → what is known of it; of a class that is not listed its
            number.
        described: Number of a class → what only its documentation says that it has.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        self.entries: dict[int, Target] = dict(outline.types)
        self.described: dict[int, dict[tuple[str, str], Target]] = {}
        for number, term in outline.offers:
            if term.base == "types":
                self.entries[int(number)] = term
            elif term.of is not None:
                kind, name = term.names
                key = (kind, name.lower() if kind == terms.METHOD else name)
                self.described.setdefault(int(number), {})[key] = term.of

    def symbol(self, position: int) -> Symbol:
        """Return one of its symbols."""
        return self.outline.symbols[position]

    def entry(self, number: int) -> Target | None:
        """Return what is known of a symbol, or of a class that is not listed."""
        return self.entries.get(number)

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Position of a symbol → simple name in lower case, without `$` → the symbols in it."""
        found = members_by_owner(self.outline.symbols, "::")
        return {owner: _by_plain_name(names) for owner, names in found.items()}

    def own(self, owner: int, kind: str, name: str) -> int | None:
        """Return the position of the member of a kind that a class itself declares."""
        if not is_listed(owner) and owner != FILE_SCOPE:
            return self._own_of_unlisted(owner, kind, name)
        for position in self.members.get(owner, {}).get(name.lower(), ()):
            symbol = self.symbol(position)
            written = symbol.name.rpartition("::")[2].removeprefix("$")
            is_same = kind == terms.METHOD or written == name
            if symbol.kind in _KINDS[kind] and is_same:
                return position
        return None

    def _own_of_unlisted(self, owner: int, kind: str, name: str) -> int | None:
        entry = self.entry(owner)
        wanted = f"{kind}{name.lower() if kind == terms.METHOD else name}"
        for each in entry.names[1:] if entry is not None else ():
            own, _, position = each.partition("=")
            if own == wanted and is_listed(int(position)):
                return int(position)
        return None

    @cached_property
    def names(self) -> NamespaceNames:
        """The names of its first namespace, with what it takes by `use`."""
        names = NamespaceNames(next(iter(sorted(self.namespaces)), ""))
        for item in self.outline.imports:
            if not item.level:
                full = f"{item.module}\\{item.name}" if item.name else item.module
                names.take("", item.alias or item.name or item.module, full)
        return names

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """The namespaces that it declares something in."""
        fulls = (_full_name(entry) for entry in self.entries.values())
        return frozenset(full.rpartition("\\")[0] for full in fulls if full)


def _by_plain_name(names: Mapping[str, list[int]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, positions in names.items():
        found.setdefault(name.removeprefix("$").lower(), []).extend(positions)
    return found


def _full_name(entry: Target) -> str:
    is_named = entry.base in ("types", "returning", "own") and entry.names
    return entry.names[0] if is_named else ""


class PhpFiles:
    """The PHP files of a repository by what they declare.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.of_repository = {
            path: PhpFile(path, outline) for path, outline in own_outlines(files, "php").items()
        }
        self._autoloading = Autoloading(files)
        self._declared: dict[tuple[str, str], list[SymbolRef]] = {}
        for file in self.of_repository.values():
            for position, entry in file.outline.types:
                if full := _full_name(entry):
                    kind = _NAMED_BY[entry.base]
                    key = (kind, _key(kind, full))
                    self._declared.setdefault(key, []).append(SymbolRef(file.path, position))

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (file.path, names_of_outline(file.outline)) for file in self.of_repository.values()
        ]
        return digest_of((content, self._autoloading.prefixes))

    def file(self, path: str) -> PhpFile:
        """Return a file of the repository."""
        return self.of_repository[path]

    def find(self, kind: str, full: str, seen_from: str) -> Meaning | None:
        """Find what has a full name.

        Args:
            kind: `CLASS`, `FUNCTION` or `CONSTANT`.
            full: The name.
            seen_from: The file that names it; of several declarations the one that is loaded by
                its name counts, then the nearest.
        """
        declared = self._declared.get((kind, _key(kind, full)), ())
        if not declared:
            return None
        if len(declared) == 1:
            return Meaning(declared[0])
        ranked = sorted(declared, key=lambda one: (self._distance(one, full, seen_from), one))
        first, second = (self._distance(one, full, seen_from) for one in ranked[:2])
        return Meaning(ranked[0], first[:2] != second[:2])

    def _distance(self, symbol: SymbolRef, full: str, seen_from: str) -> tuple[bool, bool, int]:
        return (
            symbol.path != seen_from,
            not self._autoloading.is_place_of(full, symbol.path),
            -shared_parts(symbol.path, seen_from),
        )

    def is_namespace(self, name: str) -> bool:
        """Whether something of the repository is declared in a namespace, or inside of it."""
        return name.lower() in self._namespaces

    @cached_property
    def _namespaces(self) -> frozenset[str]:
        return frozenset(
            "\\".join(parts[:count])
            for file in self.of_repository.values()
            for namespace in file.namespaces
            for parts in [namespace.lower().split("\\")]
            for count in range(1, len(parts) + 1)
        )

    def sources(self, namespace: str) -> Iterable[PhpFile]:
        """Return the files that declare something in a namespace."""
        return [file for file in self.of_repository.values() if namespace in file.namespaces]


_NAMED_BY = {"types": terms.CLASS, "returning": terms.FUNCTION, "own": terms.CONSTANT}


def _key(kind: str, full: str) -> str:
    """Return a name without what PHP does not tell apart."""
    if kind != terms.CONSTANT:
        return full.lower()
    namespace, separator, name = full.rpartition("\\")
    return f"{namespace.lower()}{separator}{name}"
