"""Notes of the symbols in one file's syntax tree: aliases, variables and enumerators among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.found_symbols import Extent, Found, detail_of
from mkdocs_repodoc.languages.treesitter.import_notes import ImportNotes
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.signature_text import (
    LONGEST_SIGNATURE,
    show_value,
    tidy,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.text.english import one_line, shortened


@dataclass(slots=True, kw_only=True)
class FileNotes(ImportNotes):
    """What has been found in a file so far, and the ways to note more.

    Attributes:
        code: The bytes that the grammar reads; as long as the source.
        starts: For the offset of a declaration: where something that belongs to it, but that the
            grammar does not see, starts.
    """

    code: bytes
    starts: Mapping[int, int] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)

    def text(self, node: Node | None) -> str:
        """Return the source of a node; empty for no node."""
        if node is None:
            return ""
        return self.code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def line_of(self, node: Node | None) -> str:
        """Return the source of a node on one line."""
        return one_line(self.text(node)) if node is not None else ""

    def head_after(self, name_node: Node, node: Node, body: Node | None = None) -> str:
        """Return what stands between a name and its body, or the end of its definition."""
        end = body.start_byte if body is not None else node.end_byte
        return self.code[name_node.end_byte : end].decode("utf-8", "replace").strip()

    def add(
        self,
        kind: Kind,
        name: str,
        node: Node,
        name_node: Node | None,
        scope: Scope,
        *,
        signature: str = "",
        bases: Iterable[str] = (),
        decorators: Iterable[str] = (),
        labels: Iterable[str] = (),
        public: bool = True,
        name_end: int = -1,
        end: int = -1,
        doc_start: int = -1,
        parameters: Iterable[Parameter] = (),
        returns: str = "",
        annotation: str = "",
        value: str = "",
        body: bool = False,
    ) -> None:
        """Note a symbol.

        Args:
            kind: What it is.
            name: Qualified name.
            node: The definition.
            name_node: The defining name.
            scope: Where it stands; its wrappers belong to the symbol.
            signature: On any number of lines; it is made one.
            bases: As written.
            decorators: As written.
            labels: Traits; the scope's are put in front.
            public: By the language's rules for the symbol itself; the scope's count as well.
            name_end: Where the name ends, if not where its node does.
            end: Where the symbol ends, if not where its node does.
            doc_start: What its documentation stands above, if not the node.
            parameters: Of a function.
            returns: Type of what a function returns.
            annotation: Type of a field or variable.
            value: Value of a constant or variable.
            body: Whether it has statements.
        """
        if name_node is not None and name_node.start_byte == name_node.end_byte:
            return  # broken code, where the parser assumes a name
        found = Found(
            kind=kind,
            name=name,
            extent=self._extent(
                node, name_node, scope, name_end=name_end, end=end, doc_start=doc_start
            ),
            signature=shortened(tidy(scope.prefix + signature), LONGEST_SIGNATURE),
            bases=tuple(bases),
            decorators=tuple(decorators),
            labels=tuple(dict.fromkeys([*scope.labels, *labels])),
            public=public and scope.public,
            detail=detail_of(parameters, returns, annotation, value),
            body=body,
        )
        self.found.append(found)

    def _extent(
        self,
        node: Node,
        name_node: Node | None,
        scope: Scope,
        *,
        name_end: int,
        end: int,
        doc_start: int,
    ) -> Extent:
        """Return where a symbol stands; what is -1 is where its nodes say."""
        first = scope.start if scope.start >= 0 else node.start_byte
        last = name_node.end_byte if name_node is not None else -1
        return Extent(
            min(first, self.starts.get(first, first), self.starts.get(node.start_byte, first)),
            end if end >= 0 else node.end_byte,
            name_node.start_byte if name_node is not None else -1,
            name_end if name_end >= 0 else last,
            doc_start if doc_start >= 0 else node.start_byte,
        )

    def add_alias(
        self,
        node: Node,
        name_node: Node,
        scope: Scope,
        *,
        labels: Iterable[str] = (),
        public: bool = True,
    ) -> None:
        """Note a name for a type; what stands behind it is its signature.

        Args:
            node: The definition.
            name_node: The defining name.
            scope: Where it stands.
            labels: Traits.
            public: By the language's rules for the symbol itself.
        """
        self.add(
            Kind.TYPE_ALIAS,
            scope.qualify(self.text(name_node)),
            node,
            name_node,
            scope,
            signature=self.head_after(name_node, node),
            labels=labels,
            public=public,
        )

    def add_variable(
        self,
        kind: Kind,
        node: Node,
        name_node: Node,
        scope: Scope,
        *,
        name: str = "",
        annotation: str = "",
        value: str = "",
        decorators: Iterable[str] = (),
        labels: Iterable[str] = (),
        public: bool = True,
        end: int = -1,
    ) -> None:
        """Note a variable, field or constant; its signature is `: type = value`.

        Args:
            kind: What it is.
            node: The definition.
            name_node: The defining name.
            scope: Where it stands.
            name: In its scope, if not what is written.
            annotation: Its type, on one line; empty if it has none.
            value: Its value, on one line; empty if it has none.
            decorators: As written.
            labels: Traits.
            public: By the language's rules for the symbol itself.
            end: Where it ends, if not where its node does.
        """
        self.add(
            kind,
            scope.qualify(name or self.text(name_node)),
            node,
            name_node,
            scope,
            signature=(f": {annotation}" if annotation else "") + show_value(value),
            decorators=decorators,
            labels=labels,
            public=public,
            end=end,
            annotation=annotation,
            value=value,
        )

    def add_enumerator(self, node: Node, name_node: Node, scope: Scope, *, name: str = "") -> None:
        """Note one of the names that an enum lists, with its value if it has one.

        Args:
            node: The definition; its field `value` is the value.
            name_node: The defining name.
            scope: The enum.
            name: In its scope, if not what is written.
        """
        value = self.line_of(node.child_by_field_name("value"))
        self.add(
            Kind.ENUMERATOR,
            scope.qualify(name or self.text(name_node)),
            node,
            name_node,
            scope,
            signature=f" = {value}" if value else "",
            value=value,
        )
