"""The meaning of `this` in functions that are members of objects, by where they are put.

A function in an object literal, or one that is assigned to an object, is called on the object; one
that is put into a prototype is called on what the constructor makes.
"""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.names.name_walk import Walker
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_MIXING = frozenset(("Object.assign", "Object.setPrototypeOf"))
_MIXING_LIBRARIES = frozenset(
    ("merge-descriptors", "utils-merge", "object-assign", "lodash.assign", "extend", "xtend")
)
"""Libraries whose one function copies the properties of an object to another."""


def note_receiver(walker: Walker, left: Node, right: Node) -> None:
    """Note what `this` is in what is assigned to a member or a prototype.

    Args:
        walker: The walk; it stands at the assignment.
        left: What is assigned to.
        right: The function, or the object with functions.
    """
    of, name = left.child_by_field_name("object"), left.child_by_field_name("property")
    if left.type != "member_expression" or of is None or name is None:
        return
    if walker.text(name) == "prototype":
        note_members(walker, right, _instance(walker, of))
    elif of.type == "member_expression":
        inner, last = of.child_by_field_name("object"), of.child_by_field_name("property")
        if inner is not None and last is not None and walker.text(last) == "prototype":
            _note(walker, right, _instance(walker, inner))
    else:
        symbol = _symbol(walker, of)
        _note(walker, right, Target("own", (str(symbol),)) if symbol != FILE_SCOPE else None)


def note_members(walker: Walker, literal: Node | None, this: Target | None) -> None:
    """Note what `this` is in the functions of an object literal."""
    if literal is None or literal.type != "object" or this is None:
        return
    for child in literal.named_children:
        value = child.child_by_field_name("value") if child.type == "pair" else child
        _note(walker, value, this)


def note_mixed(walker: Walker, function: Node, arguments: Node) -> None:
    """Note that a call copies the members of an object to a variable of the file."""
    listed = arguments.named_children
    if len(listed) < 2 or listed[0].type != "identifier" or not _mixes(walker, function):  # noqa: PLR2004 - a target and a source
        return
    binding = walker.scope.look_up(walker.text(listed[0]), "value")
    if binding is not None and binding.imported < 0:
        binding.mixed = Binding("value", walker.scope, value=listed[1])


def _mixes(walker: Walker, function: Node) -> bool:
    written = walker.text(function)
    if written in _MIXING:
        return True
    binding = walker.scope.look_up(written, "value") if function.type == "identifier" else None
    return (
        binding is not None
        and binding.imported >= 0
        and walker.imports[binding.imported].module in _MIXING_LIBRARIES
    )


def _note(walker: Walker, function: Node | None, this: Target | None) -> None:
    if function is not None and this is not None:
        walker.receivers[function.id] = this


def _instance(walker: Walker, constructor: Node) -> Target | None:
    symbol = _symbol(walker, constructor)
    return Target("self", (str(symbol),)) if symbol != FILE_SCOPE else None


def _symbol(walker: Walker, name: Node) -> int:
    if name.type != "identifier":
        return FILE_SCOPE
    binding = walker.scope.look_up(walker.text(name), "value")
    return binding.symbol if binding is not None else FILE_SCOPE
