"""The parts of an outline: symbols, imports, findings, terms, options, mentions of paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec

from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.references import FILE_SCOPE

_MOST_LEVELS = 1 << 24
"""Dots that an import can begin with: more than a file has that is read in full. They are written
out, which a record of unknown origin must not use to fill the memory."""


class LineCounts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How many lines of a file are code, comment or blank; their sum is the file's length."""

    code: int = 0
    comment: int = 0
    blank: int = 0

    @property
    def total(self) -> int:
        """All lines of the file."""
        return self.code + self.comment + self.blank


class Symbol(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A named thing that a file defines: a class, a function, a heading, a key, a target."""

    name: str
    """Dotted path within the file, with the separators of the language (`Class.method`)."""
    kind: Kind
    line: int
    """First line of the definition, decorators included."""
    end_line: int
    name_line: int
    """Line of the defining name itself."""
    column: int
    """Where the defining name starts; -1 when no name stands in the source."""
    end_column: int
    summary: str = ""
    """First sentence or paragraph of its documentation, as written, on one line."""
    signature: str = ""
    """One-line signature without the name: `(path: str, *, deep: bool = False) -> Path`;
    for attributes `: int = 3`. Empty where the language has none."""
    bases: tuple[str, ...] = ()
    """Base classes as written."""
    decorators: tuple[str, ...] = ()
    """Decorators as written, without the `@`."""
    labels: tuple[str, ...] = ()
    """Traits such as `async`, `property`, `static`, `abstract`, `overload`, `generator`,
    `deprecated`, `private`."""
    public: bool = True
    """Whether the language's conventions (underscores, `__all__`, `pub`) make it public."""
    namespace: str = ""
    """The namespaces around it, with which its name begins, without the separator after them."""

    @property
    def bare_name(self) -> str:
        """Its name within the namespaces: `Class.method`."""
        return name_inside(self.name, self.namespace) if self.namespace else self.name

    @property
    def is_computed(self) -> bool:
        """Whether a method computes it whenever it is read: its type holds no such value."""
        return "property" in self.labels

    @property
    def has_place(self) -> bool:
        """Whether its name stands in the source, at `name_line` and `column`."""
        return self.column >= 0


class Import(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One name that a file takes from elsewhere."""

    module: str
    """Module or path as written, without leading dots: `os.path`, `torch/script.h`."""
    name: str = ""
    """What is taken from it; `*` for everything; empty when the module itself is bound."""
    alias: str = ""
    """The name after `as`, if any."""
    level: Annotated[int, msgspec.Meta(ge=0, le=_MOST_LEVELS)] = 0
    """Leading dots of a relative import."""
    line: int = 0
    column: int = -1
    """Where the imported name stands, -1 if nowhere."""
    end_column: int = -1
    scope: str = ""
    """Function or class in which the import stands; empty at module level."""
    conditional: bool = False
    """Whether it stands under an `if`, `try` or the like."""
    type_checking: bool = False
    """Whether it is there for type checkers alone: `if TYPE_CHECKING:`, `import type`."""
    system: bool = False
    """`#include <…>` and the like: looked up outside the repository first."""
    passes_on: bool = False
    """Whether it only offers to others what it takes, without a name for it in the file."""

    @property
    def binding(self) -> str:
        """The local name that the import binds; empty for `*`."""
        if self.alias:
            return self.alias
        if self.name:
            return "" if self.name == "*" else self.name
        return self.module.partition(".")[0]


FindingArea = Literal["design", "idiom", "performance", "security"]
"""`design` is how classes work together, `idiom` any other way of using the language."""


class Finding(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something worth knowing that the syntax tree shows at one place."""

    area: FindingArea
    rule: str
    """Short stable name: `context-manager`, `S301`."""
    line: int
    end_line: int
    message: str
    """One sentence with the names of what was found; Markdown code spans allowed."""
    symbol: str = ""
    """The symbol in which it stands."""
    url: str = ""
    """Where the rule is documented, if anywhere."""


class Term(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word that the file uses in names, comments or documentation."""

    text: str
    """Lower case, singular form as found."""
    count: int
    line_count: int
    """On how many lines it stands."""
    lines: tuple[int, ...]
    """The first few of these."""


def pack_terms(terms: Iterable[Term]) -> str:
    """Write terms as one text: a repository has hundreds of thousands, and few are looked at."""
    return "\n".join(
        f"{term.text} {term.count} {term.line_count} {','.join(map(str, term.lines))}"
        for term in terms
    )


def unpack_terms(packed: str) -> tuple[Term, ...]:
    """Read what `pack_terms` has written."""
    rows = (row.split(" ") for row in packed.split("\n") if row)
    return tuple(
        Term(text, int(count), int(line_count), tuple(map(int, filter(None, lines.split(",")))))
        for text, count, line_count, lines in rows
    )


EMBEDDED = "…"
"""End of the name of an option that stands for all those of a type, which its `metavar` names."""


class Option(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A command-line option or argument that a script declares."""

    flags: tuple[str, ...]
    help: str
    line: int
    default: str = ""
    metavar: str = ""
    is_command: bool = False
    """Whether it is a command of the program, with what stands behind it."""
    command: str = ""
    """The command that takes it, several with commas between them; empty if that is the program
    itself, or not known."""
    variables: tuple[str, ...] = ()
    """Environment variables that give its value where the command line does not."""
    values: tuple[str, ...] = ()
    """The values that it may have, where these are written out."""
    meanings: tuple[str, ...] = ()
    """What each of these values means; none where its documentation does not say."""
    setting: str = ""
    """Its name among settings that other sources give as well; empty if it is that of the flag."""
    value_type: str = ""
    """The type or constant that may have its values, as written, where these are not written out
    in the same file."""

    @property
    def is_argument(self) -> bool:
        """Whether it is told by its place, without a flag before it."""
        return not self.is_command and not any(flag[:1] in {"-", "+", "/"} for flag in self.flags)


MentionKind = Literal["command", "string"]


class PathMention(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A literal path by which a file names another file."""

    path: str
    """Without variables or wildcards; may begin with `./` or `../`."""
    line: int
    kind: MentionKind
    """`command`: a command line names it; `string`: a string constant is it."""
    runs: bool = False
    """Whether the command line runs it."""
    anchored: bool = False
    """Whether the path is proven to start at the folder of the file that names it."""


class ImageSize(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How large an image is on a page that says nothing about it."""

    width: int
    """In CSS pixels."""
    height: int
    fluid: bool = False
    """Whether only its shape is known, for it is as wide as there is room (SVG)."""


class FileComplexity(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Cyclomatic complexity (McCabe) of a file's functions and methods, test cases left out."""

    total: int = 0
    """Their sum; 0 where it is not counted."""
    most: int = 0
    """That of the most complex one."""
    position: int = FILE_SCOPE
    """Index of that one among the file's symbols; `FILE_SCOPE` where there is none."""
