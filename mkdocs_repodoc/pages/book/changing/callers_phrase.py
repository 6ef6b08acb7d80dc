"""The phrase on who uses a function: the functions around the uses, with the lines of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import VALUES
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.cases_phrase import with_rest
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD, DECLARING_WORD
from mkdocs_repodoc.text.enclosing_condition import enclosing_condition
from mkdocs_repodoc.text.english import shortened
from mkdocs_repodoc.text.statement_lines import later_line, statement_at

_TAKEN = re.compile(r"(?:return|(?:const|let|var|val|final|auto)\b.*=|[\w.,:\s\[\]*&]+:?=)\s")
"""The beginning of a line that does something with what a call gives back."""
_KEPT = re.compile(
    rf"(?:{DECLARING_WORD}\s+)*([A-Za-z_]\w*)"
    r"(?:\s*:[^=]+?)?(?:,\s*\w+)*\s*:?=(?!=)"
)
"""A variable that keeps what a statement gives, or the first of several."""
_HEAD = re.compile(rf"\W*(?:{CONDITION_WORD}|for|while)\b")
_END = ";,"
"""Signs at the end of a statement that say nothing of it."""
_LONGEST = 120
_GUARDED = 2
"""Callers of a symbol with so few that it matters where they call it, and under which condition."""


def users_phrase(view: BookView, ref: SymbolRef, uses: Sequence[Use]) -> Phrase:
    """Return the functions in which uses stand, each with its lines, those of other files named.

    What stands in a function inside of a function is told of the outer one.
    Overloads that have one name are one function here, with the lines of all.
    """
    found: dict[tuple[str, str], dict[int, SymbolRef]] = {}
    for use in uses:
        user = view.context.statistics.calls.outermost(use.user)
        key = (use.path, "" if user.is_file else view.context.repository.symbol(user).name)
        found.setdefault(key, {})[use.line] = user
    ordered = sorted(
        found, key=lambda each: min(telling(view, ref, user) for user in found[each].values())
    )
    below = view.context.repository.links.overridden_by.get(ref, ())
    is_known = ref in view.known or not view.known.isdisjoint(below)
    is_asked_for = is_known and uses[0].kind == "call"
    most = book_caps.CALLERS_ASKED_FOR if is_asked_for else book_caps.CALLERS
    most += len(ordered) == most + 1
    parts: list[Phrase] = []
    was_value = False
    for path, name in ordered[:most]:
        lines = found[path, name]
        is_value = bool(name) and all(_is_value(view, each) for each in lines.values())
        of_value: Phrase = ("the value of ",) if is_value and not was_value else ()
        was_value = is_value
        links = _links(view, ref, (path, name), sorted(lines), few=len(ordered) <= _GUARDED)
        short = Code(".".join(name.split(".")[-2:]))
        said: Phrase = (*of_value, short, " (", *links, ")") if name else links
        guarded = len(ordered) <= _GUARDED and len(lines) == 1 and name
        (first, user) = min(lines.items())
        taken = _taken(view, ref, user, first) if guarded and not is_value else ()
        parts.append((*said, *_guard(view, user, first), *taken) if guarded else said)
    left = ordered[most:]
    return (*with_rest(view, ref, parts, len(left), "caller"), *_files_of(view, ref, left))


def _files_of(view: BookView, ref: SymbolRef, left: Sequence[tuple[str, str]]) -> Phrase:
    """Return the files in which the callers are that are not named, with how many each has."""
    numbers = Counter(path for path, _ in left)
    if not numbers or set(numbers) == {ref.path}:
        return ()
    shown: list[Phrase] = [
        (page_links.to_file(view.context, path, text=view.file_name(path)), f" {number}")
        for path, number in numbers.most_common(book_caps.CALLER_FILES)
    ]
    return (" (", *capped(shown, len(numbers) - len(shown), "file"), ")")


def _links(
    view: BookView, ref: SymbolRef, user: tuple[str, str], lines: Sequence[int], *, few: bool
) -> Phrase:
    """Return links to the lines in which a user has a symbol, the file before the first."""
    path, name = user
    shown = lines[: book_caps.CALLER_LINES_OF_FEW if few else book_caps.CALLER_LINES]
    before = "line " if path == ref.path and not name else ""
    before = before if path == ref.path else _place(view, path, name)
    links: list[Inline] = []
    for number, line in enumerate(shown):
        text = f"{line}" if number else f"{before}{line}"
        links.append(page_links.to_line(view.context, path, line, text=text))
    return capped(links, len(lines) - len(shown))


def _is_value(view: BookView, user: SymbolRef) -> bool:
    """Tell whether a use stands in what a constant or a variable is set to."""
    return not user.is_file and view.context.repository.symbol(user).kind in VALUES


def _place(view: BookView, path: str, name: str) -> str:
    """Return what stands before a line: the file, unless the class in front of a name says it."""
    stem = name_of(path).partition(".")[0]
    return "" if stem in name.split(".")[-2:-1] else f"{view.file_name(path)}:"


def telling(
    view: BookView, ref: SymbolRef, user: SymbolRef
) -> tuple[bool, bool, bool, int, SymbolRef]:
    """Return by what callers are ordered: where programs start, public ones, those met first."""
    public = not user.is_file and view.context.repository.symbol(user).public
    number = view.reading_number(user.path)
    return user not in view.entries, not public, user.path == ref.path, number, user


def _guard(view: BookView, user: SymbolRef, line: int) -> Phrase:
    """Return the condition under which a line of a function is come to, if one is around it."""
    lines = view.context.read_text(user.path).lines
    found = enclosing_condition(lines, view.context.repository.symbol(user).line, line)
    return (" if ", Code(found)) if found else ()


def _taken(view: BookView, ref: SymbolRef, user: SymbolRef, line: int) -> Phrase:
    """Return the statement of a call that does something with what comes back.

    Where it keeps that in a variable, the next line with the variable is returned as well.
    """
    name = view.context.repository.symbol(ref).bare_name.replace("::", ".").rpartition(".")[2]
    lines = view.context.read_text(user.path).lines
    said, last = statement_at(lines, line)
    if f"{name}(" not in said or not _TAKEN.match(said):
        return ()
    taken: Phrase = (": ", Code(shortened(said.rstrip(_END), _LONGEST)))
    kept = _KEPT.match(said)
    end = view.context.repository.symbol(user).end_line
    used = later_line(lines, last, end, kept[1]) if kept is not None else 0
    then = lines[used - 1].strip().rstrip(_END) if used else ""
    if not re.search(r"\w\W+\w", then) or _HEAD.match(then):  # a name, or a condition, tells little
        return taken
    return (*taken, ", then ", Code(shortened(then, _LONGEST)))
