"""Functions that return a wrapper around the function that they are given."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import any_of
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import FunctionFacts, ModuleFacts
from mkdocs_repodoc.languages.python.findings.wrappers import wrapper_of
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for function in module.functions:
        wrapper = wrapper_of(function, module)
        if wrapper is None or wrapper.depth != 1 or not _takes_one(function):
            continue
        parameters = [argument.arg for argument in _parameters(function)]
        called = _called_names(wrapper.node)
        candidates = (wrapper.wrapped, *(name for name in parameters if name in called))
        wrapped = next((name for name in candidates if name in parameters), "")
        taken = f" around `{wrapped}`" if wrapped else ""
        message = f"`{function.name}` is a decorator: it returns {any_of(wrapper.names)}{taken}."
        yield Match(function.node, message, function.name)


def _parameters(function: FunctionFacts) -> list[ast.arg]:
    arguments = function.node.args
    return [*arguments.posonlyargs, *arguments.args]


def _takes_one(function: FunctionFacts) -> bool:
    """Whether `@name` can call it: with one argument beside the receiver."""
    arguments = function.node.args
    static = any(path == "staticmethod" for path, _ in function.decorators)
    received = 1 if function.in_class and not static else 0
    most = len(_parameters(function)) - received
    fewest = most - len(arguments.defaults)
    keywords = any(default is None for default in arguments.kw_defaults)
    return fewest <= 1 and (most >= 1 or arguments.vararg is not None) and not keywords


def _called_names(node: FunctionNode) -> set[str]:
    return {
        call.func.id
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


RULE = PythonRule(
    id="decorator",
    name="Decorator",
    area="idiom",
    says=(
        "A function takes one argument and returns a function of its own that "
        "`functools.wraps`, `functools.update_wrapper` or `wrapt` makes look like it."
    ),
    why=(
        "Whatever is decorated with it is replaced: a call runs the wrapper first, which decides "
        "whether and how the original is called."
    ),
    example="""\
import functools

def logged(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        print(function.__name__)
        return function(*arguments)

    return wrapper
""",
    counterexample="""\
import functools

def bind(function, event, condition):
    @functools.wraps(function)
    def wrapper(*arguments):
        return function(event, *arguments) if condition else None

    return wrapper
""",
    reference=FurtherReading(
        "Python glossary: decorator", "https://docs.python.org/3/glossary.html#term-decorator"
    ),
    since="0.1.0",
    check=_check,
)
