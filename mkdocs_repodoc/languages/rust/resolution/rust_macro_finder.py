"""Identifiers in what Rust's macros are given, read as the expressions or items that they form."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

import tree_sitter_rust
from tree_sitter import Language, Node

from mkdocs_repodoc.languages.rust.items_in_macros import items_of
from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_pattern_finder import PatternFinder
from mkdocs_repodoc.languages.rust.resolution.rust_type_finder import COMMENTS
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.text.syntax_trees import parse_bounded

_LANGUAGE = Language(tree_sitter_rust.language())
_AS_ARGUMENTS = (b"fn f(){f(", b");}")
_AS_PATTERN = (b"fn f(){match f{", b"=>f}}")
_AS_ITEMS = (b"", b"")
_AS_STATEMENTS = (b"fn f(){", b"}")
_ITEM_STARTS = frozenset(
    """
    pub fn struct enum union trait impl mod use static const type unsafe extern let
    """.split()  # noqa: SIM905 - reads better
)
_TYPE_SIGNS = frozenset(("<", ">", "=>"))
"""Tokens around commas that may separate types."""
_LARGEST = 100_000
"""Bytes that one macro is given and that are read."""
_NAMES = frozenset(("identifier", "self", "super", "crate", "metavariable"))


class MacroFinder(PatternFinder):
    """One file's pass over patterns and macros."""

    @abstractmethod
    def item(self, node: Node) -> None:
        """Visit an item."""

    @abstractmethod
    def items(self, node: Node) -> None:
        """Visit the items in a file or a body."""

    def macro(self, node: Node) -> Target | None:
        """Visit the use of a macro; return what the expression is that it makes."""
        name = node.child_by_field_name("macro")
        given = next((one for one in node.children if one.type == "token_tree"), None)
        if name is None or given is None:
            return None
        self.path(name, "macro", "call")
        if given.named_child_count == 0:
            return None
        called = self.text(name).rpartition("::")[2]
        start, end = given.start_byte + 1, given.end_byte - 1
        if called == "matches" and (comma := _comma(given)) is not None:
            self._matches(given, start, comma, end)
            return None
        if self.code[start - 1 : start] == b"[" and called == "vec":
            return self._sequence_macro(given, start, end)
        self.tokens(given, start, end)
        return None

    def tokens(self, given: Node, start: int, end: int) -> None:
        """Visit what stands between two offsets of the code, where a macro is given it."""
        if end - start > _LARGEST:
            return
        form = _form(given)
        if form is None:
            self.token_paths(given)
            return
        in_place = form is _AS_ITEMS and not self.row and not self.column
        if in_place and (items := items_of(self.code, given)) is not None:
            self.items(items)
            return
        with self._read(given, start, end, form) as root:
            if root is None and form is _AS_ARGUMENTS:
                self._each_argument(given, start, end)
            elif root is None:
                self.token_paths(given)
            elif form is _AS_ITEMS:
                self.items(root)
            elif form is _AS_STATEMENTS:
                self.expression(_body(root))
            else:
                for one in _arguments(root):
                    self.expression(one)

    def _each_argument(self, given: Node, start: int, end: int) -> None:
        """Visit what a macro is given between commas, where some of it is a notation of its own."""
        tokens = [one for one in given.children[1:-1] if one.type not in COMMENTS]
        commas = [place for place, one in enumerate(tokens) if one.type == ","]
        for first, last in zip((-1, *commas), (*commas, len(tokens)), strict=True):
            part = tokens[first + 1 : last]
            begins = tokens[first].end_byte if first >= 0 else start
            ends = tokens[last].start_byte if last < len(tokens) else end
            if not commas or not {one.type for one in part}.isdisjoint(_TYPE_SIGNS):
                self._paths_among(part, own_crate=False)
                continue
            with self._read(given, begins, ends, _AS_ARGUMENTS) as root:
                if root is None:
                    self._paths_among(part, own_crate=False)
                for one in _arguments(root) if root is not None else ():
                    self.expression(one)

    def _matches(self, given: Node, start: int, comma: int, end: int) -> None:
        value: Target | None = None
        with self._read(given, start, comma, _AS_ARGUMENTS) as root:
            for one in _arguments(root) if root is not None else ():
                value = self.expression(one)
        with self._read(given, comma + 1, end, _AS_PATTERN) as root:
            arm = _first_arm(root) if root is not None else None
            if arm is not None:
                self.pattern(arm.child_by_field_name("pattern"), value)

    def _sequence_macro(self, given: Node, start: int, end: int) -> Target | None:
        """Visit `vec![…]`."""
        with self._read(given, start, end, (b"fn f(){[", b"];}")) as root:
            if root is None:
                self.token_paths(given)
                return None
            statement = _body(root).named_children[0]
            return self.expression(statement.named_children[0])

    @contextmanager
    def _read(
        self, given: Node, start: int, end: int, form: tuple[bytes, bytes]
    ) -> Iterator[Node | None]:
        """Read a part of the code anew as it stands in other code; nothing if it does not fit."""
        before, behind = form
        outer = self.code, self.row, self.column
        text = outer[0][start:end]
        rows = outer[0].count(b"\n", given.start_byte, start)
        row = given.start_point.row + rows
        line = outer[0].rfind(b"\n", 0, start) + 1
        shift = self.column if row == 0 else 0
        code = before + text + behind
        tree = parse_bounded(_LANGUAGE, code)
        if tree is None or tree.root_node.has_error:
            yield None
            return
        self.code = code
        self.row, self.column = outer[1] + row, shift + start - line - len(before)
        yield tree.root_node
        self.code, self.row, self.column = outer

    def token_paths(self, tree: Node, *, own_crate: bool = False) -> None:
        """Note the paths among tokens that no rule of the grammar fits.

        Args:
            tree: The tokens.
            own_crate: Whether only paths from `$crate` mean what they would mean here.
        """
        self._paths_among(
            [one for one in tree.children if one.type not in COMMENTS], own_crate=own_crate
        )

    def _paths_among(self, tokens: list[Node], *, own_crate: bool) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "token_tree":
                self.token_paths(token, own_crate=own_crate)
            elif token.type in _NAMES:
                at = self._token_path(tokens, at, own_crate=own_crate)
            at += 1

    def _token_path(self, tokens: list[Node], at: int, *, own_crate: bool) -> int:
        """Note a path that starts at a token; return where its last name is."""
        names = [tokens[at]]
        end = at
        while end + 2 < len(tokens) and tokens[end + 1].type == "::":
            if tokens[end + 2].type != "identifier":
                break
            names.append(tokens[end + 2])
            end += 2
        texts = [self.text(one).removeprefix("$") for one in names]
        is_member = at > 0 and tokens[at - 1].type == "."
        is_written = names[0].type == "metavariable"
        is_other = texts[0] != "crate" if is_written else own_crate
        if is_member or is_other or len(names) == 1 or self.scopes.has(texts[0]):
            return end
        for number, name in enumerate(names):
            is_last = number == len(names) - 1
            is_macro = is_last and end + 1 < len(tokens) and tokens[end + 1].type == "!"
            namespace = "macro" if is_macro else "any" if is_last else "type"
            if name.type == "identifier":
                target = terms.path(namespace, self.where, texts[: number + 1])  # type: ignore[arg-type]  # one of three
                is_called = is_last and _is_given_arguments(self.code, tokens[end + 1 : end + 2])
                self.note(name, target, "call" if is_called else "name")
        return end


