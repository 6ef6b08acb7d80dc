"""The head of a Haskell file: its imports from other modules, and its exports to them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.haskell.resolution.haskell_binding import last_name
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import OutlinedTree
from mkdocs_repodoc.languages.treesitter.identifiers.lexical_scopes import LexicalScopes
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import ReferenceKind, Target

EXPORT = "export"
IMPORT = "import"
MODULE = "module"
ALL = ".."
_TYPES = frozenset({"name", "type"})


class ModuleFinder(NotedIdentifiers, ToldSymbols):
    """The part of a pass that visits the head of a file and its imports.

    Args:
        file: The file.

    Attributes:
        positions: Its symbols by their defining names.
        scopes: The variables around.
        kind: What the next name is there for.
        offers: Its module, what that imports and exports.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file.code)
        self.positions = SymbolPositions(file.symbols)
        self.types: list[tuple[int, Target]] = []
        self.scopes = LexicalScopes()
        self.kind: ReferenceKind = "name"
        self.offers: list[tuple[str, Target]] = []

    def note_name(self, node: Node, space: str, module: str = "") -> None:
        """Note a name of values (`v`) or types (`t`), bare or behind that of a module."""
        kind, self.kind = self.kind, "name"
        if is_listed(self.positions.of(node)):
            return
        name = self.text(node)
        target = Target("member", (space, module, name)) if module else None
        self.note(node, target or Target("global", (space, name)), kind)

    def header(self, node: Node) -> None:
        """Visit the head of a module with what it exports."""
        module = self.text(node.child_by_field_name("module"))
        self.offers.append((MODULE, Target("module", (module,))))
        exports = node.child_by_field_name("exports")
        if exports is None:
            return
        self.offers.append((EXPORT, Target("many", ())))
        for one in exports.named_children:
            if one.type == "module_export":
                given = self.text(one.child_by_field_name("module"))
                self.offers.append((EXPORT, Target("module", (given,))))
            elif one.type == "export":
                self._export(one)

    def _export(self, node: Node) -> None:
        named = [child for child in node.named_children if child.type != "namespace"]
        if not named:
            return
        head, children = named[0], child_of_type(node, "children")
        space = "t" if children is not None or _is_type(node, head) else "v"
        names: tuple[str, ...] = (space, self.text(last_name(head)))
        if head.type == "qualified":
            names = (space, self.text(head.child_by_field_name("module")).rstrip("."), names[1])
            self.note(last_name(head), Target("member", names), "name")
        else:
            self.note(last_name(head), Target("global", names), "name")
        target = Target("member" if head.type == "qualified" else "global", names)
        self.offers.append((EXPORT, target))
        for child in self._children(children):
            name = self.text(child)
            if name == ALL:
                self.offers.append((EXPORT, Target("many", (), target)))
            else:
                inner = Target("global", ("v", name))
                self.note(child, inner, "name")
                self.offers.append((EXPORT, inner))

    @staticmethod
    def _children(node: Node | None) -> Iterator[Node]:
        for child in node.named_children if node is not None else ():
            yield last_name(child)

    def import_statement(self, node: Node) -> None:
        """Visit an import with its list."""
        module = node.child_by_field_name("module")
        if module is None:
            return
        name = self.text(module)
        self.note(module, Target("module", (name,)), "import")
        names = node.child_by_field_name("names")
        alias = self.text(node.child_by_field_name("alias"))
        is_qualified = child_of_type(node, "qualified") is not None
        is_hiding = child_of_type(node, "hiding") is not None
        how = "all" if names is None else "hiding" if is_hiding else "only"
        items = [
            item
            for one in (names.named_children if names is not None else ())
            for item in self._imported(one, name)
        ]
        words = (name, alias or name, "qualified" if is_qualified else "", how, *items)
        self.offers.append((IMPORT, Target("relative", words)))

    def _imported(self, node: Node, module: str) -> Iterator[str]:
        named = [child for child in node.named_children if child.type != "namespace"]
        if node.type != "import_name" or not named:
            return
        children = child_of_type(node, "children")
        head = last_name(named[0])
        space = "t" if children is not None or _is_type(node, named[0]) else "v"
        name = self.text(head)
        self.note(head, Target("module", (module, space, name)), "import")
        yield f"{space}:{name}"
        for child in self._children(children):
            inner = self.text(child)
            if inner == ALL:
                yield f"*:{name}"
            else:
                self.note(child, Target("module", (module, "v", inner)), "import")
                yield f"v:{inner}"


def _is_type(node: Node, head: Node) -> bool:
    """Whether a name in a list is that of a type."""
    is_marked = child_of_type(node, "namespace") is not None
    last = head.child_by_field_name("id") if head.type == "qualified" else head
    return is_marked or (last is not None and last.type in _TYPES)
