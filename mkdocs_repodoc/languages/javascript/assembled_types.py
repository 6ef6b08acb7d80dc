"""Classes and objects that assignments put together, function by function.

A function that is given methods through its prototype is a class, as ECMAScript defines one
(`class` is notation for it), and a variable that functions are assigned to is an object with
methods. Either shows only once the whole file has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace
from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.found_symbols import Found
from mkdocs_repodoc.languages.treesitter.walk import Walk
from mkdocs_repodoc.model.kinds import Kind

_INHERITING = frozenset(("inherits", "util.inherits", "Object.setPrototypeOf"))
"""Functions that make their second argument the base of the first."""
_TARGET = re.compile(r"(?P<owner>[\w$]+)\.prototype(?:\.__proto__)?")
_PROTOTYPE = re.compile(
    r"Object\.create\(\s*([\w$.]+)\.prototype\b.*|new ([\w$.]+)\b.*|([\w$.]+)\.prototype"
)
"""Values that make what they name the base of a class, as its prototype or that one's own."""


def complete_types(walk: Walk, root: Node) -> None:
    """Give the classes and objects of a file their kinds and bases.

    Args:
        walk: The walk over the file; what it has found is replaced.
        root: The file's tree.
    """
    members = _members(walk.found)
    if not members:
        return
    kinds = {
        found.name: kind
        for found in walk.found
        if (kind := _kind(found, members.get(found.name, set()))) is not None
    }
    if not kinds:
        return
    bases = dict(_bases(walk, root))
    walk.found = [_completed(found, kinds, bases.get(found.name, "")) for found in walk.found]


def _members(found: list[Found]) -> dict[str, set[Kind]]:
    """Return the kinds of the functions that are members of each name of the file."""
    members: dict[str, set[Kind]] = {}
    for each in found:
        owner, _, _ = each.name.rpartition(".")
        if owner and each.public and each.kind in (Kind.METHOD, Kind.FUNCTION):
            members.setdefault(owner, set()).add(each.kind)
    return members


def _kind(found: Found, members: set[Kind]) -> Kind | None:
    """Return what a symbol is for the functions that it has; `None` if it is what it was."""
    if not members or "." in found.name:
        return None
    if found.kind == Kind.FUNCTION and Kind.METHOD in members:
        return Kind.CLASS
    return Kind.OBJECT if found.kind in (Kind.VARIABLE, Kind.CONSTANT) else None


def _completed(found: Found, kinds: dict[str, Kind], base: str) -> Found:
    kind = kinds.get(found.name)
    if kind == Kind.OBJECT:
        annotation = found.detail.annotation
        return found._replace(
            kind=kind,
            signature=f": {annotation}" if annotation else "",
            detail=replace(found.detail, value=""),
        )
    if kind == Kind.CLASS:
        return found._replace(kind=kind, bases=(base,) if base else found.bases)
    owner, _, _ = found.name.rpartition(".")
    if found.kind == Kind.FUNCTION and found.public and owner in kinds:
        static = ("static",) if kinds[owner] == Kind.CLASS else ()
        return found._replace(kind=Kind.METHOD, labels=(*found.labels, *static))
    return found


def _bases(walk: Walk, root: Node) -> Iterator[tuple[str, str]]:
    """Yield the classes that statements of the file give a base, with that base, as written."""
    for statement in root.named_children:
        if statement.type != "expression_statement" or not statement.named_children:
            continue
        node = statement.named_children[0]
        if node.type == "call_expression":
            pair = _inheriting_call(walk, node)
        elif node.type == "assignment_expression":
            pair = _prototype(walk, node)
        else:
            continue
        if pair is not None and all(pair):
            yield pair


def _inheriting_call(walk: Walk, node: Node) -> tuple[str, str] | None:
    """Read `util.inherits(Shop, Place)` and `Object.setPrototypeOf(Shop.prototype, …)`."""
    function, arguments = (node.child_by_field_name(name) for name in ("function", "arguments"))
    if arguments is None or walk.text(function) not in _INHERITING:
        return None
    names = [walk.text(child).removesuffix(".prototype") for child in arguments.named_children]
    return (names[0], names[1]) if len(names) > 1 else None


def _prototype(walk: Walk, node: Node) -> tuple[str, str] | None:
    """Read `Shop.prototype = Object.create(Place.prototype)`, `new Place` and `__proto__`."""
    left, right = (walk.line_of(node.child_by_field_name(name)) for name in ("left", "right"))
    target, value = _TARGET.fullmatch(left), _PROTOTYPE.fullmatch(right)
    if target is None or value is None:
        return None
    return target["owner"], next(filter(None, value.groups()))
