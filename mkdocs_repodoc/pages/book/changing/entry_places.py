"""Further places of a new entry: other lists, functions, types with the same fields."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.changing.lists.entry_handlers import EntryHandler, entry_handlers
from mkdocs_repodoc.insight.changing.lists.ordered_entries import compared_entry
from mkdocs_repodoc.insight.changing.lists.other_branches import branch_for_others
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_phrase import users_phrase
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import shortened
from mkdocs_repodoc.text.written_entries import branches_of

_DEFAULT = 240
_READ = frozenset({"list", "enumeration"})


def entry_places(view: BookView, found: Registration) -> Phrase:
    """Return the sentences on the lists, defaults, functions and types that a new entry concerns.

    Args:
        view: The book.
        found: The list, or the type whose fields are its entries.
    """
    handled = _handled(view, found)
    readers = _readers(view, found.symbol) if found.form in _READ and not handled else ()
    said: list[Inline] = [*_listed(view, found), *_defaults(view, found), *_branched(view, found)]
    if readers:
        said += [" Read by ", *readers, "."]
    return (*said, *handled, *_ordered(view, found), *_shared(view, found))


def to_place(view: BookView, path: str, line: int) -> Inline:
    """Link to a line by its file's name and its number."""
    return page_links.to_line(view.context, path, line, text=f"{view.file_name(path)}:{line}")


def _listed(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on the lists that name the same once more."""
    listed = [
        (view.to_symbol(ref), " (", to_place(view, ref.path, line), ")")
        for ref, line in found.listed
    ]
    said: list[Inline] = []
    if listed:
        said += [" They are listed in ", *joined(listed, last=" and "), "."]
    partly = [
        (view.to_symbol(ref), " (", to_place(view, ref.path, line), ")")
        for ref, line in found.partly
    ]
    if partly:
        said += [" Some of them are listed in ", *joined(partly, last=" and "), "."]
    return tuple(said)


def _branched(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on the function that has a branch for most commands, with one of them."""
    path = found.symbol.path
    if found.form != "commands":
        return ()
    lines = view.context.read_text(path).lines
    for position, symbol in enumerate(view.context.repository.files[path].outline.symbols):
        inside = lines[symbol.line - 1 : symbol.end_line] if symbol.kind in FUNCTIONS else ()
        for row in branches_of(inside, symbol.line):
            named = [
                line
                for line, label in zip(row.lines, row.labels, strict=True)
                if label in found.entries
            ]
            if 2 * len(named) > len(found.entries):
                number = min(named, key=lambda line: len(_branch(lines, line)))
                user = view.to_symbol(SymbolRef(path, position))
                place = to_place(view, path, number)
                model = Code(shortened(_branch(lines, number), _DEFAULT))
                said = f"; {len(named):,} of {len(found.entries):,})"
                return (
                    " They have branches in ",
                    user,
                    " (",
                    place,
                    said,
                    ", such as ",
                    model,
                    ".",
                )
    return ()


def _branch(lines: Sequence[str], number: int) -> str:
    """Return the head of a branch with the line below it."""
    return " ".join(each.strip() for each in lines[number - 1 : number + 1])


def _shared(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on the types that repeat fields of one."""
    parts = [
        (
            view.to_symbol(each.symbol),
            " (",
            to_place(view, each.symbol.path, each.line),
            f"; {each.number:,} of its {each.total:,})",
        )
        for each in found.shared
    ]
    if not parts:
        return ()
    return (" Fields of the same names are in ", *some(parts, "type"), ".")


def _defaults(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on where fields get their defaults, with one of them."""
    given = view.configuration.field_defaults if found.form == "settings" else {}
    for ref, name in zip(found.members, found.entries, strict=False):
        default = given.get(ref)
        if default is not None:
            line = to_place(view, default.path, default.line)
            shown = Code(shortened(default.value, _DEFAULT))
            return (
                " Defaults stand elsewhere: that of ",
                Code(name),
                ", ",
                shown,
                ", at ",
                line,
                ".",
            )
    return ()


def _handled(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on the functions that name most entries."""
    if not found.members or found.form == "values":
        return ()
    handlers = entry_handlers(
        view.context.repository,
        found,
        view.changes.written_fields,
        view.changes.reaching.is_test_line,
    )
    parts: list[Phrase] = [
        (
            view.to_symbol(each.function),
            " (",
            to_place(view, each.function.path, each.line),
            f"; {each.number:,} of {len(found.entries):,}",
            *_others(view, each),
            ")",
        )
        for each in handlers
    ]
    return (
        (" Many of them are named in ", *some(parts, "function", book_caps.HANDLERS), ".")
        if parts
        else ()
    )


def _ordered(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on a line for which the order of the entries matters."""
    repository = view.context.repository
    at = compared_entry(repository, found, lambda path: view.context.read_text(path).lines)
    if at is None:
        return ()
    code = view.context.read_text(at.path).lines[at.line - 1].strip()
    place = to_place(view, at.path, at.line)
    return (" Their order matters: ", Code(shortened(code, _DEFAULT)), " (", place, ").")


def _others(view: BookView, handler: EntryHandler) -> Phrase:
    """Return where a function has a branch for all entries without one of their own."""
    path = handler.function.path
    end = view.context.repository.symbol(handler.function).end_line
    line = branch_for_others(view.context.read_text(path).lines, handler.line, end)
    if not line:
        return ()
    return (
        ", all others at ",
        page_links.to_line(view.context, path, line, text=f"line {line}"),
    )


def _readers(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the functions of the software that use a list."""
    symbol = view.context.repository.symbol(ref)
    own = range(symbol.line, symbol.end_line + 1)
    uses: list[Use] = [
        use
        for use in view.context.repository.links.uses.of(ref)
        if use.kind not in {"import", "definition", "annotation"}
        and not (use.path == ref.path and use.line in own)
        and view.context.repository.files[use.path].role in CODE_ROLES
        and not view.changes.reaching.is_test(use)
    ]
    return users_phrase(view, ref, uses) if uses else ()
