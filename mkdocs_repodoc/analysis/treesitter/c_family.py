"""C, C++ and CUDA: types, functions, methods, namespaces, macros and includes.

Directives and macros are off before the grammar reads the file (`preprocessor`, `macros`), so that
the tree holds declarations only. What a name is depends on where it stands: a function inside a
class is a method, one named like the class its constructor.
"""

from __future__ import annotations

import re
from dataclasses import replace

import tree_sitter_c
import tree_sitter_cpp
import tree_sitter_cuda
from tree_sitter import Node

from mkdocs_repodoc.analysis.treesitter.declarators import (
    Declared,
    qualifiers,
    read_declarator,
    read_parameters,
)
from mkdocs_repodoc.analysis.treesitter.macros import Blanked
from mkdocs_repodoc.analysis.treesitter.walk import (
    Dialect,
    Handler,
    Scope,
    Walk,
    child_of_type,
    one_line,
)

_CLASS_KINDS = {"class_specifier": "class", "struct_specifier": "struct", "union_specifier": "union"}
_CLASSES = frozenset(_CLASS_KINDS.values())
_TYPES = frozenset([*_CLASS_KINDS, "enum_specifier"])
_PRIVATE_NAMESPACES = frozenset({"detail", "details", "internal", "impl", "_detail", "_impl"})
_KEYWORDS = frozenset(
    """
    alignas alignof and asm auto bool break case catch char class concept const consteval constexpr
    const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast
    else enum explicit export extern false final float for friend goto if inline int long mutable
    namespace new noexcept not nullptr operator or override private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct
    switch template this thread_local throw true try typedef typeid typename union unsigned using
    virtual void volatile wchar_t while xor
    """.split()
)
_C_KEYWORDS = _KEYWORDS - frozenset(
    """
    alignas alignof and catch class concept consteval constexpr const_cast co_await co_return
    co_yield decltype delete dynamic_cast explicit export final friend mutable namespace new
    noexcept not operator or override private protected public reinterpret_cast requires
    static_assert static_cast template this throw try typeid typename using virtual xor
    """.split()
)
_IDENTIFIER = re.compile(r"~?[^\W\d]\w*$")
_MACRO_NAME = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Za-z0-9_]*$|[A-Z][A-Z0-9]{2,}$")
_TEST = re.compile(r"(?:TYPED_)?TEST(?:_[FPG])?$")
_PYTHON_MODULE = re.compile(r"(?:PYBIND11_(?:EMBEDDED_)?MODULE|NB_MODULE|BOOST_PYTHON_MODULE)$")
_TORCH_LIBRARY = re.compile(r"(?:STABLE_)?TORCH_LIBRARY(_IMPL|_FRAGMENT)?$")
_STORAGE = re.compile(r"\b(?:static|extern|mutable|thread_local|inline|constexpr|constinit)\b")
_PARAMETER = re.compile(
    r"\(\s*(?:const|volatile|struct|void|bool|char|short|int|long|float|double|unsigned|signed)\b"
)
_SPECIFIERS = {
    "static": "static",
    "extern": "extern",
    "inline": "inline",
    "virtual": "virtual",
    "explicit": "explicit",
    "constexpr": "constexpr",
    "consteval": "consteval",
    "constinit": "constinit",
    "thread_local": "thread local",
    "mutable": "mutable",
    "__global__": "kernel",
    "__device__": "device",
    "__host__": "host",
    "__shared__": "shared",
    "__constant__": "constant memory",
}
_SPECIFIER_NODES = frozenset(
    {
        "storage_class_specifier",
        "type_qualifier",
        "virtual",
        "virtual_function_specifier",
        "explicit_function_specifier",
        "inline",
    }
)


