"""Full names of what a PHP file names: namespaces and `use` declarations."""

from __future__ import annotations

from typing import NamedTuple


class FullName(NamedTuple):
    """What a name of a function or constant stands for.

    Attributes:
        full: The full name.
        fallback: The global name that is meant if nothing has the full one; empty for none.
    """

    full: str
    fallback: str = ""


class NamespaceNames:
    """The names of one namespace of a file.

    Args:
        namespace: Its name; empty for the global one.
    """

    def __init__(self, namespace: str = "") -> None:
        self.namespace = namespace
        self._classes: dict[str, str] = {}
        self._functions: dict[str, str] = {}
        self._constants: dict[str, str] = {}

    def take(self, kind: str, alias: str, full: str) -> None:
        """Note a `use`; `kind` is the word behind it, empty for classes and namespaces."""
        if kind == "function":
            self._functions[alias.lower()] = full
        elif kind == "const":
            self._constants[alias] = full
        else:
            self._classes[alias.lower()] = full

    def own(self, name: str) -> str:
        """Return the full name of what the file declares here."""
        return f"{self.namespace}\\{name}" if self.namespace else name

    def class_name(self, written: str) -> str:
        """Return the full name of a class."""
        first, separator, rest = written.partition("\\")
        if not first:
            return rest
        if first.lower() == "namespace" and separator:
            return self.own(rest)
        if (taken := self._classes.get(first.lower())) is not None:
            return f"{taken}{separator}{rest}"
        return self.own(written)

    def function(self, written: str) -> FullName:
        """Return what a function's name stands for."""
        return self._value(written, self._functions.get(written.lower()))

    def constant(self, written: str) -> FullName:
        """Return what a constant's name stands for."""
        return self._value(written, self._constants.get(written))

    def _value(self, written: str, taken: str | None) -> FullName:
        if taken is not None:
            return FullName(taken)
        if "\\" in written:
            return FullName(self.class_name(written))
        return FullName(self.own(written), written if self.namespace else "")
