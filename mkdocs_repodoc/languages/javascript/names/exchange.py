"""The walk through what modules take and give: ES modules and CommonJS."""

from __future__ import annotations

from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.exported_values import unnamed_default
from mkdocs_repodoc.languages.javascript.names.function_scopes import read_function
from mkdocs_repodoc.languages.javascript.names.name_walk import (
    DEFAULT,
    WHOLE,
    Handlers,
    Member,
    Offer,
    Walker,
)
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding, ScriptScope, Space
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


def _import(walker: Walker, node: Node) -> None:
    source = node.child_by_field_name("source")
    required = child_of_type(node, "import_require_clause")
    if required is not None:
        source = required.child_by_field_name("source")
        if source is not None:
            _take(walker, required.named_children[0], walker.import_of(source))
    if source is not None:
        note_module(walker, source)
    clause = child_of_type(node, "import_clause")
    for child in clause.named_children if clause is not None else ():
        if child.type == "identifier":
            _take(walker, child, walker.import_of(child))
        elif child.type == "namespace_import":
            _take(walker, child.named_children[0], walker.import_of(child))
        else:
            for one in child.named_children:
                name = one.child_by_field_name("name")
                alias = one.child_by_field_name("alias")
                if name is not None:
                    _take(walker, name, walker.import_of(name), alias)


def _take(
    walker: Walker,
    name: Node,
    imported: int,
    alias: Node | None = None,
    scope: ScriptScope | None = None,
) -> None:
    """Bind what an import takes, and note the names in the statement."""
    if imported < 0:
        return
    local = alias if alias is not None else name
    space: Space = "both"
    where = scope if scope is not None else walker.scope
    where.bind(walker.text(local), Binding(space, where, imported=imported))
    target = Target("import", (str(imported),))
    for node in {name.id: name, local.id: local}.values():
        walker.members.append(Member(node, target, None, "import", walker.symbol))


def note_module(walker: Walker, source: Node) -> None:
    """Note the name of a module, which means a file."""
    for child in source.named_children:
        if child.type == "string_fragment":
            target = Target("module", (walker.text(child),))
            walker.members.append(Member(child, target, None, "import", walker.symbol))


def required_module(walker: Walker, value: Node) -> Node | None:
    """Return the string in `require("…")` or `await import("…")`; nothing for other values."""
    call = value
    if call.type == "await_expression" and call.named_children:
        call = call.named_children[0]
    function, arguments = (call.child_by_field_name(name) for name in ("function", "arguments"))
    if call.type != "call_expression" or function is None or arguments is None:
        return None
    listed = arguments.named_children
    is_required = walker.text(function) in ("require", "import")
    return listed[0] if is_required and [child.type for child in listed] == ["string"] else None


def bind_required(walker: Walker, name: Node, value: Node, scope: ScriptScope) -> bool:
    """Bind what a variable takes from `require("…")`; tell whether it does that."""
    source = required_module(walker, value)
    if source is None:
        return False
    note_module(walker, source)
    if name.type != "object_pattern":
        imported = walker.import_of(source)
        if imported >= 0:
            scope.bind(walker.text(name), Binding("both", scope, imported=imported))
        return True
    for child in name.named_children:
        key = child.child_by_field_name("key") or child
        local = child.child_by_field_name("value")
        if local is None or local.type == "identifier":
            _take(walker, key, walker.import_of(key), local, scope)
    return True


def _export(walker: Walker, node: Node) -> None:
    source = node.child_by_field_name("source")
    declaration = node.child_by_field_name("declaration")
    for child in node.named_children:
        if child.type == "decorator":
            walker.visit(child)
    if source is not None:
        note_module(walker, source)
    clause = child_of_type(node, "export_clause", "namespace_export")
    if clause is not None and clause.type == "export_clause":
        for specifier in clause.named_children:
            _export_name(walker, specifier, passes_on=source is not None)
    elif clause is not None:
        imported = walker.import_of(clause)
        if imported >= 0:
            name = walker.text(clause.named_children[0]).strip("\"'")
            walker.offers.append(Offer(name, Target("import", (str(imported),))))
    elif declaration is not None:
        is_default = child_of_type(node, DEFAULT) is not None
        _export_declaration(walker, declaration, is_default=is_default)
    elif source is None:
        _export_value(walker, node)


