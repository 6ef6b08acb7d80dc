"""The identifiers of a file that mean something, as a pass over its tree notes them."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, ReferenceKind, Target


class NotedIdentifiers:
    """Base of a pass over the tree of one file.

    Args:
        code: The file.

    Attributes:
        code: What is visited: the file, or a part of it that was read again.
        row: Row of the file at which that begins.
        column: Column at which its first row begins there.
        scope: Index of the symbol around; `FILE_SCOPE` for none.
        references: The identifiers that mean something beyond a local variable, in any order.
        targets: What they mean, each once.
    """

    def __init__(self, code: bytes) -> None:
        self.code = code
        self.row = self.column = 0
        self.scope = FILE_SCOPE
        self.references: list[Reference] = []
        self.targets: dict[Target, int] = {}

    def text(self, node: Node | None) -> str:
        """Return the source of a node; empty for no node."""
        if node is None:
            return ""
        return self.code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def note(
        self, node: Node, target: Target | None, kind: ReferenceKind, call: Node | None = None
    ) -> None:
        """Note what an identifier means, if that is known; of the name of a call, also how.

        Args:
            node: The identifier.
            target: What it means; `None` if nothing is known of it.
            kind: What it is there for.
            call: The call that it is the name of.
        """
        if target is None:
            return
        arguments = end_line = 0
        if call is not None:
            arguments = len(listed(call.child_by_field_name("arguments")))
            end_line = call.end_point.row + 1 + self.row
        row, column = node.start_point
        shift = self.column if row == 0 else 0
        self.references.append(
            Reference(
                line=row + 1 + self.row,
                column=column + shift,
                end_column=node.end_point.column + shift,
                target=self.targets.setdefault(target, len(self.targets)),
                kind=kind,
                scope=self.scope,
                arguments=arguments,
                end_line=end_line,
            )
        )


def listed(node: Node | None) -> list[Node]:
    """Return the named parts of a node without comments; none for no node."""
    if node is None:
        return []
    return [child for child in node.named_children if not child.type.endswith("comment")]
