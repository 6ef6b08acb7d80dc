r"""Records: the analysis of one file, a pure function of its bytes and the options.

A record has two halves. The *outline* of every file is in memory while the site is made: linking
and planning need it. The *detail* is read from the cache when one page is rendered. Both are
msgspec structs, encoded as MessagePack arrays: compact, typed, and safe to share.

Names are relative to the file: a method is `Class.method`, whatever module the file turns out to
be. Lines are 1-based; columns are 0-based offsets in the UTF-8 encoding of a line, after all line
ends were made `\n`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

import msgspec

from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import Fact
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, Target
from mkdocs_repodoc.model.secrets import Secret

_Fact = TypeVar("_Fact", bound=Fact)


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
        return self.name[len(self.namespace) :].lstrip(".:#") if self.namespace else self.name

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
    level: int = 0
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
    """The command that takes it; empty if that is the program itself, or not known."""


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


class FileOutline(msgspec.Struct, frozen=True, array_like=True):
    """What linking and planning need to know of a file."""

    lines: LineCounts
    encoding: str = "utf-8"
    licence: str = ""
    """SPDX identifier or the licence's name, from a header in the file."""
    licence_line: int = 0
    summary: str = ""
    """What the file says about itself in one sentence; empty if it says nothing."""
    summary_line: int = 0
    summary_origin: str = ""
    """Where the summary stands: `module docstring`, `leading comment`, `first heading`,
    `project description`, …"""
    symbols: tuple[Symbol, ...] = ()
    imports: tuple[Import, ...] = ()
    exports: tuple[str, ...] | None = None
    """`__all__` or its like; `None` when the file does not declare its exports."""
    findings: tuple[Finding, ...] = ()
    packed_terms: str = ""
    """The most frequent terms of the file, as `pack_terms` writes them."""
    main_line: int = 0
    """Line of `if __name__ == "__main__":` or of a `#!` line; 0 if the file is no script."""
    options: tuple[Option, ...] = ()
    effect_line: int = 0
    """Line from which on a module does something beyond defining names; 0 if it never does."""
    facts: tuple[Fact, ...] = ()
    """What it says about the project, in source order."""
    tests: tuple[str, ...] = ()
    """Names of the symbols that are test cases."""
    diagnostics: tuple[Diagnostic, ...] = ()
    types: tuple[tuple[int, Target], ...] = ()
    """Index of a symbol → what it is: the value of an attribute or alias, what a function
    returns, as far as annotations and constructor calls in the file tell."""
    mentions: tuple[PathMention, ...] = ()
    """Paths by which the file names others, in source order; each once."""
    refers: str = ""
    """Language of the code of a document that refers to what files define; the references are in
    its detail."""
    image: ImageSize | None = None
    """Of an image whose format tells it."""
    offers: tuple[tuple[str, Target], ...] = ()
    """Names under which other files take things from this one, and what each is, in languages
    where these are not simply the file's own names; a name may repeat."""
    complexity: FileComplexity = FileComplexity()
    secrets: tuple[Secret, ...] = ()
    """What looks like secrets in it, in the order of its lines."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The most frequent terms of the file, the most frequent first."""
        return unpack_terms(self.packed_terms)

    def facts_of(self, kind: type[_Fact]) -> Iterator[_Fact]:
        """Yield the facts of one kind."""
        return (fact for fact in self.facts if isinstance(fact, kind))


class DocField(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One entry of a docstring section: a parameter, an exception, a returned value."""

    name: str
    annotation: str
    description: str
    default: str = ""


SEE_ALSO = "See also"
"""Title of a section that lists what else to read."""


class DocSection(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of a docstring."""

    kind: str
    """`text`, `parameters`, `returns`, `raises`, `examples`, … (Griffe's section kinds)."""
    title: str = ""
    text: str = ""
    fields: tuple[DocField, ...] = ()


class Parameter(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A parameter of a function or class."""

    name: str
    """With its stars: `*args`, `**kwargs`."""
    kind: str = ""
    """`positional-only`, `positional or keyword`, `variadic positional`, `keyword-only`,
    `variadic keyword` (Griffe's words); empty for other languages."""
    annotation: str = ""
    default: str = ""


class SymbolDetail(msgspec.Struct, frozen=True, array_like=True):
    """The rest of what a symbol's own section shows."""

    documentation: tuple[DocSection, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    returns: str = ""
    """Return annotation as written."""
    annotation: str = ""
    """Annotation of an attribute."""
    value: str = ""
    """Value of an attribute as written, shortened."""
    complexity: int = 0
    """Cyclomatic complexity (McCabe) of a function; 0 where not counted."""
    raises: tuple[tuple[str, int], ...] = ()
    """Exceptions raised in the body as written, with their lines."""


class Cell(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A cell of a notebook."""

    language: str
    """`markdown`, or the language of its code; `text` for what is shown as it stands."""
    text: str
    line: int
    """Where it starts in the file."""


class FileDetail(msgspec.Struct, frozen=True, array_like=True):
    """What only the file's own pages need, beside what resolves its references."""

    symbols: tuple[SymbolDetail, ...] = ()
    """As many as the outline has symbols, in the same order."""
    documentation: tuple[DocSection, ...] = ()
    """The file's own documentation (module docstring), parsed; without the summary line."""
    markup: str = "markdown"
    """How documentation is written: `markdown`, `rst` or `plain`."""
    targets: tuple[Target, ...] = ()
    """Distinct things that the file's identifiers mean, as far as the file alone can tell."""
    references: tuple[Reference, ...] = ()
    """The identifiers, in source order."""
    cells: tuple[Cell, ...] = ()
    """The cells of a notebook in their order, without what they put out."""


class FileRecord(msgspec.Struct, frozen=True, array_like=True):
    """The record of a file: its outline and its detail."""

    outline: FileOutline
    detail: FileDetail
