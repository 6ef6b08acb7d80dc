"""Patterns that the members of one class prove."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from mkdocs_repodoc.languages.python.findings.rule_input import (
    ClassInfo,
    ModuleFacts,
    finding,
    statements,
    stored_in,
)
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.labels import DATACLASSES
from mkdocs_repodoc.languages.python.outline.structure import Definition, FunctionNode
from mkdocs_repodoc.model.records import Finding

_Rule = Callable[[ClassInfo, ModuleFacts], Iterator[Finding]]

_OPERATORS = {
    "__add__": "+",
    "__radd__": "+",
    "__sub__": "-",
    "__mul__": "*",
    "__rmul__": "*",
    "__truediv__": "/",
    "__floordiv__": "//",
    "__mod__": "%",
    "__pow__": "**",
    "__matmul__": "@",
    "__and__": "&",
    "__or__": "|",
    "__xor__": "^",
    "__lshift__": "<<",
    "__rshift__": ">>",
    "__neg__": "-x",
    "__invert__": "~x",
    "__lt__": "<",
    "__le__": "<=",
    "__gt__": ">",
    "__ge__": ">=",
}
_ENUMS = {f"enum.{name}" for name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")}
_NO_FIELDS = {"typing.ClassVar", "dataclasses.KW_ONLY"}
_VISITED_KINDS = 2
_MOST_NAMES = 6


def _found(facts: ClassInfo, rule: str, message: str, node: ast.stmt | None = None) -> Finding:
    return finding("pattern", rule, node or facts.node, message, facts.name)


def _list(names: Sequence[str]) -> str:
    shown = [f"`{name}`" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        return f"{', '.join(shown)} and {len(names) - _MOST_NAMES} more"
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


def _context_manager(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    for enter, leave, statement in (
        ("__enter__", "__exit__", "with"),
        ("__aenter__", "__aexit__", "async with"),
    ):
        if enter in facts.methods and leave in facts.methods:
            message = (
                f"`{facts.name}` is a context manager: `{statement}` enters and leaves it "
                f"through `{enter}` and `{leave}`."
            )
            yield _found(facts, "context-manager", message, facts.methods[enter])


def _iterator(facts: ClassInfo, module: ModuleFacts) -> Iterator[Finding]:
    for iterate, following, loop in (
        ("__iter__", "__next__", "for"),
        ("__aiter__", "__anext__", "async for"),
    ):
        if iterate not in facts.methods:
            continue
        node = facts.methods[iterate]
        if following in facts.methods:
            message = (
                f"`{facts.name}` is an iterator: `{loop}` takes its values from `{following}`."
            )
            yield _found(facts, "iterator", message, node)
        elif id(node) in module.generators:
            message = f"`{facts.name}` can be iterated over: its `{iterate}` is a generator."
            yield _found(facts, "iterable", message, node)


def _descriptor(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    methods = [name for name in ("__get__", "__set__", "__delete__") if name in facts.methods]
    if "__get__" in methods or "__set__" in methods:
        kind = "data descriptor" if len(methods) > 1 or "__get__" not in methods else "descriptor"
        message = (
            f"`{facts.name}` is a {kind}: as a class attribute it takes over access to "
            f"itself with {_list(methods)}."
        )
        yield _found(facts, "descriptor", message, facts.methods[methods[0]])


def _container(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    if "__getitem__" in facts.methods and "__len__" in facts.methods:
        changes = "__setitem__" in facts.methods
        kind = "mutable container" if changes else "container"
        message = f"`{facts.name}` is a {kind}: it has a length and answers to `[…]`."
        yield _found(facts, "container", message, facts.methods["__getitem__"])


def _data_class(facts: ClassInfo, module: ModuleFacts) -> Iterator[Finding]:
    for path, node in zip(facts.decorators, facts.node.decorator_list, strict=True):
        if path in DATACLASSES:
            fields = [
                name
                for name, member in facts.attributes.items()
                if member.method is None and _is_field(member, module)
            ]
            frozen = path.endswith(".frozen") or _keyword(node, "frozen")
            kind = "frozen data class" if frozen else "data class"
            what = f" of {_list(fields)}" if fields else ""
            yield _found(facts, "data-class", f"`{facts.name}` is a {kind}{what}.")


def _is_field(member: Definition, module: ModuleFacts) -> bool:
    """Whether a class attribute is a field: annotated, or made by attrs' `attr.ib()`."""
    if isinstance(member.node, ast.AnnAssign):
        return module.names.path(member.node.annotation) not in _NO_FIELDS
    called = member.value if isinstance(member.value, ast.Call) else None
    return called is not None and module.names.path(called).rpartition(".")[2] in {"ib", "attrib"}


