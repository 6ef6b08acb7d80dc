"""Rules about names that the modules for C and C++ share: what is one, what is public."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.c_family.declarators import Declared
from mkdocs_repodoc.languages.treesitter.scope import Scope
from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.text.english import one_line

CLASS_KINDS = {
    "class_specifier": Kind.CLASS,
    "struct_specifier": Kind.STRUCT,
    "union_specifier": Kind.UNION,
}
CLASSES = frozenset(CLASS_KINDS.values())
TYPES = frozenset([*CLASS_KINDS, "enum_specifier"])
_KEYWORDS = frozenset(
    """
    alignas alignof and asm auto bool break case catch char class concept const consteval
    constexpr const_cast continue co_await co_return co_yield decltype default delete do
    double dynamic_cast else enum explicit export extern false final float for friend goto
    if inline int long mutable namespace new noexcept not nullptr operator or override
    private protected public register reinterpret_cast requires return short signed sizeof
    static static_assert static_cast struct switch template this thread_local throw true try
    typedef typeid typename union unsigned using virtual void volatile wchar_t while xor
    """.split()  # noqa: SIM905 - reads better
)
_C_KEYWORDS = _KEYWORDS - frozenset(
    """
    alignas alignof and catch class concept consteval constexpr const_cast co_await
    co_return co_yield decltype delete dynamic_cast explicit export final friend mutable
    namespace new noexcept not operator or override private protected public
    reinterpret_cast requires static_assert static_cast template this throw try typeid
    typename using virtual xor
    """.split()  # noqa: SIM905 - reads better
)
_IDENTIFIER = re.compile(r"~?[^\W\d]\w*$")
MACRO_NAME = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Za-z0-9_]*$|[A-Z][A-Z0-9]{2,}$")
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


def last_name(name: str) -> str:
    """Return the last part of a qualified name, without template arguments."""
    return name.partition("<")[0].rpartition("::")[2].rpartition(".")[2]


def is_name(scope: Scope, declared: Declared) -> bool:
    """Return whether a declarator declares an identifier, and no keyword."""
    if declared.form in {"operator_name", "operator_cast", "destructor_name"}:
        return True
    last = declared.name.rpartition("::")[2]
    keywords = _KEYWORDS if scope.separator == "::" else _C_KEYWORDS
    return last not in keywords and _IDENTIFIER.match(last) is not None


def labels_of(walk: Walk, node: Node, declared: Declared, scope: Scope) -> list[str]:
    """Return what specifiers, attributes and macros in front of a name say."""
    labels = access_labels(scope)
    start = scope.start if scope.start >= 0 else node.start_byte
    labels += macro_labels(walk, start, declared.node.start_byte)
    for child in node.children:
        if child.start_byte >= declared.node.start_byte:
            break
        if child.type in _SPECIFIER_NODES or child.type in _SPECIFIERS:
            label = _SPECIFIERS.get(walk.line_of(child).partition("(")[0].strip())
            if label:
                labels.append(label)
    if has_attribute(walk, node, "deprecated"):
        labels.append("deprecated")
    return labels


def macro_labels(walk: Walk, start: int, end: int) -> list[str]:
    """Return what the blanked macros between two offsets say of a declaration."""
    return walk.labels_between(start, end) if walk.labels_between is not None else []


def has_attribute(walk: Walk, node: Node, word: str) -> bool:
    """Return whether a declaration has an attribute such as `[[deprecated]]`."""
    attribute = child_of_type(node, "attribute_declaration")
    return attribute is not None and word in walk.text(attribute)


def access_labels(scope: Scope) -> list[str]:
    """Return the label of what is not public in a class."""
    if scope.kind in CLASSES and scope.access in {"private", "protected"}:
        return [scope.access]
    return []


def is_public(scope: Scope) -> bool:
    """Return whether a class's users may use what stands in a scope."""
    return scope.kind not in CLASSES or scope.access in {"public", "protected", "signals"}


def in_function(scope: Scope) -> bool:
    """Return whether a scope is the body of a function."""
    return scope.kind == Kind.FUNCTION


def written_type(walk: Walk, node: Node, child: Node, declared: Declared) -> str:
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
