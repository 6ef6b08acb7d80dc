"""Functions and classes that collect what is defined elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.registering_functions import (
    kept_product,
    recording_collection,
    registering_table,
)
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    tables = module.tables()
    for function in module.functions:
        if not function.in_class and "." not in function.name:
            table = registering_table(function, tables, module)
            if table:
                message = f"`{function.name}` registers what it decorates in `{table}`."
                yield Match(function.node, message, function.name)
    for owner in module.classes:
        for name, method in owner.methods.items():
            maker, collection = kept_product(method)
            if maker:
                message = (
                    f"`{owner.name}.{name}` makes an instance of the `{maker}` that it is given, "
                    f"and keeps it in `{collection}`."
                )
                yield Match(method, message, f"{owner.name}.{name}")
        hook = owner.methods.get("__init_subclass__")
        collection = recording_collection(hook) if hook is not None else ""
        if hook is not None and collection:
            message = (
                f"`{owner.name}` records each of its subclasses in `{collection}` when they are "
                "defined, in `__init_subclass__`."
            )
            yield Match(hook, message, owner.name)


RULE = PythonRule(
    id="registry",
    name="Registry",
    area="design",
    says=(
        "A function puts what it is given into a dictionary, list or set of the module and returns "
        "it, as a decorator that registers does; a method keeps an instance of a class that it "
        "gets; or a class records each of its subclasses."
    ),
    why=(
        "What is registered is used without being named: a search for its uses ends here. It is "
        "there only once its module has been imported."
    ),
    example="""\
HANDLERS = {}

def handler(function):
    HANDLERS[function.__name__] = function
    return function
""",
    counterexample="""\
def index(items):
    table = {}
    table[0] = items
    return items
""",
    reference=FurtherReading(
        "Martin Fowler: Registry",
        "https://martinfowler.com/eaaCatalog/registry.html",
    ),
    since="0.1.0",
    check=_check,
)
