"""The scope of a node: its position in the nesting of definitions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mkdocs_repodoc.model.kinds import LOCAL_SCOPES, Kind


@dataclass(slots=True)
class Scope:
    """Where in the nesting a node stands.

    Attributes:
        name: Qualified name of the symbol around it; empty at the top.
        kind: Kind of that symbol; empty at the top.
        separator: What stands between that name and a name defined in it.
        public: Whether what stands here can be reached from outside the file.
        access: The access section that is open (`public`, `private`), for languages with sections;
            `open_section` sets it for what follows.
        start: Offset where a wrapper of the next symbol starts (a template, a decorator); -1 if
            there is none.
        prefix: Type parameters that such a wrapper declares.
        labels: Labels that such a wrapper gives.
        names: Decorators or attributes that it brings.
        depth: How many symbols are around it.
    """

    name: str = ""
    kind: str = ""
    separator: str = "."
    public: bool = True
    access: str = ""
    start: int = -1
    prefix: str = ""
    labels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    depth: int = 0

    def open_section(self, access: str) -> None:
        """Have what follows beside this node stand in another access section.

        The handlers of siblings share the scope: what one opens here counts for the next.
        """
        self.access = access

    def qualify(self, name: str) -> str:
        """Return the qualified name of what is defined here."""
        return f"{self.name}{self.separator}{name}" if self.name else name

    def inside(
        self, name: str, kind: str, *, public: bool, separator: str = "", access: str = ""
    ) -> Scope:
        """Return the scope inside a symbol with this qualified name."""
        return Scope(name, kind, separator or self.separator, public, access, depth=self.depth + 1)

    def wrapped(self, start: int, *, prefix: str = "", labels: Iterable[str] = ()) -> Scope:
        """Return the scope inside a wrapper that belongs to the next symbol."""
        start = start if self.start < 0 else self.start
        return replace(self, start=start, prefix=prefix, labels=(*self.labels, *labels))


def is_local(scope: Scope) -> bool:
    """Return whether what stands in a scope can only be reached in a function's body."""
    return scope.kind in LOCAL_SCOPES


def inside_function(scope: Scope, name: str, kind: str = Kind.FUNCTION) -> Scope:
    """Return the scope in a function's body: what it defines is listed, but is not public."""
    return scope.inside(name, kind, public=False)
