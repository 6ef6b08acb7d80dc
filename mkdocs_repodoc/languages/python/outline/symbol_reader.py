"""From definitions to symbols, the way the pages show them.

All definitions of a function or class are kept: overloads, variants under `if` and `try`, the
parts of a property. A variable is kept where it is first assigned, and once more for each
alternative branch that assigns it (the first five of them); `self.x = …` counts as a definition
in the class, `__init__` coming before its other methods.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from mkdocs_repodoc.languages.python.outline import labels as traits
from mkdocs_repodoc.languages.python.outline.constructors import Constructors
from mkdocs_repodoc.languages.python.outline.described_fields import DescribedFields
from mkdocs_repodoc.languages.python.outline.distinct_definitions import distinct_definitions
from mkdocs_repodoc.languages.python.outline.docstrings import Owner, ReadDocstring, read_docstring
from mkdocs_repodoc.languages.python.outline.errors.raised_names import raised_names
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.signatures import (
    LONGEST_VALUE,
    assignment,
    signature,
)
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition, Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts, Span
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Symbol, SymbolDetail
from mkdocs_repodoc.settings import DocstringStyle

_LONGEST_DETAIL = 200
_NO_DOCUMENTATION = ReadDocstring()


class SymbolReader:
    """Makes the symbols of one module.

    Args:
        structure: What the pass over the tree collected.
        source: The file's text.
        names: Its imports.
        exports: Its `__all__`.
        style: How its docstrings are written.
    """

    def __init__(
        self,
        structure: Structure,
        source: SourceExcerpts,
        names: ImportAliases,
        exports: tuple[str, ...] | None,
        style: DocstringStyle,
    ) -> None:
        self._definitions = structure.definitions
        self._source = source
        self._names = names
        self._fields = DescribedFields(structure, names, source)
        self._constructors = Constructors(source, names)
        self._exports = exports
        self._style = style
        self._class_labels: dict[str, list[str]] = {}
        self._accessors: dict[str, list[str]] = {}
        self._members: dict[str, list[NameDefinition]] = {}
        for definition in structure.definitions:
            if definition.method is None:
                self._members.setdefault(definition.scope.name, []).append(definition)

    def read(self) -> tuple[tuple[Symbol, ...], tuple[SymbolDetail, ...], list[NameDefinition]]:
        """Return the symbols in source order, their details, and the definitions they come from."""
        placed = [
            (self._span(definition), definition)
            for definition in distinct_definitions(self._definitions)
        ]
        placed.sort(key=lambda entry: (entry[0].line, entry[0].column))
        self._find_accessors(definition for _, definition in placed)
        made = [self._symbol(definition, span) for span, definition in placed]
        return (
            tuple(symbol for symbol, _ in made),
            tuple(detail for _, detail in made),
            [definition for _, definition in placed],
        )

    def _span(self, definition: NameDefinition) -> Span:
        node, target = definition.node, definition.target
        if isinstance(target, ast.Attribute):
            return self._source.attribute_name(target)
        if target is not None:
            return Span(target.lineno, target.col_offset, target.end_col_offset or 0)
        assert isinstance(node, FunctionNode | ast.ClassDef)  # noqa: S101 - narrows the type
        return self._source.definition_name(node)

    def _find_accessors(self, definitions: Iterable[NameDefinition]) -> None:
        """Note which properties can be set and deleted."""
        for definition in definitions:
            if isinstance(definition.node, FunctionNode):
                for decorator in definition.node.decorator_list:
                    head, _, last = self._names.path(decorator).rpartition(".")
                    if head == definition.name and last in {"setter", "deleter"}:
                        label = "writable" if last == "setter" else "deletable"
                        name = definition.scope.path(definition.name)
                        self._accessors.setdefault(name, []).append(label)

    def _symbol(self, definition: NameDefinition, span: Span) -> tuple[Symbol, SymbolDetail]:
        node = definition.node
        if isinstance(node, FunctionNode):
            return self._function(definition, node, span)
        if isinstance(node, ast.ClassDef):
            return self._class(definition, node, span)
        return self._attribute(definition, span)

    def _function(
        self, definition: NameDefinition, node: FunctionNode, span: Span
    ) -> tuple[Symbol, SymbolDetail]:
        labels = traits.function_labels(definition, self._names)
        method = isinstance(definition.scope.node, ast.ClassDef)
        found = signature(node, self._source, bound=method and "static" not in labels)
        kind = Kind.METHOD if method else Kind.FUNCTION
        text = found.text
        if method and "property" in labels:
            kind = Kind.PROPERTY
            if not {"setter", "deleter"} & set(labels):
                accessors = self._accessors.get(definition.scope.path(node.name), ())
                labels += [label for label in accessors if label not in labels]
                text = f": {found.returns}" if found.returns else ""
        owner = Owner(
            name=node.name,
            parameters=found.parameters,
            annotation=found.returns or None,
            returns=found.returns or None,
            is_function=True,
        )
        documentation = self._document(definition, owner)
        body = definition.body
        symbol = self._make(definition, span, kind, documentation, text=text, labels=labels)
        return symbol, SymbolDetail(
            documentation=documentation.sections,
            parameters=found.records(),
            returns=found.returns,
            complexity=body.complexity if body else 0,
            raises=raised_names(definition, self._source),
        )

    def _class(
        self, definition: NameDefinition, node: ast.ClassDef, span: Span
    ) -> tuple[Symbol, SymbolDetail]:
        labels = traits.class_labels(definition, self._names, self._class_labels)
        members = self._members.get(definition.body.name if definition.body else "", [])
        constructor = self._constructors.find(node, members, labels)
        owner = Owner(name=node.name)
        if constructor is not None:
            owner.parameters = constructor.parameters
        documentation = self._document(definition, owner)
        text = constructor.text if constructor is not None else ""
        symbol = self._make(definition, span, Kind.CLASS, documentation, text=text, labels=labels)
        return symbol, SymbolDetail(
            documentation=documentation.sections,
            parameters=constructor.records() if constructor is not None else (),
        )

    def _attribute(self, definition: NameDefinition, span: Span) -> tuple[Symbol, SymbolDetail]:
        source = self._source
        scope_labels = self._class_labels.get(definition.scope.name, [])
        labels = traits.attribute_labels(definition, scope_labels, self._names)
        annotation = definition.annotation
        written = source.code(annotation) if annotation is not None else ""
        owner = Owner(name=definition.name, annotation=written or None, is_attribute=True)
        documentation = self._document(definition, owner)
        is_field = definition.method is None and isinstance(definition.scope.node, ast.ClassDef)
        start = self._fields.start(definition.value, LONGEST_VALUE) if is_field else None
        text = assignment(annotation, definition.value, source, start)
        kind = self._attribute_kind(definition, labels)
        symbol = self._make(definition, span, kind, documentation, text=text, labels=labels)
        value = definition.value
        return symbol, SymbolDetail(
            documentation=documentation.sections,
            annotation=written,
            value=source.short(value, _LONGEST_DETAIL) if value is not None else "",
        )

    def _attribute_kind(self, definition: NameDefinition, labels: list[str]) -> Kind:
        if not isinstance(definition.node, ast.Assign | ast.AnnAssign):
            return Kind.TYPE_ALIAS
        if definition.value is not None and definition.annotation is None:
            if traits.makes_type_variable(definition.value, self._names):
                return Kind.ATTRIBUTE
            if definition.method is None and traits.is_type(definition.value, self._names):
                return Kind.TYPE_ALIAS
        final = False
        if definition.annotation is not None:
            path = self._names.path(definition.annotation)
            if path == "typing.TypeAlias":
                return Kind.TYPE_ALIAS
            final = path == "typing.Final"
        if final or "enum member" in labels or definition.name.isupper():
            return Kind.CONSTANT
        return Kind.ATTRIBUTE

    def _document(self, definition: NameDefinition, owner: Owner) -> ReadDocstring:
        docstring = definition.docstring
        if docstring is None:
            return _NO_DOCUMENTATION
        return read_docstring(str(docstring.value), docstring.lineno, owner, self._style)

    def _make(
        self,
        definition: NameDefinition,
        span: Span,
        kind: Kind,
        documentation: ReadDocstring,
        *,
        text: str,
        labels: list[str],
    ) -> Symbol:
        node = definition.node
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        bases: list[ast.expr] = getattr(node, "bases", [])
        code = self._source.code
        return Symbol(
            name=definition.scope.path(definition.name),
            kind=kind,
            line=min([decorator.lineno for decorator in decorators], default=node.lineno),
            end_line=node.end_lineno or node.lineno,
            name_line=span.line,
            column=span.column,
            end_column=span.end_column,
            summary=documentation.summary,
            signature=text,
            bases=tuple(code(base) for base in bases),
            decorators=tuple(code(decorator) for decorator in decorators),
            labels=tuple(labels),
            public=traits.is_public(definition, self._exports),
        )
