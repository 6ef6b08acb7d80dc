"""Identifiers of a file, and what each means as far as the file alone can tell.

Analysis applies the language's scoping rules inside the file and leaves a `Target` for linking to
resolve against the rest of the repository. A file has many references but few distinct targets,
so that linking resolves each target once.
"""

from __future__ import annotations

from typing import Literal

import msgspec

FILE_SCOPE = -1
"""Where the position of a symbol is asked for: the file itself, outside of all its symbols."""

TargetBase = Literal[
    "own",  # a name that this file defines, as its dotted path: names = ("Class", "method")
    "symbol",  # the same where it is defined more than once: `position` is that of the symbol
    "import",  # what an import takes: `position` is that of the import, the rest attributes
    "module",  # an absolute dotted path: `import a.b.c` makes `a.b` reachable as ("a", "b")
    "self",  # names[0] is the class (dotted path in this file), the rest members looked up on it
    "super",  # the same, looked up on the bases of names[0]
    "instance",  # members of an instance of what `of` means (a class)
    "call",  # members of what calling `of` returns; names[0] may be the number of the result
    "await",  # members of what awaiting a call of `of` returns
    "enter",  # members of what `with of as x` binds
    "type",  # what `of` means where a type is expected, and members of that
    "promise",  # a promise of what `of` is
    "returning",  # a function that returns what `of` is
    "signature",  # a function of whose parameters the types are `also`, and that returns `of`
    "argument",  # what the function `of` takes: names[0] is the parameter, the rest members of it
    "mapped",  # a map whose values are what `of` is
    "many",  # a container whose elements are what `of` is
    "keyed",  # what `of` leads to as a key, of `also[0]` where that is known; members of it
    "pairs",  # a mapping whose keys and values are what the two of `also` are
    "tuple",  # a tuple whose elements are what `also` are, one by one
    "either",  # one of what `also` are
    "types",  # a type that is one of the types that `also` are
    "part",  # the element of a tuple `of`: names[0] is its number, the rest members of it
    "at",  # what a subscript of `of` is: names[0] is the number in it, the rest members of that
    "element",  # members of what a loop over `of` binds; names[1] may be a number
    "item",  # members of what `of[…]` is
    "slice",  # what a slice of `of` is
    "member",  # a member of a value, where it is looked up on what the value is
    "package",  # a package on the way to a module: names = (dotted path of it, number of parts)
    "relative",  # a relative import's module: names = (number of dots as text, dotted parts …)
    "included",  # a file whose text is put in place: names = (module there, path, conditions …)
    "global",  # a name that only a star import or the builtins can define
    "fixture",  # what a test framework gives by name: names = (scope that asks, name)
    "given",  # members of what the fixture `of` gives
    "applied",  # what the generic type `of` is with the types that `also` are as its arguments
    "parameter",  # what a generic type, or a call, is given as an argument: names[0] is its number
    "generic",  # what `of` says, and how it depends on type parameters (names): a formula, defaults
    "formula",  # a type that is worked out: names[0] is how, `also` are the parts
    "unknown",  # something that nothing tells about, among `also`
    "plugins",  # modules in which a test framework looks for more: names are dotted paths
]


class Target(msgspec.Struct, frozen=True, array_like=True):
    """What an identifier means, as a path from something that the file itself can name."""

    base: TargetBase
    names: tuple[str, ...]
    of: Target | None = None
    also: tuple[Target, ...] = ()
    """Further terms that it is made from: arguments of a generic type, results of callbacks,
    elements of a tuple, alternatives."""

    @property
    def position(self) -> int:
        """Index in the outline of the symbol or import that a `symbol` or `import` starts at."""
        return self.number(0)

    def number(self, index: int) -> int:
        """Return one of the names that is a number; the comments on `TargetBase` say which are."""
        return int(self.names[index])


ReferenceKind = Literal[
    "name",
    "call",
    "annotation",
    "base",
    "decorator",
    "raise",
    "except",
    "import",
    "definition",
    "assign",
]


class Reference(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One identifier in the source that means something beyond a local variable."""

    line: int
    column: int
    end_column: int
    target: int
    """Index into the file's targets."""
    kind: ReferenceKind
    scope: int = FILE_SCOPE
    """Index of the innermost symbol around it, or `FILE_SCOPE`."""
    arguments: int = 0
    """For a call: how many arguments it passes."""
    end_line: int = 0
    """For a call: the line on which the call expression ends."""
