"""Overloads: which of several functions with one name a call means."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.c_family.resolution.cpp import cpp_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import CppDeclarations
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_CONSTANT = " const"
_RIVAL = "\0"


def choose(
    declarations: CppDeclarations,
    functions: Iterable[SymbolRef],
    count: str,
    *,
    is_constant: bool | None,
) -> list[SymbolRef]:
    """Return one declaration of each function that may be meant.

    Args:
        declarations: What the repository declares.
        functions: The declarations with the name, several of one function among them.
        count: The number of arguments; empty if none of the functions is called.
        is_constant: Whether the object that the function is a member of does not change, if
            that is known.
    """
    by_form = _by_form(declarations, functions)
    if count and count != terms.ANY_NUMBER and len(by_form) > 1:
        by_form = {
            form: one for form, one in by_form.items() if _takes(declarations, one, int(count))
        }
    elif count and count != terms.ANY_NUMBER:
        only = next(iter(by_form.values()), None)
        if only is not None and not _takes(declarations, only, int(count)):
            return []
    if is_constant is not None and len(by_form) > 1:
        by_form = {
            form: one
            for form, one in by_form.items()
            if _other_form(form) not in by_form or form.endswith(_CONSTANT) == is_constant
        }
    return list(by_form.values())


def _by_form(declarations: CppDeclarations, functions: Iterable[SymbolRef]) -> dict[str, SymbolRef]:
    """Return one declaration for each form of a function, its definition if there is one."""
    by_form: dict[str, SymbolRef] = {}
    for one in functions:
        form = declarations.form(one)
        known = by_form.get(form)
        if known is None or declarations.graph.only_declares(known):
            by_form[form] = one
        elif not declarations.graph.only_declares(one):
            # Two definitions of one form: templates whose heads differ, or branches of an `#if`.
            by_form[f"{form}{_RIVAL}{one}"] = one
    if len(by_form) > 1 and "" in by_form and declarations.is_of_c(by_form[""]):
        del by_form[""]  # the same function as the one that C++ defines
    return by_form


def _other_form(form: str) -> str:
    """Return the form of the function that differs in being for constant objects alone."""
    return form.removesuffix(_CONSTANT) if form.endswith(_CONSTANT) else form + _CONSTANT


def _takes(declarations: CppDeclarations, function: SymbolRef, count: int) -> bool:
    for term in declarations.types(function):
        if term.base == "returning" and term.names:
            fewest, most = term.names[:2]
            return int(fewest) <= count and (most == terms.ANY_NUMBER or count <= int(most))
    return True
