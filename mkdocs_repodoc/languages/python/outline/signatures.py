"""Parameters and signatures, laid out by Griffe, with annotations and defaults as written."""

from __future__ import annotations

import ast
from typing import NamedTuple

import griffe

from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Parameter

LONGEST_DEFAULT = 40
LONGEST_VALUE = 80
_STARS = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}

_RECEIVERS = {"self", "cls", "mcs", "mcls", "metacls", "klass"}


class Signature(NamedTuple):
    """A callable's parameters and how they read on one line."""

    text: str
    parameters: griffe.Parameters
    returns: str

    def records(self) -> tuple[Parameter, ...]:
        """Return the parameters as records hold them."""
        return tuple(
            Parameter(
                f"{_STARS[parameter.kind]}{parameter.name}"
                if parameter.kind in _STARS
                else parameter.name,
                parameter.kind.value if parameter.kind else "",
                str(parameter.annotation or ""),
                "" if parameter.kind in _STARS else str(parameter.default or ""),
            )
            for parameter in self.parameters
        )


def signature(
    node: FunctionNode, source: SourceExcerpts, *, bound: bool = False, returns: bool = True
) -> Signature:
    """Return the signature of a function.

    Args:
        node: Its definition.
        source: The file's text.
        bound: Whether the object that the method is taken from fills its first parameter, which
            is left out if it has one of the names that are usual for that: a class body also
            holds plain functions.
        returns: Whether the return annotation is part of it.
    """
    found = griffe.get_parameters(node.args)
    if bound and found and found[0][2] not in _STARS and found[0][0].strip("_") in _RECEIVERS:
        found = found[1:]
    parameters = griffe.Parameters(
        *[
            griffe.Parameter(
                name,
                annotation=None if annotation is None else source.code(annotation),  # type: ignore[arg-type]  # an expression
                kind=kind,
                default=default
                if default is None or isinstance(default, str)
                else source.short(default, LONGEST_DEFAULT),  # type: ignore[arg-type]  # likewise
            )
            for name, annotation, kind, default in found
        ]
    )
    answer = source.code(node.returns) if returns and node.returns is not None else ""
    return _lay_out(parameters, answer)


def fields_signature(fields: list[tuple[str, str, str]]) -> Signature:
    """Return the signature of a dataclass's constructor.

    Args:
        fields: Name, annotation and default of each; the default is empty where there is none.
    """
    parameters = griffe.Parameters(
        *[
            griffe.Parameter(
                name,
                annotation=annotation,
                kind=griffe.ParameterKind.positional_or_keyword,
                default=default or None,
            )
            for name, annotation, default in fields
        ]
    )
    return _lay_out(parameters, "")


def _lay_out(parameters: griffe.Parameters, returns: str) -> Signature:
    function = griffe.Function(
        "", parameters=parameters, returns=returns or None, analysis="static"
    )
    text = function.signature()
    for parameter in parameters:
        parameter.function = None  # Griffe's link back, a cycle that only a collection would end
    return Signature(text, parameters, returns)


def assignment(
    annotation: ast.expr | None,
    value: ast.expr | None,
    source: SourceExcerpts,
    start: str | None = None,
) -> str:
    """Return what follows the name of an attribute: `: int = 3`.

    Args:
        annotation: The annotation, if it has one.
        value: What it is set to, if it is.
        source: The file's text.
        start: What it starts with where the value is a call that describes it; may be nothing.
    """
    text = f": {source.code(annotation)}" if annotation is not None else ""
    if start is not None:
        return f"{text} = {start}" if start else text
    if value is not None:
        text += f" = {source.short(value, LONGEST_VALUE)}"
    return text
