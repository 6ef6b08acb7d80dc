"""A language, as the walk needs it: its grammar, and what to do with each type of node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Language, Node, Tree

from mkdocs_repodoc.languages.treesitter.comment_text import strip_comment
from mkdocs_repodoc.languages.treesitter.found_symbols import Found
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, NameFinder
from mkdocs_repodoc.languages.treesitter.runtime.default_declarations import DefaultsFinder
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext, ErrorFinder
from mkdocs_repodoc.languages.treesitter.runtime.exit_calls import ExitFinder
from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import OptionFinder
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import TableFinder, TaskFinder
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.languages.treesitter.syntax_problems import unread
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.text.syntax_trees import in_ascii, parse_bounded


@dataclass(slots=True)
class Prepared:
    """A file as its grammar can read it, and what was taken off.

    Attributes:
        code: The file as the walk quotes it.
        tree_code: The file as the grammar reads it.
        comments: Start and end of every comment, in order.
        decisions: Where code branches that the grammar does not see, ascending.
        starts: For the offset of a declaration: where what was taken off in front of it starts.
        symbols: What the taken-off lines define.
        imports: What they import.
        is_directive: Whether a line at the top is one that says nothing about the file.
        labels_between: The labels that what was taken off between two offsets gives.
        documents_apart: Whether a comment in the form for documentation may have an empty line
            behind it, before what it documents.
        find_names: Finds what the file's identifiers mean, given its symbols, where the tree that
            the walk reads does not hold them all; `None` for what the dialect has.
    """

    code: bytes
    tree_code: bytes
    comments: list[tuple[int, int]]
    decisions: list[int]
    starts: Mapping[int, int]
    symbols: list[Found]
    imports: list[Import]
    is_directive: Callable[[str], bool]
    labels_between: Callable[[int, int], list[str]]
    find_names: Callable[[Sequence[Symbol]], FileNames] | None = None


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
        only_ascii: Whether the grammar can't be given other characters (see `in_ascii`).
        prepare: Takes off what the grammar can't read; the text keeps its length.
        reword: Writes a file that the grammar could not read in a way that it may; the text keeps
            its length, and what is quoted is always the text itself.
        file_comments: What a comment starts with that documents the file it stands in.
        tool_comments: Matches a line of comment that only tools read.
        needs_gap: Whether a comment right above code, in no form for documentation, is about that
            code and never about the file.
        documents_below: Whether a comment in the form for documentation may stand behind what it
            documents, on its line or right below it.
        find_names: Finds what the file's identifiers mean; nothing if they are not followed.
        comment_text: Returns the text of a comment for documentation, as Markdown with `@tags`.
        find_options: Finds the command-line options that the file declares.
        find_tables: Finds the dispatch tables of the file.
        find_tasks: Finds the lists of tasks of the file.
        find_errors: Finds the errors that the file reports, and its handlers of errors.
        find_exits: Finds the exit statuses that something else than a call gives.
        find_defaults: Finds the values that a file gives to types that hold settings.
        conditions: What its conditions look like; nothing if nobody has written that.
        complete: Settles, once a file has been walked through, what only the whole of it tells of
            the symbols.
        offered: What a module for another language offers its definitions by: `name` and `symbol`.
    """

    grammar: Callable[[], object]
    handlers: Mapping[str, Handler]
    comments: tuple[str, ...] = ("comment",)
    decisions: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    separator: str = "."
    plain_comments: bool = False
    error_share: float = 0.05
    only_ascii: bool = False
    prepare: Callable[[Source], Prepared] | None = None
    reword: Callable[[bytes], bytes] | None = None
    file_comments: tuple[str, ...] = ()
    tool_comments: re.Pattern[str] | None = None
    needs_gap: bool = False
    documents_below: bool = False
    documents_apart: bool = False
    find_names: NameFinder | None = None
    find_options: OptionFinder | None = None
    comment_text: Callable[[str], str] = strip_comment
    find_tables: TableFinder | None = None
    find_tasks: TaskFinder | None = None
    find_errors: ErrorFinder | None = None
    find_exits: ExitFinder | None = None
    find_defaults: DefaultsFinder | None = None
    conditions: ErrorContext | None = None
    complete: Callable[[Walk, Node], None] | None = None
    offered: tuple[re.Pattern[bytes], ...] = ()

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
        """Parse a file at a bounded cost; broken code gives a tree with errors in it.

        Returns:
            The tree; nothing if the parser gave up.
        """
        tree = self._parse(code)
        if tree is None or self.reword is None or not tree.root_node.has_error:
            return tree
        reworded = self._parse(self.reword(code))
        return reworded if _is_better(reworded, tree) else tree

    def _parse(self, code: bytes) -> Tree | None:
        return parse_bounded(self.language, in_ascii(code) if self.only_ascii else code)


def _is_better(tree: Tree | None, other: Tree) -> bool:
    return tree is not None and unread(tree.root_node)[0] < unread(other.root_node)[0]