def _export_value(walker: Walker, node: Node) -> None:
    """Note `export default …` and `export = …`."""
    name = WHOLE if child_of_type(node, "=") is not None else DEFAULT
    value = node.child_by_field_name("value")
    value = value or (node.named_children[-1] if node.named_children else None)
    word, function = unnamed_default(node)
    symbol = walker.symbol_of(word) if word is not None else FILE_SCOPE
    if function is not None and symbol != FILE_SCOPE:
        walker.offers.append(Offer(DEFAULT, Target("own", (str(symbol),))))
        read_function(walker, function, symbol=symbol)
    elif value is not None:
        is_name = value.type == "identifier"  # of a value, a type, or both
        offer = Offer(name, local=walker.text(value)) if is_name else Offer(name, value=value)
        walker.offers.append(offer)
        walker.use(value, "import" if is_name else "name", "both")  # others take it from here


def _export_name(walker: Walker, specifier: Node, *, passes_on: bool) -> None:
    name, alias = (specifier.child_by_field_name(field) for field in ("name", "alias"))
    if name is None:
        return
    given = walker.text(alias if alias is not None else name).strip("\"'")
    if passes_on:
        imported = walker.import_of(name)
        if imported >= 0:
            target = Target("import", (str(imported),))
            walker.offers.append(Offer(given, target))
            for node in {name.id: name, (alias or name).id: alias or name}.values():
                walker.members.append(Member(node, target, None, "import", walker.symbol))
    else:
        walker.offers.append(Offer(given, local=walker.text(name)))
        walker.use(name, "import", "both")
        if alias is not None:
            walker.use(alias, "import", "both")


def _export_declaration(walker: Walker, declaration: Node, *, is_default: bool) -> None:
    walker.visit(declaration)
    if declaration.type == "ambient_declaration" and declaration.named_children:
        declaration = declaration.named_children[0]
    name = declaration.child_by_field_name("name")
    if name is not None:
        given = DEFAULT if is_default else walker.text(name)
        walker.offers.append(Offer(given, local=walker.text(name)))
        return
    for declarator in declaration.named_children:
        if declarator.type == "variable_declarator":
            walker.offers += [Offer(name, local=name) for name in _bound(walker, declarator)]


def _bound(walker: Walker, declarator: Node) -> list[str]:
    """Return the names that a declarator binds, however deep in a pattern."""
    pattern = declarator.child_by_field_name("name")
    found = []
    stack = [pattern] if pattern is not None else []
    while stack:
        node = stack.pop()
        if node.type in ("identifier", "shorthand_property_identifier_pattern"):
            found.append(walker.text(node))
        elif node.type == "pair_pattern":
            stack += [child for child in [node.child_by_field_name("value")] if child is not None]
        elif node.type in ("assignment_pattern", "object_assignment_pattern"):
            stack += [child for child in [node.child_by_field_name("left")] if child is not None]
        else:
            stack += node.named_children
    return found


def read_common_js(walker: Walker, left: Node, right: Node) -> None:
    """Note what `module.exports = …` and `exports.name = …` give to others."""
    written = walker.text(left)
    head, _, rest = written.partition(".")
    if head == "module":
        head, _, rest = rest.partition(".")
    if head != "exports" or walker.scope.function() is not walker.module:
        return
    if rest and rest.isidentifier():
        own = _own(walker, left.child_by_field_name("property"))
        walker.offers.append(Offer(rest, own or _required(walker, right), value=right))
    elif not rest:
        own = _own(walker, left.child_by_field_name("property"))
        walker.offers.append(Offer(WHOLE, own or _required(walker, right), value=right))
        for child in right.named_children if right.type == "object" else ():
            _offer_key(walker, child)


def _required(walker: Walker, value: Node) -> Target | None:
    """Return the module that `require("…")` gives; nothing if a value is something else."""
    source = required_module(walker, value)
    imported = walker.import_of(source) if source is not None else -1
    return Target("import", (str(imported),)) if imported >= 0 else None


def _offer_key(walker: Walker, child: Node) -> None:
    """Note a name of the object that the exports are set to."""
    if child.type == "shorthand_property_identifier":
        walker.offers.append(Offer(walker.text(child), local=walker.text(child)))
        return
    is_method = child.type == "method_definition"
    name = child.child_by_field_name("name" if is_method else "key")
    if name is not None and (is_method or child.type == "pair"):
        given, value = walker.text(name).strip("\"'"), child.child_by_field_name("value")
        walker.offers.append(Offer(given, _own(walker, name), value=value))


def offer_whole(walker: Walker, name: Node) -> None:
    """Note that the exports are what a variable of the file is: `app = module.exports = {}`."""
    if walker.scope.function() is walker.module:
        walker.offers.append(Offer(WHOLE, local=walker.text(name)))


def _own(walker: Walker, name: Node | None) -> Target | None:
    symbol = walker.symbol_of(name) if name is not None else FILE_SCOPE
    return Target("own", (str(symbol),)) if symbol != FILE_SCOPE else None


HANDLERS: Handlers = {"import_statement": _import, "export_statement": _export}
