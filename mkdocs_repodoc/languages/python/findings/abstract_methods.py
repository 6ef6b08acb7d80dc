"""Methods that are left to subclasses."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.findings.ancestors import ancestors
from mkdocs_repodoc.languages.python.findings.rule_input import ClassInfo, ModuleFacts


def abstract_methods(owner: ClassInfo, module: ModuleFacts) -> list[str]:
    """Return the methods that a class itself marks as abstract."""
    return [
        name
        for name, node in owner.methods.items()
        if any(
            module.names.path(decorator).startswith("abc.abstract")
            for decorator in node.decorator_list
        )
    ]


def inherited_abstract_methods(owner: ClassInfo, module: ModuleFacts) -> list[str]:
    """Return the abstract methods of its ancestors in the file that no class below defines."""
    found: list[str] = []
    defined = {*owner.methods, *owner.attributes}
    for ancestor in ancestors(owner, module)[0]:
        found += [name for name in abstract_methods(ancestor, module) if name not in defined]
        defined |= {*ancestor.methods, *ancestor.attributes}
    return found