def _keyword(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and any(
        keyword.arg == name
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is True
        for keyword in node.keywords
    )


def _known_base(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    members = list(facts.attributes)
    for base in facts.bases:
        if base == "typing.NamedTuple" and members:
            message = f"`{facts.name}` is a tuple with the named fields {_list(members)}."
            yield _found(facts, "named-tuple", message)
        elif base == "typing.TypedDict" and members:
            message = f"`{facts.name}` describes a dictionary with the keys {_list(members)}."
            yield _found(facts, "typed-dict", message)
        elif base in _ENUMS:
            names = [name for name in members if not name.startswith("_")]
            if names:
                message = f"`{facts.name}` enumerates {_list(names)}."
                yield _found(facts, "enumeration", message)
        elif base == "typing.Protocol":
            names = [*facts.methods, *members]
            if names:
                message = (
                    f"`{facts.name}` is a protocol: whatever has {_list(names)} satisfies it, "
                    "without inheriting from it."
                )
                yield _found(facts, "protocol", message)


def _abstract_class(facts: ClassInfo, module: ModuleFacts) -> Iterator[Finding]:
    abstract = [
        name
        for name, node in facts.methods.items()
        if any(
            module.names.path(decorator).startswith("abc.abstract")
            for decorator in node.decorator_list
        )
    ]
    if abstract:
        message = f"`{facts.name}` is an abstract class: subclasses must define {_list(abstract)}."
        yield _found(facts, "abstract-class", message)
        own = [name for name in facts.methods if name not in abstract]
        for name in own:
            called = _self_calls(facts.methods[name])
            steps = [step for step in abstract if step in called]
            if len(steps) > 1:
                message = (
                    f"`{facts.name}.{name}` is a template method: it fixes the order of "
                    f"{_list(steps)}, which subclasses define."
                )
                yield _found(facts, "template-method", message, facts.methods[name])


def _self_calls(node: FunctionNode) -> set[str]:
    receiver = node.args.args[0].arg if node.args.args else ""
    return {
        call.func.attr
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == receiver
    }


def _metaclass(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    if "type" in facts.bases or "abc.ABCMeta" in facts.bases or "enum.EnumMeta" in facts.bases:
        methods = [name for name in facts.methods if name.startswith("__")]
        how = f" through {_list(methods)}" if methods else ""
        message = f"`{facts.name}` is a metaclass: it shapes the classes that are made of it{how}."
        yield _found(facts, "metaclass", message)


def _subclass_hook(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    hook = facts.methods.get("__init_subclass__")
    if hook is not None:
        receiver = hook.args.args[0].arg if hook.args.args else ""
        stored = min(stored_in(hook, {receiver}), default="")
        what = f"records each of its subclasses in `{stored}`" if stored else "prepares subclasses"
        message = f"`{facts.name}` {what} when they are defined, in `__init_subclass__`."
        yield _found(facts, "registry" if stored else "subclass-hook", message, hook)


def _singleton(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    """Find `__new__` that keeps its instance on the class, and returns that one."""
    new = facts.methods.get("__new__")
    if new is None:
        return
    owners = {facts.node.name, new.args.args[0].arg if new.args.args else ""}
    kept = {
        target.attr
        for statement in statements(new.body)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Attribute) and dotted(target.value) in owners
    }
    for statement in statements(new.body):
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Attribute):
            value = statement.value
            if value.attr in kept and dotted(value.value) in owners:
                message = (
                    f"`{facts.name}` is a singleton: `__new__` keeps the one instance in "
                    f"`{value.attr}`."
                )
                yield _found(facts, "singleton", message, new)
                return


def _visitor(facts: ClassInfo, module: ModuleFacts) -> Iterator[Finding]:
    kinds = [name for name in facts.methods if name.startswith("visit_")]
    if len(kinds) < _VISITED_KINDS:
        return
    base = next(
        (b for b in facts.bases if b.rpartition(".")[2].endswith(("Visitor", "Transformer"))), ""
    )
    dispatches = any(
        isinstance(call, ast.Call)
        and dotted(call.func) == "getattr"
        and len(call.args) > 1
        and "visit_" in module.source.code(call.args[1])
        for name in ("visit", "generic_visit", "dispatch")
        if name in facts.methods
        for call in ast.walk(facts.methods[name])
    )
    if base or dispatches:
        message = f"`{facts.name}` is a visitor with {_list(kinds)}."
        yield _found(facts, "visitor", message)


def _factory_method(facts: ClassInfo, module: ModuleFacts) -> Iterator[Finding]:
    """Find class methods that make an instance of the class they are called on."""
    names = []
    first: FunctionNode | None = None
    for name, node in facts.methods.items():
        if not any(module.names.path(deco) == "classmethod" for deco in node.decorator_list):
            continue
        receiver = node.args.args[0].arg if node.args.args else ""
        for statement in statements(node.body):
            value = statement.value if isinstance(statement, ast.Return) else None
            if isinstance(value, ast.Call) and dotted(value.func) in {receiver, facts.node.name}:
                names.append(name)
                first = first or node
                break
    if names:
        verb = (
            "is an alternative constructor" if len(names) == 1 else "are alternative constructors"
        )
        yield _found(facts, "factory-method", f"{_list(names)} {verb} of `{facts.name}`.", first)


def _operators(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    names = [name for name in facts.methods if name in _OPERATORS]
    if names:
        signs = list(dict.fromkeys(_OPERATORS[name] for name in names))
        noun = "operator" if len(signs) == 1 else "operators"
        message = f"`{facts.name}` gives a meaning of its own to the {noun} {_list(signs)}."
        yield _found(facts, "operator-overloading", message, facts.methods[names[0]])


def _callable(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    call = facts.methods.get("__call__")
    if call is not None and "type" not in facts.bases:
        yield _found(
            facts,
            "callable-object",
            f"Instances of `{facts.name}` can be called like functions.",
            call,
        )


def _attribute_access(facts: ClassInfo, _module: ModuleFacts) -> Iterator[Finding]:
    node = facts.methods.get("__getattr__")
    if node is None:
        return
    name = node.args.args[1].arg if len(node.args.args) > 1 else ""
    for statement in statements(node.body):
        value = statement.value if isinstance(statement, ast.Return) else None
        if (
            isinstance(value, ast.Call)
            and dotted(value.func) == "getattr"
            and len(value.args) > 1
            and dotted(value.args[1]) == name
            and (target := dotted(value.args[0]))
        ):
            message = f"`{facts.name}` passes on attributes that it lacks to `{target}`."
            yield _found(facts, "delegation", message, node)
            return
    message = f"`{facts.name}` computes attributes that it does not define, in `__getattr__`."
    yield _found(facts, "dynamic-attributes", message, node)


CLASS_RULES: tuple[_Rule, ...] = (
    _context_manager,
    _iterator,
    _descriptor,
    _container,
    _data_class,
    _known_base,
    _abstract_class,
    _metaclass,
    _subclass_hook,
    _singleton,
    _visitor,
    _factory_method,
    _operators,
    _callable,
    _attribute_access,
)
"""Each rule takes a class and its module, and yields what it finds."""
