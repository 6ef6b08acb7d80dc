"""Errors that a module reports, with their messages, and the handlers that it has for errors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.python.outline.errors.error_registrations import registered_handlers
from mkdocs_repodoc.languages.python.outline.errors.handler_steps import steps_of
from mkdocs_repodoc.languages.python.outline.errors.own_texts import own_texts
from mkdocs_repodoc.languages.python.outline.errors.report_names import KEPT, LOGS, REPORTS, WARNS
from mkdocs_repodoc.languages.python.outline.errors.said_texts import said_texts
from mkdocs_repodoc.languages.python.outline.held_texts import HeldTexts, held_in
from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.parse.child_nodes import child_nodes
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import ANY_ERROR, ErrorHandler, ReportedError, ReportForm

_HINT = re.compile(
    r"\b(?:raise|except|suppress|stderr|abort|warn\w*|error|exception|critical)\b|Exception\b"
)
"""A module without any of these words states nothing of the kind, and is not walked."""
_OPTIONAL = frozenset({"ImportError", "ModuleNotFoundError"})
_LONGEST_CONDITION = 90
_MOST_CONDITIONS = 24
_LONGEST_CAUGHT = 600
"""All errors that a handler names: what becomes of an error is found by its name."""
_BODIES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.For, ast.While, ast.Try, ast.With)
_TELLING = (ast.Raise, ast.Call, ast.Assign, ast.ExceptHandler, ast.With, ast.AsyncWith)
_REGISTERING = (ast.Dict, ast.Call, ast.FunctionDef, ast.AsyncFunctionDef)
_LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)

_Found = ReportedError | ErrorHandler


class _Around(NamedTuple):
    """What stands around a statement."""

    conditions: tuple[str, ...]
    """What has to hold, outermost first."""
    texts: HeldTexts
    in_function: bool
    caught: str = ""
    """The exceptions in whose handler it stands."""
    guarded: tuple[int, int] = (0, 0)
    """First and last line of what the handlers of the nearest `try` watch."""

    def inside(self, condition: str) -> _Around:
        """Return the same under one more condition."""
        return self._replace(conditions=(*self.conditions, condition)[-_MOST_CONDITIONS:])


def read_errors(
    tree: ast.Module, text: str, names: ImportAliases, source: SourceExcerpts
) -> tuple[_Found, ...]:
    """Return what a module reports and handles, in source order."""
    if not _HINT.search(text):
        return ()
    reader = _Reader(names, source)
    found = [*reader.walk(tree), *own_texts(tree.body, source)]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.line))


class _Reader:
    def __init__(self, names: ImportAliases, source: SourceExcerpts) -> None:
        self._names = names
        self._source = source

    def walk(self, tree: ast.Module) -> Iterator[_Found]:
        """Yield all facts of a module, in no order."""
        texts = held_in(tree.body)
        stack: list[tuple[ast.AST, _Around]] = [(tree, _Around((), texts, in_function=False))]
        while stack:
            node, around = stack.pop()
            if isinstance(node, _TELLING):
                yield from self._facts(node, around)
            if isinstance(node, _REGISTERING):
                yield from registered_handlers(node)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                around = _Around((), held_in(node.body, texts), in_function=True)
            if isinstance(node, ast.If):
                test = self._source.short(node.test, _LONGEST_CONDITION)
                stack.append((node.test, around))
                stack += self._each(node.body, around.inside(test))
                stack += self._each(node.orelse, around.inside(self._negated(node.test)))
                continue
            if isinstance(node, ast.Match):
                stack += self._cases(node, around)
                continue
            if isinstance(node, ast.Try | ast.TryStar):
                around = around._replace(guarded=_lines(node.body))
            if isinstance(node, ast.ExceptHandler):
                around = around._replace(conditions=(), caught=self._caught(node) or ANY_ERROR)
            body = node.body if isinstance(node, _BODIES) else []
            stack += self._each(body, around)
            inside = set(map(id, body))
            stack += [(child, around) for child in child_nodes(node) if id(child) not in inside]

    def _cases(self, node: ast.Match, around: _Around) -> Iterator[tuple[ast.AST, _Around]]:
        """Yield the statements of all cases of a choice."""
        subject = self._source.short(node.subject, _LONGEST_CONDITION)
        for case in node.cases:
            taken = self._source.short(case.pattern, _LONGEST_CONDITION)
            guard = (
                f" if {self._source.short(case.guard, _LONGEST_CONDITION)}" if case.guard else ""
            )
            yield from self._each(case.body, around.inside(f"{subject}: {taken}{guard}"))

    def _each(self, body: list[ast.stmt], around: _Around) -> Iterator[tuple[ast.AST, _Around]]:
        """Yield the statements of a body; one behind an `if` that leaves runs where it is false."""
        before: ast.stmt | None = None
        for statement, texts in zip(body, around.texts.along(body), strict=True):
            held = around._replace(texts=texts)
            if (
                isinstance(before, ast.If)
                and not before.orelse
                and isinstance(before.body[-1], _LEAVES)
            ):
                held = held.inside(self._negated(before.test))
            yield statement, held
            before = statement

    def _negated(self, test: ast.expr) -> str:
        """Return what holds where a condition does not."""
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return self._source.short(test.operand, _LONGEST_CONDITION)
        return f"not ({self._source.short(test, _LONGEST_CONDITION)})"

    def _facts(self, node: ast.AST, around: _Around) -> Iterator[_Found]:
        if isinstance(node, ast.Raise) and node.exc is not None:
            yield from self._raised(node.exc, around)
        elif isinstance(node, ast.Call):
            yield from self._call(node, around)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            target = node.targets[0]
            if isinstance(target, ast.Attribute) and KEPT.fullmatch(target.attr):
                name = self._source.short(node.value.func, _LONGEST_CONDITION)
                yield from self._told(node.value, node.value, name, around, "kept")
        elif isinstance(node, ast.ExceptHandler):
            caught = self._caught(node)
            if around.in_function or not any(name in caught for name in _OPTIONAL):
                yield ErrorHandler(
                    caught, steps_of(node.body, self._source), node.lineno, around.guarded
                )
        elif isinstance(node, ast.With | ast.AsyncWith):
            for item in node.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and self._names.path(call) == "contextlib.suppress":
                    caught = ", ".join(self._source.short(each, 60) for each in call.args)
                    yield ErrorHandler(caught, (), node.lineno, _lines(node.body))

    def _caught(self, handler: ast.ExceptHandler) -> str:
        return self._source.short(handler.type, _LONGEST_CAUGHT) if handler.type else ""

    def _raised(self, raised: ast.expr, around: _Around) -> Iterator[ReportedError]:
        while (
            isinstance(raised, ast.Call)
            and isinstance(raised.func, ast.Attribute)
            and raised.func.attr == "with_traceback"
        ):
            raised = raised.func.value
        if isinstance(raised, ast.IfExp):
            test = self._source.short(raised.test, _LONGEST_CONDITION)
            yield from self._raised(raised.body, around.inside(test))
            yield from self._raised(raised.orelse, around.inside(self._negated(raised.test)))
        elif isinstance(raised, ast.Call):
            name = self._source.short(raised.func, _LONGEST_CONDITION)
            if self._names.path(raised.func) != "SystemExit":
                yield from self._told(raised, raised, name, around, "raise")
        elif isinstance(raised, ast.Name) and (made := around.texts.get(raised.id)):
            name = self._source.short(
                made.func if isinstance(made, ast.Call) else made, _LONGEST_CONDITION
            )
            yield from self._told(raised, made, name, around, "raise")
        elif (name := dotted(raised)) and (name == "self" or name.rpartition(".")[2][:1].isupper()):
            yield self._report(raised, name, "", around, "raise")

    def _call(self, call: ast.Call, around: _Around) -> Iterator[ReportedError]:
        name = dotted(call.func) or getattr(call.func, "attr", "")
        last = name.rpartition(".")[2]
        if self._names.path(call.func) == "warnings.warn":
            given = [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "category")]
            category = dotted(given[0]) if given else "UserWarning"
            yield from self._told(call, call, category or "Warning", around, "warning")
        elif (last in LOGS and "." in self._source.code(call.func)) or self._goes_to_stderr(call):
            yield from self._printed(call, name or last, around, "log")
        elif REPORTS.match(last):
            yield from self._printed(call, name or last, around, "call")
        elif WARNS.match(last):
            yield from self._printed(call, name or last, around, "notice")

    def _printed(
        self, call: ast.Call, name: str, around: _Around, form: ReportForm
    ) -> Iterator[ReportedError]:
        found = self._told(call, call, name, around, form)
        return (each for each in found if each.message)

    def _told(
        self, node: ast.expr, made: ast.expr, error: str, around: _Around, form: ReportForm
    ) -> Iterator[ReportedError]:
        """Yield the reports that a node makes, one for each text that what it makes may say."""
        if not isinstance(made, ast.Call):
            yield self._report(node, error, "", around, form)
            return
        for said, inside in self._said(made, around):
            yield self._report(node, error, said, inside, form)

    def _goes_to_stderr(self, call: ast.Call) -> bool:
        return any(
            keyword.arg == "file" and self._names.path(keyword.value) == "sys.stderr"
            for keyword in call.keywords
        )

    def _report(
        self,
        node: ast.expr,
        error: str,
        said: str,
        around: _Around,
        form: ReportForm,
    ) -> ReportedError:
        when, *outer = reversed(around.conditions or ("",))
        return ReportedError(
            error,
            said,
            line=node.lineno,
            condition=when,
            form=form,
            caught=around.caught,
            outer=tuple(outer),
        )

    def _said(self, call: ast.Call, around: _Around) -> Iterator[tuple[str, _Around]]:
        """Yield the texts that a call may say, each with what stands around it then."""
        for said, test, holds in said_texts(call, self._source, around.texts):
            if test is None:
                yield said, around
            else:
                short = self._source.short(test, _LONGEST_CONDITION)
                yield said, around.inside(short if holds else self._negated(test))


def _lines(body: list[ast.stmt]) -> tuple[int, int]:
    """Return the first and last line of some statements."""
    return body[0].lineno, body[-1].end_lineno or body[-1].lineno
