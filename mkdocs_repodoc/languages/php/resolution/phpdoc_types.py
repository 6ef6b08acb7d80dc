"""Types as PHPDoc writes them: unions, arrays, collections."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_repodoc.languages.php.resolution import php_terms as terms
from mkdocs_repodoc.model.references import Target

_TOKEN = re.compile(r"\s*(?:(\$this|\\?[^\W\d][\w\\-]*(?<!-))|('[^']*'|\"[^\"]*\"|\d+)|(\.\.\.|.))")
_ARRAYS = frozenset(("array", "iterable", "list", "non-empty-array", "non-empty-list"))
NO_CLASSES = frozenset(
    """
    array array-key bool boolean callable class-string closed-resource double false float int
    integer iterable key-of list literal-string mixed negative-int never never-return no-return
    non-empty-array non-empty-list non-empty-string non-falsy-string null numeric numeric-string
    object positive-int resource scalar string true value-of void non-negative-int callable-string
    interface-string trait-string enum-string lowercase-string truthy-string number int-mask
    int-mask-of numeric-int static self parent $this
    """.split()  # noqa: SIM905 - reads better
)
"""Words that are not the name of a class, whatever namespace they stand in."""
_DEEPEST = 12


class DocTypes:
    """Reads types.

    Args:
        named: Returns the type that a name means, for what is no word of the language.
        own: Returns what `self`, `static`, `$this` and `parent` mean.
    """

    def __init__(
        self, named: Callable[[str], Target | None], own: Callable[[str], Target | None]
    ) -> None:
        self._named = named
        self._own = own

    def read(self, text: str, bounds: Mapping[str, Target | None]) -> tuple[Target | None, str]:
        """Read the type that a text begins with.

        Args:
            text: The text.
            bounds: Type parameters that are known, with what bounds them.

        Returns:
            The type, `None` if nothing is known of it, and the text behind it.
        """
        reader = _Reader(text, self._named, self._own, bounds)
        kind = reader.union(0)
        return kind, text[reader.at :]


class _Reader:
    def __init__(
        self,
        text: str,
        named: Callable[[str], Target | None],
        own: Callable[[str], Target | None],
        bounds: Mapping[str, Target | None],
    ) -> None:
        self._text = text
        self._named = named
        self._own = own
        self._bounds = bounds
        self.at = 0

    def _peek(self) -> tuple[str, int, bool]:
        """Return the next token, where it ends, and whether it is a name."""
        match = _TOKEN.match(self._text, self.at)
        if match is None:
            return "", self.at, False
        return match[match.lastindex or 0], match.end(), match.lastindex == 1

    def _take(self, token: str, *, beside: bool = False) -> bool:
        """Step over a token, if it is the next one; `beside` if no space may be before it."""
        found, end, _ = self._peek()
        if found != token or (beside and self._text[self.at : self.at + 1].isspace()):
            return False
        self.at = end
        return True

    def union(self, depth: int) -> Target | None:
        """Read a type with its alternatives."""
        kinds = [self._one(depth)]
        while self._take("|") or self._take("&"):
            kinds.append(self._one(depth))
        return terms.one_type_of(kinds)

    def _one(self, depth: int) -> Target | None:
        if depth > _DEEPEST:
            return None
        self._take("?")
        kind: Target | None = None
        if self._take("("):
            kind = self.union(depth + 1)
            self._take(")")
        else:
            token, end, is_name = self._peek()
            if token and (is_name or token[0] in "'\"" or token.isdigit()):
                self.at = end
                if is_name:
                    kind = self._name(token, depth)
        while self._take("[", beside=True):
            if not self._take("]"):
                self.union(depth + 1)
                self._take("]")
            kind = terms.array_of(kind)
        return kind

    def _name(self, name: str, depth: int) -> Target | None:
        word = name.lower()
        if self._take("<", beside=True):
            arguments = self._arguments(depth)
            return self._generic(name, arguments)
        if self._take("{", beside=True):
            self._skip_braces()
            return terms.array_of(None) if word in _ARRAYS else None
        if self._take("(", beside=True):
            self._skip_signature(depth)
            return None
        return self._plain(name, word)

    def _plain(self, name: str, word: str) -> Target | None:
        """Return the type of a name that nothing belongs to."""
        if word in ("self", "static", "$this", "parent"):
            return self._own(word)
        if name in self._bounds:
            return self._bounds[name]
        if word in _ARRAYS:
            return terms.array_of(None)
        return None if word in NO_CLASSES else self._named(name)

    def _arguments(self, depth: int) -> list[Target | None]:
        found = [self.union(depth + 1)]
        while self._take(","):
            if self._peek()[0] != ">":
                found.append(self.union(depth + 1))
        self._take(">")
        return found

    def _generic(self, name: str, arguments: list[Target | None]) -> Target | None:
        word = name.lower()
        if word in _ARRAYS:
            return terms.array_of(arguments[-1])
        if word in NO_CLASSES:
            return None
        number = 1 if word.endswith("generator") and len(arguments) > 1 else -1
        kind = self._bounds[name] if name in self._bounds else self._named(name)
        return terms.collection(kind, arguments[number]) if kind is not None else None

    def _skip_signature(self, depth: int) -> None:
        """Step over what a function takes and returns."""
        while not self._take(")") and self._peek()[0]:
            self.at = self._peek()[1]
        if self._take(":"):
            self._one(depth + 1)

    def _skip_braces(self) -> None:
        depth = 1
        while depth:
            found, end, _ = self._peek()
            if not found:
                return
            depth += (found == "{") - (found == "}")
            self.at = end
