"""Classes and functions that web servers call."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts, only_raises
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.rules import FurtherReading

_INTERFACES = {
    ("environ", "start_response"): "WSGI",
    ("scope", "receive", "send"): "ASGI",
}
"""Parameters of an application → the interface that asks for them."""


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        method = owner.methods.get("__call__")
        if method is not None and not only_raises(method):
            interface = _INTERFACES.get(_parameters(method)[1:])
            if interface:
                message = (
                    f"Instances of `{owner.name}` are {interface} applications: "
                    "a web server calls them for each request."
                )
                yield Match(method, message, owner.name)
    for function in module.functions:
        interface = _INTERFACES.get(_parameters(function.node))
        if interface and not function.in_class and "." not in function.name:
            message = (
                f"`{function.name}` is a {interface} application: "
                "a web server calls it for each request."
            )
            yield Match(function.node, message, function.name)


def _parameters(node: FunctionNode) -> tuple[str, ...]:
    return tuple(argument.arg for argument in (*node.args.posonlyargs, *node.args.args))


RULE = PythonRule(
    id="web-application",
    name="Web application",
    area="design",
    says=(
        "A function, or a class's `__call__`, takes `environ` and `start_response`, as WSGI has "
        "it, or `scope`, `receive` and `send`, as ASGI has it."
    ),
    why=(
        "All requests come in here, and nothing in the code need call it: a web server does. What "
        "is to happen for each request goes here or into what is called from here."
    ),
    example="""\
class Application:
    def __call__(self, environ, start_response):
        start_response("200 OK", [])
        return [b"Hello"]
""",
    counterexample="""\
class Handler:
    def __call__(self, request):
        return request.path
""",
    reference=FurtherReading(
        "PEP 3333: Python Web Server Gateway Interface",
        "https://peps.python.org/pep-3333/",
    ),
    since="0.1.0",
    check=_check,
)
