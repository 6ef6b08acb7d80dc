"""The classes that a class inherits from, as far as one file tells."""

from __future__ import annotations

from mkdocs_repodoc.languages.python.findings.rule_input import ClassInfo, ModuleFacts

_WITHOUT_MEMBERS = {"", "object", "abc.ABC", "typing.Generic", "typing.Protocol"}
"""Bases that ask nothing of a subclass; an expression, which has no name, is passed over too."""


def ancestors(owner: ClassInfo, module: ModuleFacts) -> tuple[list[ClassInfo], list[str]]:
    """Return the classes of this file that a class inherits from, and its bases from elsewhere.

    Args:
        owner: The class.
        module: The facts of its file.

    Returns:
        The classes, the nearest first; and the full names of those bases, direct or inherited,
        that are defined elsewhere and may bring members along.
    """
    by_name = {each.name: each for each in module.classes}
    found: list[ClassInfo] = []
    elsewhere: list[str] = []
    waiting = [(owner.name, base) for base in owner.bases]
    while waiting:
        inside, base = waiting.pop(0)
        known = _visible(base, inside, by_name)
        if known is None:
            elsewhere += [base] if base not in _WITHOUT_MEMBERS else []
        elif known is not owner and known not in found:
            found.append(known)
            waiting += [(known.name, inherited) for inherited in known.bases]
    return found, list(dict.fromkeys(elsewhere))


def _visible(name: str, inside: str, classes: dict[str, ClassInfo]) -> ClassInfo | None:
    """Return the class that a name means in a scope: of the nearest scope around that has one."""
    while inside:
        inside = inside.rpartition(".")[0]
        known = classes.get(f"{inside}.{name}" if inside else name)
        if known is not None:
            return known
    return None
