"""Fields of classes that a call describes, `count: int = field(default=3)`, and their defaults."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts

_MAKERS = frozenset({"field", "ib", "attrib", "Field"})
_PACKAGES = frozenset({"dataclasses", "attr", "attrs", "pydantic", "msgspec", "sqlmodel"})
_FIRST = "Field"
"""The function whose first argument is the default."""
_WRAPPERS = frozenset({"attr.Factory", "attrs.Factory"})
_FACTORIES = ("default_factory", "factory")
_EMPTY = {"list": "[]", "dict": "{}", "tuple": "()"}
"""Types that make an empty value, with what one writes for it."""


class DescribedFields:
    """The fields of one module that calls of `dataclasses`, attrs, pydantic or msgspec describe.

    Args:
        structure: What was found in the module.
        names: Its imports.
        source: Its text.
    """

    def __init__(self, structure: Structure, names: ImportAliases, source: SourceExcerpts) -> None:
        self._structure = structure
        self._names = names
        self._source = source
        self._makers: dict[str, ast.expr] | None = None

    def start(self, value: ast.expr | None, longest: int) -> str | None:
        """Return what a field starts with, `None` unless its value is a call that describes it.

        Args:
            value: What the field is set to.
            longest: Characters that are returned at most.

        Returns:
            A default as written; of one that a function makes, what that returns or its call. It
            is empty where a value has to be given.
        """
        if not isinstance(value, ast.Call):
            return None
        package, _, rest = self._names.path(value).partition(".")
        last = rest.rpartition(".")[2]
        if package not in _PACKAGES or last not in _MAKERS:
            return None
        keywords = {each.arg: each.value for each in value.keywords}
        first = value.args[0] if value.args and last == _FIRST else None
        default = keywords.get("default", first)
        made = next((keywords[each] for each in _FACTORIES if each in keywords), None)
        if isinstance(default, ast.Call) and self._names.path(default) in _WRAPPERS:
            made = next(iter(default.args), None)
        if made is not None:
            return self._made(made, longest)
        if default is None or (isinstance(default, ast.Constant) and default.value is ...):
            return ""
        return self._source.short(default, longest)

    def _made(self, factory: ast.expr, longest: int) -> str:
        """Return what a function makes that is called for each new object."""
        if isinstance(factory, ast.Lambda):
            return self._source.short(factory.body, longest)
        if self._makers is None:
            self._makers = _makers(self._structure)
        name = dotted(factory)
        if name in self._makers:
            return self._source.short(self._makers[name], longest)
        return _EMPTY.get(name, f"{name}()" if name else "")


def _makers(structure: Structure) -> dict[str, ast.expr]:
    """Return the functions of a module that only return something, with what they return."""
    found: dict[str, ast.expr] = {}
    for definition in structure.definitions:
        node = definition.node
        if isinstance(node, FunctionNode) and definition.scope is structure.module:
            match node.body[1:] if definition.docstring is not None else node.body:
                case [ast.Return(value=ast.expr() as value)]:
                    found[node.name] = value
    return found
