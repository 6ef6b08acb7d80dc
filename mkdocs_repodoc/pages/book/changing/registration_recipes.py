"""The entries of a list: its head, one of them as a model, and all that goes with each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.insight.changing.lists.entry_models import entry_model
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.insight.changing.named_alike import NamedAlike
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.entry_additions import addition_of_entry
from mkdocs_repodoc.pages.book.changing.entry_places import entry_places, to_place
from mkdocs_repodoc.pages.book.sentences import quoted, quoted_sentence, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.code_reading.comments_above import comment_above
from mkdocs_repodoc.text.english import count, shortened

_DIRECTIVE = re.compile(r"\w+:\w")
"""The beginning of a comment for a tool."""
_COMMENT = 240
_COMMENT_LINES = 12
_SIGNATURE = 160
_VERBS = {
    "list": "lists",
    "enumeration": "has",
    "choice": "decides between",
    "calls": "registers",
    "settings": "has",
}
_DECLARED = {"options": "options of the command line", "commands": "commands"}
_COUNTED = {"enumeration": "member", "settings": "field"}
_MANY = 100
"""Entries of a table of data, of which a few show what they are."""
_WITH_PURPOSE = frozenset({"list", "enumeration", "settings"})
_NOUNS = {"method": "methods", "function": "functions", "type": "types", "file": "files"}


def registration_recipe(view: BookView, found: Registration) -> Phrase:
    """Return a list with its entries, a model, who reads it, and what else names the same."""
    said: list[Inline] = [*_entries(view, found), ".", *_about(view, found), *_model(view, found)]
    said += named_after(view, found.alike, "its entries")
    said += entry_places(view, found)
    if found.refuses:
        said.append(" All others are reported as an error.")
    if found.elsewhere:
        links = [page_links.to_file(view.context, path) for path in found.elsewhere]
        said += [
            " The same names are in ",
            *some(links, "file", book_caps.REGISTERED_ELSEWHERE),
            ".",
        ]
    if found.tests:
        tests = [
            page_links.to_file(view.context, path)
            for path in found.tests[: book_caps.REGISTERED_TESTS]
        ]
        said += [" Tests that name them: ", *joined(tests, last=" and "), "."]
    return (*said, *addition_of_entry(view, found.symbol.path, found.entries))


def _about(view: BookView, found: Registration) -> Phrase:
    """Return the comment that tells what to do about new entries, or what the list is for."""
    if found.comment:
        said = shortened(found.comment.rstrip("."), _COMMENT)
        return (" The comment there: ", *quoted((said,)), ".")
    if found.form not in _WITH_PURPOSE:
        return ()
    lines = view.context.read_text(found.symbol.path).lines
    own = view.context.repository.symbol(found.symbol).summary
    purpose = own or comment_above(lines, found.line, _COMMENT_LINES)
    is_said = purpose and not _DIRECTIVE.match(purpose)
    return (" ", *quoted_sentence((purpose,))) if is_said else ()


def _entries(view: BookView, found: Registration) -> Phrase:
    """Return what the list is, where it stands, and its first entries."""
    ref = found.symbol
    most = book_caps.REGISTERED_DATA if len(found.entries) > _MANY else book_caps.REGISTERED_NAMES
    if found.form in {"values", "options"}:
        most = book_caps.REGISTERED_DATA
    shown: list[Inline] = [Code(each) for each in found.entries[:most]]
    line = to_place(view, ref.path, found.line)
    listed = capped(shown, len(found.entries) - len(shown))
    total = f" {len(found.entries):,}" if len(found.entries) > len(shown) else ""
    if found.form == "values":
        file = page_links.to_file(view.context, ref.path)
        made: Phrase = (file, " makes", total, " values of ", Code(found.made_of))
        return (*made, " one by one, from ", line, " on: ", *listed)
    if found.form in _DECLARED:
        where = page_links.to_file(view.context, ref.path) if ref.is_file else view.to_symbol(ref)
        return (where, " (", line, f") declares{total} {_DECLARED[found.form]}: ", *listed)
    if found.form == "called":
        number = f"{len(found.entries):,}"
        return (view.to_symbol(ref), " (", line, f") calls {number} methods by name: ", *listed)
    if found.form in _COUNTED:
        total = f" {count(len(found.entries), _COUNTED[found.form])}"
    return (view.to_symbol(ref), " (", line, f") {_VERBS[found.form]}{total}: ", *listed)


def _model(view: BookView, found: Registration) -> Phrase:
    """Return the sentence on an entry that others can be modelled on, with its function."""
    lines = view.context.read_text(found.symbol.path).lines
    model = entry_model(view.context.repository, found, lines)
    if model is None or not (model.text or model.function):
        return ()
    place = to_place(view, found.symbol.path, model.line)
    said: list[Inline] = [" One as a model: "]
    if model.text:
        said += [Code(model.text), " (", place, ")"]
    if model.function is not None:
        line = view.context.repository.symbol(model.function).name_line
        said += [", with " if model.text else "", signature_of(view, model.function)]
        said += [" (", to_place(view, model.function.path, line), ")"]
    return (*said, *_help(view, found, model.line), ".")


def _help(view: BookView, found: Registration, line: int) -> Phrase:
    """Return the help of an option that stands outside of its declaration, in a comment above."""
    if found.form != "options" or not found.members:
        return ()
    options = view.context.repository.files[found.symbol.path].outline.options
    said = next((each.help for each in options if each.line == line), "")
    return (
        (", with the help above it: ", *quoted((shortened(said.rstrip("."), _COMMENT),)))
        if said
        else ()
    )


def signature_of(view: BookView, ref: SymbolRef) -> Inline:
    """Return a member or function by its own name, with what it takes and gives back."""
    symbol = view.context.repository.symbol(ref)
    name = symbol.bare_name.replace("::", ".").rpartition(".")[2]
    return Code(shortened(f"{name}{symbol.signature}", _SIGNATURE))


def named_after(view: BookView, alike: Sequence[NamedAlike], members: str) -> Phrase:
    """Return the sentence on what is named after the members of a family.

    Args:
        view: The book.
        alike: What is named after them; of one file it is told together.
        members: What the members are called: `its entries`.
    """
    by_file: dict[str, list[NamedAlike]] = {}
    for each in alike:
        by_file.setdefault(each.example.path, []).append(each)
    parts: list[Phrase] = []
    for path, found in list(by_file.items())[: book_caps.NAMED_AFTER]:
        first = found[0]
        names = [Code(_name(view, each)) for each in found if not each.example.is_file]
        shown = joined(names[: book_caps.NAMED_AFTER], last=" and ")
        number = f"{first.number:,} of {first.total:,}"
        where = _place(view, path, found)
        if any(each.example.is_file for each in found):
            inside: Phrase = (", which has ", *shown) if names else ()
            parts.append(("files such as ", where, *inside, f" ({number})"))
        else:
            parts.append((f"{_NOUNS[first.what]} such as ", *shown, " (", where, f"; {number})"))
    if not parts:
        return ()
    return (f" Named after {members} are ", *joined(parts, ", ", last=" and "), ".")


def _name(view: BookView, alike: NamedAlike) -> str:
    return view.context.repository.symbol(alike.example).bare_name


def _place(view: BookView, path: str, found: Sequence[NamedAlike]) -> Inline:
    """Return where the example is; all of a file that is itself named after a member."""
    if any(each.example.is_file for each in found):
        return page_links.to_file(view.context, path)
    line = view.context.repository.symbol(found[0].example).name_line
    return to_place(view, path, line)
