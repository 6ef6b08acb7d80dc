"""Comments to targets: what a value is whose type only a comment states."""

from __future__ import annotations

import re

from mkdocs_repodoc.languages.javascript.names.name_walk import WHOLE
from mkdocs_repodoc.languages.javascript.names.script_scopes import Binding
from mkdocs_repodoc.languages.javascript.names.type_meanings import TypeMeanings, derived
from mkdocs_repodoc.model.references import Target

MODULE_TYPE = re.compile(r"(?:typeof\s+)?import\(\s*[\"']([^\"']+)[\"']\s*\)((?:\.[\w$]+)*)")
"""A module in a comment's type, and the name in it."""
_NAME = re.compile(r"(?!\d)[\w$]+")
_HELD = re.compile(r"(?:Array|ReadonlyArray|Set|Promise)\.?<(.+)>")
_NOTHING = frozenset({"null", "undefined", "void"})


class DocumentedMeanings(TypeMeanings):
    """Judges types that comments state; who judges expressions inherits from it.

    Args:
        code: The file.
    """

    def documented(self, binding: Binding) -> Target | None:
        """Return what a value is by the type that a comment states of it, if one does."""
        if not binding.documented:
            return None
        around, name = _parts(binding.documented)
        target = derived("instance", _module_type(name) or self._named(name, binding))
        if around == "promise":
            return derived("promise", target)
        return derived("many", target) if around else target

    def _named(self, name: str, binding: Binding) -> Target | None:
        known = binding.scope.look_up(name, "type") if name else None
        if known is not None and known.documented:
            return _module_type(known.documented.strip())
        return self.bound(known, as_type=True)


def _module_type(written: str) -> Target | None:
    """Return what `import('./mill.js').Mill` means, or the module as a whole; else nothing."""
    match = MODULE_TYPE.fullmatch(written)
    if match is None:
        return None
    names = tuple(match[2][1:].split(".")) if match[2] else (WHOLE,)
    return Target("type", names, Target("module", (match[1],)))


def _parts(written: str) -> tuple[str, str]:
    """Take a type apart that a comment states.

    Returns:
        What is around its name, `many`, `promise` or nothing, and the name or the import; the
        latter is empty where the type is none of these, or one of several.
    """
    told = written.strip().strip("!?=").strip()
    if told.startswith("(") and told.endswith(")"):
        told = told[1:-1]
    several = [each.strip().strip("!?") for each in told.split("|")]
    named = [each for each in several if each not in _NOTHING]
    if len(named) != 1:
        return "", ""
    (told,) = named
    around = ""
    if held := _HELD.fullmatch(told):
        around, told = ("promise" if told.startswith("Promise") else "many"), held[1].strip()
    elif told.endswith("[]"):
        around, told = "many", told[:-2]
    is_one = _NAME.fullmatch(told) or MODULE_TYPE.fullmatch(told)
    return (around, told) if is_one else ("", "")
