"""What all languages share: a walk over a syntax tree that collects symbols and imports.

A language is a `Dialect`: a grammar, and a handler for each type of node that defines something.
The walk keeps its own stack, so that no nesting of the source can exhaust Python's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from tree_sitter import Language, Node, Parser, Tree

from mkdocs_repodoc.analysis.prose import shorten
from mkdocs_repodoc.model.records import Import, Parameter, SymbolDetail

_CHUNK = 1 << 12
"""Bytes that a parser is given at once; it asks again whenever it goes back."""
_STEPS = 30
"""Progress reports of a parser for each KB; real code takes 1 to 3, with many errors 10."""
_LEAST_STEPS = 3_000
_DEEPEST = 2_000
"""Brackets inside each other; people write 20, and a parser's cost may grow with the square."""
_BRACKET = re.compile(rb"[(){}\[\]]")
LONGEST_SIGNATURE = 400
LONGEST_VALUE = 120
LONGEST_SHOWN = 80
"""Characters of a value that stand in a signature."""


@dataclass(slots=True)
class Scope:
    """Where in the nesting a node stands.

    Attributes:
        name: Qualified name of the symbol around it; empty at the top.
        kind: Kind of that symbol; empty at the top.
        separator: What stands between that name and a name defined in it.
        public: Whether what stands here can be reached from outside the file.
        access: The access section that is open (`public`, `private`), for languages with sections;
            the handlers of siblings share the scope, so that one sets it for the next.
        start: Offset where a wrapper of the next symbol starts (a template, a decorator); -1 if
            there is none.
        prefix: Type parameters that such a wrapper declares.
        labels: Labels that such a wrapper gives.
        names: Decorators or attributes that it brings.
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

    def qualify(self, name: str) -> str:
        """Return the qualified name of what is defined here."""
        return f"{self.name}{self.separator}{name}" if self.name else name

    def inside(
        self, name: str, kind: str, *, public: bool, separator: str = "", access: str = ""
    ) -> Scope:
        """Return the scope inside a symbol with this qualified name."""
        return Scope(name, kind, separator or self.separator, public, access)

    def wrapped(self, start: int, *, prefix: str = "", labels: Iterable[str] = ()) -> Scope:
        """Return the scope inside a wrapper that belongs to the next symbol."""
        start = start if self.start < 0 else self.start
        return replace(self, start=start, prefix=prefix, labels=(*self.labels, *labels))


class Found(NamedTuple):
    """A symbol before its documentation is known."""

    kind: str
    name: str
    start: int
    end: int
    name_start: int
    """-1 when no name stands in the source."""
    name_end: int
    signature: str
    bases: tuple[str, ...]
    decorators: tuple[str, ...]
    labels: tuple[str, ...]
    public: bool
    detail: SymbolDetail
    body: bool
    """Whether it has a body of statements, whose complexity can be counted."""
    doc_start: int
    """Where the declaration itself starts, behind templates and attributes."""


class Source:
    """The bytes of a file and where its lines are."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first byte."""
        starts = [0]
        find = self.data.find
        while (position := find(b"\n", starts[-1])) >= 0:
            starts.append(position + 1)
        return starts

    def line(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return bisect_right(self.line_starts, offset)

    def column(self, offset: int) -> int:
        """Return the 0-based column of an offset, in bytes."""
        return offset - self.line_starts[bisect_right(self.line_starts, offset) - 1]


@dataclass(slots=True)
class Walk:
    """One file's walk and what it has found.

    Attributes:
        source: The file as it stands on disk, for lines.
        code: The bytes that the grammar reads; as long as the source.
        dialect: The language's handlers.
        name: Base name of the file.
        starts: For the offset of a declaration: where something that belongs to it, but that the
            grammar does not see, starts.
    """

    source: Source
    code: bytes
    dialect: Dialect
    name: str
    starts: Mapping[int, int] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    main_line: int = 0
    file_line: int = 0
    """Line of the clause that the file's own documentation stands above, where there is one."""
    seen: set[str] = field(default_factory=set)
    """Names that a language lists only once (namespaces, which are opened again and again)."""
    extra: object = None
    """What a dialect wants to remember for the file."""
    _stack: list[tuple[Node, Scope]] = field(default_factory=list)

    def run(self, root: Node, scope: Scope) -> None:
        """Visit the tree in source order."""
        handlers = self.dialect.handlers
        stack = self._stack
        stack.append((root, scope))
        while stack:
            node, around = stack.pop()
            handler = handlers.get(node.type)
            if handler is not None:
                handler(self, node, around)
            elif node.child_count:
                self.enter(node, around)

    def enter(self, node: Node | None, scope: Scope) -> None:
        """Visit the children of a node next."""
        if node is not None:
            children = node.named_children
            children.reverse()
            self._stack.extend([(child, scope) for child in children])

    def visit(self, node: Node | None, scope: Scope) -> None:
        """Visit a node next."""
        if node is not None:
            self._stack.append((node, scope))

    def text(self, node: Node | None) -> str:
        """Return the source of a node; empty for no node."""
        if node is None:
            return ""
        return self.code[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def line_of(self, node: Node | None) -> str:
        """Return the source of a node on one line."""
        return one_line(self.text(node)) if node is not None else ""

    def add(
        self,
        kind: str,
        name: str,
        node: Node,
        name_node: Node | None,
        scope: Scope,
        *,
        signature: str = "",
        bases: Iterable[str] = (),
        decorators: Iterable[str] = (),
        labels: Iterable[str] = (),
        public: bool = True,
        name_end: int = -1,
        parameters: Iterable[Parameter] = (),
        returns: str = "",
        annotation: str = "",
        value: str = "",
        body: bool = False,
    ) -> None:
        """Note a symbol.

        Args:
            kind: One of the kinds in `model.kinds`.
            name: Qualified name.
            node: The definition.
            name_node: The defining name.
            scope: Where it stands; its wrappers belong to the symbol.
            signature: On any number of lines; it is made one.
            bases: As written.
            decorators: As written.
            labels: Traits; the scope's are put in front.
            public: By the language's rules for the symbol itself; the scope's count as well.
            name_end: Where the name ends, if not where its node does.
            parameters: Of a function.
            returns: Type of what a function returns.
            annotation: Type of a field or variable.
            value: Value of a constant or variable.
            body: Whether it has statements.
        """
        if name_node is not None and name_node.start_byte == name_node.end_byte:
            return  # broken code, where the parser assumes a name
        first = scope.start if scope.start >= 0 else node.start_byte
        last = name_node.end_byte if name_node is not None else -1
        first = min(first, self.starts.get(first, first), self.starts.get(node.start_byte, first))
        self.found.append(
            Found(
                kind,
                name,
                first,
                node.end_byte,
                name_node.start_byte if name_node is not None else -1,
                name_end if name_end >= 0 else last,
                shorten(tidy(scope.prefix + signature), LONGEST_SIGNATURE),
                tuple(bases),
                tuple(decorators),
                tuple(dict.fromkeys([*scope.labels, *labels])),
                public and scope.public,
                SymbolDetail(
                    parameters=tuple(parameters),
                    returns=one_line(returns),
                    annotation=one_line(annotation),
                    value=shorten(one_line(value), LONGEST_VALUE),
                ),
                body,
                node.start_byte,
            )
        )

    def add_import(
        self,
        module: str,
        node: Node,
        place: Node | None = None,
        *,
        name: str = "",
        alias: str = "",
        level: int = 0,
        scope: str = "",
        system: bool = False,
        conditional: bool = False,
    ) -> None:
        """Note an import; `place` is where the imported name stands."""
        column = end = -1
        line = node.start_point.row + 1
        if place is not None:
            line, column = place.start_point.row + 1, place.start_point.column
            one_row = place.end_point.row == place.start_point.row
            end = place.end_point.column if one_row else column
        self.imports.append(
            Import(
                module,
                name,
                alias,
                level,
                line,
                column,
                end,
                scope,
                conditional=conditional,
                system=system,
            )
        )


Handler = Callable[[Walk, Node, Scope], None]


@dataclass(frozen=True)
class Dialect:
    """A language, or several that are read alike.

    Attributes:
        grammar: Returns the grammar's pointer; called when the language is first met.
        handlers: Type of node → what to do with it. Nodes of other types are passed through.
        comments: Types of the grammar's comment nodes.
        decisions: Types of the nodes that make a path through a function branch.
        operators: Tokens that do the same (`&&`).
        separator: Between the parts of a qualified name.
        plain_comments: Whether any comment in front of a definition documents it, or only those
            in the language's form for documentation.
        error_share: How much of a file must be unreadable before the page says so.
        preprocessed: Whether directives and macros are taken off before the grammar reads.
    """

    grammar: Callable[[], object]
    handlers: Mapping[str, Handler]
    comments: tuple[str, ...] = ("comment",)
    decisions: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    separator: str = "."
    plain_comments: bool = False
    error_share: float = 0.05
    preprocessed: bool = False

    @cached_property
    def language(self) -> Language:
        """The grammar, loaded."""
        return Language(self.grammar())

    def survey(self, root: Node) -> tuple[list[tuple[int, int]], list[int]]:
        """Return where the comments of a tree are, and where its code branches; both ascending.

        A query could say the same, but its cost is not linear in the number of a node's children.
        """
        comments = self._ids(self.comments, named=True)
        branches = self._ids(self.decisions, named=True) | self._ids(self.operators, named=False)
        found: list[tuple[int, int]] = []
        decisions: list[int] = []
        stack = [root]
        while stack:
            for child in stack.pop().children:
                kind = child.kind_id
                if kind in comments:
                    found.append((child.start_byte, child.end_byte))
                    continue
                if kind in branches:
                    decisions.append(child.start_byte)
                if child.child_count:
                    stack.append(child)
        return sorted(found), sorted(decisions)

    def _ids(self, names: Iterable[str], *, named: bool) -> frozenset[int]:
        ids = (self.language.id_for_node_kind(name, named) for name in names)
        return frozenset(one for one in ids if one is not None)

    def parse(self, code: bytes) -> Tree | None:
        """Parse a file; broken code gives a tree with errors in it.

        Some nonsense costs a parser the square of its length. The effort is bounded in steps, not
        in time, so that the same file always gives the same result.

        Returns:
            The tree; nothing if the parser gave up.
        """
        if _depth(code) > _DEEPEST:
            return None
        steps = 0
        most = _LEAST_STEPS + _STEPS * len(code) // 1024

        def count(_offset: int, _has_error: bool) -> bool:
            nonlocal steps
            steps += 1
            return steps > most

        try:
            return Parser(self.language).parse(
                lambda offset, _: code[offset : offset + _CHUNK], progress_callback=count
            )
        except ValueError:  # the only sign of a parse that was stopped
            return None


def _depth(code: bytes) -> int:
    """Return how deep brackets stand inside each other, strings and comments included."""
    opened = b"({["
    depth = deepest = 0
    for match in _BRACKET.finditer(code):
        if match[0] in opened:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest


def one_line(text: str) -> str:
    """Return a text with all white space collapsed."""
    return " ".join(text.split())


def tidy(signature: str) -> str:
    """Return a signature on one line, without the blanks that line breaks leave at brackets."""
    text = one_line(signature)
    for old, new in (("( ", "("), (" )", ")"), ("[ ", "["), (" ]", "]"), (",)", ")")):
        text = text.replace(old, new)
    return text


def child_of_type(node: Node, *kinds: str) -> Node | None:
    """Return the first child of one of these types."""
    for child in node.children:
        if child.type in kinds:
            return child
    return None


def show_value(value: str, sign: str = " = ") -> str:
    """Return what a signature shows of a value: nothing if it is long or there is none."""
    return f"{sign}{value}" if 0 < len(value) <= LONGEST_SHOWN else ""


FUNCTIONS = frozenset({"function", "method", "constructor", "accessor", "test"})
"""Kinds of symbols in whose body a name is local."""


def is_local(scope: Scope) -> bool:
    """Return whether what stands in a scope can only be reached in a function's body."""
    return scope.kind in FUNCTIONS


def inside_function(scope: Scope, name: str, kind: str = "function") -> Scope:
    """Return the scope in a function's body: what it defines is listed, but is not public."""
    return scope.inside(name, kind, public=False)