def _is_given_arguments(code: bytes, behind: list[Node]) -> bool:
    """Tell whether the token behind a name begins the arguments of a call."""
    return any(
        each.type == "token_tree" and code[each.start_byte : each.start_byte + 1] == b"("
        for each in behind
    )


def _form(tree: Node) -> tuple[bytes, bytes] | None:
    """Return how to read the tokens that a macro is given; `None` for a notation of its own.

    Each reading costs as much as the tokens are long, so that only the likeliest is tried.
    """
    tokens = [one.type for one in tree.children[1:-1] if one.type not in COMMENTS]
    if tokens[:1] and (tokens[0] in _ITEM_STARTS or tokens[:2] == ["#", "token_tree"]):
        return _AS_STATEMENTS if tokens[0] == "let" else _AS_ITEMS
    if "=>" in tokens or tokens[1:2] == [":"]:
        return None
    return _AS_STATEMENTS if ";" in tokens else _AS_ARGUMENTS


def _comma(tree: Node) -> int | None:
    return next((one.start_byte for one in tree.children if one.type == ","), None)


def _body(root: Node) -> Node:
    body = root.named_children[0].child_by_field_name("body")
    return body if body is not None else root


def _arguments(root: Node) -> list[Node]:
    statement = _body(root).named_children[0]
    call = statement.named_children[0] if statement.named_children else statement
    listed = call.child_by_field_name("arguments")
    return list(listed.named_children) if listed is not None else []


def _first_arm(root: Node) -> Node | None:
    statement = _body(root).named_children[0]
    match = statement.named_children[0] if statement.type == "expression_statement" else statement
    body = match.child_by_field_name("body")
    return body.named_children[0] if body is not None and body.named_children else None