def _namespace(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    body = node.child_by_field_name("body")
    if name_node is None:
        inner = replace(scope, public=False, start=-1, kind="namespace")
        walk.enter(body, inner)
        return
    name = scope.qualify(walk.line_of(name_node).replace(" ", ""))
    parts = set(name.split("::"))
    inner = scope.inside(
        name, "namespace", public=scope.public and not parts & _PRIVATE_NAMESPACES, separator="::"
    )
    if name not in walk.seen:
        walk.seen.add(name)
        labels = ["inline"] if child_of_type(node, "inline") else []
        walk.add(
            "namespace", name, node, name_node, scope, labels=labels, public=inner.public
        )
    walk.enter(body, inner)


def _namespace_alias(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    value = node.named_children[-1]
    if name is not None and not _in_function(scope):
        labels = ["alias"]
        signature = f" = {walk.line_of(value)}"
        walk.add(
            "namespace",
            scope.qualify(walk.line_of(name)),
            node,
            name,
            scope,
            signature=signature,
            labels=labels,
        )


def _template(walk: Walk, node: Node, scope: Scope) -> None:
    parameters = walk.text(node.child_by_field_name("parameters"))
    prefix = scope.prefix + ("" if parameters == "<>" else parameters)
    labels = ["specialization"] if parameters.replace(" ", "") == "<>" else ["template"]
    walk.enter(node, scope.wrapped(node.start_byte, prefix=prefix, labels=labels))


def _class(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.child_by_field_name("body")
    if body is None or _in_function(scope):
        return  # a forward declaration, or a type that is only used
    name_node = node.child_by_field_name("name")
    if name_node is None:
        walk.enter(body, replace(scope, start=-1, labels=(), prefix=""))
        return
    _add_class(walk, node, name_node, _class_name(walk, name_node), body, scope)


def _class_name(walk: Walk, name_node: Node) -> str:
    return one_line(walk.text(name_node)).replace(" ::", "::")


def _add_class(
    walk: Walk,
    node: Node,
    name_node: Node,
    name: str,
    body: Node,
    scope: Scope,
    *,
    outer: Node | None = None,
) -> None:
    kind = _CLASS_KINDS[node.type]
    place = name_node
    while place.type in {"qualified_identifier", "template_type"}:
        place = place.child_by_field_name("name") or place.named_children[0]
    qualified = scope.qualify(name)
    public = _is_public(scope)
    labels = _access_labels(scope)
    if child_of_type(node, "virtual_specifier"):
        labels.append("final")
    labels += _macro_labels(walk, node.start_byte, place.start_byte)
    if _attribute(walk, node, "deprecated"):
        labels.append("deprecated")
    bases = _bases(walk, node)
    walk.add(
        kind,
        qualified,
        outer or node,
        place,
        scope,
        bases=bases,
        labels=labels,
        public=public,
    )
    inner = scope.inside(
        qualified,
        kind,
        public=scope.public and public,
        separator="::" if scope.separator == "::" else ".",
        access="private" if kind == "class" else "public",
    )
    walk.enter(body, inner)


def _bases(walk: Walk, node: Node) -> list[str]:
    clause = child_of_type(node, "base_class_clause")
    if clause is None:
        return []
    return [
        walk.line_of(child)
        for child in clause.named_children
        if child.type in {"type_identifier", "template_type", "qualified_identifier", "decltype"}
    ]


def _access(walk: Walk, node: Node, scope: Scope) -> None:
    scope.access = walk.line_of(node).rstrip(":").split()[0]


def _enum(walk: Walk, node: Node, scope: Scope, name_node: Node | None = None) -> None:
    body = node.child_by_field_name("body")
    if body is None or _in_function(scope):
        return
    name_node = node.child_by_field_name("name") or name_node
    if name_node is not None and name_node.is_missing:
        name_node = None
    inner = replace(scope, start=-1, labels=(), prefix="")
    if name_node is not None:
        place = name_node
        while place.type == "qualified_identifier":
            place = place.child_by_field_name("name") or place.named_children[0]
        name = scope.qualify(walk.line_of(name_node))
        scoped = child_of_type(node, "class", "struct") is not None
        labels = _access_labels(scope) + (["scoped"] if scoped else [])
        labels += _macro_labels(walk, node.start_byte, name_node.start_byte)
        base = walk.line_of(node.child_by_field_name("base"))
        walk.add(
            "enum",
            name,
            node,
            place,
            scope,
            signature=f": {base}" if base else "",
            labels=labels,
            public=_is_public(scope),
        )
        if scope.separator == "::":
            inner = scope.inside(name, "enum", public=scope.public and _is_public(scope))
    inner = replace(inner, access="", kind="enum")
    walk.enter(body, inner)


def _enumerator(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    if name is None or scope.kind != "enum":
        return
    value = walk.line_of(node.child_by_field_name("value"))
    walk.add(
        "enumerator",
        scope.qualify(walk.line_of(name)),
        node,
        name,
        scope,
        signature=f" = {value}" if value else "",
        value=value,
    )


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    value = node.child_by_field_name("type")
    if name is None or value is None or _in_function(scope):
        return
    walk.add(
        "type alias",
        scope.qualify(walk.line_of(name)),
        node,
        name,
        scope,
        signature=f" = {walk.line_of(value)}",
        labels=_access_labels(scope),
        public=_is_public(scope),
        value=walk.text(value),
    )


def _concept(walk: Walk, node: Node, scope: Scope) -> None:
    name = node.child_by_field_name("name")
    if name is not None:
        walk.add("concept", scope.qualify(walk.line_of(name)), node, name, scope)


def _typedef(walk: Walk, node: Node, scope: Scope) -> None:
    if _in_function(scope):
        return
    type_node = node.child_by_field_name("type")
    declared = [
        (child, found)
        for child in node.children_by_field_name("declarator")
        if (found := read_declarator(walk, child))
    ]
    named = ""
    if type_node is not None and type_node.type in _TYPES:
        body = type_node.child_by_field_name("body")
        own = type_node.child_by_field_name("name")
        plain = next((found for child, found in declared if child.type == "type_identifier"), None)
        if body is not None and own is None and plain is not None:
            named = plain.name
            _add_nameless(walk, node, type_node, body, plain, scope)
        elif body is not None:
            walk.visit(type_node, scope)
    for child, found in declared:
        if found.name != named and _is_name(scope, found):
            written = _written_type(walk, node, child, found).removeprefix("typedef").strip()
            walk.add(
                "typedef",
                scope.qualify(found.name),
                node,
                found.node,
                scope,
                signature=f" = {written}" if written else "",
                labels=_access_labels(scope),
                public=_is_public(scope),
            )


def _add_nameless(
    walk: Walk, node: Node, type_node: Node, body: Node, plain: Declared, scope: Scope
) -> None:
    """Add a struct that only its typedef names, as C's people see it."""
    scope = replace(scope, labels=(*scope.labels, "typedef"))
    if type_node.type in _CLASS_KINDS:
        _add_class(walk, type_node, plain.node, plain.name, body, scope, outer=node)
    else:
        _enum(walk, type_node, scope, plain.node)


def _friend(walk: Walk, node: Node, scope: Scope) -> None:
    definition = child_of_type(node, "function_definition")
    if definition is not None:  # it defines a function of the namespace around the class
        outer = scope.name.rpartition("::")[0]
        labels = (*scope.labels, "friend")
        walk.visit(
            definition, replace(scope, name=outer, kind="friend", access="public", labels=labels)
        )


def _linkage(walk: Walk, node: Node, scope: Scope) -> None:
    body = node.child_by_field_name("body")
    if body is None:
        return
    inner = replace(scope, labels=(*scope.labels, 'extern "C"'))
    if body.type == "declaration_list":
        walk.enter(body, inner)
    else:
        walk.visit(body, inner.wrapped(node.start_byte))


def _definition(walk: Walk, node: Node, scope: Scope) -> None:
    declarator = node.child_by_field_name("declarator")
    if declarator is None or _in_function(scope):
        return
    declared = read_declarator(walk, declarator)
    if declared is None or declared.function is None:
        return
    type_node = node.child_by_field_name("type")
    if type_node is None and _known_macro(walk, node, declared, scope):
        return
    labels = []
    if child_of_type(node, "delete_method_clause"):
        labels.append("deleted")
    if child_of_type(node, "default_method_clause"):
        labels.append("defaulted")
    if type_node is not None and type_node.type in _TYPES:
        walk.visit(type_node, replace(scope, start=-1))
    _add_function(walk, node, declared, scope, type_node, labels, defined=True)


def _declaration(walk: Walk, node: Node, scope: Scope) -> None:
    if _in_function(scope):
        return
    type_node = node.child_by_field_name("type")
    if type_node is not None and type_node.type in _TYPES:
        walk.visit(type_node, replace(scope, labels=()) if scope.start < 0 else scope)
    values = _values(node)
    for child in node.children_by_field_name("declarator"):
        declared = read_declarator(walk, child)
        if declared is None:
            continue
        if declared.function is not None:
            labels = []
            value = values.get(child.start_byte)
            if value is not None and walk.line_of(value) == "0":
                labels.append("pure virtual")
            if child.type == "init_declarator":
                after = walk.code[declared.function.end_byte : node.end_byte]
                labels += ["deleted"] if b"delete" in after else []
            _add_function(walk, node, declared, scope, type_node, labels, defined=False)
        elif type_node is not None and (value := _mistaken_parameters(walk, child, type_node)):
            _add_mistaken(walk, node, declared, scope, type_node, value)
        elif type_node is not None:
            _add_variable(walk, node, child, declared, scope, values)


def _mistaken_parameters(walk: Walk, child: Node, type_node: Node) -> Node | None:
    """Return parameters that the grammar takes for the arguments of a variable's constructor."""
    value = child.child_by_field_name("value")
    if child.type != "init_declarator" or value is None or value.type != "argument_list":
        return None
    if walk.text(type_node) == "void" or _PARAMETER.match(walk.text(value)):
        return value
    return None


def _add_mistaken(
    walk: Walk, node: Node, declared: Declared, scope: Scope, type_node: Node, value: Node
) -> None:
    if not _is_name(scope, declared):
        return
    returns = _return_type(walk, node, type_node, declared)
    walk.add(
        "method" if scope.kind in _CLASSES else "function",
        scope.qualify(declared.name),
        node,
        declared.node,
        scope,
        signature=f"{walk.text(value)} -> {returns}",
        labels=[*_labels(walk, node, declared, scope), "declaration"],
        public=_is_public(scope),
        returns=returns,
    )


def _values(node: Node) -> dict[int, Node]:
    """Return the value of each of a field declaration's declarators, by the declarator's start."""
    values: dict[int, Node] = {}
    last = -1
    for position, child in enumerate(node.children):
        field = node.field_name_for_child(position)
        if field == "declarator":
            last = child.start_byte
        elif field == "default_value" and last >= 0:
            values[last] = child
    return values


def _add_function(
    walk: Walk,
    node: Node,
    declared: Declared,
    scope: Scope,
    type_node: Node | None,
    labels: list[str],
    *,
    defined: bool,
) -> None:
    function = declared.function
    if function is None or not _is_name(scope, declared):
        return
    kind = _function_kind(walk, declared, scope, has_type=type_node is not None)
    if not kind:
        return
    name = scope.qualify(declared.name)
    behind, trailing = qualifiers(walk, function)
    labels = _labels(walk, node, declared, scope) + labels
    words = behind.split()
    labels += [word for word in ("override", "final", "const") if word in words]
    labels += ["noexcept"] if "noexcept" in behind else []
    if not defined:
        labels.append("declaration")
    returns = trailing or _return_type(walk, node, type_node, declared)
    parameters = walk.text(function.child_by_field_name("parameters"))
    signature = parameters + (f" {behind}" if behind else "")
    if kind == "kernel":
        labels.remove("kernel")
    walk.add(
        kind,
        name,
        node,
        declared.node,
        scope,
        signature=signature + (f" -> {returns}" if returns else ""),
        labels=["abstract" if label == "pure virtual" else label for label in labels],
        public=_is_public(scope)
        and not ("static" in labels and not scope.name and not walk.name.endswith((".h", ".hpp"))),
        parameters=read_parameters(walk, function),
        returns=returns,
        body=defined and node.child_by_field_name("body") is not None,
    )
    if kind == "function" and name == "main" and defined:
        walk.main_line = declared.node.start_point.row + 1


def _function_kind(walk: Walk, declared: Declared, scope: Scope, *, has_type: bool) -> str:
    """Return what a function is, or nothing for what only looks like one."""
    last = declared.name.rpartition("::")[2]
    own = _last_name(declared.scope or (scope.name if scope.kind in _CLASSES else ""))
    if declared.form == "destructor_name":
        return "destructor"
    if declared.form in {"operator_name", "operator_cast"}:
        return "operator"
    if last == own:
        return "constructor"
    if not has_type:
        # implicit int in old C; in C++ it is some macro's invocation
        return "function" if walk.dialect is C and not _MACRO_NAME.match(last) else ""
    if scope.kind in _CLASSES:
        return "method"
    if declared.scope and _is_class_name(walk, declared, scope):
        return "method"
    if "kernel" in _labels(walk, declared.node, declared, scope):
        return "kernel"
    return "function"


def _is_class_name(walk: Walk, declared: Declared, scope: Scope) -> bool:
    """Whether what qualifies a function's name is a class, as far as one file can tell."""
    name = scope.qualify(declared.scope)
    if any(found.name == name and found.kind in _CLASSES for found in walk.found[-2000:]):
        return True
    if name in walk.seen:
        return False
    if declared.function is not None and child_of_type(declared.function, "type_qualifier"):
        return True
    return _last_name(declared.scope)[:1].isupper()


def _last_name(name: str) -> str:
    """Return the last part of a qualified name, without template arguments."""
    return name.partition("<")[0].rpartition("::")[2].rpartition(".")[2]


def _is_name(scope: Scope, declared: Declared) -> bool:
    if declared.form in {"operator_name", "operator_cast", "destructor_name"}:
        return True
    last = declared.name.rpartition("::")[2]
    keywords = _KEYWORDS if scope.separator == "::" else _C_KEYWORDS
    return last not in keywords and _IDENTIFIER.match(last) is not None


def _return_type(walk: Walk, node: Node, type_node: Node | None, declared: Declared) -> str:
    if type_node is None:
        return ""
    constant = any(
        child.type == "type_qualifier" and walk.text(child) == "const"
        for child in node.children
    )
    return ("const " if constant else "") + walk.line_of(type_node) + declared.stars


def _add_variable(
    walk: Walk,
    node: Node,
    child: Node,
    declared: Declared,
    scope: Scope,
    values: dict[int, Node],
) -> None:
    if not _is_name(scope, declared):
        return
    labels = _labels(walk, node, declared, scope)
    annotation = one_line(_STORAGE.sub(" ", _written_type(walk, node, child, declared)))
    value = child.child_by_field_name("value") or values.get(child.start_byte)
    fixed = "constexpr" in labels or (re.search(r"\bconst\b", annotation) and "*" not in declared.stars)
    member = scope.kind in _CLASSES
    kind = "field" if member and not ("static" in labels and fixed) else "variable"
    if fixed and kind == "variable":
        kind = "constant"
    text = walk.line_of(value)
    walk.add(
        kind,
        scope.qualify(declared.name),
        node,
        declared.node,
        scope,
        signature=f": {annotation}" + (f" = {text}" if value is not None and len(text) < 80 else ""),
        labels=labels,
        public=_is_public(scope),
        annotation=annotation,
        value=text,
    )


def _written_type(walk: Walk, node: Node, child: Node, declared: Declared) -> str:
    """Return the type of one of a declaration's declarators, without the name."""
    type_node = node.child_by_field_name("type")
    if type_node is None:
        return ""
    body = type_node.child_by_field_name("body")
    end = body.start_byte if body is not None else type_node.end_byte
    before = walk.code[node.start_byte : end].decode("utf-8", "replace")
    inner = child.child_by_field_name("declarator") if child.type == "init_declarator" else child
    inner = inner or child
    around = walk.code[inner.start_byte : declared.node.start_byte]
    around += walk.code[declared.node.end_byte : inner.end_byte]
    written = around.decode("utf-8", "replace")
    blank = "" if not written or written[0] in "*&[" else " "
    return one_line(before + blank + written)


def _labels(walk: Walk, node: Node, declared: Declared, scope: Scope) -> list[str]:
    """Return what specifiers, attributes and macros in front of a name say."""
    labels = _access_labels(scope)
    start = scope.start if scope.start >= 0 else node.start_byte
    labels += _macro_labels(walk, start, declared.node.start_byte)
    for child in node.children:
        if child.start_byte >= declared.node.start_byte:
            break
        if child.type in _SPECIFIER_NODES or child.type in _SPECIFIERS:
            label = _SPECIFIERS.get(walk.line_of(child).partition("(")[0].strip())
            if label:
                labels.append(label)
    if _attribute(walk, node, "deprecated"):
        labels.append("deprecated")
    return labels


def _macro_labels(walk: Walk, start: int, end: int) -> list[str]:
    blanked = walk.extra
    if not isinstance(blanked, Blanked):
        return []
    return blanked.labels_between(blanked.starts.get(start, start), end)


def _attribute(walk: Walk, node: Node, word: str) -> bool:
    attribute = child_of_type(node, "attribute_declaration")
    return attribute is not None and word in walk.text(attribute)


def _access_labels(scope: Scope) -> list[str]:
    if scope.kind in _CLASSES and scope.access in {"private", "protected"}:
        return [scope.access]
    return []


def _is_public(scope: Scope) -> bool:
    return scope.kind not in _CLASSES or scope.access in {"public", "protected", "signals"}


def _in_function(scope: Scope) -> bool:
    return scope.kind == "function"


def _known_macro(walk: Walk, node: Node, declared: Declared, scope: Scope) -> bool:
    """Read `TEST(Suite, Case) {…}` and the like; return whether it was one."""
    function = declared.function
    arguments = function.child_by_field_name("parameters") if function is not None else None
    if arguments is None or declared.scope:
        return False
    names = [walk.line_of(child) for child in arguments.named_children]
    macro = declared.name
    if _TEST.match(macro) and len(names) == 2:  # noqa: PLR2004 - suite and case
        name = f"{names[0]}.{names[1]}"
        walk.add("test", name, node, arguments.named_children[1], scope, labels=[macro], body=True)
        walk.tests.append(name)
        return True
    if _PYTHON_MODULE.match(macro) and names:
        walk.facts.append(("python-module", names[0]))
        return True
    if _TORCH_LIBRARY.match(macro) and names:
        walk.facts.append(("torch-library", names[0]))
        return True
    return bool(_MACRO_NAME.match(macro)) and macro != _last_name(scope.name)


def _expression(walk: Walk, node: Node, scope: Scope) -> None:
    """Read an invocation that the grammar takes for an expression: no names are defined."""


_HANDLERS: dict[str, Handler] = {
    "namespace_definition": _namespace,
    "namespace_alias_definition": _namespace_alias,
    "template_declaration": _template,
    "template_instantiation": _expression,
    "class_specifier": _class,
    "struct_specifier": _class,
    "union_specifier": _class,
    "access_specifier": _access,
    "enum_specifier": _enum,
    "enumerator": _enumerator,
    "alias_declaration": _alias,
    "concept_definition": _concept,
    "type_definition": _typedef,
    "friend_declaration": _friend,
    "linkage_specification": _linkage,
    "function_definition": _definition,
    "inline_method_definition": _definition,
    "declaration": _declaration,
    "field_declaration": _declaration,
    "static_assert_declaration": _expression,
    "using_declaration": _expression,
    "expression_statement": _expression,
    "template_parameter_list": _expression,
    "requires_clause": _expression,
    "compound_statement": _expression,
    "initializer_list": _expression,
    "parameter_list": _expression,
    "argument_list": _expression,
}
C = Dialect(
    tree_sitter_c.language,
    _HANDLERS,
    plain_comments=True,
    error_share=0.2,
    preprocessed=True,
)
CPP = Dialect(
    tree_sitter_cpp.language,
    _HANDLERS,
    separator="::",
    plain_comments=True,
    error_share=0.2,
    preprocessed=True,
)
CUDA = Dialect(
    tree_sitter_cuda.language,
    _HANDLERS,
    separator="::",
    plain_comments=True,
    error_share=0.2,
    preprocessed=True,
)
