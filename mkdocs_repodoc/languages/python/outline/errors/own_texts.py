"""Texts that classes of errors give each of their errors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.outline.held_texts import held_in
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.spoken_texts import SpokenTexts
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import ReportedError
from mkdocs_repodoc.text.english import one_line, shortened

_ERRORS = re.compile(r"(?:Error|Exception|Warning)$")
_TEXT = re.compile(r"_?(?:message|msg|detail)")
"""Names of attributes that hold what an error says."""
_LONGEST = 200


def own_texts(body: Sequence[ast.stmt], source: SourceExcerpts) -> Iterator[ReportedError]:
    """Yield the texts of the classes of errors in a module, or in a class."""
    for each in body:
        if isinstance(each, ast.ClassDef):
            yield from own_texts(each.body, source)
            bases = [dotted(base).rpartition(".")[2] for base in each.bases]
            if any(map(_ERRORS.search, (each.name, *bases))):
                yield from _text(each, source)


def _text(owner: ast.ClassDef, source: SourceExcerpts) -> Iterator[ReportedError]:
    """Yield what `__str__` returns, or else what the constructor hands on or keeps, if one text."""
    methods = {each.name: each for each in owner.body if isinstance(each, ast.FunctionDef)}
    found: list[tuple[int, str]] = []
    for name, values in (("__str__", _returned), ("__init__", _handed_on), ("__init__", _kept)):
        method = methods.get(name)
        if method is None or found:
            continue
        texts = SpokenTexts(source, held_in(method.body))
        for value in values(method):
            said = one_line(texts.of(value))
            if said and not _is_given(value):
                found.append((value.lineno, shortened(said, _LONGEST)))
    if len(found) == 1:
        line, said = found[0]
        yield ReportedError(owner.name, said, line=line, form="text")


def _is_given(value: ast.expr) -> bool:
    """Tell whether a text consists of what the error was made with, and says nothing of its own."""
    return isinstance(value, ast.JoinedStr) and not any(
        isinstance(part, ast.Constant) and any(map(str.isalpha, str(part.value)))
        for part in value.values
    )


def _returned(method: ast.FunctionDef) -> Iterator[ast.expr]:
    for each in ast.walk(method):
        if isinstance(each, ast.Return) and each.value is not None:
            yield each.value


def _handed_on(method: ast.FunctionDef) -> Iterator[ast.expr]:
    """Yield the first of what a constructor hands to that of its base."""
    for each in ast.walk(method):
        if not isinstance(each, ast.Call) or not isinstance(each.func, ast.Attribute):
            continue
        owner = each.func.value
        is_super = isinstance(owner, ast.Call) and dotted(owner.func) == "super"
        given = each.args if is_super else each.args[1:]
        if each.func.attr == "__init__" and given:
            yield given[0]


def _kept(method: ast.FunctionDef) -> Iterator[ast.expr]:
    """Yield what a constructor keeps as the text of an error."""
    for each in ast.walk(method):
        if isinstance(each, ast.Assign):
            for target in each.targets:
                if isinstance(target, ast.Attribute) and _TEXT.fullmatch(target.attr):
                    yield each.value
