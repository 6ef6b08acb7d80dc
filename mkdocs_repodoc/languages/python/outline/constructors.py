"""Signatures of classes: how they are called, by their methods or fields."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.signatures import (
    LONGEST_DEFAULT,
    Signature,
    fields_signature,
    signature,
)
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.special_methods import CONSTRUCTORS

_FIELD_MAKERS = frozenset({"field", "ib"})
"""Functions of `dataclasses` and `attrs` whose call says what a field is."""
_FACTORIES = frozenset({"default_factory", "factory"})


class Constructors:
    """Finds how classes of one module are called.

    Args:
        source: The file's text.
        names: Its imports.
    """

    def __init__(self, source: SourceExcerpts, names: ImportAliases) -> None:
        self._source = source
        self._names = names

    def find(
        self, node: ast.ClassDef, members: Iterable[NameDefinition], labels: Collection[str]
    ) -> Signature | None:
        """Return how a class is called, where its own body says so.

        Args:
            node: The class.
            members: What is defined in it, or in other classes of its name.
            labels: Its traits.
        """
        inside = [
            member
            for member in members
            if node.lineno <= member.node.lineno <= (node.end_lineno or node.lineno)
        ]
        for name in CONSTRUCTORS:
            for member in reversed(inside):
                if member.name == name and isinstance(member.node, FunctionNode):
                    return signature(member.node, self._source, bound=True, returns=False)
        made = {"dataclass", "named tuple"} & set(labels)
        if made and (not node.bases or "named tuple" in made):
            return self._fields(inside)
        return None

    def _fields(self, members: list[NameDefinition]) -> Signature | None:
        fields = []
        for member in members:
            if not isinstance(member.node, ast.AnnAssign):
                continue
            annotation = self._names.path(member.node.annotation)
            if annotation in {"typing.ClassVar", "dataclasses.KW_ONLY"}:
                # A field order that the class body alone does not tell.
                if annotation == "dataclasses.KW_ONLY":
                    return None
                continue
            default = self._default(member.value)
            if default is None:
                return None
            fields.append((member.name, self._source.code(member.node.annotation), default))
        return fields_signature(fields) if fields else None

    def _default(self, value: ast.expr | None) -> str | None:
        """Return what a field starts with; `None` if it is no parameter like the others."""
        if value is None:
            return ""
        maker = self._names.path(value).rpartition(".")[2]
        if not isinstance(value, ast.Call) or maker not in _FIELD_MAKERS:
            return self._source.short(value, LONGEST_DEFAULT)
        keywords = {each.arg: each.value for each in value.keywords}
        if "init" in keywords or "kw_only" in keywords:
            return None
        if "default" in keywords:
            return self._source.short(keywords["default"], LONGEST_DEFAULT)
        return "…" if _FACTORIES & keywords.keys() else ""
